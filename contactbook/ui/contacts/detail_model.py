"""The rows that the contact pane lists: titles of sections, labelled values, and closing words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from contactbook.ui.contacts.contact_sections import Line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QObject

    from contactbook.ui.contacts.contact_sections import Section

_Index = QModelIndex | QPersistentModelIndex
TITLE, VALUE, CLOSING = "title", "value", "closing"
LineRole, KindRole, IndentRole = (Qt.ItemDataRole(Qt.ItemDataRole.UserRole + at) for at in (1, 2, 3))
"""The `Line` of a row; `TITLE`, `VALUE` or `CLOSING`; whether its value stands in the column of values."""
_SHOWN_MOST = 20_000
"""Characters of one value that are set in type; copying gives all of them."""


class DetailModel(QAbstractListModel):
    """Titles and closing words cannot be walked on; a screen reader hears label and value of a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[str, Line, bool]] = []

    def show(self, sections: Iterable[Section], closing: str = "") -> None:
        """List these sections, and some muted words under them ("" for none)."""
        self.beginResetModel()
        self._rows = []
        for section in sections:
            if section.title:
                self._rows.append((TITLE, Line("", section.title), False))
            labelled = any(line.label for line in section.lines)
            self._rows += ((VALUE, line, labelled) for line in section.lines)
        if closing:
            self._rows.append((CLOSING, Line("", closing), False))
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and self._rows[index.row()][0] == VALUE:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemNeverHasChildren if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        if not index.isValid():
            return None
        kind, line, indented = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text if len(line.text) <= _SHOWN_MOST else line.text[:_SHOWN_MOST] + "…"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.label}: {line.text}" if line.label else line.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.hint or None
        return {LineRole: line, KindRole: kind, IndentRole: indented}.get(Qt.ItemDataRole(role))
