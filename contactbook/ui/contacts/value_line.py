"""One labelled value of the contact pane: read it, click it, copy it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from contactbook.ui.widgets import icons, theme

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QPaintEvent

    from contactbook.ui.contacts.contact_sections import Line

LABEL_WIDTH = 104


class ValueLine(QWidget):
    """Label to the left in muted type, the value beside it, a copy button on hover and focus."""

    link_clicked = Signal(str)
    copied = Signal(str)

    def __init__(self, line: Line, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = line
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, theme.SPACE_4, 0, theme.SPACE_4)
        layout.setSpacing(theme.SPACE_12)
        if line.label:
            layout.addWidget(self._label(), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._value(), 1, Qt.AlignmentFlag.AlignTop)
        self._copy = self._copy_button()
        layout.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignTop)

    def _label(self) -> QLabel:
        label = QLabel(self._line.label)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("tone", "muted")
        label.setWordWrap(True)
        label.setFixedWidth(theme.scaled(LABEL_WIDTH, self.font()))
        return label

    def _value(self) -> QLabel:
        line = self._line
        value = QLabel()
        value.setWordWrap(True)
        value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        value.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        value.setAccessibleName(f"{line.label}: {line.text}" if line.label else line.text)
        if line.preferred:
            value.setFont(theme.strong(self.font()))
        if line.link and "\n" not in line.text:
            value.setTextFormat(Qt.TextFormat.RichText)
            value.setText(_anchor(line.link, line.text))
            value.setToolTip(line.link)
            value.linkActivated.connect(self.link_clicked)
        else:
            value.setTextFormat(Qt.TextFormat.PlainText)
            value.setText(line.text)
        return value

    def _copy_button(self) -> QToolButton:
        button = _ShyButton(self)
        button.setIcon(icons.icon("copy"))
        button.setIconSize(QSize(theme.ICON_SMALL, theme.ICON_SMALL))
        name = self.tr("Copy %1").replace("%1", self._line.label or self._line.text[:40])
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(self._on_copy)
        return button

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._line.clipboard)
        self.copied.emit(self._line.clipboard)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._copy.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._copy.update()


class _ShyButton(QToolButton):
    """A button that is only drawn while the mouse is over its line or the keyboard is on it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        line = self.parentWidget()
        if self.hasFocus() or (line is not None and line.underMouse()):
            super().paintEvent(event)


def _anchor(link: str, text: str) -> str:
    accent = theme.current().accent.name()
    safe_text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    safe_link = link.replace("&", "&amp;").replace('"', "%22").replace("<", "%3C").replace(">", "%3E")
    return f'<a href="{safe_link}" style="color:{accent};text-decoration:none">{safe_text}</a>'
