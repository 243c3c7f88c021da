"""Which button of a dialog Enter presses: Qt takes the first one laid out, Cancel as readily as any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog


def presses(dialog: QDialog, button: QPushButton | None) -> None:
    """Enter presses this button and no other one, none of them where there is no such button.

    To be called when all of the dialog is laid out; a button with the keyboard still hears Enter itself.
    """
    for each in dialog.findChildren(QPushButton):
        each.setAutoDefault(False)
        each.setDefault(False)
    if button is not None:
        button.setDefault(True)
