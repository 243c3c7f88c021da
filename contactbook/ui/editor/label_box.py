"""The label of a value: one of the standard words, translated, or free text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from contactbook.ui.editor.section_editor import LABEL_WIDTH
from contactbook.ui.widgets import icons, theme
from contactbook.ui.widgets.spoken_labels import standard_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QPaintEvent, QWheelEvent


class WordBox(QComboBox):
    """A line to type in, with words to choose from: what is stored may differ from what is shown.

    The list is filled when somebody looks at it: a form has many of them. The wheel scrolls the form.
    """

    edited = Signal()
    """The person chose or typed something."""

    def __init__(self, words: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._stored = self._shown = ""
        self.setProperty("kind", "word")
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(name)
        line = self.lineEdit()
        assert line is not None
        line.setAccessibleName(name)
        line.textEdited.connect(lambda _text: self.edited.emit())
        self.activated.connect(lambda _at: self.edited.emit())
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)

    def set_words(self, words: Sequence[tuple[str, str]]) -> None:
        """Offer other words from now on: (stored, shown)."""
        self._words = words
        text = self.currentText()
        self.clear()
        self.setEditText(text)

    def show_word(self, stored: str) -> None:
        """Show what is stored, as people read it."""
        self._stored = stored
        self._shown = next((shown for word, shown in self._words if word == stored), standard_label(stored))
        self.setEditText(self._shown)
        line = self.lineEdit()
        if line is not None:
            line.setCursorPosition(0)

    @property
    def word(self) -> str:
        """What is to be stored: what was, while nobody changed it; else the word shown so, or the text."""
        text = self.currentText()
        if text == self._shown:
            return self._stored
        text = text.strip()
        folded = text.casefold()
        return next((word for word, shown in self._words if folded == shown.casefold()), text)

    def _fill(self) -> None:
        if self.count() != len(self._words):
            text = self.currentText()
            self.clear()
            self.addItems([shown for _word, shown in self._words])
            self.setEditText(text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._fill()
        super().focusInEvent(event)

    def showPopup(self) -> None:
        self._fill()
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        middle = self.rect().center().y()
        square = QRectF(6 if rtl else self.width() - 18, middle - 5, 12, 12)
        icons.paint(painter, square, "down", theme.current().muted)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class LabelBox(WordBox):
    """The label column of a row: some standard labels, free text as well."""

    def __init__(self, labels: Sequence[str], name: str, parent: QWidget | None = None) -> None:
        super().__init__([(label, standard_label(label)) for label in labels], name, parent)
        self.setProperty("kind", "label")
        line = self.lineEdit()
        assert line is not None
        line.setPlaceholderText(self.tr("Label"))
        self.setFixedWidth(theme.scaled(LABEL_WIDTH, self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
