from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from contactbook.ui.widgets import icons, theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_every_glyph_is_the_one_the_font_names() -> None:
    found = find_spec("qtawesome")
    assert found is not None
    assert found.submodule_search_locations
    folder = Path(found.submodule_search_locations[0]) / "fonts"
    assert (folder / icons.FONT_FILE).is_file()
    known = json.loads((folder / icons.CHARACTER_MAP_FILE).read_text("utf-8"))
    assert {name: int(known[name], 16) for name, _code in icons.GLYPHS.values()} == dict(
        icons.GLYPHS.values()
    )


def test_qtawesome_itself_is_never_loaded() -> None:
    source = Path(icons.__file__).read_text("utf-8")
    assert "import qtawesome" not in source


def inked(name: str) -> int:
    """How many pixels of an icon are not empty."""
    image = QImage(32, 32, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    icons.paint(painter, QRectF(0, 0, 32, 32), name, theme.current().text)
    painter.end()
    return sum(alpha > 40 for alpha in bytes(image.constBits())[3::4])


def test_every_icon_draws_something(qtbot: QtBot) -> None:
    assert [name for name in icons.GLYPHS if inked(name) <= 5] == []


def test_an_icon_takes_the_colour_of_the_theme(qtbot: QtBot) -> None:
    made = icons.icon("star_filled", "accent")
    image = made.pixmap(QSize(32, 32)).toImage()
    middle = image.pixelColor(image.width() // 2, image.height() // 2)
    assert middle.name() == theme.current().accent.name()
