"""The first thing that somebody sees: create a book, open one, or look around the sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from contactbook.ui.unlock.card_page import CardPage, push_button
from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QPushButton

_RECENT_SHOWN = 5


class WelcomePage(CardPage):
    """Offers the three ways in, and the books that were open lately."""

    create_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    convert_wanted = Signal()
    """Files shall become another file; no book is needed."""
    recent_wanted = Signal(object)
    """Carries the path of the book."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "address_book",
            self.tr("Contactbook"),
            self.tr(
                "Everything you know about your people, in one encrypted file that stays on your computer. "
                "Nothing gets lost on the way in or out, and every step can be undone."
            ),
            parent,
        )
        self._notice = self.add_notice()
        self.create_button = push_button(self.tr("Create a book"), "primary", "add")
        self.open_button = push_button(self.tr("Open a book…"), "", "folder")
        self.sample_button = push_button(self.tr("Look around the sample"), "", "sample")
        self.create_button.clicked.connect(self.create_wanted)
        self.open_button.clicked.connect(self.open_wanted)
        self.sample_button.clicked.connect(self.sample_wanted)
        for button in (self.create_button, self.open_button, self.sample_button):
            self.column.addWidget(button)
        self.convert_button = push_button(self.tr("Only convert files…"), "link", "source")
        self.convert_button.clicked.connect(self.convert_wanted)
        self.column.addWidget(self.convert_button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._recent: list[QPushButton] = []
        self._lately = QWidget()
        column = QVBoxLayout(self._lately)
        column.setContentsMargins(0, theme.SPACE_12, 0, 0)
        column.setSpacing(theme.SPACE_4)
        caption = QLabel(self.tr("Opened lately"))
        caption.setFont(theme.strong(theme.small(self.font())))
        caption.setProperty("tone", "muted")
        column.addWidget(caption)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column.addLayout(self._rows)
        self.column.addWidget(self._lately)
        self._lately.hide()

    def show_problem(self, text: str, more: str = "") -> None:
        """Say what went wrong above the buttons ("" takes it away), and more quietly what to do."""
        self._notice.say(text, more)

    def show_recent(self, paths: Sequence[Path]) -> None:
        """List the books that can be opened again with one click."""
        for button in self._recent:
            self._rows.removeWidget(button)
            button.deleteLater()
        self._recent = []
        for path in paths[:_RECENT_SHOWN]:
            button = push_button(path.stem, "link", "lock")
            button.setToolTip(str(path))
            button.setAccessibleName(self.tr("Open %1").replace("%1", path.stem))
            button.clicked.connect(lambda _on=False, chosen=path: self.recent_wanted.emit(chosen))
            self._rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
            self._recent.append(button)
        self._lately.setVisible(bool(paths))

    @property
    def recent_buttons(self) -> list[QPushButton]:
        """One button a book, the newest first."""
        return list(self._recent)

    def set_busy(self, busy: bool) -> None:
        """While a book is being made or opened, nothing else can be started."""
        for button in (self.create_button, self.open_button, self.sample_button, *self._recent):
            button.setEnabled(not busy)
