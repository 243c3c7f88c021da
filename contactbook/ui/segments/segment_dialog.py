"""A segment in one small form: its name, and the search that finds its contacts."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from contactbook.domain import query
from contactbook.domain.problems import Problem
from contactbook.ui.widgets import theme
from contactbook.wording import problems, queries


class SegmentDialog(QDialog):
    """Says how the search is understood while it is typed; what is not understood cannot be saved."""

    wanted = Signal(str, str)
    """Name and search."""

    def __init__(self, parent: QWidget, *, name: str = "", text: str = "", is_new: bool = True) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Save the search as a segment") if is_new else self.tr("Change the segment")
        self.setWindowTitle(title)
        self.name = QLineEdit(name)
        self.text = QLineEdit(text)
        self.text.setPlaceholderText("tag:vip city:Gdansk -company:acme")
        self.understood = QLabel()
        self.understood.setWordWrap(True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE_12)
        grid.setVerticalSpacing(theme.SPACE_8)
        for row, (words, line) in enumerate(((self.tr("&Name"), self.name), (self.tr("&Search"), self.text))):
            label = QLabel(words)
            label.setBuddy(line)
            line.setAccessibleName(words.replace("&", ""))
            line.setMinimumWidth(theme.scaled(360, self.font()))
            line.textChanged.connect(self._on_edited)
            grid.addWidget(label, row, 0)
            grid.addWidget(line, row, 1)
        grid.addWidget(self.understood, 2, 1)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setProperty("kind", "quiet")
        cancel.clicked.connect(self.close)
        self.save_button = QPushButton(self.tr("Save"))
        self.save_button.setProperty("kind", "primary")
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self._on_accepted)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save_button)
        head = QLabel(title)
        head.setFont(theme.heading(self.font()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.SPACE_24,) * 4)
        layout.setSpacing(theme.SPACE_16)
        layout.addWidget(head)
        layout.addLayout(grid)
        layout.addLayout(buttons)
        self._on_edited()

    def _on_edited(self) -> None:
        text, tone = self.text.text().strip(), "muted"
        fine = bool(text)
        try:
            asked = query.parse(text)
            said = ", ".join(queries.part(part) for part in query.parts(asked)) if fine else ""
            said = said or self.tr("A segment lists whoever this finds, today and later.")
        except Problem as problem:
            fine, tone, said = False, "danger", problems.sentence(problem).what
        self.understood.setText(said)
        self.understood.setProperty("tone", tone)
        self.understood.style().unpolish(self.understood)
        self.understood.style().polish(self.understood)
        self.save_button.setEnabled(fine and bool(self.name.text().strip()))

    def _on_accepted(self) -> None:
        self.wanted.emit(self.name.text().strip(), self.text.text().strip())
        self.close()
