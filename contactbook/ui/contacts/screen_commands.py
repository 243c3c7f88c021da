"""What every group of commands over the contacts screen works with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.command_set import CommandSet
    from contactbook.ui.contacts.contacts_screen import ContactsScreen
    from contactbook.ui.messages.message_bar import MessageBar
    from contactbook.ui.undo_commands import UndoCommands


class ScreenCommands(QObject):
    """A group says in `_connect` which commands it answers to."""

    def __init__(
        self,
        session: BookSession,
        commands: CommandSet,
        screen: ContactsScreen,
        messages: MessageBar,
        undo: UndoCommands,
    ) -> None:
        super().__init__(screen)
        self._session = session
        self._commands = commands
        self._screen = screen
        self._messages = messages
        self._undo = undo
        self._connect()

    def _connect(self) -> None:
        """Answer to the commands of the group."""
