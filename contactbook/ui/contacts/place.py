"""What can stand where the list stands, for entries of the sidebar that list no contacts."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


class Place(QWidget):
    """A page of its own in the middle of the window."""

    def refresh(self) -> None:
        """Reads everything anew."""
        raise NotImplementedError

    def focus_list(self) -> None:
        """Takes the keyboard."""
        raise NotImplementedError
