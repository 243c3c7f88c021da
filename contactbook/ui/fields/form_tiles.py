"""What stands in the middle of the form editor: fields as tiles, sections as cards with a heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDrag, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from contactbook.ui.fields import inputs
from contactbook.ui.fields.caption import caption
from contactbook.ui.fields.field_words import shown_for_words, type_name
from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from contactbook.domain.field_definition import FieldDefinition
    from contactbook.domain.form_sections import FormSection

FIELD_MIME = "application/x-contactbook-field"


class FormPart(QWidget):
    """Something on the form that can have the keyboard, be renamed in place and be moved."""

    chosen = Signal()
    """It has the keyboard now."""
    renamed = Signal(str)
    pressed = Signal(object)
    """A key for the canvas to deal with: the event."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(name)
        self.caption = QLabel(name)
        self.caption.setAlignment(theme.leading(self.caption))
        self.caption.setTextFormat(Qt.TextFormat.PlainText)
        self.line = _NameLine()
        self.line.setAccessibleName(self.tr("New name"))
        self.line.hide()
        self.line.editingFinished.connect(self._on_renamed)

    def rename(self) -> None:
        """Let the name be typed in place; Enter keeps it, Esc does not."""
        self.line.setText(self.name)
        self.caption.hide()
        self.line.show()
        self.line.selectAll()
        self.line.setFocus()

    def _on_renamed(self) -> None:
        if self.line.isHidden():
            return
        text = self.line.text().strip()
        self._stop_renaming()
        if text and text != self.name:
            self.renamed.emit(text)

    def _stop_renaming(self) -> None:
        had_keyboard = self.line.hasFocus()
        self.line.hide()
        self.caption.show()
        if had_keyboard:
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.line.isHidden() and event.key() == Qt.Key.Key_Escape:
            self.line.setText(self.name)
            self._stop_renaming()
        elif not self.line.isHidden():
            event.accept()
        else:
            self.pressed.emit(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        self.chosen.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.rename()


class _NameLine(QLineEdit):
    """Enter ends the name and is not heard by what lies below."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class FieldTile(FormPart):
    """A field as it will look: its label over its input."""

    def __init__(self, definition: FieldDefinition, parent: QWidget | None = None) -> None:
        super().__init__(definition.label, parent)
        self.definition = definition
        self.is_current = False
        self._pressed_at = QPoint()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        words = [type_name(definition.type), shown_for_words(definition.settings.shown_for)]
        self.setAccessibleDescription(", ".join(word for word in words if word))
        self.setToolTip(definition.help)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE_12, theme.SPACE_8, theme.SPACE_12, theme.SPACE_8)
        column.setSpacing(theme.SPACE_4)
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE_4)
        if definition.settings.required:
            self.caption.setText(definition.label + " *")
        self.caption.setFont(theme.small(self.font()))
        self.caption.setProperty("tone", "muted")
        self.caption.setWordWrap(True)
        head.addWidget(self.caption, 1)
        head.addWidget(self.line, 1)
        if words[1]:
            head.addWidget(_muted(words[1]))
        column.addLayout(head)
        column.addWidget(_preview(definition))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not (self.hasFocus() or self.is_current or self.underMouse()):
            painter.end()
            return
        chosen = self.hasFocus() or self.is_current
        painter.setPen(QPen(QColor(tokens.accent if chosen else tokens.line), 2 if self.hasFocus() else 1))
        painter.setBrush(tokens.soft_accent if self.is_current else Qt.BrushStyle.NoBrush)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(rect, theme.RADIUS_FIELD, theme.RADIUS_FIELD)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        self.setFocus()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if event.buttons() & Qt.MouseButton.LeftButton and far >= QApplication.startDragDistance():
            drag = QDrag(self)
            data = QMimeData()
            data.setData(FIELD_MIME, self.definition.key.encode())
            drag.setMimeData(data)
            drag.setPixmap(self.grab())
            drag.setHotSpot(self._pressed_at)
            drag.exec(Qt.DropAction.MoveAction)


class SectionHead(FormPart):
    """The heading of a section."""

    def __init__(self, section: FormSection, parent: QWidget | None = None) -> None:
        shown = section.title or QApplication.translate("Fields", "Section without a title")
        super().__init__(section.title, parent)
        self.section = section
        self.setAccessibleName(shown)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACE_8, theme.SPACE_4, theme.SPACE_8, theme.SPACE_4)
        self.caption.setText(shown)
        self.caption.setFont(theme.strong(self.font()))
        if not section.title:
            self.caption.setProperty("tone", "muted")
        row.addWidget(self.caption)
        row.addWidget(self.line)
        row.addStretch(1)
        if words := shown_for_words(section.shown_for):
            row.addWidget(_muted(words))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.current().accent, 2))
            rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(rect, theme.RADIUS_FIELD, theme.RADIUS_FIELD)
            painter.end()


def _muted(text: str) -> QLabel:
    label = caption(text)
    label.setWordWrap(False)
    return label


def _preview(definition: FieldDefinition) -> QWidget:
    """The very input of the contact editor with its default, out of reach of mouse and keyboard here."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.SPACE_4)
    control = inputs.made(definition)
    control.show_value(definition.settings.default)
    column.addWidget(control)
    if definition.is_repeated and not isinstance(control, inputs.ChoicesInput):
        more = QPushButton(QApplication.translate("FieldRow", "Another one"))
        more.setProperty("kind", "link")
        more.setAccessibleName(f"{definition.label}: {more.text()}")
        column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
    holder.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    for part in holder.findChildren(QWidget):
        part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return holder
