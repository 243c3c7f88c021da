"""Export in one form: whom, as what, with which columns; what the file cannot hold is said beforehand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from contactbook.ui.exporting.column_list import ColumnList
from contactbook.ui.tasks import Job
from contactbook.ui.widgets import theme
from contactbook.wording import export_words, reports

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from contactbook.actions.exporting import ExportWarning
    from contactbook.ui.book_session import BookSession

ARCHIVE = "archive"
TABLES = ("csv", "xlsx")
"""Formats whose columns can be chosen."""
MOST_WARNINGS = 6


@dataclass(frozen=True, slots=True)
class Scope:
    """Contacts that can be exported: what they are called, how many (-1: not counted), and their ids."""

    key: str
    label: str
    count: int
    ids: Callable[[], Sequence[int]]


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What was chosen. `columns` is empty for all of them."""

    scope: Scope
    to: str
    columns: tuple[str, ...] = ()
    for_excel: bool = False


class ExportDialog(QDialog):
    """The form; the file is asked for afterwards."""

    wanted = Signal(object)
    """The `ExportChoice`."""

    def __init__(
        self, session: BookSession, scopes: Sequence[Scope], last: ExportChoice, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export"))
        self._session = session
        self._scopes = list(scopes)
        self._asking: Job[Any] | None = None
        self.scope = QComboBox()
        for scope in self._scopes:
            count = f"  ·  {QLocale().toString(scope.count)}" if scope.count >= 0 else ""
            self.scope.addItem(f"{scope.label}{count}")
        self.format = QComboBox()
        for to in export_words.FORMATS:
            self.format.addItem(export_words.title(to), to)
        self.format.setMaxVisibleItems(len(export_words.FORMATS))
        self.purpose = _note()
        self.for_excel = QCheckBox(self.tr("Made for &Excel: it calculates no cell that begins with = + - @"))
        self.for_excel.setChecked(last.for_excel)
        self.columns = ColumnList(last.columns)
        self.warnings = _note()
        self.warnings.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.export_button = QPushButton(self.tr("Choose a file …"))
        self._lay_out()
        self.scope.currentIndexChanged.connect(self._on_changed)
        self.format.currentIndexChanged.connect(self._on_changed)
        self.columns.changed.connect(self._on_ticked)
        self.export_button.clicked.connect(self._on_accepted)
        self.finished.connect(self._stop_asking)
        self.scope.setCurrentIndex(
            next((at for at, scope in enumerate(self._scopes) if scope.key == last.scope.key), 0)
        )
        self.format.setCurrentIndex(max(0, self.format.findData(last.to)))
        self._on_changed()

    @property
    def choice(self) -> ExportChoice:
        """What is chosen now."""
        to = str(self.format.currentData())
        chosen = self.columns.chosen() if to in TABLES else ()
        scope = self._scopes[self.scope.currentIndex()]
        return ExportChoice(scope, to, chosen, to == "csv" and self.for_excel.isChecked())

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE_16)
        grid.setVerticalSpacing(theme.SPACE_8)
        grid.setColumnStretch(1, 1)
        rows = ((self.tr("&Whom"), self.scope), (self.tr("&As"), self.format))
        for row, (text, box) in enumerate(rows):
            label = QLabel(text)
            label.setBuddy(box)
            box.setAccessibleName(text.replace("&", ""))
            box.setMinimumWidth(theme.scaled(380, self.font()))
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
        grid.addWidget(self.purpose, 2, 1)
        self._columns_label = QLabel(self.tr("&Columns"))
        self._columns_label.setBuddy(self.columns.list)
        grid.addWidget(self._columns_label, 3, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.columns, 3, 1)
        grid.addWidget(self.for_excel, 4, 1)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setProperty("kind", "quiet")
        cancel.clicked.connect(self.close)
        self.export_button.setProperty("kind", "primary")
        self.export_button.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.export_button)
        head = QLabel(self.tr("Export"))
        head.setFont(theme.heading(self.font()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.SPACE_24,) * 4)
        layout.setSpacing(theme.SPACE_16)
        layout.addWidget(head)
        layout.addLayout(grid)
        layout.addWidget(self.warnings)
        layout.addStretch(1)
        layout.addLayout(buttons)

    def _on_changed(self) -> None:
        """Other options for another format, and what it cannot hold is found out anew."""
        to = self.choice.to
        self.purpose.setText(export_words.purpose(to))
        self.for_excel.setVisible(to == "csv")
        for part in (self._columns_label, self.columns):
            part.setVisible(to in TABLES)
        self.scope.setEnabled(to != ARCHIVE)
        self._on_ticked()
        self._ask()
        self.adjustSize()

    def _on_ticked(self) -> None:
        """A table without a column is none."""
        is_table = self.choice.to in TABLES
        self.export_button.setEnabled(not is_table or bool(self.columns.ticked()))

    def _ask(self) -> None:
        """Looks through the contacts on a thread of its own; the answer to an older question is dropped."""
        self._stop_asking()
        chosen = self.choice
        if chosen.to == ARCHIVE or not self._session.is_open:
            said = self.tr("An archive is not encrypted: whoever has the file can read all of it.")
            self._say(said, "warning")
            return
        book = self._session.book
        self._say(self.tr("Looking what the file can hold …"), "muted")

        def work(job: Job[Any]) -> list[ExportWarning]:
            from contactbook.actions import exporting

            return exporting.losses(book, chosen.scope.ids(), to=chosen.to, cancelled=job.is_cancelled)

        self._asking = Job(
            work=work,
            owner=self,
            on_done=self._on_answered,
            on_problem=lambda _problem: self._say("", "muted"),
        )
        self._session.tasks.start(self._asking)

    def _on_answered(self, found: list[ExportWarning]) -> None:
        lines = [reports.export_warning(one.code, one.contacts) for one in found]
        if len(lines) > MOST_WARNINGS:
            more = len(lines) - MOST_WARNINGS + 1
            lines = [*lines[: MOST_WARNINGS - 1], self.tr("And %1 more.").replace("%1", str(more))]
        if lines:
            self._say("\n".join(lines), "warning")
        else:
            self._say(self.tr("The file holds everything. It is not encrypted."), "muted")

    def _say(self, text: str, tone: str) -> None:
        self.warnings.setText(text)
        self.warnings.setProperty("tone", tone)
        self.warnings.style().unpolish(self.warnings)
        self.warnings.style().polish(self.warnings)
        self.adjustSize()

    def _stop_asking(self) -> None:
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None

    def _on_accepted(self) -> None:
        chosen = self.choice
        self.close()
        self.wanted.emit(chosen)


def _note() -> QLabel:
    label = QLabel()
    label.setProperty("tone", "muted")
    label.setWordWrap(True)
    return label
