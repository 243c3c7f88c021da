"""Converting by keys: with no book open, from any file to any format, cancelled, refused, reported."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel

from contactbook.actions import converting
from contactbook.domain.problems import Cancelled, Problem
from contactbook.ui.importing.convert_wizard import ConvertWizard
from contactbook.ui.importing.files_wizard import LAST
from contactbook.ui.importing.report_dialog import ReportDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow

TABLE = "Name,E-mail,Colour\nHans Müller,hans@acme.example,red\nAnna Schmidt,anna@acme.example,blue\n"
PHOTO = "PHOTO;ENCODING=b;TYPE=GIF:R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
CARDS = (
    f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bo Good\r\n{PHOTO}\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:3.0\r\nTEL:1\r\n"
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Cy Kind\r\nEND:VCARD\r\n"
)


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> Callable[[Path], ConvertWizard]:
    """The window over a file, at its last step; by the link of the welcome page, with no book."""

    def open_it(path: Path) -> ConvertWizard:
        qtbot.keyClick(window.door.welcome.convert_button, Qt.Key.Key_Space)
        made = window.findChildren(ConvertWizard)[-1]
        made.draft.add([path])
        qtbot.waitUntil(lambda: bool(made.draft.files) and not made.draft.busy)
        while made.pages.currentIndex() != LAST:
            qtbot.keyClick(made.next, Qt.Key.Key_Space)
        return made

    return open_it


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text(TABLE, "utf-8")
    return path


@pytest.fixture
def cards(tmp_path: Path) -> Path:
    path = tmp_path / "people.vcf"
    path.write_text(CARDS, "utf-8", newline="")
    return path


def test_a_table_becomes_cards_by_keys(
    opened: Callable[[Path], ConvertWizard], window: MainWindow, table: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    wizard = opened(table)
    assert not window.session.is_open
    assert wizard.target.form.to == "vcard3"
    assert wizard.next.text() == "&Save as …"
    qtbot.keyClick(wizard.next, Qt.Key.Key_Space)
    (dialog,) = wizard.findChildren(QFileDialog)
    assert dialog.selectedFiles()[0].endswith("people.vcf")
    out = tmp_path / "out.vcf"
    dialog.fileSelected.emit(str(out))
    dialog.close()
    qtbot.waitUntil(lambda: not wizard.target.running, timeout=20_000)
    assert out.read_text("utf-8").count("BEGIN:VCARD") == 2
    assert "Wrote 2 contacts to out.vcf." in wizard.target.told.text()
    assert wizard.cancel.text() == "Close"
    qtbot.keyClick(wizard.cancel, Qt.Key.Key_Space)
    assert not wizard.isVisible()


def test_what_the_target_has_no_place_for_is_said_before(
    opened: Callable[[Path], ConvertWizard], cards: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    wizard = opened(cards)
    assert wizard.target.form.to == "csv"
    note = wizard.target.warnings
    qtbot.waitUntil(lambda: "no place for: photos (1 contact)" in note.text().lower(), timeout=20_000)
    wizard.target.form.choose("json")
    qtbot.waitUntil(lambda: "holds everything" in note.text(), timeout=20_000)
    wizard.target.write(tmp_path / "out.json")
    qtbot.waitUntil(lambda: not wizard.target.running, timeout=20_000)
    assert "1 was refused." in wizard.target.told.text()
    qtbot.keyClick(wizard.target.show_report, Qt.Key.Key_Space)
    report = wizard.target.findChildren(ReportDialog)[-1]
    texts = [label.text() for label in report.findChildren(QLabel)]
    assert "Written" in texts
    assert "Unchanged" not in texts
    report.save_to(tmp_path / "refused.vcf")
    assert b"TEL:1" in (tmp_path / "refused.vcf").read_bytes()
    report.close()
    wizard.close()


def test_cancel_stops_the_writing_and_leaves_nothing(
    opened: Callable[[Path], ConvertWizard],
    table: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def endless(*_ins: object, cancelled: Callable[[], bool], **_named: object) -> None:
        while not cancelled():
            time.sleep(0.005)
        raise Cancelled

    wizard = opened(table)
    monkeypatch.setattr(converting, "convert", endless)
    wizard.target.write(tmp_path / "out.vcf")
    assert wizard.target.running
    assert not wizard.next.isEnabled()
    qtbot.keyClick(wizard.cancel, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not wizard.target.running)
    assert wizard.isVisible()
    assert "Nothing was written" in wizard.target.told.text()
    assert [path.name for path in tmp_path.iterdir()] == ["people.csv"]
    wizard.close()


def test_the_file_itself_is_no_target(
    opened: Callable[[Path], ConvertWizard], table: Path, qtbot: QtBot
) -> None:
    wizard = opened(table)
    with qtbot.waitSignal(wizard.target.met) as met:
        wizard.target.write(table)
    assert met.args is not None
    assert isinstance(met.args[0], Problem)
    assert met.args[0].code == "export.same_file"
    assert table.read_text("utf-8") == TABLE
    qtbot.waitUntil(wizard.next.isEnabled)
    wizard.close()


def test_it_opens_from_the_menu_beside_a_book(sample_window: MainWindow, qtbot: QtBot) -> None:
    sample_window.commands["file.convert"].trigger()
    (wizard,) = sample_window.findChildren(ConvertWizard)
    assert wizard.isVisible()
    sample_window.session.lock()
    qtbot.waitUntil(lambda: not any(one.isVisible() for one in sample_window.findChildren(ConvertWizard)))
