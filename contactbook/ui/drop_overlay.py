"""What lies over the window while files are dragged across it: drop them anywhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from contactbook.ui.widgets import icons, theme


class DropOverlay(QWidget):
    """Covers its parent, lets the mouse through, and says what a drop would do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._covered = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Drop files to import them"))
        self.hide()
        parent.installEventFilter(self)

    def cover(self) -> None:
        """Shows it over the whole parent."""
        self.setGeometry(self._covered.rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = theme.mix(tokens.soft_accent, tokens.window, 0.8)
        veil.setAlphaF(0.92)
        painter.fillRect(self.rect(), veil)
        frame = QRectF(self.rect()).adjusted(*(theme.SPACE_16,) * 2, *(-theme.SPACE_16,) * 2)
        painter.setPen(QPen(tokens.accent, 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(frame, theme.RADIUS_CARD, theme.RADIUS_CARD)
        side = theme.scaled(48, self.font())
        middle = frame.center()
        square = QRectF(middle.x() - side / 2, middle.y() - side, side, side)
        icons.paint(painter, square, "import", tokens.accent)
        painter.setPen(tokens.text)
        painter.setFont(theme.heading(self.font()))
        words = QRectF(frame.left(), middle.y() + theme.SPACE_12, frame.width(), side)
        text = self.tr("Drop files to import them")
        painter.drawText(words, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, text)
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._covered.rect())
        return False
