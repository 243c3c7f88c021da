"""The page as it will come out of the printer: the same painting, on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from contactbook.ui.printing import paper
from contactbook.ui.printing.address_pages import paint_outlines
from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent

    from contactbook.ui.printing.paper import Pages


class PrintPreview(QWidget):
    """One page at a time; Page Up, Page Down, Home and End turn them."""

    turned = Signal()
    """Another page is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: Pages | None = None
        self._unit = self._page = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Preview"))

    def show_pages(self, pages: Pages | None) -> None:
        """Show the first page of something."""
        self._pages, self._unit, self._page = pages, 0, 0
        self._tell()

    def words(self) -> str:
        """Which page it is."""
        if self._pages is None or not self._pages.units:
            return self.tr("Nothing to print")
        unit = self.tr("%1 of %2").replace("%1", str(self._unit + 1)).replace("%2", str(self._pages.units))
        inner = self._pages.pages_of(self._unit)
        return unit if inner == 1 else f"{unit}  ({self._page + 1}/{inner})"

    def turn(self, by: int) -> None:
        """Go a page on or back."""
        if self._pages is None or not self._pages.units:
            return
        self._page += by
        if self._page >= self._pages.pages_of(self._unit):
            more = self._unit + 1 < self._pages.units
            self._unit, self._page = (self._unit + 1, 0) if more else (self._unit, self._page - by)
        elif self._page < 0:
            self._unit = max(0, self._unit - 1)
            self._page = self._pages.pages_of(self._unit) - 1 if self._unit or self._page < -1 else 0
        self._tell()

    def _go_to(self, unit: int) -> None:
        if self._pages is not None and self._pages.units:
            self._unit, self._page = max(0, min(unit, self._pages.units - 1)), 0
            self._tell()

    def _tell(self) -> None:
        self.setAccessibleDescription(self.words())
        self.update()
        self.turned.emit()

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(300, self.font()), theme.scaled(400, self.font()))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 160)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = self._pages.units - 1 if self._pages is not None else 0
        match event.key():
            case Qt.Key.Key_PageDown | Qt.Key.Key_Down | Qt.Key.Key_Right:
                self.turn(1)
            case Qt.Key.Key_PageUp | Qt.Key.Key_Up | Qt.Key.Key_Left:
                self.turn(-1)
            case Qt.Key.Key_Home:
                self._go_to(0)
            case Qt.Key.Key_End:
                self._go_to(last)
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.angleDelta().y():
            self.turn(-1 if event.angleDelta().y() > 0 else 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._pages is None or not self._pages.units:
            painter.setPen(tokens.muted)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.words())
            painter.end()
            return
        width, height = (paper.units(side) for side in self._pages.size)
        room = QRectF(self.rect()).adjusted(6, 6, -6, -6)
        factor = min(room.width() / width, room.height() / height)
        sheet = QRectF(0, 0, width * factor, height * factor)
        sheet.moveCenter(room.center())
        painter.fillRect(sheet, QColor("#FFFFFF"))
        painter.setPen(QPen(tokens.accent if self.hasFocus() else tokens.line, 2 if self.hasFocus() else 1))
        painter.drawRect(sheet)
        painter.setClipRect(sheet)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.translate(sheet.topLeft())
        painter.scale(factor, factor)
        paint_outlines(painter, self._pages.outlines())
        painter.setPen(QColor("#000000"))
        self._pages.paint(painter, self._unit, self._page)
        painter.end()
