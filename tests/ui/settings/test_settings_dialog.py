"""Settings: made from the declarations, holding at once, those of the book as steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QSpinBox, QWidget

from contactbook.actions import book_options
from contactbook.settings import declarations
from contactbook.settings.declarations import Scope
from contactbook.ui.settings.folder_row import FolderRow
from contactbook.ui.settings.setting_controls import control_for
from contactbook.ui.settings.settings_dialog import SettingsDialog

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def opened(window: MainWindow) -> SettingsDialog:
    window.commands["file.settings"].trigger()
    found = window.findChildren(SettingsDialog)
    return found[-1]


def test_every_setting_with_a_label_stands_there(sample_window: MainWindow) -> None:
    dialog = opened(sample_window)
    expected = {one.key for scope in Scope for one in declarations.on_page(scope)}
    assert set(dialog.controls) == expected
    dialog.close()


def test_without_a_book_only_the_computer_is_there(window: MainWindow) -> None:
    dialog = opened(window)
    assert set(dialog.controls) == {one.key for one in declarations.on_page(Scope.COMPUTER)}
    dialog.close()


def test_the_order_of_names_changes_the_list_and_can_be_undone(
    sample_window: MainWindow, qtbot: QtBot
) -> None:
    window = sample_window
    dialog = opened(window)
    box = dialog.controls["name_display"]
    assert isinstance(box, QComboBox)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: not window.session.tasks.busy, timeout=10_000)
    assert book_options.options(window.session.book)["name_display"] == "family_first"
    qtbot.waitUntil(lambda: ", " in window.contacts.page.table.row(0).display_name)
    dialog.close()
    window.commands["edit.undo"].trigger()
    qtbot.waitUntil(lambda: ", " not in window.contacts.page.table.row(0).display_name, timeout=10_000)


def test_a_number_keeps_to_its_limits(qtbot: QtBot) -> None:
    setting = next(one for one in declarations.every() if one.key == "backup_count")
    box = control_for(setting, 10, lambda _value: None)
    qtbot.addWidget(box)
    assert isinstance(box, QSpinBox)
    assert (box.minimum(), box.maximum()) == (1, 1000)


def test_the_density_of_the_list_follows(window: MainWindow) -> None:
    window.setting_commands._on_computer_chosen(declarations.DENSITY, "compact")  # type: ignore[arg-type]
    assert window.commands["view.compact"].isChecked()


def test_the_watched_folder_is_followed_at_once(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(sample_window)
    row = dialog.controls["watch_folder"]
    assert isinstance(row, FolderRow)
    row.setFocus()
    qtbot.keyClicks(row.line, str(tmp_path / "nowhere"))
    assert row.doubt.isVisibleTo(dialog)
    row.line.clear()
    qtbot.keyClicks(row.line, str(tmp_path))
    qtbot.keyClick(row.line, Qt.Key.Key_Return)
    assert not row.doubt.isVisibleTo(dialog)
    assert sample_window.settings.get(declarations.WATCH_FOLDER) == str(tmp_path)
    qtbot.wait(20)  # what is there when the watching begins is not offered: clocks of file systems are coarse
    with qtbot.waitSignal(sample_window.watch_folder.appeared, timeout=10_000):
        (tmp_path / "new.vcf").write_bytes(b"BEGIN:VCARD\nVERSION:3.0\nFN:Bo\nEND:VCARD\n")
    row.line.clear()
    assert sample_window.settings.get(declarations.WATCH_FOLDER) == ""
    dialog.close()


def test_a_folder_is_chosen_in_a_dialog(qtbot: QtBot, tmp_path: Path) -> None:
    heard: list[object] = []
    row = control_for(declarations.BACKUP_FOLDER, "", heard.append)  # type: ignore[arg-type]
    qtbot.addWidget(row)
    assert isinstance(row, FolderRow)
    row.button.click()
    asked = row.findChild(QFileDialog)
    assert asked is not None
    asked.fileSelected.emit(str(tmp_path))
    assert heard == [str(tmp_path)]
    asked.close()


def test_every_control_is_reached_by_tab_and_has_a_name(sample_window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(sample_window)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    reached: list[QWidget] = []
    for _ in range(60):
        focus = dialog.focusWidget()
        if focus is not None:
            reached.append(focus)
        qtbot.keyClick(focus or dialog, Qt.Key.Key_Tab)
    for key, control in dialog.controls.items():
        assert any(one is control or control.isAncestorOf(one) for one in reached), key
    assert all(one.accessibleName() or getattr(one, "text", str)() for one in reached)
    dialog.close()
