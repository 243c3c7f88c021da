"""`python -m tests.shots [FOLDER] [--only WORD] [--variant NAME]`: every scene in every variant, as PNG."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, Qt, QTimer, QTranslator
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from contactbook import app as program
from contactbook.actions import books
from contactbook.settings.computer import ComputerSettings
from contactbook.ui.widgets import theme
from tests.shots.scenes import SCENES
from tests.shots.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contactbook.ui.main_window import MainWindow

VARIANTS: dict[str, tuple[str, int, int, str]] = {
    "light-1280": (theme.LIGHT, 1280, 800, ""),
    "dark-1280": (theme.DARK, 1280, 800, ""),
    "light-1000": (theme.LIGHT, 1000, 700, ""),
    "dark-1000": (theme.DARK, 1000, 700, ""),
    "mirrored": (theme.LIGHT, 1280, 800, "mirrored"),
    "stretched": (theme.LIGHT, 1280, 800, "stretched"),
    "font-200": (theme.LIGHT, 1600, 1000, "font-200"),
    "narrow": (theme.LIGHT, 600, 700, ""),
}
"""Name: theme, width, height, and what else is different."""


class Stretched(QTranslator):
    """Every text a third longer and marked at both ends, so that clipped and unwrapped texts show."""

    def translate(self, context: str, text: str, comment: str = "", number: int = -1) -> str:
        return f"[{text}{'·' * (len(text) // 3 + 1)}]" if text.strip() else text

    def isEmpty(self) -> bool:
        return False


def picture(window: MainWindow) -> QPixmap:
    """The window with everything that stands over it."""
    whole = window.grab()
    painter = QPainter(whole)
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible() and other.windowType() != Qt.WindowType.ToolTip:
            corner = window.mapFromGlobal(other.mapToGlobal(QPoint(0, 0)))
            painter.setPen(theme.current().line)
            painter.drawPixmap(corner, other.grab())
            painter.drawRect(other.rect().translated(corner).adjusted(-1, -1, 0, 0))
    painter.end()
    return whole


def play(app: QApplication, folder: Path, place: Path, only: str, variant: str) -> Iterator[int]:
    """Everything in turn; each yield waits so many milliseconds."""
    sample = place / "Sample.contactbook"
    books.create_sample_book(sample, books.credential("sample")).close()
    empty = place / "Empty.contactbook"
    books.create_book(empty, books.credential("sample")).close()
    usual = app.font()
    for name, (mode, width, height, twist) in VARIANTS.items():
        if variant and variant != name:
            continue
        font = app.font()
        if twist == "font-200":
            font.setPointSizeF(usual.pointSizeF() * 2)
        app.setFont(font)
        app.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if twist == "mirrored" else Qt.LayoutDirection.LeftToRight
        )
        translator = Stretched(app)
        if twist == "stretched":
            app.installTranslator(translator)
        theme.apply(app, mode)
        for scene in SCENES:
            if only and only not in scene.__name__:
                continue
            window = program.make_window(app, ComputerSettings(None))
            window.resize(width, height)
            window.show()
            yield 30
            yield from scene(Stage(window, sample, empty))
            yield 180
            file = folder / f"{scene.__name__}--{name}.png"
            picture(window).save(str(file))
            print(file, flush=True)
            for other in QApplication.topLevelWidgets():
                if other is not window and other.isVisible():
                    other.close()
            window.close()
            window.deleteLater()
            yield 30
        app.removeTranslator(translator)
        app.setFont(usual)


def main() -> int:
    """Plays the scenes in the event loop."""
    parser = argparse.ArgumentParser("tests.shots", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("shots"))
    parser.add_argument("--only", default="", help="scenes whose name holds this")
    parser.add_argument("--variant", default="", choices=["", *VARIANTS])
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    app = program.make_application()
    app.setQuitOnLastWindowClosed(False)
    with tempfile.TemporaryDirectory(prefix="contactbook-shots-") as place:
        steps = play(app, given.folder, Path(place), given.only, given.variant)

        def go_on() -> None:
            wait = next(steps, None)
            if wait is None:
                app.quit()
            else:
                QTimer.singleShot(wait, go_on)

        QTimer.singleShot(0, go_on)
        sys.excepthook = lambda *told: (sys.__excepthook__(*told), app.exit(1))
        return app.exec()


if __name__ == "__main__":
    sys.exit(main())
