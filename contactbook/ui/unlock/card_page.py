"""The calm page with one card in the middle that welcome, create, unlock and recovery sheet are set in."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from contactbook.ui.widgets import icons, theme

CARD_WIDTH = 440


class CardPage(QScrollArea):
    """A page whose `column` takes the widgets of the card, under an icon, a heading and an explanation."""

    def __init__(self, icon: str, heading: str, explanation: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setAccessibleName(heading)
        inside = QWidget()
        around = QVBoxLayout(inside)
        around.setContentsMargins(theme.SPACE_24, theme.SPACE_24, theme.SPACE_24, theme.SPACE_24)
        around.addStretch(2)
        card = QFrame()
        card.setProperty("card", "true")
        card.setFixedWidth(theme.scaled(CARD_WIDTH, self.font()))
        middle = (
            QHBoxLayout()
        )  # an alignment instead would forget that wrapped words need height for their width
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        around.addLayout(middle)
        around.addStretch(3)
        self.column = QVBoxLayout(card)
        self.column.setContentsMargins(theme.SPACE_32, theme.SPACE_32, theme.SPACE_32, theme.SPACE_32)
        self.column.setSpacing(theme.SPACE_12)
        picture = QLabel()
        picture.setPixmap(icons.pixmap(icon, 40, "accent", self.devicePixelRatioF()))
        self.column.addWidget(picture)
        self.heading = QLabel(heading)
        self.heading.setFont(theme.title(self.font()))
        self.heading.setWordWrap(True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.column.addWidget(self.heading)
        self.explanation = _words(explanation, "muted")
        self.column.addWidget(self.explanation)
        self.column.addSpacing(theme.SPACE_4)
        self.setWidget(inside)

    def add_field(self, caption: str, field: QWidget | QLayout, buddy: QWidget) -> QLabel:
        """A field under its caption, which stays readable while something stands in the field."""
        label = QLabel(caption)
        label.setFont(theme.small(self.font()))
        label.setProperty("tone", "muted")
        label.setBuddy(buddy)
        group = QVBoxLayout()
        group.setSpacing(theme.SPACE_4)
        group.addWidget(label)
        if isinstance(field, QLayout):
            group.addLayout(field)
        else:
            group.addWidget(field)
        self.column.addLayout(group)
        return label

    def add_links(self, *links: QWidget) -> None:
        """A row of links at the leading edge of the card."""
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_8)
        for link in links:
            row.addWidget(link)
        row.addStretch(1)
        self.column.addLayout(row)

    def add_notice(self, tone: str = "danger") -> Notice:
        """Some lines that are empty until `show_notice` puts a message there."""
        notice = Notice(tone)
        self.column.addWidget(notice)
        return notice

    def add_buttons(self, *buttons: QPushButton) -> None:
        """A row of buttons at the end of the card; the last one is the main thing to do."""
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_8)
        for button in buttons[:-1]:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(buttons[-1])
        self.column.addSpacing(theme.SPACE_8)
        self.column.addLayout(row)


class Notice(QWidget):
    """What happened in its colour, and under it, quieter, why and what to do about it."""

    def __init__(self, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_4)
        self._what, self._more = _words("", tone), _words("", "muted")
        column.addWidget(self._what)
        column.addWidget(self._more)
        self.hide()

    def say(self, what: str, more: str = "") -> None:
        """Show a message; "" takes it away. A screen reader is told of it at once."""
        self._what.setText(what)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.setAccessibleName(self.text)
        self.setVisible(bool(what))
        if what:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @property
    def text(self) -> str:
        """All that is said now, "" when nothing is."""
        return " ".join(part for part in (self._what.text(), self._more.text()) if part)


def push_button(text: str, kind: str = "", icon: str = "") -> QPushButton:
    """A button of the style sheet's kinds: "primary", "quiet", "link", "danger" or plain."""
    button = QPushButton(text)
    if kind:
        button.setProperty("kind", kind)
    if icon:
        button.setIcon(icons.icon(icon, "on_accent" if kind == "primary" else "muted"))
        button.setIconSize(QSize(theme.ICON_SMALL, theme.ICON_SMALL))
    button.setAutoDefault(True)
    return button


def _words(text: str, tone: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("tone", tone)
    label.setWordWrap(True)
    return label
