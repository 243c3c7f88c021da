"""A further tab of the contact pane, made by another topic than this folder's."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


class ContactTab(QWidget):
    """Follows one contact while it is looked at."""

    def show_contact(self, contact_id: int | None) -> None:
        """Shows what there is about this contact."""
        raise NotImplementedError

    def forget(self) -> None:
        """Nothing of a contact stays here."""
        raise NotImplementedError
