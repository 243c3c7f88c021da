"""The steps of a history as a Qt model: a page at a time, so that a hundred thousand list at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from contactbook.store import history_search, queries
from contactbook.store.history_search import StepFilter

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

PAGE = 100
NOWHERE = QModelIndex()
StepRole = Qt.ItemDataRole.UserRole + 1
"""The `HistoryRow` of a line."""


class HistoryModel(QAbstractListModel):
    """Asks for the next page when the view comes to the end of what it has; `words` names a step."""

    def __init__(self, words: Callable[[queries.HistoryRow], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._reader: Any = None
        self._wanted = StepFilter()
        self._rows: list[queries.HistoryRow] = []
        self._complete = True

    def show(self, reader: Any, wanted: StepFilter | None = None) -> None:  # noqa: ANN401 - ui never names it
        """Lists the steps of a book that fit (None: all); without a reader nothing."""
        self.beginResetModel()
        self._reader = reader
        self._wanted = wanted or StepFilter()
        self._rows = self._page(0) if reader is not None else []
        self._complete = len(self._rows) < PAGE
        self.endResetModel()

    def refresh(self) -> None:
        """Adds what was done since, and reads again what is listed, for what was undone."""
        if self._reader is None:
            return
        new = self._page(0, max(PAGE, len(self._rows) + PAGE))
        fresh = [row for row in new if not self._rows or row.id > self._rows[0].id]
        if fresh:
            self.beginInsertRows(NOWHERE, 0, len(fresh) - 1)
            self._rows = fresh + self._rows
            self.endInsertRows()
        by_id = {row.id: row for row in new}
        self._rows = [by_id.get(row.id, row) for row in self._rows]
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def step(self, row: int) -> queries.HistoryRow | None:
        """The step of a line; None outside of the list."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, step_id: int) -> int:
        """Where a step stands among those read so far; -1 for nowhere."""
        return next((row for row, step in enumerate(self._rows) if step.id == step_id), -1)

    def _page(self, before: int, limit: int = PAGE) -> list[queries.HistoryRow]:
        return history_search.steps(self._reader, self._wanted, before=before, limit=limit)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex = NOWHERE) -> bool:
        return not parent.isValid() and not self._complete

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex = NOWHERE) -> None:
        if parent.isValid() or self._complete or not self._rows:
            return
        more = self._page(self._rows[-1].id)
        self._complete = len(more) < PAGE
        if more:
            self.beginInsertRows(NOWHERE, len(self._rows), len(self._rows) + len(more) - 1)
            self._rows += more
            self.endInsertRows()

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own
        step = self.step(index.row()) if index.isValid() else None
        if step is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(step)
        return step if role == StepRole else None
