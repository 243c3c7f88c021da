"""Before a pasted column is written: which row gets what, what stays, and what does not fit and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from contactbook.actions.pasting import CHANGES, EMPTY, REFUSED, SAME
from contactbook.ui.fields.field_words import spoken_value, warning_words
from contactbook.ui.widgets import theme
from contactbook.wording.speech import say_number

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from contactbook.actions.pasting import PastedRow, PastePlan
    from contactbook.domain.field_definition import FieldDefinition
    from contactbook.ui.book_session import BookSession

_Index = QModelIndex | QPersistentModelIndex
FIRST_SIZE = (720, 520)
_WIDTHS = (180, 110, 110)
"""Pixels at the usual font size; the remark takes the rest."""


class PasteModel(QAbstractTableModel):
    """One row a contact: who, what stands there, what will, and what is to be said about it."""

    def __init__(
        self, plan: PastePlan, definition: FieldDefinition | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._plan, self._definition = plan, definition
        self._clear = self._misfits = False

    def choose(self, *, clear: bool, misfits: bool) -> None:
        """What becomes of blank cells and of texts that do not fit."""
        self._clear, self._misfits = clear, misfits
        if self._plan.rows:
            self.dataChanged.emit(self.index(0, 2), self.index(len(self._plan.rows) - 1, 3))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._plan.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("Contact"), self.tr("Now"), self.tr("Afterwards"), self.tr("Remark"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        if not index.isValid():
            return None
        row = self._plan.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._color(row, index.column())
        return None

    def _text(self, row: PastedRow, column: int) -> str:
        if column == 0:
            return row.name
        if column == 1:
            return self._spoken(row.before)
        if column == 2:
            return self._spoken(row.after if self._is_written(row) else row.before)
        return self._remark(row)

    def _remark(self, row: PastedRow) -> str:
        words = ""
        if self._definition is not None and row.warning:
            words = warning_words(self._definition, row.after)
        if row.fate == REFUSED and not self._misfits:
            refused = self.tr("“%1” is refused: %2").replace("%1", row.after)
            return refused.replace("%2", words)
        if row.fate == EMPTY and not self._clear:
            return self.tr("The cell is empty")
        if row.fate == SAME:
            return self.tr("Stays as it is")
        return words

    def _color(self, row: PastedRow, column: int) -> Any:  # noqa: ANN401 - a colour or none
        tokens = theme.current()
        if column == 3 and row.warning:
            return tokens.warning
        return None if self._is_written(row) and column < 3 else tokens.muted

    def _spoken(self, value: str) -> str:
        return spoken_value(self._definition, value) if self._definition is not None and value else value

    def _is_written(self, row: PastedRow) -> bool:
        return (
            row.fate == CHANGES
            or (row.fate == EMPTY and self._clear)
            or (row.fate == REFUSED and self._misfits)
        )


class PasteDialog(QDialog):
    """Nothing is written before it is accepted; then it is one step."""

    wanted = Signal(bool, bool)
    """Paste it: whether blank cells clear, whether what does not fit is written too."""

    def __init__(
        self,
        session: BookSession,
        column: str,
        plan: PastePlan,
        definition: FieldDefinition | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Paste into %1").replace("%1", column))
        self.resize(theme.fitting(FIRST_SIZE, self))
        self._plan = plan
        self.model = PasteModel(plan, definition, self)
        self.told = QLabel()
        self.clear, self.misfits = QCheckBox(), QCheckBox()
        self.list = QTableView()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.paste_button = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        for box in (self.clear, self.misfits):
            box.toggled.connect(self._tell)
        self.buttons.accepted.connect(self._on_accept)
        self.buttons.rejected.connect(self.reject)
        session.closing.connect(self.reject)
        self._tell()
        (self.paste_button if self.paste_button.isEnabled() else self.list).setFocus()

    def _lay_out(self) -> None:
        heading = QLabel(self.windowTitle())
        heading.setFont(theme.heading(self.font()))
        heading.setWordWrap(True)
        self.told.setWordWrap(True)
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("What would change"))
        self.list.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.list.setTabKeyNavigation(False)
        self.list.setShowGrid(False)
        self.list.verticalHeader().hide()
        self.list.verticalHeader().setDefaultSectionSize(theme.row_height(self.font(), compact=True))
        for column, width in enumerate(_WIDTHS):
            self.list.setColumnWidth(column, theme.scaled(width, self.font()))
        self.list.horizontalHeader().setStretchLastSection(True)
        self.list.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )
        empty, refused = self._plan.count(EMPTY), self._plan.count(REFUSED)
        self.clear.setText(
            say_number(
                empty,
                "1 empty cell takes away what stands there",
                "{n} empty cells take away what stands there",
            )
        )
        self.misfits.setText(
            say_number(refused, "Keep 1 that does not fit, as text", "Keep {n} that do not fit, as text")
        )
        self.clear.setVisible(bool(empty))
        self.misfits.setVisible(bool(refused))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.paste_button.setProperty("kind", "primary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE_24, theme.SPACE_24, theme.SPACE_24, theme.SPACE_16)
        layout.setSpacing(theme.SPACE_12)
        for part in (heading, self.told):
            layout.addWidget(part)
        layout.addWidget(self.list, 1)
        for part in (self.clear, self.misfits, self.buttons):
            layout.addWidget(part)

    def _tell(self) -> None:
        """How many change, how many do not, and why."""
        clear, misfits = self.clear.isChecked(), self.misfits.isChecked()
        self.model.choose(clear=clear, misfits=misfits)
        written = len(self._plan.values(clear=clear, misfits=misfits))
        refused = 0 if misfits else self._plan.count(REFUSED)
        stay = len(self._plan.rows) - written - refused
        parts = [say_number(written, "1 contact changes.", "{n} contacts change.")]
        if stay:
            parts.append(say_number(stay, "1 stays as it is.", "{n} stay as they are."))
        if refused:
            parts.append(say_number(refused, "1 is refused.", "{n} are refused."))
        if self._plan.spare:
            parts.append(
                say_number(
                    self._plan.spare,
                    "1 pasted line has no row: the list ends before it.",
                    "{n} pasted lines have no row: the list ends before them.",
                )
            )
        self.told.setText(" ".join(parts))
        self.paste_button.setText(say_number(written, "Change 1 contact", "Change {n} contacts"))
        self.paste_button.setEnabled(bool(written))
        self.paste_button.setDefault(bool(written))

    def _on_accept(self) -> None:
        self.wanted.emit(self.clear.isChecked(), self.misfits.isChecked())
        self.accept()
