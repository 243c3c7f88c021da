"""The watched folder: what appears in it is offered once, also when it came while the program was closed."""

from __future__ import annotations

import os
import shutil
import sys
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QPushButton

from contactbook.settings import declarations
from contactbook.ui.importing.import_wizard import ImportWizard

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from contactbook.ui.importing.watch_folder import WatchFolder
    from contactbook.ui.main_window import MainWindow

CARD = b"BEGIN:VCARD\nVERSION:3.0\nFN:Bo Berg\nEND:VCARD\n"
LONG_AGO = time.time() - 100_000
SETTLE_MS = 80
"""Milliseconds after which a file that has not grown is taken for whole; the program waits longer."""


@pytest.fixture
def folder(tmp_path: Path, sample_window: MainWindow) -> Path:
    made = tmp_path / "incoming"
    made.mkdir()
    (made / "before.vcf").write_bytes(CARD)
    os.utime(made / "before.vcf", (LONG_AGO, LONG_AGO))
    time.sleep(0.02)
    settle = sample_window.watch_folder.findChild(QTimer)
    assert settle is not None
    settle.setInterval(SETTLE_MS)
    sample_window.settings.put(declarations.WATCH_FOLDER, str(made))
    sample_window.watch_folder.follow()
    time.sleep(0.02)
    return made


def _offered(watcher: WatchFolder, qtbot: QtBot) -> list[str]:
    with qtbot.waitSignal(watcher.appeared, timeout=10_000) as found:
        pass
    assert found.args is not None
    return [path.name for path in found.args[0]]


def test_new_files_are_offered_and_old_ones_are_not(
    sample_window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    (folder / "new.vcf").write_bytes(CARD)
    (folder / "notes.doc").write_bytes(b"no contacts")
    assert _offered(sample_window.watch_folder, qtbot) == ["new.vcf"]
    assert sample_window.messages.isVisible()
    button = next(
        each for each in sample_window.messages.findChildren(QPushButton) if "Import" in each.text()
    )
    button.click()
    (wizard,) = sample_window.findChildren(ImportWizard)
    qtbot.waitUntil(lambda: bool(wizard.draft.files))
    assert wizard.draft.paths == [folder / "new.vcf"]
    wizard.close()


def test_what_came_in_between_is_offered_once(sample_window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    sample_window.watch_folder.rest()
    (folder / "between.csv").write_bytes(b"Name,E-mail\nBo,bo@berg.example\n")
    sample_window.watch_folder.follow()
    assert _offered(sample_window.watch_folder, qtbot) == ["between.csv"]
    sample_window.watch_folder.follow()
    with qtbot.assertNotEmitted(sample_window.watch_folder.appeared, wait=5 * SETTLE_MS):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of POSIX")
def test_only_files_are_offered_whatever_else_has_such_a_name(
    sample_window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    os.mkfifo(folder / "pipe.vcf")
    (folder / "folder.vcf").mkdir()
    (folder / "nowhere.vcf").symlink_to(folder / "gone.vcf")
    (folder / "circle.vcf").symlink_to(folder / "circle.vcf")
    odd = "a 'quoted'\n\"line\" %1 <b>.vcf"
    (folder / odd).write_bytes(CARD)
    assert _offered(sample_window.watch_folder, qtbot) == [odd]


def test_a_folder_that_goes_away_is_no_fault(
    sample_window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watcher = sample_window.watch_folder
    monkeypatch.setattr(watcher._watcher, "directories", lambda: [str(folder / "unplugged")])
    found: list[object] = []
    watcher.appeared.connect(found.append)
    watcher._look()
    assert not found


def test_nothing_is_watched_without_a_folder(sample_window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    sample_window.settings.put(declarations.WATCH_FOLDER, "")
    sample_window.watch_folder.follow()
    (folder / "new.vcf").write_bytes(CARD)
    with qtbot.assertNotEmitted(sample_window.watch_folder.appeared, wait=5 * SETTLE_MS):
        pass


def test_a_folder_that_is_gone_is_told_when_it_goes_and_when_the_book_is_opened(
    sample_window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    watcher = sample_window.watch_folder
    with qtbot.waitSignal(watcher.failed, timeout=10_000) as told:
        shutil.rmtree(folder)
    assert told.args is not None
    assert told.args[0].code == "import.watch_folder_gone"
    assert any(str(folder) in label.text() for label in sample_window.messages.findChildren(QLabel))
    with qtbot.waitSignal(watcher.failed):
        watcher.follow()
    folder.mkdir()
    with qtbot.assertNotEmitted(watcher.failed, wait=2 * SETTLE_MS):
        watcher.follow()
