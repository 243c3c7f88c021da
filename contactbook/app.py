"""Puts the rooms together: one instance, crash hook, translation, theme, window, tour without a screen."""

from __future__ import annotations

import argparse
import gc
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QStyle, QWidget

import contactbook
from contactbook.settings import allocation, core_dumps, declarations
from contactbook.settings.computer import ComputerSettings, usual_file
from contactbook.ui.crash_hook import CrashHook
from contactbook.ui.ending_signals import EndingSignals
from contactbook.ui.main_window import MainWindow
from contactbook.ui.single_instance import SingleInstance
from contactbook.ui.widgets import icons, theme
from contactbook.wording import reports, speech

if TYPE_CHECKING:
    from collections.abc import Sequence

SWITCH_SECONDS = 0.0001
"""How long another thread may hold the interpreter while the GUI thread waits. Painting a list asks for
it some twenty times, building a page a hundred: with Python's own 0.005 that takes 40 ms and more while
an import runs, with this 10. Work beside the window is not measurably slower for it."""
TOUR_SEARCH = "helsinki"
TOUR_PICTURES = (("contactbook.png", theme.LIGHT), ("contactbook-dark.png", theme.DARK))
_PACKAGE = Path(__file__).resolve().parent
_TRANSLATIONS = (_PACKAGE / "resources" / "i18n", _PACKAGE.parent / "resources" / "i18n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the program with a window; the exit status. Without arguments it opens the last book."""
    given = _parser().parse_args(list(sys.argv[1:] if arguments is None else arguments))
    prepare_process()
    if given.headless_tour is not None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from contactbook.actions import attachment_copies

    core_dumps.forbid()
    attachment_copies.wipe_left_behind()
    app = make_application()
    if given.headless_tour is not None:
        return _tour(app, given.headless_tour)
    paths = [path.absolute() for path in given.files]
    instance = SingleInstance(app)
    if instance.hand_over(paths):
        return 0
    CrashHook(app).install()
    settings = ComputerSettings(usual_file())
    theme.apply(app, settings.get(declarations.THEME))
    window = make_window(app, settings)
    instance.listen()
    instance.handed_over.connect(lambda files: _bring_up(window, files))
    _enter(window, paths, settings, sample=given.sample)
    show_whole(window)
    ending = EndingSignals(app)
    ending.asked.connect(window.close)
    gc.freeze()
    try:
        return app.exec()
    finally:
        ending.close()
        instance.close()
        window.session.shutdown()


def prepare_process() -> None:
    """Sets what the interpreter and the allocator do for the whole program."""
    sys.setswitchinterval(SWITCH_SECONDS)
    allocation.give_back()


def make_application() -> QApplication:
    """The one QApplication, named and speaking the person's language."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("contactbook")
    app.setApplicationDisplayName("Contactbook")
    app.setApplicationVersion(contactbook.__version__)
    app.setDesktopFileName("contactbook")
    app.setWindowIcon(icons.icon("address_book", "accent"))
    _translate(app)
    return app


def make_window(app: QApplication, settings: ComputerSettings) -> MainWindow:
    """The window, with its theme menu in working order."""
    window = MainWindow(settings)
    window.menus.theme_chosen.connect(lambda mode: theme.apply(app, mode))
    return window


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("contactbook-window", description="The window of Contactbook.")
    parser.add_argument("files", nargs="*", type=Path, help="a book to open, or files to import")
    parser.add_argument("--sample", action="store_true", help="look around in the sample book")
    parser.add_argument(
        "--headless-tour",
        type=Path,
        metavar="FOLDER",
        help="without a screen: import, search, draw the window",
    )
    parser.add_argument("--version", action="version", version=contactbook.__version__)
    return parser


def _translate(app: QApplication) -> None:
    """Qt's own texts and ours, in the language of the system, as far as there is a translation."""
    qt = QTranslator(app)
    if qt.load(QLocale(), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qt)
    ours = QTranslator(app)
    if any(ours.load(QLocale(), "contactbook", "_", str(folder)) for folder in _TRANSLATIONS):
        app.installTranslator(ours)
    speech.set_translator(
        lambda context, text, number=-1: QCoreApplication.translate(context, text, "", number),
        mirrored=lambda: app.layoutDirection() == Qt.LayoutDirection.RightToLeft,
    )


def show_whole(window: QWidget) -> None:
    """Show it; all of the screen is its own where it would reach beyond: its foot is where Undo stands."""
    room = window.screen().availableSize()
    title = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    if window.width() > room.width() or window.height() + title > room.height():
        window.showMaximized()
    else:
        window.show()


def _enter(window: MainWindow, paths: list[Path], settings: ComputerSettings, *, sample: bool) -> None:
    """Which page stands there first: the book named, the sample, the last book, or the welcome."""
    last = next((path for path in settings.recent_books() if path.is_file()), None)
    if sample:
        window.door.welcome.sample_wanted.emit()
    elif paths:
        window.import_paths(paths)
    elif last is not None:
        window.open_book(last)


def _bring_up(window: MainWindow, files: list[Path]) -> None:
    """Another start handed over: to the front, and in with its files."""
    window.show()
    window.raise_()
    window.activateWindow()
    if files:
        window.import_paths(files)


def _tour(app: QApplication, folder: Path) -> int:
    """The main job without a screen: a fresh encrypted book, the sample imported, one search, pictures."""
    from contactbook.actions import books, browsing, importing

    folder.mkdir(parents=True, exist_ok=True)
    theme.apply(app, theme.LIGHT)
    with tempfile.TemporaryDirectory(prefix="contactbook-tour-") as place:
        book = books.create_book(Path(place) / "Tour.contactbook", books.credential("only for the tour"))
        result = importing.import_files(book, books.sample_files())
        print(f"A new encrypted book: {book.path.name}")
        for file in result.report.files:
            print(f"  read {file.file}: {file.format}, {file.cards} contacts")
        print(f"  {reports.import_summary(result.report.counts)}")
        found = list(browsing.search(book, TOUR_SEARCH))
        print(f"Searching for “{TOUR_SEARCH}” finds {len(found)}:")
        for row in found:
            print(
                "  "
                + ", ".join(
                    part for part in (row.display_name, row.organization, row.email, row.phone) if part
                )
            )
        window = make_window(app, ComputerSettings(None))
        window.session.take(book)
        window.door.entered.emit()
        window.show()
        pictures = iter(TOUR_PICTURES)
        QTimer.singleShot(200, lambda: _draw_next(app, window, folder, pictures))
        status = app.exec()
        window.session.shutdown()
    return status


def _draw_next(app: QApplication, window: MainWindow, folder: Path, pictures: object) -> None:
    """Saves one picture of the window after the other, then ends the loop."""
    name, mode = next(pictures, ("", ""))  # type: ignore[call-overload]
    if not name:
        window.close()
        app.quit()
        return
    theme.apply(app, mode)
    window.contacts.page.view.go_to_row(3)

    def save() -> None:
        file = folder / name
        print(
            f"A picture of the window: {file}" if window.grab().save(str(file)) else f"Could not write {file}"
        )
        _draw_next(app, window, folder, pictures)

    QTimer.singleShot(200, save)


if __name__ == "__main__":
    sys.exit(main())
