"""Opens the settings and makes a change hold."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from contactbook.actions import book_options
from contactbook.domain.problems import Problem
from contactbook.settings import declarations
from contactbook.settings.declarations import Scope
from contactbook.ui.messages.message_bar import INFO
from contactbook.wording.speech import say_number

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from contactbook.domain.changes import Changes
    from contactbook.settings.computer import ComputerSettings
    from contactbook.settings.declarations import Setting
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.command_set import CommandSet
    from contactbook.ui.messages.message_bar import MessageBar
    from contactbook.ui.undo_commands import UndoCommands


class SettingCommands(QObject):
    """Settings of the book are steps that can be taken back; those of the computer are saved at once."""

    computer_changed = Signal(object, object)
    """A setting of this computer and its value, for whoever must follow it now."""

    def __init__(
        self,
        session: BookSession,
        commands: CommandSet,
        messages: MessageBar,
        undo: UndoCommands,
        settings: ComputerSettings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._settings = window, session, settings
        self._messages, self._undo = messages, undo
        commands.on("file.settings", self.open)

    def open(self) -> None:
        """The dialog; the book's part stands in it while a book is open that can be written."""
        from contactbook.ui.settings.settings_dialog import SettingsDialog

        computer = {one.key: self._settings.get(one) for one in declarations.on_page(Scope.COMPUTER)}
        book = None
        if self._session.is_open and not self._session.book.read_only:
            book = book_options.options(self._session.book)
        dialog = SettingsDialog(self._window, computer, book)
        dialog.computer_chosen.connect(self._on_computer_chosen)
        dialog.book_chosen.connect(self._on_book_chosen)
        dialog.open()

    def _on_computer_chosen(self, setting: Setting[object], value: object) -> None:
        if not setting.accepts(value) or value == self._settings.get(setting):
            return
        self._settings.put(setting, value)
        with suppress(Problem):  # it holds until the program ends, and is tried again then
            self._settings.save()
        self.computer_changed.emit(setting, value)

    def _on_book_chosen(self, setting: Setting[object], value: object) -> None:
        if not self._session.is_open or not setting.accepts(value):
            return
        book = self._session.book
        if value == book_options.options(book)[setting.key]:
            return
        self._session.run(
            lambda job: book_options.change_option(book, setting, value, progress=job.report),
            owner=self,
            on_done=self._on_done,
            on_progress=self._on_progress,
        )

    def _on_progress(self, done: int, total: int) -> None:
        words = say_number(
            total, "1 name is put into its new order", "{n} names are put into their new order"
        )
        self._messages.say(f"{words} … {done * 100 // max(1, total)} %", tone=INFO, stays=True)

    def _on_done(self, changes: Changes) -> None:
        self._undo.tell(changes)
