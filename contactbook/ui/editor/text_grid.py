"""Single texts of a contact or of a part of it, one labelled line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from contactbook.ui.editor.section_editor import LABEL_WIDTH
from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


class TextGrid(QWidget):
    """Lines by the attribute they hold; what nobody changed is not written back."""

    edited = Signal(str)
    """The person typed into the line of this attribute."""

    def __init__(
        self, fields: Sequence[tuple[str, str]], parent: QWidget | None = None, *, labelled: bool = True
    ) -> None:
        """`labelled`: labels stand beside the lines; otherwise within them, and they stand in pairs."""
        super().__init__(parent)
        self.lines: dict[str, QLineEdit] = {}
        self._labels: dict[str, QLabel] = {}
        self._shown: dict[str, str] = {}
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(theme.SPACE_8)
        self.grid.setVerticalSpacing(theme.SPACE_4)
        for row, (attribute, words) in enumerate(fields):
            line = self.lines[attribute] = QLineEdit()
            line.setAccessibleName(words)
            line.textEdited.connect(lambda _text, attribute=attribute: self.edited.emit(attribute))
            if labelled:
                label = self._labels[attribute] = grid_label(words, self)
                label.setBuddy(line)
                self.grid.addWidget(label, row, 0)
                self.grid.addWidget(line, row, 1)
                continue
            line.setPlaceholderText(words)
            if row == 0:
                self.grid.addWidget(line, 0, 0, 1, 2)
            else:
                self.grid.addWidget(line, (row + 1) // 2, (row - 1) % 2)
        self.grid.setColumnStretch(1, 1)
        if not labelled:
            self.grid.setColumnStretch(0, 1)
            self.grid.setHorizontalSpacing(theme.SPACE_4)

    def show_values(self, source: object) -> None:
        """Show the attributes of a contact or part."""
        for attribute, line in self.lines.items():
            self.set_text(attribute, getattr(source, attribute))
            self._shown[attribute] = line.text()

    def set_text(self, attribute: str, text: str) -> None:
        """Fill one line as if somebody had typed it."""
        line = self.lines[attribute]
        line.setText(text)
        line.setCursorPosition(0)

    def write_into(self, target: object) -> None:
        """Set what was changed."""
        for attribute, line in self.lines.items():
            if line.text() != self._shown.get(attribute, ""):
                setattr(target, attribute, line.text().strip())

    def values(self) -> dict[str, str]:
        """What stands in the lines."""
        return {attribute: line.text().strip() for attribute, line in self.lines.items()}

    def show_lines(self, wanted: Collection[str]) -> None:
        """Show these lines, and those that hold something."""
        for attribute, line in self.lines.items():
            shown = attribute in wanted or bool(line.text())
            line.setVisible(shown)
            if attribute in self._labels:
                self._labels[attribute].setVisible(shown)

    def hide_label(self, attribute: str) -> None:
        """Hide the label of a line that is hidden."""
        self._labels[attribute].hide()

    def focus_on(self, attribute: str) -> bool:
        """Put the keyboard into the line of an attribute; False when there is none."""
        line = self.lines.get(attribute)
        if line is None:
            return False
        line.show()
        if attribute in self._labels:
            self._labels[attribute].show()
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        return True


def grid_label(words: str, parent: QWidget) -> QLabel:
    """A muted label in the column of labels."""
    label = QLabel(words)
    label.setProperty("tone", "muted")
    label.setWordWrap(True)
    label.setFixedWidth(theme.scaled(LABEL_WIDTH, parent.font()))
    return label
