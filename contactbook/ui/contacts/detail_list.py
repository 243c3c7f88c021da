"""The list of a contact's details: one stop of Tab, walked with the arrows, each value to open or copy."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QMenu

from contactbook.ui.contacts.detail_delegate import DetailDelegate
from contactbook.ui.contacts.detail_model import VALUE, DetailModel, KindRole, LineRole
from contactbook.ui.contacts.value_selection import NOTHING, Marked
from contactbook.ui.widgets import icons, theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from contactbook.ui.contacts.contact_sections import Line, Section


class DetailList(QListView):
    """Enter or a click on a link opens it; Ctrl+C or the button under the mouse copies; E, a click edit."""

    link_clicked = Signal(str)
    copied = Signal(str)
    edit_wanted = Signal(str, int)
    """The value at this place (see `Line.place`) is to be edited."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._details = DetailModel(self)
        self._delegate = DetailDelegate(self)
        self._room = 0
        self._pressed = QPoint()
        self.setModel(self._details)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setMinimumSize(1, theme.SPACE_32)
        self.verticalScrollBar().setSingleStep(24)

    def show_sections(self, sections: Iterable[Section], closing: str = "") -> None:
        """List these from the top."""
        self._delegate.hovered = -1
        self._delegate.forget()
        self._details.show(sections, closing)
        self.scrollToTop()

    def lines(self) -> list[Line]:
        """The values that can be walked on, from top to bottom."""
        rows = (self._details.index(row) for row in range(self._details.rowCount()))
        return [index.data(LineRole) for index in rows if index.data(KindRole) == VALUE]

    def copy(self, index: QModelIndex) -> None:
        """Put the value of a row on the clipboard."""
        if index.data(KindRole) == VALUE:
            text = self._delegate.marked_text(index) or index.data(LineRole).clipboard
            QGuiApplication.clipboard().setText(text)
            self.copied.emit(text)

    def open(self, index: QModelIndex) -> None:
        """Open the address of a row, if it has one."""
        if index.isValid() and (link := index.data(LineRole).link):
            self.link_clicked.emit(link)

    def edit_value(self, index: QModelIndex) -> None:
        """Ask for the form, at the value of a row (at its beginning where there is none)."""
        line = index.data(LineRole) if index.isValid() else None
        self.edit_wanted.emit(*(line.place if line is not None else ("", 0)))

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _on_link(self, index: QModelIndex, at: QPoint) -> bool:
        if index.data(KindRole) != VALUE or not index.data(LineRole).link:
            return False
        words = self._delegate.value_rect(self.visualRect(index), index, self._mirrored())
        return words.adjusted(-2, -2, 2, 2).contains(at)

    def _on_copy(self, index: QModelIndex, at: QPoint) -> bool:
        if index.data(KindRole) != VALUE:
            return False
        return self._delegate.copy_rect(self.visualRect(index), self._mirrored()).contains(at)

    def _hover(self, at: QPoint | None) -> None:
        index = self.indexAt(at) if at is not None else QModelIndex()
        row = index.row() if index.data(KindRole) == VALUE else -1
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()
        pointing = at is not None and (self._on_link(index, at) or self._on_copy(index, at))
        shape = Qt.CursorShape.PointingHandCursor if pointing else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def _reset_type(self) -> None:
        # as if the scroll bar were there: rows are set once, not again when it appears
        self._delegate.forget(self.width() - self.verticalScrollBar().sizeHint().width())
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._room != self.width():
            self._room = self.width()
            self._reset_type()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._reset_type()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.MouseFocusReason:
            return
        if not self.currentIndex().isValid() or self.currentIndex().data(KindRole) != VALUE:
            rows = (self._details.index(row) for row in range(self._details.rowCount()))
            first = next((index for index in rows if index.data(KindRole) == VALUE), QModelIndex())
            self.setCurrentIndex(first)

    def _mark(self, marked: Marked) -> None:
        if marked != self._delegate.marked:
            self._delegate.marked = marked
            self.viewport().update()

    def _cursor_at(self, index: QModelIndex, at: QPoint) -> int:
        return self._delegate.cursor_at(self.visualRect(index), index, self._mirrored(), at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        self._mark(NOTHING)
        self._pressed = at
        if event.button() == Qt.MouseButton.LeftButton and index.data(KindRole) == VALUE:
            cursor = self._cursor_at(index, at)
            self._mark(Marked(index.row(), cursor, cursor))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        at, marked = event.position().toPoint(), self._delegate.marked
        if not event.buttons() & Qt.MouseButton.LeftButton or marked.row < 0:
            self._hover(at)
        elif marked or (at - self._pressed).manhattanLength() >= QApplication.startDragDistance() // 2:
            index = self._details.index(marked.row)
            self._mark(replace(marked, end=self._cursor_at(index, at)))
            self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.position().toPoint()
        index = self.indexAt(at)
        if self._delegate.marked:
            return
        if self._on_copy(index, at):
            self.copy(index)
        elif self._on_link(index, at):
            self.open(index)
        elif index.data(KindRole) == VALUE:
            self.edit_value(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open(self.currentIndex())
        elif event.key() == Qt.Key.Key_F2 or (
            event.key() == Qt.Key.Key_E and event.modifiers() == Qt.KeyboardModifier.NoModifier
        ):
            self.edit_value(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.data(KindRole) != VALUE:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if index.data(LineRole).link:
            menu.addAction(icons.icon("external"), self.tr("Open"), lambda: self.open(index))
        menu.addAction(icons.icon("copy"), self.tr("Copy"), lambda: self.copy(index))
        menu.addAction(icons.icon("edit"), self.tr("Edit"), lambda: self.edit_value(index))
        place = event.globalPos()
        if not by_mouse:
            place = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        menu.popup(place)
