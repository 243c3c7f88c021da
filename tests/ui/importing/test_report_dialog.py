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
    assert any("broken.vcf" in text and "1 property read, 1 understood, 0 lost." in text for text in texts)
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


def test_refused_cards_are_saved_as_they_stood(dialog: ReportDialog, tmp_path: Path) -> None:
    target = tmp_path / "refused.vcf"
    dialog.save_to(target)
    assert b"TEL:1" in target.read_bytes()
    dialog.save_to(tmp_path / "no folder" / "refused.vcf")
    assert any("folder" in label.text() for label in dialog.findChildren(QLabel))
    dialog.close()
