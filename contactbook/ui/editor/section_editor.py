"""What every section of the contact's form is: a widget that shows a contact and writes what was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from contactbook.domain.contact import Contact

EDGE = theme.SPACE_24
"""Pixels from the edge of the pane to what is written in it."""
LABEL_WIDTH = 116
"""Pixels (at 100 % font) of the column of labels."""


class SectionEditor(QWidget):
    """One titled part of the form; made once, and filled anew for each contact.

    A subclass puts its controls into `body`, fills them in `show_contact`, emits `changed` whenever the
    person changes one of them (not while it is being filled), and in `write_into` sets on the contact what
    differs from what was shown; everything that nobody touched stays as it is, to the letter. Nothing here
    refuses anything: what looks odd is said beside the control and in `doubts`.
    """

    changed = Signal()

    card_pasted = Signal(str)
    """The text of a signature or card was pasted where a single value belongs."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.setAccessibleName(title)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, theme.SPACE_16, theme.SPACE_12, 0)
        outer.setSpacing(theme.SPACE_8)
        if title:
            self.heading = QLabel(title)
            self.heading.setFont(theme.strong(theme.small(self.font())))
            self.heading.setProperty("tone", "muted")
            line = QHBoxLayout()  # so that it stands at the beginning in both directions of writing
            line.setContentsMargins(EDGE, 0, 0, 0)
            line.addWidget(self.heading)
            line.addStretch(1)
            outer.addLayout(line)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme.SPACE_8)
        outer.addLayout(self.body)

    def layout_rows(self, rows: QWidget) -> None:
        """Put a list of rows into the body, from edge to edge: their grips stand in the margin."""
        self.body.addWidget(rows)

    def layout_widget(self, widget: QWidget, outdent: int = 0) -> None:
        """Put any other widget into the body, in line with the headings (or `outdent` pixels before them)."""
        indented = QVBoxLayout()
        indented.setContentsMargins(EDGE - outdent, 0, 0, 0)
        indented.addWidget(widget)
        self.body.addLayout(indented)

    def show_contact(self, contact: Contact) -> None:
        """Fill the controls; `contact` is not to be changed, nor kept beyond the next call."""
        raise NotImplementedError

    def write_into(self, contact: Contact) -> None:
        """Set what the person changed since `show_contact` on a copy of the contact that was shown."""
        raise NotImplementedError

    def doubts(self) -> list[str]:
        """What looks odd about the values, in words for the person; saving is possible all the same."""
        return []

    def focus_on(self, attribute: str, index: int) -> bool:
        """Take the keyboard to what shows part `index` of `contact.<attribute>`; False: not ours."""
        return False

    def forget(self) -> None:
        """Hold nothing of a contact any more: the book is being closed."""
        from contactbook.domain.contact import Contact

        self.show_contact(Contact())
