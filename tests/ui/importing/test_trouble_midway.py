"""Trouble in the middle of an import, in the window: it is said, the book is as it was, and one can go on."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from contactbook.actions import books, import_pace, import_run
from contactbook.ui.importing.import_wizard import CHECK, SOURCE, ImportWizard
from contactbook.ui.importing.report_dialog import ReportDialog
from tests.ui.conftest import PASSWORD
from tests.ui.importing.conftest import go_on, go_to_check, names

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow

    OpenWizard = Callable[[list[Path]], ImportWizard]
    SetFull = Callable[[bool], None]

ROWS = 600
NO_ROOM = "There is no room left to write"


@pytest.fixture
def long_table(tmp_path: Path) -> Path:
    """More rows than the free pages of the sample book take."""
    path = tmp_path / "long.csv"
    rows = (f"{at},Given{at} Family{at},p{at}@x.example,{'note ' * 40}\n" for at in range(ROWS))
    path.write_text("Customer no,Name,E-mail,Notes\n" + "".join(rows), "utf-8")
    return path


@pytest.fixture
def disk(sample_window: MainWindow) -> SetFull:
    """Makes the drive of the book full, or gives it room again."""
    connection = sample_window.session.book.writer.connection

    def make(full: bool) -> None:
        connection.pragma("max_page_count", connection.pragma("page_count") if full else 1 << 30)

    return make


def _press(window: MainWindow, label: str, qtbot: QtBot) -> None:
    buttons = [one for one in window.messages.findChildren(QPushButton) if one.isVisible()]
    (wanted,) = (one for one in buttons if one.text() == label)
    qtbot.keyClick(wanted, Qt.Key.Key_Space)


def test_a_file_that_changed_since_the_check_is_checked_again(
    wizard: OpenWizard, sample_window: MainWindow, table: Path, qtbot: QtBot
) -> None:
    before = names(sample_window)
    opened = wizard([table])
    go_to_check(opened, qtbot)
    opened.check.list.selectRow(0)
    qtbot.keyClick(opened.check.list, Qt.Key.Key_Delete)
    head, *rows = table.read_text("utf-8").splitlines(keepends=True)
    table.write_text(head + "1000,Eve Novak,Acme,eve@acme.example,,\n" + "".join(rows), "utf-8")
    go_on(opened, qtbot)
    assert "“customers.csv” has changed since it was looked at." in opened.messages.text
    assert names(sample_window) == before
    qtbot.waitUntil(lambda: opened.check.possible, timeout=20_000)
    assert opened.check.result is not None
    assert opened.check.result.count("new") == 3
    with qtbot.waitSignal(sample_window.flow.finished, timeout=20_000):
        go_on(opened, qtbot)
    assert names(sample_window) - before == {"Eve Novak", "Hans Müller", "Anna Schmidt"}


def test_a_file_that_went_away_since_the_check_is_asked_for(
    wizard: OpenWizard, table: Path, qtbot: QtBot
) -> None:
    opened = wizard([table])
    go_to_check(opened, qtbot)
    table.unlink()
    go_on(opened, qtbot)
    qtbot.waitUntil(lambda: opened.pages.currentIndex() == SOURCE)
    assert "“customers.csv” is not there." in opened.messages.text
    assert not opened.next.isEnabled()
    opened.close()


def test_once_there_is_room_again_the_same_import_is_one_key_away(
    wizard: OpenWizard,
    sample_window: MainWindow,
    long_table: Path,
    disk: SetFull,
    qtbot: QtBot,
) -> None:
    before = names(sample_window)
    opened = wizard([long_table])
    go_to_check(opened, qtbot)
    disk(True)
    with qtbot.waitSignal(sample_window.flow.failed, timeout=20_000):
        go_on(opened, qtbot)
    assert NO_ROOM in sample_window.messages.text
    assert names(sample_window) == before
    disk(False)
    with qtbot.waitSignal(sample_window.flow.finished, timeout=20_000):
        _press(sample_window, "Try again", qtbot)
    assert len(names(sample_window) - before) == ROWS


def test_a_check_for_which_there_is_no_room_can_be_made_again(
    wizard: OpenWizard, long_table: Path, disk: SetFull, qtbot: QtBot
) -> None:
    opened = wizard([long_table])
    disk(True)
    while opened.pages.currentIndex() != CHECK:
        go_on(opened, qtbot)
    qtbot.waitUntil(lambda: NO_ROOM in opened.messages.text, timeout=20_000)
    assert not opened.next.isEnabled()
    disk(False)
    qtbot.keyClick(opened.check.again, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: opened.check.possible, timeout=20_000)
    assert not opened.messages.text
    opened.close()


@pytest.mark.parametrize(
    ("held", "said"),
    [
        ((import_run.ImportRun, "finish"), "Import cancelled. Nothing was changed."),
        ((import_pace.Pace, "done"), "The import was done before the book was closed."),
    ],
)
def test_a_lock_near_the_end_shows_nobody_what_was_read(
    held: tuple[type, str],
    said: str,
    sample_window: MainWindow,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cards = tmp_path / "cards.vcf"
    refused = "BEGIN:VCARD\r\nVERSION:3.0\r\nTEL:1\r\n"
    cards.write_text(f"{refused}BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bo Berg\r\nEND:VCARD\r\n", newline="")
    reached, go = threading.Event(), threading.Event()
    do = getattr(*held)

    def wait(this: object) -> None:
        do(this)
        reached.set()
        assert go.wait(20)

    monkeypatch.setattr(*held, wait)
    sample_window.flow.start([cards])
    qtbot.waitUntil(reached.is_set, timeout=20_000)
    sample_window.commands["file.lock"].trigger()
    assert not sample_window.session.is_open
    go.set()
    qtbot.waitUntil(lambda: not sample_window.session.tasks.busy, timeout=20_000)
    assert sample_window.messages.text == said
    assert not sample_window.findChildren(ReportDialog)


def test_a_book_that_is_only_read_says_so_at_once(
    window: MainWindow, sample_file: Path, table: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "Book.contactbook"
    path.write_bytes(sample_file.read_bytes())
    window.session.take(books.open_book(path, books.credential(PASSWORD), read_only=True))
    window.door.entered.emit()
    qtbot.waitUntil(window.commands["file.export"].isEnabled)
    assert not window.commands["file.import"].isEnabled()
    cards = tmp_path / "one.vcf"
    cards.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Bo Berg\nEND:VCARD\n")
    for dropped in (table, cards):
        window.messages.dismiss()
        window.import_paths([dropped])
        assert "“Book.contactbook” can only be read." in window.messages.text
    assert not window.findChildren(ImportWizard)


def test_a_file_that_is_not_there_is_named_and_the_others_come_in(
    wizard: Callable[[list[Path]], ImportWizard],
    sample_window: MainWindow,
    table: Path,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    opened = wizard([tmp_path / "gone.csv", table])
    assert "gone.csv" in opened.source.recognised.text()
    assert opened.next.isEnabled()
    go_to_check(opened, qtbot)
    with qtbot.waitSignal(sample_window.flow.finished, timeout=20_000) as done:
        go_on(opened, qtbot)
    assert done.args is not None
    assert done.args[0].created == 2
    assert [Path(file.file).name for file in done.args[0].files if file.problem] == ["gone.csv"]
