"""A bar and a word that say how strong the password being typed is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from contactbook.domain import password_strength
from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_TONES = {"empty": "line", "weak": "danger", "fair": "warning", "good": "success", "strong": "success"}
_BAR_HEIGHT = 4


class StrengthMeter(QWidget):
    """Four segments that fill up, and the level in words beside them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = "empty"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_password("")

    def show_password(self, password: str) -> None:
        """Judge this password."""
        self._level = password_strength.level(password)
        self.setAccessibleName(self.tr("Password strength: %1").replace("%1", self.words()))
        self.update()

    @property
    def level(self) -> str:
        """One of `password_strength.LEVELS`."""
        return self._level

    def words(self) -> str:
        """The level for people's eyes."""
        return {
            "empty": self.tr("Several words are best"),
            "weak": self.tr("Weak"),
            "fair": self.tr("Fair"),
            "good": self.tr("Good"),
            "strong": self.tr("Strong"),
        }[self._level]

    def sizeHint(self) -> QSize:
        return QSize(200, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        room = metrics.horizontalAdvance(self.words()) + theme.SPACE_12
        segments = len(password_strength.LEVELS) - 1
        filled = password_strength.LEVELS.index(self._level)
        width = (self.width() - room - theme.SPACE_4 * (segments - 1)) / segments
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        y = (self.height() - _BAR_HEIGHT) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        for at in range(segments):
            painter.setBrush(getattr(tokens, _TONES[self._level] if at < filled else "line"))
            x = at * (width + theme.SPACE_4)
            x = self.width() - x - width if mirrored else x
            painter.drawRoundedRect(QRectF(x, y, width, _BAR_HEIGHT), 2, 2)
        painter.setPen(tokens.muted)
        words = QRectF(
            0 if mirrored else self.width() - room + theme.SPACE_12, 0, room - theme.SPACE_12, self.height()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.words())
        painter.end()
