"""The report of an import: counts, refused cards, and saving them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QTableView

from contactbook.actions import importing
from contactbook.ui.importing.refused_model import RefusedModel
from contactbook.ui.importing.report_dialog import ReportDialog

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

BROKEN = b"BEGIN:VCARD\r\nVERSION:3.0\r\nTEL:1\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bo Good\r\nEND:VCARD\r\n"


@pytest.fixture
def dialog(sample_window: MainWindow, tmp_path: Path, qtbot: QtBot) -> ReportDialog:
    source = tmp_path / "broken.vcf"
    source.write_bytes(BROKEN)
    result = importing.import_files(sample_window.session.book, [source])
    assert len(result.report.rejected) == 1
    made = ReportDialog.show_report(result.report, sample_window)
    qtbot.waitExposed(made)
    return made


def test_it_counts_and_lists_what_was_refused(dialog: ReportDialog) -> None:
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Refused" in texts
    assert any("broken.vcf" in text for text in texts)
    figures = {label.accessibleName() for label in dialog.findChildren(QLabel)}
    assert {"Properties read: 1", "Understood: 1", "Kept as they came: 0", "Lost: 0"} <= figures
    (table,) = dialog.findChildren(QTableView)
    model = table.model()
    assert isinstance(model, RefusedModel)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.rowCount() == 1
    assert model.index(0, 0).data() == "broken.vcf"
    assert model.index(0, 1).data() == "1"
    assert model.index(0, 2).data()
    assert "TEL:1" in model.index(0, 3).data(Qt.ItemDataRole.DisplayRole)
    dialog.close()


def test_what_was_noticed_is_told_by_kind_with_its_first_place(
    sample_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    odd = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bo\r\nno property\r\nnor this\r\nEND:VCARD\r\n"
    for name in ("one.vcf", "two.vcf"):
        (tmp_path / name).write_bytes(odd if name == "one.vcf" else odd.replace(b"Bo", b"Cy"))
    paths = [tmp_path / "one.vcf", tmp_path / "two.vcf"]
    result = importing.import_files(sample_window.session.book, paths)
    made = ReportDialog.show_report(result.report, sample_window)
    qtbot.waitExposed(made)
    texts = [label.text() for label in made.findChildren(QLabel)]
    assert "Noticed" in texts
    (told,) = [text for text in texts if text.startswith("one.vcf, Line 4: ")]
    assert told.endswith("(and 3 more)")
    assert sum("3 properties read, 1 understood, 2 kept as they are, 0 lost." in text for text in texts) == 2
    assert made.width() <= sample_window.width()
    made.close()


def test_refused_cards_are_saved_as_they_stood(dialog: ReportDialog, tmp_path: Path) -> None:
    target = tmp_path / "refused.vcf"
    dialog.save_to(target)
    assert b"TEL:1" in target.read_bytes()
    dialog.save_to(tmp_path / "no folder" / "refused.vcf")
    assert any("folder" in label.text() for label in dialog.findChildren(QLabel))
    dialog.close()
