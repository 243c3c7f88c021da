"""The A-Z strip at the edge of the list: a click or a drag goes to the first name of a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from contactbook.qtmodels.letter_index import LetterIndex
from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from contactbook.qtmodels.contact_table import ContactTable

SETTLE_MS = 120
"""The list must rest so long before the strip looks which letters there are."""
WORTH_IT = 30
"""Shorter lists are seen at a glance and need no strip."""
LETTERS_AT_ONCE = 3
"""Letters looked up in one go; each costs about a millisecond at 100,000 contacts."""


class LetterStrip(QWidget):
    """Letters that nobody begins with are faint, the one in sight is in the accent colour."""

    row_wanted = Signal(int)
    """Go to this row."""

    def __init__(self, table: ContactTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._index = LetterIndex(table)
        self._present = [True] * len(self._index.letters)
        self._found: list[bool] = []
        self._current = -1
        self._place = -1
        self._under_mouse = -1
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self._look)
        self.setAccessibleName(self.tr("Letters"))
        self.setAccessibleDescription(self.tr("Goes to the first name that begins with a letter"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFont(theme.small(theme.small(self.font())))
        table.listed.connect(self._on_listed)

    def show_place(self, row: int) -> None:
        """Marks the letter of the first row in sight."""
        if self._settled.isActive():  # a search is being typed: the letters follow when it rests
            self._place = row
            return
        letter = self._index.letter_at(row) if row >= 0 and self._index.usable else -1
        if letter != self._current:
            self._current = letter
            self.update()

    def _on_listed(self) -> None:
        self._index = LetterIndex(self._table)
        self._found = []
        if len(self._present) != len(self._index.letters):
            self._present = [True] * len(self._index.letters)
            self.update()
        self.setVisible(self._index.usable and self._table.rowCount() >= WORTH_IT)
        self._settled.start(SETTLE_MS)

    def _look(self) -> None:
        """Finds out a few letters more and comes back for the rest."""
        if not self._index.usable or not self.isVisible():
            return
        start = len(self._found)
        stop = min(start + LETTERS_AT_ONCE, len(self._index.letters))
        self._found += [self._index.present(letter) for letter in range(start, stop)]
        if stop < len(self._index.letters):
            self._settled.start(0)
        else:
            self._present = self._found
            self.update()
            self.show_place(self._place)

    def _cell(self, letter: int) -> QRect:
        """Where a letter is painted."""
        top = theme.SPACE_4 + letter * (self.height() - theme.SPACE_8) // len(self._index.letters)
        bottom = theme.SPACE_4 + (letter + 1) * (self.height() - theme.SPACE_8) // len(self._index.letters)
        return QRect(0, top, self.width(), bottom - top)

    def _letter_at(self, y: int) -> int:
        span = max(1, self.height() - theme.SPACE_8)
        return max(
            0, min(len(self._index.letters) - 1, (y - theme.SPACE_4) * len(self._index.letters) // span)
        )

    def _go(self, y: int) -> None:
        row = self._index.start(self._letter_at(y))
        self.row_wanted.emit(min(row, self._table.rowCount() - 1))

    def _color(self, letter: int) -> QColor:
        tokens = theme.current()
        if letter == self._current:
            return tokens.accent
        if not self._present[letter]:
            return theme.mix(tokens.muted, tokens.surface, 0.35)
        return tokens.text if letter == self._under_mouse else tokens.muted

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(self.font()).horizontalAdvance("W") + theme.SPACE_8, 120)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().surface)
        strong = theme.strong(self.font())
        line = QFontMetrics(self.font()).height()
        every = max(1, -(-line * len(self._index.letters) // max(1, self.height())))
        for letter, sign in enumerate(self._index.letters):
            if letter % every and letter != self._current:
                continue
            painter.setPen(self._color(letter))
            painter.setFont(strong if letter == self._current else self.font())
            cell = self._cell(letter)
            middle = QRect(cell.left(), cell.center().y() - line, cell.width(), 2 * line)
            painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, sign)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event.position().toPoint().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        y = event.position().toPoint().y()
        self._under_mouse = self._letter_at(y)
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(y)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._under_mouse = -1
        self.update()
