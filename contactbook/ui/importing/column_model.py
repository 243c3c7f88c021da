"""The columns of one table as a list: heading, first values, what becomes of it, and how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from contactbook.ui.importing.target_words import SKIP, column_words
from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from contactbook.actions.import_inspection import InspectedColumn, InspectedTable

_Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
HEADING, SAMPLES, TARGET, SURE = range(4)
_SAMPLES_SHOWN = 3
UNSURE = 60
"""Below this confidence a guess is marked, so that somebody looks at it."""


class ColumnModel(QAbstractTableModel):
    """One row a column of the table. Read-only: choices are made through `columns_page`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: list[InspectedColumn] = []

    def show_table(self, table: InspectedTable | None) -> None:
        """The columns of this table from now on."""
        self.beginResetModel()
        self._columns = list(table.columns) if table is not None else []
        self.endResetModel()

    def refresh(self) -> None:
        """What becomes of the columns has changed."""
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._columns) - 1, SURE))

    def longest(self, column: int) -> QModelIndex:
        """Where the longest text of a column stands."""
        lengths = [len(self._text(found, column)) for found in self._columns]
        return self.index(lengths.index(max(lengths)), column) if lengths else QModelIndex()

    def column_at(self, row: int) -> InspectedColumn | None:
        """The column of a row."""
        return self._columns[row] if 0 <= row < len(self._columns) else None

    def rowCount(self, parent: _Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def columnCount(self, parent: _Index = NOWHERE) -> int:
        return 0 if parent.isValid() else SURE + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("Column"), self.tr("First values"), self.tr("Becomes"), self.tr("Sure"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        found = self.column_at(index.row())
        if found is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(found, index.column())
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._color(found, index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == SAMPLES:
            return "\n".join(found.samples)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == HEADING:
            return f"{found.column.heading}: {column_words(found.column)}"
        return None

    def _text(self, found: InspectedColumn, column: int) -> str:
        if column == HEADING:
            return found.column.heading
        if column == SAMPLES:
            return "  ·  ".join(" ".join(sample.split()) for sample in found.samples[:_SAMPLES_SHOWN])
        if column == TARGET:
            return column_words(found.column)
        if found.ambiguous:
            return self.tr("day or month first?")
        return self._sure(found)

    def _sure(self, found: InspectedColumn) -> str:
        if not found.samples:
            return self.tr("empty")
        told = found.column.confidence < 100 and found.column.target != SKIP
        return f"{found.column.confidence} %" if told else ""

    def _color(self, found: InspectedColumn, column: int) -> Any:  # noqa: ANN401 - a colour, or nothing
        tokens = theme.current()
        if column == SURE:
            doubtful = found.ambiguous or (found.samples and found.column.confidence < UNSURE)
            return tokens.warning if doubtful else tokens.muted
        if column == SAMPLES or found.column.target == SKIP or not found.samples:
            return tokens.muted
        return None
