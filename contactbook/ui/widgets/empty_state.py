"""What a panel shows when it has nothing to show: why that is so, and the next steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from contactbook.ui.widgets import icons, theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

ICON_SIZE = 48


class EmptyState(QWidget):
    """An icon, a line that says what is the case, a line that says what to do, and buttons that do it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = "address_book"
        self._icon = QLabel()
        self._title = QLabel()
        self._text = QLabel()
        self._buttons = QHBoxLayout()
        for label in (self._icon, self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text.setWordWrap(True)
        self._text.setProperty("tone", "muted")
        self._title.setFont(theme.heading(self.font()))
        self._title.setWordWrap(True)
        self._buttons.setSpacing(theme.SPACE_8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE_24, theme.SPACE_24, theme.SPACE_24, theme.SPACE_32)
        layout.addStretch(2)
        layout.addWidget(self._icon)
        layout.addSpacing(theme.SPACE_8)
        layout.addWidget(self._title)
        layout.addSpacing(theme.SPACE_4)
        layout.addWidget(self._text)
        layout.addSpacing(theme.SPACE_16)
        row = QHBoxLayout()
        row.addStretch()
        row.addLayout(self._buttons)
        row.addStretch()
        layout.addLayout(row)
        layout.addStretch(3)

    def say(
        self,
        icon: str,
        title: str,
        text: str = "",
        steps: list[tuple[str, Callable[[], object]]] | None = None,
    ) -> None:
        """Shows this from now on; the first of `steps` (label, what it does) is the suggested one."""
        self._icon_name = icon
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._draw_icon()
        while (item := self._buttons.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for at, (label, do) in enumerate(steps or []):
            button = QPushButton(label)
            button.setProperty("kind", "quiet" if at else "primary")
            button.setAutoDefault(True)  # Enter presses it outside of dialogs too
            button.clicked.connect(lambda _checked=False, do=do: do())
            self._buttons.addWidget(button)
        self._fit()

    def _fit(self) -> None:
        """The steps beside each other where they have room, below each other where they have not."""
        items = [self._buttons.itemAt(at) for at in range(self._buttons.count())]
        words = sum(item.sizeHint().width() + self._buttons.spacing() for item in items if item is not None)
        ways = QBoxLayout.Direction
        wide = words <= self.width() - 2 * theme.SPACE_24
        self._buttons.setDirection(ways.LeftToRight if wide else ways.TopToBottom)

    def take_focus(self) -> bool:
        """Puts the keyboard on the suggested step; False where there is none to be seen."""
        item = self._buttons.itemAt(0)
        button = item.widget() if item is not None else None
        if button is None or not self.isVisible():
            return False
        button.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _draw_icon(self) -> None:
        size = theme.scaled(ICON_SIZE, self.font())
        self._icon.setPixmap(icons.pixmap(self._icon_name, size, "line_strong", self.devicePixelRatioF()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw_icon()
