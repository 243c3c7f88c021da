"""One repeated value of the form: its label, its controls, preferred or not, and how it is taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QMouseEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from contactbook.ui.editor.section_editor import EDGE
from contactbook.ui.widgets import icons, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QPaintEvent

    from contactbook.ui.editor.label_box import WordBox

GRIP_WIDTH = theme.SPACE_16


class PartRow(QWidget):
    """A subclass puts its controls into `beside` (one line) or `below`, and turns them into a part and back.

    Its menu and the grip at its edge do for the mouse what the keys of the list do.
    """

    changed = Signal()
    remove_wanted = Signal()
    move_wanted = Signal(int)
    """By so many places."""
    dragged_to = Signal(QPoint)
    """The grip is being dragged; where the mouse is on the screen."""
    preferred_chosen = Signal()

    def __init__(
        self, name: str, label: WordBox | None, *, can_prefer: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.label = label
        self._preferred = False
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(EDGE - GRIP_WIDTH, 0, 0, 0)
        outer.setSpacing(0)
        self.grip = _Grip(self)
        outer.addWidget(self.grip, 0, Qt.AlignmentFlag.AlignTop)
        self.beside = QHBoxLayout()
        self.beside.setSpacing(theme.SPACE_8)
        if label is not None:
            self.beside.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
            label.edited.connect(self._on_changed)
        self.below = QVBoxLayout()
        self.below.setSpacing(theme.SPACE_4)
        self.below.addLayout(self.beside)
        outer.addLayout(self.below, 1)
        self._doubt = QLabel()
        self._doubt.setProperty("tone", "warning")
        self._doubt.setFont(theme.small(self.font()))
        self._doubt.setWordWrap(True)
        self._doubt.hide()
        self.below.addWidget(self._doubt)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        self.prefer_button = _button("star", self.tr("Preferred (Alt+P)"))
        self.prefer_button.setCheckable(True)
        self.prefer_button.setVisible(can_prefer)
        self.prefer_button.clicked.connect(lambda _on=False: self.prefer())
        self.remove_button = _button("close", self.tr("Remove %1 (Alt+Delete)").replace("%1", name))
        self.remove_button.clicked.connect(self.remove_wanted)
        for button in (self.prefer_button, self.remove_button):
            buttons.addWidget(button)
        outer.addSpacing(theme.SPACE_4)
        outer.addLayout(buttons)
        buttons.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._can_prefer = can_prefer

    def show_part(self, part: Any) -> None:  # noqa: ANN401 - any kind of part
        """Fill the controls."""
        raise NotImplementedError

    def part(self) -> Any:  # noqa: ANN401 - any kind of part
        """The part as it now is, None when nothing is filled in."""
        raise NotImplementedError

    def doubt(self) -> str:
        """What looks odd about the value, "" when nothing does."""
        return ""

    def take_focus(self) -> None:
        """Put the keyboard into the value."""

    def take_label(self) -> None:
        """Put the keyboard into the label, which may not have been shown until now."""
        if self.label is not None:
            self.label.show()
            self.label.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def preferred(self) -> bool:
        """Whether the star is lit."""
        return self._preferred

    def set_preferred(self, on: bool) -> None:
        """Light the star or put it out, as the list of rows or the contact says."""
        self._preferred = on
        self.prefer_button.setChecked(on)
        self.prefer_button.setIcon(icons.icon("star_filled" if on else "star", "star" if on else "muted"))

    def say_doubt(self) -> None:
        """Say below the value what looks odd about it now."""
        words = self.doubt()
        if words != self._doubt.text():
            self._doubt.setText(words)
        self._doubt.setVisible(bool(words))

    def prefer(self) -> None:
        """Light the star, or put it out when it is lit."""
        if self._can_prefer:
            self.set_preferred(not self._preferred)
            if self._preferred:
                self.preferred_chosen.emit()
            self.changed.emit()

    def _on_changed(self) -> None:
        self.say_doubt()
        self.changed.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = [
            ("up", self.tr("Move up"), "Alt+Up", lambda: self.move_wanted.emit(-1)),
            ("down", self.tr("Move down"), "Alt+Down", lambda: self.move_wanted.emit(1)),
            ("close", self.tr("Remove"), "Alt+Del", self.remove_wanted.emit),
        ]
        if self.label is not None:
            words.insert(0, ("tag", self.tr("Label"), "Alt+L", self.take_label))
        if self._can_prefer:
            words.insert(0, ("star", self.tr("Preferred"), "Alt+P", self.prefer))
        for icon, text, keys, do in words:
            action = QAction(icons.icon(icon), text, menu)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _checked=False, do=do: do())
            menu.addAction(action)
        menu.popup(event.globalPos())


class _Grip(QWidget):
    """Six dots at the edge of a row, under the mouse, by which it is dragged to another place."""

    def __init__(self, row: PartRow) -> None:
        super().__init__(row)
        self._row = row
        self.setFixedWidth(GRIP_WIDTH)
        self.setFixedHeight(self.fontMetrics().height() + theme.SPACE_12)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(self.tr("Drag to another place (Alt+Up, Alt+Down)"))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._row.underMouse():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().muted)
        middle = self.rect().center()
        for x in (-2, 3):
            for y in (-5, 0, 5):
                painter.drawEllipse(QPoint(middle.x() + x, middle.y() + y), 1, 1)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._row.dragged_to.emit(event.globalPosition().toPoint())


def _button(icon: str, words: str) -> QToolButton:
    """A quiet button of a row; the keyboard has its keys, so that Tab goes from value to value."""
    button = QToolButton()
    button.setIcon(icons.icon(icon))
    side = theme.scaled(theme.ICON_SMALL, button.font())
    button.setIconSize(QSize(side, side))
    button.setAccessibleName(words)
    button.setToolTip(words)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setProperty("kind", "plain")
    height = button.fontMetrics().height() + theme.SPACE_12
    button.setFixedSize(height, height)
    return button
