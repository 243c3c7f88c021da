"""The report of an import: what was read, mapped, kept as it came, lost, and every card that was refused."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from contactbook.actions.importing import save_rejected
from contactbook.domain.problems import Problem
from contactbook.ui.importing import refused_file
from contactbook.ui.importing.refused_model import RefusedModel
from contactbook.ui.widgets import theme
from contactbook.wording import problems, reports
from contactbook.wording.speech import say_number

if TYPE_CHECKING:
    from contactbook.actions.import_report import FileReport, ImportReport, Noticed

_SIZE = (760, 560)
_FILES_SHOWN = 6
_FORMATS = {"vcard2.1": "vCard 2.1", "vcard3": "vCard 3.0", "vcard4": "vCard 4.0"}


class ReportDialog(QDialog):
    """Shows one report; refused cards can be saved to a file as they stood in theirs."""

    def __init__(self, report: ImportReport, parent: QWidget | None = None, *, written: str = "") -> None:
        super().__init__(parent)
        self._report = report
        self._written = written
        title = self.tr("Report of the conversion") if written else self.tr("Report of the import")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wanted = theme.fitting(_SIZE, self)
        self.resize(wanted.boundedTo(parent.window().size()) if parent is not None else wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE_24, theme.SPACE_24, theme.SPACE_24, theme.SPACE_16)
        layout.setSpacing(theme.SPACE_12)
        told = reports.export_summary(report.created, Path(written).name) if written else ""
        heading = QLabel(told or reports.import_summary(report.counts))
        heading.setFont(theme.heading(self.font()))
        heading.setWordWrap(True)
        heading.setAlignment(theme.leading(self))
        layout.addWidget(heading)
        layout.addLayout(self._counts())
        layout.addLayout(self._files())
        if remarks := report.kinds_of_remarks():
            layout.addWidget(self._section(self.tr("Noticed")))
            layout.addLayout(self._noticed(remarks))
        self._message = QLabel()
        self._message.setWordWrap(True)
        self._message.hide()
        if report.rejected:
            layout.addWidget(self._section(self.tr("Refused")))
            layout.addWidget(self._refused(), 1)
        else:
            layout.addStretch(1)
        layout.addWidget(self._message)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        if report.rejected:
            save = QPushButton(self.tr("&Save what was refused …"))
            save.clicked.connect(self._on_save)
            buttons.addButton(save, QDialogButtonBox.ButtonRole.ActionRole)
        layout.addWidget(buttons)

    @classmethod
    def show_report(cls, report: ImportReport, parent: QWidget, *, written: str = "") -> ReportDialog:
        """Open the report beside the window, which stays usable; `written` is the file of a conversion."""
        dialog = cls(report, parent, written=written)
        dialog.show()
        return dialog

    def _counts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE_24)
        grid.setVerticalSpacing(theme.SPACE_4)
        report = self._report
        fates = (
            ((self.tr("Written"), report.created),)
            if self._written
            else (
                (self.tr("New"), report.created),
                (self.tr("Updated"), report.updated),
                (self.tr("Unchanged"), report.unchanged),
                (self.tr("Skipped"), report.skipped),
            )
        )
        properties = (
            (self.tr("Properties read"), report.properties.read),
            (self.tr("Understood"), report.properties.mapped),
            (self.tr("Kept as they came"), report.properties.kept_raw),
            (self.tr("Lost"), report.properties.lost),
        )
        pairs = (
            *fates,
            *(() if report.entries else ((self.tr("Groups"), report.groups),)),
            (self.tr("Refused"), report.refused),
            *(() if report.entries else properties),
        )
        half = len(fates) + 2
        for at, (word, number) in enumerate(pairs):
            row, column = (0, at) if at < half else (2, at - half)
            figure = QLabel(QLocale().toString(number))
            figure.setFont(theme.tabular(theme.heading(self.font())))
            label = QLabel(word)
            label.setProperty("tone", "muted")
            figure.setAccessibleName(f"{word}: {number}")
            figure.setContentsMargins(0, theme.SPACE_8 if row else 0, 0, 0)
            grid.addWidget(figure, row, column)
            grid.addWidget(label, row + 1, column)
        grid.setColumnStretch(half, 1)
        return grid

    def _section(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setFont(theme.strong(self.font()))
        label.setAlignment(theme.leading(self))
        return label

    def _files(self) -> QVBoxLayout:
        """The first files, closely set, and how many more there were."""
        column = QVBoxLayout()
        column.setSpacing(theme.SPACE_4)
        for file in self._report.files[:_FILES_SHOWN]:
            column.addWidget(self._file(file))
        if (more := len(self._report.files) - _FILES_SHOWN) > 0:
            label = QLabel(say_number(more, "and 1 more file", "and {n} more files"))
            label.setProperty("tone", "muted")
            column.addWidget(label)
        return column

    def _file(self, file: FileReport) -> QLabel:
        kind = _FORMATS.get(file.format, file.format.upper())
        how = " · ".join(part for part in (kind, file.program.title(), file.encoding.upper()) if part)
        if file.problem and not how:
            how = self.tr("cannot be read")
        text = f"{Path(file.file).name}  ·  {how}" if how else Path(file.file).name
        if file.properties.read and len(self._report.files) > 1:
            text += f"\n{reports.fidelity(file.properties.to_json())}"
        label = QLabel(text)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setToolTip(file.file)
        label.setProperty("tone", "muted")
        label.setAlignment(theme.leading(self))
        return label

    def _noticed(self, remarks: list[tuple[Noticed, int]]) -> QVBoxLayout:
        """What was read with a guess or a repair: a line for each kind, with its first place."""
        column = QVBoxLayout()
        column.setSpacing(theme.SPACE_4)
        for noticed, count in remarks:
            place = self.tr("Line %1").replace("%1", QLocale().toString(noticed.line))
            if len(self._report.files) > 1:
                place = f"{Path(noticed.file).name}, {place}"
            told = f"{place}: {reports.remark(noticed.code, noticed.detail)}"
            if count > 1:
                told += " " + say_number(count - 1, "(and 1 more)", "(and {n} more)")
            label = QLabel(told)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(theme.leading(self))
            column.addWidget(label)
        return column

    def _refused(self) -> QTableView:
        table = QTableView()
        table.setModel(RefusedModel(self._report.rejected, table))
        table.setAccessibleName(self.tr("Refused cards"))
        table.setProperty("kind", "plain")
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setColumnHidden(0, len(self._report.files) == 1)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        table.verticalHeader().setDefaultSectionSize(theme.row_height(self.font(), compact=True))
        table.setWordWrap(False)
        return table

    def _on_save(self) -> None:
        refused_file.ask_where(self._report, self, self.save_to)

    def save_to(self, path: Path) -> None:
        """Write the refused cards, as they stood in their files, and say how that went."""
        try:
            save_rejected(self._report, path, reports.refusal)
        except Problem as problem:
            sentence = problems.sentence(problem)
            self._message.setProperty("tone", "danger")
            self._message.setText(f"{sentence.what} {sentence.remedy}")
        else:
            self._message.setProperty("tone", "success")
            self._message.setText(self.tr("Saved to %1.").replace("%1", path.name))
        self._message.style().polish(self._message)
        self._message.show()
