"""The types of fields at the left of the form editor: Enter or a double click adds one, or drag it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from contactbook.domain import fields
from contactbook.ui.fields.field_words import TYPE_WORDS, type_name
from contactbook.ui.widgets import icons, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

TYPE_MIME = "application/x-contactbook-field-type"
_STRIP_LINES, _ANY_HEIGHT = 4, (1 << 24) - 1
_TypeRole = Qt.ItemDataRole.UserRole + 1


class TypePalette(QListWidget):
    """One line a type."""

    wanted = Signal(str)
    """A field of this type shall be added."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Types of fields"))
        self.setProperty("surface", "sidebar")
        self.setIconSize(QSize(theme.ICON_SMALL, theme.ICON_SMALL))
        self.setDragEnabled(True)
        self.setViewportMargins(theme.SPACE_8, theme.SPACE_8, theme.SPACE_8, theme.SPACE_8)
        self._dress()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for kind in fields.TYPES:
            item = QListWidgetItem(icons.icon(TYPE_WORDS[kind][1]), type_name(kind))
            item.setData(_TypeRole, kind)
            item.setToolTip(self.tr("Enter adds it to the form"))
            self.addItem(item)
        self.lay_out(strip=False)
        self.setCurrentRow(0)
        self.itemActivated.connect(lambda item: self.wanted.emit(item.data(_TypeRole)))

    def lay_out(self, *, strip: bool) -> None:
        """As a column at the side, or as a strip of a few lines on top where there is no room for that."""
        self.setFlow(QListWidget.Flow.LeftToRight if strip else QListWidget.Flow.TopToBottom)
        self.setWrapping(strip)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        height = theme.row_height(self.font(), compact=True) + theme.SPACE_4
        for row in range(self.count()):
            item = self.item(row)
            words = self.fontMetrics().horizontalAdvance(item.text())
            item.setSizeHint(QSize(words + theme.ICON_SMALL + theme.SPACE_24 if strip else 0, height))
        self.setMaximumHeight(height * _STRIP_LINES + theme.SPACE_16 if strip else _ANY_HEIGHT)

    def _dress(self) -> None:
        """The line with the keyboard in the soft colour of a selection."""
        tokens, colors = theme.current(), self.palette()
        colors.setColor(QPalette.ColorRole.Highlight, tokens.soft_accent)
        colors.setColor(QPalette.ColorRole.HighlightedText, tokens.text)
        colors.setColor(QPalette.ColorRole.Base, tokens.sidebar)
        self.setPalette(colors)

    def mimeTypes(self) -> list[str]:
        return [TYPE_MIME]

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        data = QMimeData()
        if items:
            data.setData(TYPE_MIME, str(items[0].data(_TypeRole)).encode())
        return data

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self.wanted.emit(item.data(_TypeRole))
        else:
            super().keyPressEvent(event)
