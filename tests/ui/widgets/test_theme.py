from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from contactbook.ui.widgets import style_sheet, theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def app(qtbot: QtBot) -> Iterator[QApplication]:
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    yield found
    theme.apply(found, theme.LIGHT)


def test_the_tokens_are_those_of_the_design() -> None:
    assert theme.LIGHT_TOKENS.names()["accent"] == "#0b63ce"
    assert theme.DARK_TOKENS.names()["surface"] == "#1d2126"
    assert theme.LIGHT_TOKENS.names().keys() == theme.DARK_TOKENS.names().keys()


def test_changing_the_theme_changes_palette_and_sheet(app: QApplication) -> None:
    theme.apply(app, theme.DARK)
    assert theme.current().dark
    assert app.palette().color(QPalette.ColorRole.Window) == theme.DARK_TOKENS.window
    dark = app.styleSheet()
    theme.apply(app, theme.LIGHT)
    assert not theme.current().dark
    assert app.styleSheet() != dark


def test_the_sheet_leaves_no_gap() -> None:
    text = style_sheet.text(theme.LIGHT_TOKENS.names(), 15)
    assert "$" not in text


def test_rows_grow_with_the_font(app: QApplication) -> None:
    font = QFont(app.font())
    assert theme.row_height(font) == theme.ROW_COMFORTABLE
    assert theme.row_height(font, compact=True) == theme.ROW_COMPACT
    font.setPointSizeF(font.pointSizeF() * 2)
    assert theme.row_height(font, compact=True) >= QFontMetrics(font).height()
    assert theme.row_height(font, two_lines=True) >= 2 * QFontMetrics(font).height()
    assert theme.scaled(100, font) > 150


def test_type_scale(app: QApplication) -> None:
    font = app.font()
    assert theme.title(font).pointSizeF() == font.pointSizeF() + 6
    assert theme.small(font).pointSizeF() == font.pointSizeF() - 1
    assert theme.strong(font).weight() == QFont.Weight.DemiBold
    assert theme.tabular(font) == theme.tabular(font)


def test_letters_of_one_width_are_as_large_as_the_others(app: QApplication) -> None:
    large = app.font()
    large.setPointSizeF(2 * large.pointSizeF())
    assert theme.fixed(large).pointSizeF() == large.pointSizeF()
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    assert theme.fixed(large).family() == system.family()
