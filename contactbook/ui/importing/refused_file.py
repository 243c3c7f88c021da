"""Where refused cards and rows go, to be corrected and imported: the same layout, the reason in front."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from contactbook.actions.import_report import ImportReport


def ask_where(report: ImportReport, parent: QWidget, chosen: Callable[[Path], object]) -> None:
    """Ask for the file; tables go to a table, cards to cards."""
    say = QCoreApplication.translate
    dialog = QFileDialog(parent, say("RefusedFile", "Save what was refused"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    refused = {one.file for one in report.rejected}
    tables = any(file.headings for file in report.files if file.file in refused)
    suffix = "csv" if tables else "vcf"
    first = next(iter(report.rejected), None)
    stem = Path(first.file).stem if first is not None else ""
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(f"{say('RefusedFile', '%1 - refused').replace('%1', stem)}.{suffix}")
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.open()
