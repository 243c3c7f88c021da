"""The contacts as cards, a Rolodex: the rows and the selection of the list, for flipping and glancing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QAbstractItemView

from contactbook.ui.contacts.card_painter import GAP, CardPainter
from contactbook.ui.contacts.row_painter import RowState
from contactbook.ui.contacts.type_ahead import TypeAhead
from contactbook.ui.widgets import theme
from contactbook.ui.widgets.row_placing import LOOK_CHANGES, go_to

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from contactbook.qtmodels.contact_table import ContactTable, Index

CARD_LEAST = 250
"""Least width of a card in pixels at the usual font size; as many stand side by side as fit."""
EDGE = theme.SPACE_16 - GAP
"""Pixels between the edge of the list and the place of the first card."""
_CURSOR, _HINT = QAbstractItemView.CursorAction, QAbstractItemView.ScrollHint


class CardView(QAbstractItemView):
    """Arrows go from card to card, letters to a name, Enter opens, Up in the first line leaves upwards.

    All cards are of one size, so that every place is reckoned: QListView asks for each of 100,000 first.
    """

    opened = Signal(object)
    """Enter or a double click on a contact; its id."""
    left_upwards = Signal()
    """Up in the first line of cards: back to the search field."""

    def __init__(self, table: ContactTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._type_ahead = TypeAhead(table)
        self._mirrored = False
        self._cards = CardPainter(self.font(), mirrored=False)
        self._beside, self._width = 1, CARD_LEAST
        self._hovered = -1
        self.setAccessibleName(self.tr("Contacts as cards"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QAbstractItemView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setModel(table)

    def top_row(self) -> int:
        """The first row in sight; -1 in an empty list."""
        row = self.verticalOffset() // self._cards.card_height * self._beside
        return row if row < self._table.rowCount() else -1

    def show_at_top(self, row: int) -> None:
        """Scrolls so that a card stands in the first line; the selection stays."""
        self.verticalScrollBar().setValue(row // self._beside * self._cards.card_height)

    def _measure(self) -> None:
        """Takes over font and width: how large a card is, and how many stand side by side."""
        top = self.top_row()
        self._mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._cards = CardPainter(self.font(), mirrored=self._mirrored)
        room = self.viewport().width() - 2 * EDGE
        self._beside = max(1, room // theme.scaled(CARD_LEAST, self.font()))
        self._width = room // self._beside
        self.updateGeometries()
        self.show_at_top(max(0, top))
        self.viewport().update()

    def _hover(self, row: int) -> None:
        for each in {self._hovered, row} - {-1} if row != self._hovered else ():
            self.viewport().update(self._place(each))
        self._hovered = row

    def _place(self, row: int) -> QRect:
        """Where a card is, in the viewport; far outside of it for most."""
        line, at = divmod(row, self._beside)
        left = EDGE + at * self._width
        if self._mirrored:
            left = self.viewport().width() - left - self._width
        height = self._cards.card_height
        return QRect(left, line * height - self.verticalOffset(), self._width, height)

    # What Qt asks an item view

    def visualRect(self, index: Index) -> QRect:
        return self._place(index.row()) if index.isValid() else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        line = (point.y() + self.verticalOffset()) // self._cards.card_height
        across = self.viewport().width() - 1 - point.x() if self._mirrored else point.x()
        at = (across - EDGE) // self._width
        if line < 0 or not 0 <= at < self._beside:
            return QModelIndex()
        return self._table.index(line * self._beside + at, 0)

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = _HINT.EnsureVisible) -> None:
        place, bar, height = self.visualRect(index), self.verticalScrollBar(), self.viewport().height()
        if index.isValid() and (hint != _HINT.EnsureVisible or place.top() < 0):
            bar.setValue(bar.value() + place.top())
        elif index.isValid() and place.bottom() >= height:
            bar.setValue(bar.value() + place.bottom() + 1 - height)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        last, here = self._table.rowCount() - 1, self.currentIndex().row()
        if here < 0:
            return self._table.index(0, 0)
        onward = -1 if self._mirrored else 1
        page = max(1, self.viewport().height() // self._cards.card_height) * self._beside
        steps = {
            _CURSOR.MoveLeft: -onward,
            _CURSOR.MoveRight: onward,
            _CURSOR.MovePrevious: -1,
            _CURSOR.MoveNext: 1,
            _CURSOR.MoveUp: -self._beside,
            _CURSOR.MoveDown: self._beside,
            _CURSOR.MovePageUp: -page,
            _CURSOR.MovePageDown: page,
            _CURSOR.MoveHome: -here,
            _CURSOR.MoveEnd: last - here,
        }
        return self._table.index(max(0, min(last, here + steps[action])), 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        ends = [
            index
            for index in (self.indexAt(rect.topLeft()), self.indexAt(rect.bottomRight()))
            if index.isValid()
        ]
        ends.sort(key=QModelIndex.row)
        self.selectionModel().select(QItemSelection(ends[0], ends[-1]) if ends else QItemSelection(), command)

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    def isIndexHidden(self, _index: Index) -> bool:
        return False

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        bar, height = self.verticalScrollBar(), self._cards.card_height
        lines = -(-self._table.rowCount() // self._beside)
        bar.setRange(0, max(0, lines * height - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(height // 2)

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setLayoutDirection(self.layoutDirection())
        height, chosen = self._cards.card_height, self.selectionModel()
        first = (event.rect().top() + self.verticalOffset()) // height * self._beside
        after = ((event.rect().bottom() + self.verticalOffset()) // height + 1) * self._beside
        current = self.currentIndex().row() if self.hasFocus() else -1
        for at in range(first, min(after, self._table.rowCount())):
            row = self._table.row(at)
            if row is None:
                continue
            state = RowState(
                selected=chosen.isSelected(self._table.index(at, 0)),
                hovered=at == self._hovered,
                focused=at == current,
                active=self.isActiveWindow(),
            )
            self._cards.paint_card(painter, self._place(at), row, state)
        painter.end()

    def keyboardSearch(self, search: str) -> None:
        if search and search.isprintable():
            row = self._type_ahead.row_for(search, self.currentIndex().row())
            if row >= 0:
                go_to(self, self._table.index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        row = self.currentIndex().row()
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if row >= 0:
                self.opened.emit(self._table.id_at(row))
        elif plain and event.key() == Qt.Key.Key_Up and row < self._beside:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.indexAt(event.position().toPoint()).row()
        if row >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self._table.id_at(row))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in LOOK_CHANGES:
            self._measure()
