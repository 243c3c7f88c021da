"""The contact list: a table of ids that paints its rows itself, and stays quick at a hundred thousand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from contactbook.ui.contacts.list_header import ListHeader
from contactbook.ui.contacts.list_selection import ListSelection
from contactbook.ui.contacts.row_painter import RowPainter, RowState
from contactbook.ui.contacts.type_ahead import TypeAhead
from contactbook.ui.widgets import theme
from contactbook.ui.widgets.row_placing import LOOK_CHANGES, go_to

if TYPE_CHECKING:
    from contactbook.qtmodels.contact_table import ContactTable, Index

TWO_LINES_BELOW = 480
"""List width in pixels, at the usual font size, under which rows take two lines instead of columns."""


class ContactListView(QTableView):
    """One tab stop with type-ahead. Selection and place are kept by contact, whatever happens to the rows."""

    opened = Signal(object)
    """Enter or a double click on a contact; its id (Signal(int) would cut it to 32 bits)."""
    current_changed = Signal(object)
    """The contact the keyboard is on; 0 when there is none."""
    left_upwards = Signal()
    """Up in the first row: back to the search field."""

    def __init__(self, table: ContactTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._compact = False
        self._two_lines = False
        self._hovered = -1
        self._type_ahead = TypeAhead(table)
        self._rows = RowPainter(self.font(), compact=False, mirrored=False)
        self.setAccessibleName(self.tr("Contacts"))
        self.setHorizontalHeader(ListHeader(table.columns, self))
        _behave(self)
        self.setModel(table)
        # The header asks the selection model about every row of every column to paint itself: it gets its
        # own.
        self.horizontalHeader().setSelectionModel(QItemSelectionModel(table, self))
        self.selected = ListSelection(self, table)
        table.modelReset.connect(self._on_rows_changed)
        table.rowsInserted.connect(self._on_rows_changed)
        table.rowsRemoved.connect(self._on_rows_changed)
        self._measure()

    @property
    def header(self) -> ListHeader:
        """The headings, with the columns that are shown and their widths."""
        header = self.horizontalHeader()
        assert isinstance(header, ListHeader)
        return header

    @property
    def two_lines(self) -> bool:
        """Whether rows take two lines now, for want of width."""
        return self._two_lines

    def set_compact(self, compact: bool) -> None:
        """Low rows or comfortable ones."""
        self._compact = compact
        self._measure()

    def current_id(self) -> int:
        """The contact the keyboard is on; 0 when there is none."""
        return self._table.id_at(self.currentIndex().row())

    def go_to_row(self, row: int) -> None:
        """Selects one row and shows it."""
        if 0 <= row < self._table.rowCount():
            go_to(self, self._table.index(row, self.header.logicalIndex(0)))

    def show_at_top(self, row: int) -> None:
        """Scrolls so that a row stands first; the selection stays."""
        if 0 <= row < self._table.rowCount():
            self.verticalScrollBar().setValue(row * self.verticalHeader().defaultSectionSize())

    def top_row(self) -> int:
        """The first row in sight; -1 in an empty list."""
        return self.rowAt(0)

    def _measure(self) -> None:
        """Takes over font, density and width: which of the two ways of painting, and how high a row is."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._rows = RowPainter(self.font(), compact=self._compact, mirrored=mirrored)
        self._two_lines = self.width() < theme.scaled(TWO_LINES_BELOW, self.font())
        height = self._rows.lines_height if self._two_lines else self._rows.row_height
        if self.verticalHeader().defaultSectionSize() != height:
            top = self.top_row()
            self.verticalHeader().setDefaultSectionSize(height)
            self.show_at_top(top)
        self.header.setVisible(not self._two_lines)
        policy = Qt.ScrollBarPolicy
        bar = policy.ScrollBarAlwaysOff if self._two_lines else policy.ScrollBarAsNeeded
        self.setHorizontalScrollBarPolicy(bar)
        self.viewport().update()

    def _on_rows_changed(self) -> None:
        self._hovered = -1
        self.current_changed.emit(self.current_id())
        self.selected.announce()

    def _hover(self, row: int) -> None:
        if row == self._hovered:
            return
        for each in (self._hovered, row):
            if each >= 0:
                line = QRect(0, self.rowViewportPosition(each), self.viewport().width(), self.rowHeight(each))
                self.viewport().update(line)
        self._hovered = row

    def _paint_rows(self, painter: QPainter, first: int, last: int) -> None:
        """Draws rows `first` to `last`; every row is one call for its data."""
        height = self.rowHeight(first)
        top, width = self.rowViewportPosition(first), self.viewport().width()
        ranges = self.selected.ranges()
        current, focus = self.currentIndex().row(), self.hasFocus()
        active = self.isActiveWindow()
        cells = [] if self._two_lines else self.header.cells()
        placed = [(self._table.columns[column], left, wide) for column, left, wide in cells]
        for row in range(first, last + 1):
            found = self._table.row(row)
            if found is None:
                continue
            state = RowState(
                selected=any(start <= row <= end for start, end in ranges),
                hovered=row == self._hovered,
                focused=focus and row == current,
                active=active,
            )
            line = QRect(0, top + (row - first) * height, width, height)
            if self._two_lines:
                self._rows.paint_lines(painter, line, found, state)
            else:
                self._rows.paint_columns(painter, line, found, placed, state)

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.current().surface)
        count = self._table.rowCount()
        first = self.rowAt(event.rect().top())
        if count and first >= 0:
            last = self.rowAt(event.rect().bottom())
            painter.setLayoutDirection(self.layoutDirection())
            self._paint_rows(painter, first, count - 1 if last < 0 else last)
        painter.end()

    def keyboardSearch(self, search: str) -> None:
        if search and search.isprintable():
            self.go_to_row(self._type_ahead.row_for(search, self.currentIndex().row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.current_id():
                self.opened.emit(self.current_id())
            return
        if plain and event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.rowAt(event.position().toPoint().y())
        if row >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self._table.id_at(row))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def indexAt(self, pos: QPoint) -> QModelIndex:
        if self._two_lines:  # the columns are somewhere else then: any place of the line is the row
            row = self.rowAt(pos.y())
            return self._table.index(row, self.header.logicalIndex(0)) if row >= 0 else QModelIndex()
        return super().indexAt(pos)

    def resizeEvent(self, event: QResizeEvent) -> None:
        row, before = self.currentIndex().row(), event.oldSize().height()
        seen = row >= 0 and 0 <= self.rowViewportPosition(row) <= before - self.rowHeight(row)
        super().resizeEvent(event)
        self._measure()
        self.header.fit(self.viewport().width())
        if seen:  # a message or a selection takes room below: whoever is in hand stays in sight
            hidden = self.rowViewportPosition(row) + self.rowHeight(row) - self.viewport().height()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + max(0, hidden))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in LOOK_CHANGES:
            self._measure()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        self.current_changed.emit(self._table.id_at(current.row()))


def _behave(view: QTableView) -> None:
    """Switches of Qt's that make a table a list: whole rows, no grid, one tab stop."""
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setTabKeyNavigation(False)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setCornerButtonEnabled(False)
    view.setMouseTracking(True)
    view.setFrameShape(QTableView.Shape.NoFrame)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    view.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # nothing behind it is painted then
    rows = view.verticalHeader()
    rows.hide()
    rows.setAccessibleName(QCoreApplication.translate("ContactListView", "Names"))
    rows.setMinimumSectionSize(8)
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setHighlightSections(False)
