"""The list that shows a timeline or the Today view: one tab stop, arrows pass over headings.

A table of one column, because Qt's list asks the model about every row before it paints the first one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from contactbook.ui.timeline.line_delegate import row_height
from contactbook.ui.widgets.row_placing import go_to

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent

    from contactbook.ui.timeline.line_delegate import LineDelegate


class LineList(QTableView):
    """Says which row is in hand, and which keys were pressed on it."""

    current_changed = Signal(int)
    """The row in hand, -1 for none."""
    key_pressed = Signal(int, str)
    """The `Qt.Key` and the text of a key that the list itself does not need."""
    menu_wanted = Signal(object)
    """Where the context menu of the row in hand should open (QPoint, global)."""

    def __init__(self, name: str, model: QAbstractItemModel, delegate: LineDelegate) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setModel(model)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setMinimumSize(1, 40)
        across, down = self.horizontalHeader(), self.verticalHeader()
        for header in (across, down):
            header.hide()
            header.setAccessibleName(name)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        down.setMinimumSectionSize(8)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)  # the delegate draws it
        self.setPalette(colours)
        self._measure()
        self.verticalScrollBar().setSingleStep(24)

    def go_to_row(self, row: int) -> None:
        """Takes a row in hand; a heading passes it on to the row below."""
        model = self.model()
        while 0 <= row < model.rowCount() and not self._selectable(row):
            row += 1
        if 0 <= row < model.rowCount():
            go_to(self, model.index(row, 0))

    def rows(self) -> list[int]:
        """The selected rows from top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedIndexes())

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(row_height(self.font()))

    def _selectable(self, row: int) -> bool:
        return bool(self.model().flags(self.model().index(row, 0)) & Qt.ItemFlag.ItemIsSelectable)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self.current_changed.emit(current.row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.go_to_row(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        moves += (Qt.Key.Key_Home, Qt.Key.Key_End)
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in moves or not plain or event.key() == Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        else:
            self.key_pressed.emit(event.key(), event.text())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.currentIndex().isValid():
            self.menu_wanted.emit(event.globalPos())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()
