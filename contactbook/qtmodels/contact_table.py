"""The contact list as a Qt model: an array of ids in order, and rows read a page at a time when looked at."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal

from contactbook.qtmodels import row_source
from contactbook.qtmodels.contact_columns import COLUMNS, NAME
from contactbook.qtmodels.row_cache import RowCache
from contactbook.qtmodels.row_order import RowOrder, difference

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from contactbook.domain.changes import Changes
    from contactbook.qtmodels.row_source import Row, RowSource, View

NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex

IdRole = Qt.ItemDataRole.UserRole + 1
"""The contact's id."""
RowRole = Qt.ItemDataRole.UserRole + 2
"""The whole row at once, for painting; the same for every column."""
SortRole = Qt.ItemDataRole.UserRole + 3
"""What the column sorts by, as text."""

_EMPTY_ARRAY_CODE = "q"


class ContactTable(QAbstractTableModel):
    """Rows of one view of the book, in one order, narrowed by one search.

    Nothing here grows with the book but one 64-bit integer a contact. A change is taken in by stale rows
    and by rows inserted or removed where that says it all; otherwise the model is reset, and the view keeps
    its selection and place by id.
    """

    listed = Signal()
    """The list holds what was asked for: count and search text are new."""

    def __init__(self, parent: Any = None) -> None:  # noqa: ANN401 - QObject or None, as Qt has it
        super().__init__(parent)
        self._nothing: array[int] = array("q")
        self._source: RowSource | None = None
        self._cache: RowCache | None = None
        self._view: View = row_source.ALL
        self._sort = COLUMNS[NAME].sort
        self._descending = False
        self._text = ""
        self._base: array[int] = self._nothing
        self._order = RowOrder(self._nothing)
        self._tail = QTimer(self, singleShot=True, interval=0)
        self._tail.timeout.connect(self._on_tail)

    # what is listed

    def open(self, source: RowSource | None) -> None:
        """Lists a book (None: nothing at all, every row forgotten, as locking wants it)."""
        self.beginResetModel()
        self._source = source
        self._cache = RowCache(source) if source is not None else None
        self._base, self._order = self._nothing, RowOrder(self._nothing)
        self._view, self._text = row_source.ALL, ""
        self.endResetModel()
        self.listed.emit()

    def show(self, view: View, *, sort: str = "", descending: bool = False, text: str = "") -> None:
        """Lists another part of the book, in one go with its order and search."""
        self._view, self._text = view, text
        if sort:
            self._sort, self._descending = sort, descending
        self._read_base()
        self._take(self._search())

    def search(self, text: str) -> None:
        """Narrows the list to what matches; "" lists everything again."""
        if text != self._text:
            self._text = text
            self._take(self._search())

    def sort_by(self, sort: str, *, descending: bool = False) -> None:
        """Puts the list in another order."""
        if (sort, descending) != (self._sort, self._descending):
            self._sort, self._descending = sort, descending
            self._read_base()
            self._take(self._search())

    def refresh(self, changes: Changes) -> None:
        """Takes in what an action changed, keeping what is the same."""
        if self._cache is None:
            return
        if not changes.everything and not self._text and self._cache.reread(changes.contacts, self._place):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._order) - 1, len(COLUMNS) - 1))
            return
        if changes.everything:
            self._cache.clear()
        else:
            self._cache.forget(changes.contacts)
        self._read_base()
        self._merge(self._search())

    @property
    def view(self) -> View:
        """Which part of the book is listed."""
        return self._view

    @property
    def text(self) -> str:
        """The search in force."""
        return self._text

    @property
    def sorting(self) -> tuple[str, bool]:
        """The store's name of the order, and whether it runs backwards."""
        return self._sort, self._descending

    @property
    def total(self) -> int:
        """How many the view holds without the search."""
        return len(self._base)

    # rows and ids

    def row(self, row: int) -> Row | None:
        """The row at a place, read if need be: one plain call for painting."""
        return self._cache.row(self._order, row) if self._cache is not None else None

    def peek(self, row: int) -> Row | None:
        """As `row`, but reads that one row alone: for probes far apart."""
        if self._cache is None:
            return None
        return self._cache.peek(self._order.id_at(row))

    def matching(self, text: str) -> Collection[int]:
        """The contacts that a search for `text` would leave; the list stays as it is."""
        return () if self._source is None else self._source.search(text, self._view)

    def id_at(self, row: int) -> int:
        """The contact in a row; 0 outside of the list."""
        return self._order.id_at(row) if row >= 0 else 0

    def row_of(self, contact_id: int) -> int:
        """The row of a contact; -1 when it is not listed."""
        return self._order.row_of(contact_id)

    def row_in_head(self, contact_id: int) -> int:
        """As `row_of`, without sorting out what lies below the first page of a search."""
        return self._order.row_in_head(contact_id)

    def rows_of(self, contact_ids: Collection[int]) -> list[int]:
        """The rows of several contacts, ascending; those not listed are left out."""
        return self._order.rows_of(contact_ids)

    def ids(self) -> array[int]:
        """Every listed id in order; not to be changed."""
        return self._order.ids

    def cache_ids(self) -> Iterator[int]:
        """The contacts whose rows are held in memory (bounded, see `row_cache`)."""
        return iter(()) if self._cache is None else self._cache.held()

    def _place(self, row: Row) -> tuple[object, ...]:
        """All that says whether and where a row is listed: while this stays, no other row moves."""
        return (
            row.sort_name,
            row.deleted_at,
            getattr(row, self._sort, None),
            row.kind,
            row.starred if self._view.kind == "starred" else None,
            row.tags if self._view.kind == "tag" else None,
        )

    def _read_base(self) -> None:
        if self._source is None:
            self._base = self._nothing
        else:
            self._base = self._source.ids_of(self._view, self._sort, descending=self._descending)

    def _search(self) -> RowOrder:
        if not self._text.strip() or self._source is None:
            return RowOrder(self._base)
        found = self._source.search(self._text, self._view)
        everybody = len(found) == len(self._base)  # both are of the same view
        return RowOrder(self._base, None if everybody else found)

    def _take(self, order: RowOrder) -> None:
        """Lists another order from scratch."""
        self.beginResetModel()
        self._order = order
        self.endResetModel()
        if not order.is_complete:
            self._tail.start()
        self.listed.emit()

    def _merge(self, order: RowOrder) -> None:
        """Goes over to another order by the smallest step that says it."""
        start, gone, came = difference(self._order.ids, order.ids)
        if gone and came:
            self._take(order)
            return
        if gone:
            self.beginRemoveRows(QModelIndex(), start, start + gone - 1)
            self._order = order
            self.endRemoveRows()
        elif came:
            self.beginInsertRows(QModelIndex(), start, start + came - 1)
            self._order = order
            self.endInsertRows()
        if len(order):
            self.dataChanged.emit(self.index(0, 0), self.index(len(order) - 1, len(COLUMNS) - 1))
        self.listed.emit()

    def _on_tail(self) -> None:
        """Sorts out what lies below the first page, piece by piece, when the first page is painted."""
        self._order.advance()
        if not self._order.is_complete:
            self._tail.start()
        elif not self._order.kept_its_word:
            self._take(RowOrder(self._order.ids))

    # Qt

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - QVariant
        if not index.isValid():
            return None
        if role == IdRole:
            return self.id_at(index.row())
        if role not in (Qt.ItemDataRole.DisplayRole, RowRole, SortRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self.row(index.row())
        if row is None or role == RowRole:
            return row
        column = COLUMNS[index.column()]
        if role == SortRole and index.column() == NAME:
            return row.sort_name
        return column.text(row)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - QVariant
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section].title() if 0 <= section < len(COLUMNS) else None
        if orientation == Qt.Orientation.Vertical and role == Qt.ItemDataRole.AccessibleTextRole:
            row = self.row(section)
            return row.display_name if row is not None else None
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(COLUMNS) and COLUMNS[column].sort:
            self.sort_by(COLUMNS[column].sort, descending=order == Qt.SortOrder.DescendingOrder)
