"""The search field: every letter searches; Down goes into the list, Enter opens, Esc empties or leaves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from contactbook.ui.widgets import icons


class SearchField(QLineEdit):
    """A line of text with the magnifying glass, and a cross once there is something to clear."""

    down_pressed = Signal()
    open_pressed = Signal()
    left = Signal()
    """Esc in the empty field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Search"))
        self.setPlaceholderText(self.tr("Search name, company, e-mail, phone …"))
        self.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(icons.icon("close"), self.tr("Clear the search"), self)
        self._clear.triggered.connect(self.clear)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        for button in self.findChildren(QAbstractButton):
            button.setAccessibleName(button.toolTip() or self.tr("Search"))
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))

    def take_focus(self) -> None:
        """Puts the keyboard here with everything selected, so that typing starts afresh."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def forget(self) -> None:
        """Empties the field without searching: the book has gone, or another one was opened."""
        self.blockSignals(True)
        self.clear()
        self.blockSignals(False)
        self._clear.setVisible(False)

    def event(self, event: QEvent) -> bool:
        # Esc belongs to the field while it holds text, whatever shortcut of the window has it too.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.text():
                event.accept()
                return True
            # Undo means the last step in the book, not the last letter of a search.
            if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
                event.ignore()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
            self.down_pressed.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_pressed.emit()
        elif key == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)
