"""The contact list as a Qt model: an array of ids in order, and rows read a page at a time when looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal

from contactbook.qtmodels.contact_columns import NAME, ContactColumns
from contactbook.qtmodels.listing import Listing
from contactbook.qtmodels.row_order import RowOrder, difference

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtCore import QObject

    from contactbook.domain.changes import Changes
    from contactbook.domain.field_definition import FieldDefinition
    from contactbook.qtmodels.listing import Found
    from contactbook.qtmodels.row_source import Row, RowSource, View

NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex

IdRole = Qt.ItemDataRole.UserRole + 1
"""The contact's id."""
RowRole = Qt.ItemDataRole.UserRole + 2
"""The whole row at once, for painting; the same for every column."""
SortRole = Qt.ItemDataRole.UserRole + 3
"""What the column sorts by, as text."""


class ContactTable(QAbstractTableModel):
    """Rows of one view of the book, in one order, narrowed by one search.

    Nothing here grows with the book but one 64-bit integer a contact. A change is taken in by stale rows
    and by rows inserted or removed where that says it all; otherwise the model is reset, and the view keeps
    its selection and place by id.
    """

    listed = Signal()
    """The list holds what was asked for: count and search text are new."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = ContactColumns()
        self.listing = Listing()
        """What is listed; to be read, not changed, by others."""
        self._tail = QTimer(self, singleShot=True, interval=0)
        self._tail.timeout.connect(self._on_tail)

    def open(self, source: RowSource | None) -> None:
        """Lists a book (None: nothing at all, every row forgotten, as locking wants it)."""
        self.beginResetModel()
        self.listing = Listing(source)
        self.endResetModel()
        self.listed.emit()

    def show(self, view: View, *, sort: str = "", descending: bool = False, text: str = "") -> None:
        """Lists another part of the book, in one go with its order and search."""
        listing = self.listing
        listing.view, listing.text = view, text
        if sort:
            listing.sort, listing.descending = sort, descending
        listing.read_base()
        self._take(listing.searched())

    def search(self, text: str) -> None:
        """Narrows the list to what matches; "" lists everything again."""
        if text != self.listing.text:
            self.listing.text = text
            self._take(self.listing.searched())

    def sort_by(self, sort: str, *, descending: bool = False) -> None:
        """Puts the list in another order."""
        if (sort, descending) != self.sorting:
            self.show(self.listing.view, sort=sort, descending=descending, text=self.listing.text)

    def refresh(self, changes: Changes, found: Found | None = None) -> bool:
        """Takes in what an action changed, keeping what is the same.

        `found` is what `listing.reading` has read since; False, with nothing done, where something else is
        asked for by now.
        """
        listing = self.listing
        if found is not None and found.asked != listing.asked:
            return False
        if found is None and not changes.everything and listing.reread(changes.contacts):
            self._all_changed()
            return True
        listing.forget(None if changes.everything else changes.contacts)
        if found is None:
            listing.read_base()
        else:
            listing.base = found.base
        self._merge(listing.searched() if found is None else found.order)
        return True

    @property
    def view(self) -> View:
        """Which part of the book is listed."""
        return self.listing.view

    @property
    def text(self) -> str:
        """The search in force."""
        return self.listing.text

    @property
    def sorting(self) -> tuple[str, bool]:
        """The store's name of the order, and whether it runs backwards."""
        return self.listing.sort, self.listing.descending

    @property
    def total(self) -> int:
        """How many the view holds without the search."""
        return len(self.listing.base)

    def row(self, row: int) -> Row | None:
        """The row at a place, read if need be: one plain call for painting."""
        return self.listing.row(row)

    def id_at(self, row: int) -> int:
        """The contact in a row; 0 outside of the list."""
        return self.listing.order.id_at(row) if row >= 0 else 0

    def row_of(self, contact_id: int) -> int:
        """The row of a contact; -1 when it is not listed."""
        return self.listing.order.row_of(contact_id)

    def rows_of(self, contact_ids: Collection[int]) -> list[int]:
        """The rows of several contacts, ascending; those not listed are left out."""
        return self.listing.order.rows_of(contact_ids)

    def _take(self, order: RowOrder) -> None:
        """Lists another order from scratch."""
        self.beginResetModel()
        self.listing.order = order
        self.endResetModel()
        if not order.is_complete:
            self._tail.start()
        self.listed.emit()

    def _merge(self, order: RowOrder) -> None:
        """Goes over to another order by the smallest step that says it."""
        start, gone, came = difference(self.listing.order.ids, order.ids)
        if gone and came:
            self._take(order)
            return
        if gone:
            self.beginRemoveRows(QModelIndex(), start, start + gone - 1)
            self.listing.order = order
            self.endRemoveRows()
        elif came:
            self.beginInsertRows(QModelIndex(), start, start + came - 1)
            self.listing.order = order
            self.endInsertRows()
        self._all_changed()
        self.listed.emit()

    def _all_changed(self) -> None:
        """Every row may say something else: one range, of which the view paints what is in sight."""
        last = len(self.listing.order) - 1
        if last >= 0:
            self.dataChanged.emit(self.index(0, 0), self.index(last, len(self.columns) - 1))

    def _on_tail(self) -> None:
        """Sorts out what lies below the first page, piece by piece, when the first page is painted."""
        order = self.listing.order
        order.advance()
        if not order.is_complete:
            self._tail.start()
        elif not order.kept_its_word:
            self._take(RowOrder(order.ids))

    # Qt

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.listing.order)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

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
        column = self.columns[index.column()]
        if role == SortRole and index.column() == NAME:
            return row.sort_name
        return column.text(row)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - QVariant
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title() if 0 <= section < len(self.columns) else None
        if orientation == Qt.Orientation.Vertical and role == Qt.ItemDataRole.AccessibleTextRole:
            row = self.row(section)
            return row.display_name if row is not None else None
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(self.columns) and self.columns[column].sort:
            self.sort_by(self.columns[column].sort, descending=order == Qt.SortOrder.DescendingOrder)


def show_fields(table: ContactTable, definitions: Sequence[FieldDefinition]) -> bool:
    """Gives these custom fields a column each; False when they have them already."""
    if table.columns.definitions == list(definitions):
        return False
    table.beginResetModel()
    table.columns.take_fields(definitions)
    table.listing.forget(None)
    table.endResetModel()
    return True
