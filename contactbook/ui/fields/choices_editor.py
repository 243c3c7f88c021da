"""The choices of a field, a name and a colour each; Enter adds the next, Alt with arrows moves."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from contactbook.domain.field_definition import Choice
from contactbook.ui.fields import choice_colors
from contactbook.ui.widgets import icons, theme


class ChoicesEditor(QWidget):
    """Emits `changed` when a line is left, not with every letter: each change is a step of its own."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_ChoiceRow] = []
        self._shown: tuple[Choice, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_4)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.SPACE_4)
        column.addLayout(self._lines)
        self.more = QPushButton(self.tr("Another choice"))
        self.more.setProperty("kind", "link")
        self.more.clicked.connect(self.add)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        for keys, do in (("Alt+Up", -1), ("Alt+Down", 1), ("Alt+Del", 0)):
            shortcut = QShortcut(QKeySequence(keys), self, lambda do=do: self._with_keyboard(do))
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def show_choices(self, choices: tuple[Choice, ...]) -> None:
        """Fill the lines."""
        self._shown = choices
        if choices == self.choices() and len(self._rows) == len(choices):
            return
        while self._rows:
            self._take_out(self._rows[-1])
        for choice in choices:
            self._append(choice)

    def choices(self) -> tuple[Choice, ...]:
        """The choices as they stand, empty lines left out."""
        return tuple(choice for row in self._rows if (choice := row.choice()).label)

    def add(self) -> None:
        """One more line, with the keyboard in it."""
        self._append(Choice("")).line.setFocus()

    def _append(self, choice: Choice) -> _ChoiceRow:
        row = _ChoiceRow(choice)
        row.left.connect(self._on_left)
        row.next_wanted.connect(self.add)
        row.remove_wanted.connect(lambda: self._remove(row))
        self._rows.append(row)
        self._lines.addWidget(row)
        return row

    def _take_out(self, row: _ChoiceRow) -> None:
        self._rows.remove(row)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _remove(self, row: _ChoiceRow) -> None:
        at = self._rows.index(row)
        self._take_out(row)
        (self._rows[max(0, at - 1)].line if self._rows else self.more).setFocus()
        self._on_left()

    def _with_keyboard(self, by: int) -> None:
        focus = self.window().focusWidget()
        row = next((row for row in self._rows if focus is not None and row.isAncestorOf(focus)), None)
        if row is None:
            return
        if not by:
            self._remove(row)
            return
        to = self._rows.index(row) + by
        if 0 <= to < len(self._rows):
            self._rows.remove(row)
            self._rows.insert(to, row)
            self._lines.removeWidget(row)
            self._lines.insertWidget(to, row)
            row.line.setFocus()
            self._on_left()

    def _on_left(self) -> None:
        if self.choices() != self._shown:
            self._shown = self.choices()
            self.changed.emit()


class _ChoiceRow(QWidget):
    left = Signal()
    next_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, choice: Choice) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_4)
        self.line = QLineEdit(choice.label)
        self.line.setAccessibleName(self.tr("Choice"))
        self.line.editingFinished.connect(self.left)
        self.line.returnPressed.connect(self.next_wanted)
        self.color = QComboBox()
        self.color.setAccessibleName(self.tr("Colour of the choice"))
        for name, words in choice_colors.names():
            self.color.addItem(choice_colors.dot(name), words, name)
        self.color.setCurrentIndex(max(0, self.color.findData(choice.color)))
        self.color.activated.connect(lambda _at: self.left.emit())
        self.color.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.color.setMinimumContentsLength(5)
        button = QToolButton()
        button.setIcon(icons.icon("close"))
        button.setIconSize(QSize(theme.ICON_SMALL, theme.ICON_SMALL))
        button.setAccessibleName(self.tr("Remove the choice (Alt+Delete)"))
        button.setToolTip(button.accessibleName())
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self.remove_wanted)
        row.addWidget(self.line, 1)
        row.addWidget(self.color)
        row.addWidget(button)

    def choice(self) -> Choice:
        return Choice(self.line.text().strip(), str(self.color.currentData() or ""))
