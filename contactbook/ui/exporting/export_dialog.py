"""Export in one form: whom, as what, with which columns; what the file cannot hold is said beforehand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from contactbook.actions import fields
from contactbook.ui.exporting.format_form import FormatForm
from contactbook.ui.exporting.loss_note import LossNote
from contactbook.ui.widgets import theme
from contactbook.wording import export_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from contactbook.actions.exporting import ExportWarning
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.tasks import Job

ARCHIVE = "archive"


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
        labels = [each.label for each in fields.list_fields(session.book)]
        self.form = FormatForm(export_words.FORMATS, last.columns, labels)
        self.format, self.purpose = self.form.format, self.form.purpose
        self.columns, self.for_excel = self.form.columns, self.form.for_excel
        self.for_excel.setChecked(last.for_excel)
        self.warnings = LossNote(session.tasks)
        self.export_button = QPushButton(self.tr("Choose a file …"))
        self._lay_out()
        self.scope.currentIndexChanged.connect(self._on_changed)
        self.form.changed.connect(self._on_changed)
        self.form.ticked.connect(self._on_ticked)
        self.warnings.said.connect(self._fit)
        self.export_button.clicked.connect(self._on_accepted)
        self.finished.connect(self.warnings.stop)
        self.scope.setCurrentIndex(
            next((at for at, scope in enumerate(self._scopes) if scope.key == last.scope.key), 0)
        )
        self.form.choose(last.to)
        self._on_changed()

    @property
    def choice(self) -> ExportChoice:
        """What is chosen now."""
        scope = self._scopes[self.scope.currentIndex()]
        return ExportChoice(scope, self.form.to, self.form.chosen, self.form.excel)

    def _lay_out(self) -> None:
        self.form.add_above(self.tr("&Whom"), self.scope)
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
        layout.addWidget(self.form)
        layout.addWidget(self.warnings)
        layout.addStretch(1)
        layout.addLayout(buttons)

    def _on_changed(self) -> None:
        """Other options for another format, and what it cannot hold is found out anew."""
        self.scope.setEnabled(self.form.to != ARCHIVE)
        self._on_ticked()
        self._ask()
        self._fit()

    def _fit(self) -> None:
        """As high as everything needs: Qt alone stops at two thirds of the screen, and squeezes."""
        self.adjustSize()
        layout = self.layout()
        if layout is not None:
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def _on_ticked(self) -> None:
        self.export_button.setEnabled(self.form.complete)

    def _ask(self) -> None:
        """Looks through the contacts on a thread of its own."""
        chosen = self.choice
        if chosen.to == ARCHIVE or not self._session.is_open:
            self.warnings.stop()
            said = self.tr("An archive is not encrypted: whoever has the file can read all of it.")
            self.warnings.say(said, "warning")
            return
        book = self._session.book

        def work(job: Job[Any]) -> list[ExportWarning]:
            from contactbook.actions import exporting

            return exporting.losses(book, chosen.scope.ids(), to=chosen.to, cancelled=job.is_cancelled)

        self.warnings.ask(work)

    def _on_accepted(self) -> None:
        chosen = self.choice
        self.close()
        self.wanted.emit(chosen)
