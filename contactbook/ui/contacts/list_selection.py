"""What is selected in the contact list: by contact, not by place, so that it outlives every refresh."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtWidgets import QTableView

    from contactbook.qtmodels.contact_table import ContactTable

_SELECT = QItemSelectionModel.SelectionFlag


class ListSelection(QObject):
    """Reads and sets the selection of a view by contact id; runs of rows are never taken apart needlessly."""

    changed = Signal(int)
    """How many contacts are selected now."""

    def __init__(self, view: QTableView, table: ContactTable) -> None:
        super().__init__(view)
        self._view = view
        self._table = table
        self._kept: tuple[set[int], int] | None = None
        view.selectionModel().selectionChanged.connect(self.announce)
        table.modelAboutToBeReset.connect(self._keep)
        table.modelReset.connect(self._restore)

    @property
    def count(self) -> int:
        """How many contacts are selected, without naming them."""
        return sum(last - first + 1 for first, last in self.ranges())

    def ranges(self) -> list[tuple[int, int]]:
        """First and last row of every run of selected rows, ascending."""
        model = self._view.selectionModel()
        if not model.hasSelection():
            return []
        selection = model.selection()
        parts = (selection.at(at) for at in range(selection.count()))
        return sorted((part.top(), part.bottom()) for part in parts)

    def ids(self) -> list[int]:
        """The selected contacts, in the order of the list."""
        ids = self._table.listing.order.ids
        return [contact_id for first, last in self.ranges() for contact_id in ids[first : last + 1]]

    def set_ids(self, contact_ids: Collection[int], current: int = 0) -> None:
        """Selects these contacts, as far as they are listed, and moves the keyboard to one of them."""
        rows = self._table.rows_of(contact_ids)
        self._select_rows(rows)
        row = self._table.row_of(current) if current else (rows[0] if rows else -1)
        self._set_current(row)

    def announce(self) -> None:
        """Sends `changed`."""
        self.changed.emit(self.count)

    def _select_rows(self, rows: list[int]) -> None:
        """Selects exactly these rows (ascending), run by run."""
        selection = QItemSelection()
        last_column = self._table.columnCount() - 1
        start = 0
        for at in range(1, len(rows) + 1):
            if at == len(rows) or rows[at] != rows[at - 1] + 1:
                first, last = self._table.index(rows[start], 0), self._table.index(rows[at - 1], last_column)
                selection.select(first, last)
                start = at
        self._view.selectionModel().select(selection, _SELECT.ClearAndSelect)

    def _set_current(self, row: int) -> None:
        if row >= 0:
            column = self._view.horizontalHeader().logicalIndex(0)
            self._view.selectionModel().setCurrentIndex(self._table.index(row, column), _SELECT.NoUpdate)

    def _keep(self) -> None:
        """Notes who is selected before the rows go; nobody when it is everybody: that is about the list."""
        current = self._table.id_at(self._view.currentIndex().row())
        count = self.count
        if count == 1:
            first = self.ranges()[0][0]
            self._kept = ({self._table.id_at(first)}, current)
        else:
            several = 1 < count < self._table.rowCount()
            self._kept = (set(self.ids()) if several else set(), current)

    def _restore(self) -> None:
        """Finds them among the new rows; a search shows its first page and does not look below that."""
        if self._kept is None:
            return
        selected, current = self._kept
        self._kept = None
        searching = bool(self._table.text)
        if searching:
            rows = [row for each in selected if (row := self._table.listing.order.row_in_head(each)) >= 0]
            row = self._table.listing.order.row_in_head(current) if current else -1
        else:
            rows = self._table.rows_of(selected) if selected else []
            row = self._table.row_of(current) if current else -1
        if rows:
            self._select_rows(sorted(rows))
        self._set_current(row)
        if row < 0 or searching:
            self._view.scrollToTop()
        self.announce()
