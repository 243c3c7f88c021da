"""Editing many contacts at once: common values, "(different)", and what would change before it does (R20)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from contactbook.actions import bulk_editing
from contactbook.domain.bulk_change import ADD, REMOVE, TAG, BulkChange, CommonValue
from contactbook.domain.field_definition import FieldDefinition
from contactbook.domain.fields import LONG_TEXT, TEXT
from contactbook.domain.form_sections import whole
from contactbook.qtmodels import field_reads
from contactbook.qtmodels.marked_text import QT_TRANSLATE_NOOP
from contactbook.ui.fields.bulk_row import LABEL_WIDTH, BulkRow
from contactbook.ui.fields.field_words import translated
from contactbook.ui.widgets import theme
from contactbook.wording.problems import sentence
from contactbook.wording.speech import say_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.domain.bulk_change import BulkPreview
    from contactbook.domain.problems import Problem
    from contactbook.ui.book_session import BookSession

FIRST_SIZE = (640, 680)
PREVIEW_MS = 300
"""Milliseconds after the last key until it is found out what would change."""

COLUMNS = {
    "organization": QT_TRANSLATE_NOOP("Fields", "Company"),
    "department": QT_TRANSLATE_NOOP("Fields", "Department"),
    "job_title": QT_TRANSLATE_NOOP("Fields", "Title"),
    "role": QT_TRANSLATE_NOOP("Fields", "Role"),
    "given": QT_TRANSLATE_NOOP("Fields", "Given name"),
    "family": QT_TRANSLATE_NOOP("Fields", "Family name"),
    "prefix": QT_TRANSLATE_NOOP("Fields", "Prefix"),
    "language": QT_TRANSLATE_NOOP("Fields", "Language"),
    "note": QT_TRANSLATE_NOOP("Fields", "Note"),
}
"""What of every contact the form offers, in order."""


class BulkEditDialog(QDialog):
    """Reads in the background, writes one step when it is accepted."""

    accepted_changes = Signal(object)
    """The changes that shall be made: a list of `BulkChange`."""

    def __init__(self, session: BookSession, ids: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._ids = session, list(ids)
        self.rows: list[BulkRow] = []
        title = say_number(len(self._ids), "Edit 1 contact", "Edit {n} contacts")
        self.setWindowTitle(title)
        self.resize(theme.fitting(FIRST_SIZE, self))
        self.add_tags, self.remove_tags = QLineEdit(), QLineEdit()
        self.told = QLabel(
            self.tr("Type into a line, or tick it, to change it. The others stay as they are.")
        )
        self.apply_button = QPushButton(self.tr("Change"))
        self._lay_out(title)
        self._wait = QTimer(self, singleShot=True, interval=PREVIEW_MS)
        self._wait.timeout.connect(self._preview)
        self._fill()
        self.add_tags.setFocus()
        session.closing.connect(self.close)

    def changes(self) -> list[BulkChange]:
        """Everything that shall be done."""
        found = [change for row in self.rows if (change := row.change()) is not None]
        for line, how in ((self.add_tags, ADD), (self.remove_tags, REMOVE)):
            names = [name.strip() for name in line.text().split(",")]
            found += [BulkChange(TAG, name, how) for name in names if name]
        return found

    def _lay_out(self, title: str) -> None:
        head = QLabel(title)
        head.setFont(theme.heading(self.font()))
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(theme.SPACE_16, theme.SPACE_8, theme.SPACE_16, theme.SPACE_16)
        self._column.setSpacing(theme.SPACE_8)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(page)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.told.setWordWrap(True)
        self.told.setProperty("tone", "muted")
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setProperty("kind", "quiet")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.close)
        self.apply_button.setProperty("kind", "primary")
        self.apply_button.setDefault(True)
        self.apply_button.setEnabled(False)
        self.apply_button.clicked.connect(self._on_accepted)
        foot = QHBoxLayout()
        foot.setSpacing(theme.SPACE_8)
        foot.addWidget(self.told, 1)
        foot.addWidget(cancel)
        foot.addWidget(self.apply_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE_16, theme.SPACE_16, theme.SPACE_16, theme.SPACE_16)
        layout.setSpacing(theme.SPACE_12)
        layout.addWidget(head)
        layout.addWidget(area, 1)
        layout.addLayout(foot)

    def _fill(self) -> None:
        """One line for each thing; what they have in common is read in one query a table."""
        book = self._session.book
        common = bulk_editing.common_values(book, self._ids)
        carried = bulk_editing.common_tags(book, self._ids)
        for name, line, hint in (
            (self.tr("Add tags"), self.add_tags, self.tr("several with commas between them")),
            (self.tr("Take tags away"), self.remove_tags, ", ".join(list(carried)[:4])),
        ):
            self._add_line(name, line, hint)
        for column, words in COLUMNS.items():
            field = FieldDefinition(translated(words), LONG_TEXT if column == "note" else TEXT, column)
            self._add(column, field, common[column])
        definitions = {field.key: field for field in field_reads.fields_of(book)}
        for section in whole(field_reads.sections_of(book), list(definitions.values())):
            if section.fields:
                heading = QLabel(section.title or self.tr("Custom fields"))
                heading.setFont(theme.strong(theme.small(self.font())))
                heading.setProperty("tone", "muted")
                self._column.addSpacing(theme.SPACE_8)
                self._column.addWidget(heading)
            for key in section.fields:
                target = f"field.{key}"
                self._add(target, definitions[key], common.get(target, CommonValue()))
        self._column.addStretch(1)

    def _add(self, target: str, field: FieldDefinition, common: CommonValue) -> None:
        row = BulkRow(target, field, common, self._look_up)
        row.changed.connect(self._on_changed)
        self.rows.append(row)
        self._column.addWidget(row)

    def _add_line(self, name: str, line: QLineEdit, hint: str) -> None:
        label = QLabel(name)
        label.setFixedWidth(theme.scaled(LABEL_WIDTH, self.font()))
        label.setBuddy(line)
        line.setAccessibleName(name)
        line.setPlaceholderText(hint)
        line.textEdited.connect(self._on_changed)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_8)
        row.addWidget(label)
        row.addWidget(line, 1)
        self._column.addLayout(row)

    def _look_up(self, text: str, limit: int) -> list[tuple[str, str]]:
        return field_reads.contacts_like(self._session.book, text, limit)

    def _on_changed(self) -> None:
        self.apply_button.setEnabled(bool(self.changes()))
        self._wait.start()

    def _preview(self) -> None:
        """Find out on the writer thread what would change."""
        changes, book, ids = self.changes(), self._session.book, self._ids
        if not changes:
            self.told.setText("")
            return
        self._session.run(
            lambda _job: bulk_editing.preview(book, ids, changes),
            owner=self,
            on_done=self._on_previewed,
            on_problem=self._on_problem,
        )

    def _on_previewed(self, found: BulkPreview) -> None:
        words = say_number(found.changed, "1 contact changes.", "{n} contacts change.")
        if found.unchanged:
            words += " " + say_number(found.unchanged, "1 stays as it is.", "{n} stay as they are.")
        if found.samples:
            one = found.samples[0]
            words += f" {one.name}: {one.before or '–'} → {one.after or '–'}"[:160]  # noqa: RUF001 - a dash
        self.told.setText(words)
        self.apply_button.setEnabled(bool(found.changed))

    def _on_problem(self, problem: Problem) -> None:
        self.told.setText(str(sentence(problem)))
        self.apply_button.setEnabled(False)

    def _on_accepted(self) -> None:
        self.accepted_changes.emit(self.changes())
        self.close()
