"""The real window over a real book with the sample in it, for tests that press keys."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from contactbook.actions import books
from contactbook.settings.computer import ComputerSettings
from contactbook.ui.main_window import MainWindow
from contactbook.ui.widgets import theme
from tests import fakes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

PASSWORD = "sample"
NO_SCREEN = "This plugin does not support"
"""Qt's offscreen platform says so of dialogs, popups and the keyboard; a real one does support it."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Windows that are opened by a test may be opened without a screen."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(NO_SCREEN))


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """No window is about how long a key takes."""
    fakes.use_quick_keys(monkeypatch)


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed book with the sample contacts; to be copied, never opened."""
    path = tmp_path_factory.mktemp("sample") / "Sample.contactbook"
    with pytest.MonkeyPatch.context() as patch:
        fakes.use_quick_keys(patch)
        books.create_sample_book(path, books.credential(PASSWORD)).close()
    return path


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """A window at the front door."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, theme.LIGHT)
    made = MainWindow(ComputerSettings(None))
    made.resize(1280, 800)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    qtbot.waitUntil(lambda: not made.session.tasks.busy)
    made.deleteLater()


@pytest.fixture
def open_book(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> Callable[[Path | None], None]:
    """Opens a copy of a book in the window; without one, a new and empty book."""

    def open_it(file: Path | None = None) -> None:
        path = tmp_path / "Book.contactbook"
        if file is None:
            book = books.create_book(path, books.credential(PASSWORD))
        else:
            path.write_bytes(file.read_bytes())
            book = books.open_book(path, books.credential(PASSWORD))
        window.session.take(book)
        window.door.entered.emit()
        qtbot.waitUntil(window.contacts.isVisible)

    return open_it


@pytest.fixture
def sample_window(
    window: MainWindow, open_book: Callable[[Path | None], None], sample_file: Path
) -> MainWindow:
    """A window with the sample book open."""
    open_book(sample_file)
    return window
