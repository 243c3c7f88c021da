"""What keeps a book safe, from the File menu: backups, another password, the recovery sheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from contactbook.actions import books, keeping
from contactbook.domain.problems import Cancelled
from contactbook.settings import declarations
from contactbook.ui.messages.message_bar import SUCCESS
from contactbook.ui.tasks import Job

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from contactbook.settings.computer import ComputerSettings
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.command_set import CommandSet
    from contactbook.ui.messages.message_bar import MessageBar
    from contactbook.ui.unlock.front_door import FrontDoor

FIRST_BACKUP_MS = 60_000
"""How long a book is open before its backup of the day is made, so that nothing waits for it."""


class KeepingCommands(QObject):
    """Backs the open book up by itself once a day, and whenever it is asked to."""

    door_wanted = Signal()
    """The front door has something to show."""

    def __init__(
        self,
        session: BookSession,
        commands: CommandSet,
        door: FrontDoor,
        messages: MessageBar,
        settings: ComputerSettings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._door = door
        self._messages = messages
        self._settings = settings
        self._window = window
        self._job: Job[Any] | None = None
        self._daily = QTimer(self, singleShot=True, interval=FIRST_BACKUP_MS)
        self._daily.timeout.connect(lambda: self.back_up(daily=True))
        session.opened.connect(self._on_opened)
        session.closing.connect(self._on_closing)
        commands.on("file.backup", self.back_up)
        commands.on("file.password", self._ask_for_password)
        commands.on("file.recovery", self._show_recovery)

    def back_up(self, *, daily: bool = False) -> None:
        """Write a backup into its folder; `daily`: only where there is none of today, and without a word."""
        if not self._session.is_open or self._job is not None:
            return
        book = self._session.book
        chosen = self._settings.get(declarations.BACKUP_FOLDER)
        folder = Path(chosen).expanduser() if chosen else None
        keep = self._settings.get(declarations.BACKUP_COUNT)

        def work(job: Job[Any]) -> Path | None:
            try:
                if daily and not keeping.backup_is_due(book, folder):
                    return None
                return keeping.back_up_in_turn(book, folder, keep=keep, cancelled=job.is_cancelled)
            except Exception:
                if job.is_cancelled():  # the book was closed under it
                    raise Cancelled from None
                raise

        def done(path: Path | None) -> None:
            if path is not None and not daily:
                said = self.tr("Backed up as “%1”. The copy was read back and is whole.")
                self._messages.say(said.replace("%1", str(path)), tone=SUCCESS)

        self._job = Job(
            work=work,
            owner=self,
            on_done=done,
            on_problem=self._messages.say_problem,
            on_cancelled=lambda: None,
            on_end=self._on_end,
        )
        self._session.tasks.start(self._job)

    def _ask_for_password(self) -> None:
        from contactbook.ui.unlock.password_dialog import PasswordDialog

        dialog = PasswordDialog(self._window)
        dialog.wanted.connect(self._change_password)
        dialog.open()

    def _change_password(self, password: str, key_file: Path | None) -> None:
        """The book is closed, written anew and opened again; whatever fails, it is there to be unlocked."""
        if not self._session.is_open:
            return
        session, path = self._session, self._session.book.path
        old = books.key_of(session.book)
        new = books.credential(password, key_file=key_file)

        def work(_job: Job[Any]) -> Any:  # noqa: ANN401 - a book of the store, only passed on
            keeping.change_password(path, old, new)
            return books.open_book(path, new)

        session.close()
        self._door.show_unlock(path)
        self._door.unlocking.set_busy(True)
        self.door_wanted.emit()
        session.tasks.write(
            Job(
                work=work,
                owner=self,
                on_done=self._on_changed,
                on_problem=self._messages.say_problem,
                on_end=lambda: self._door.unlocking.set_busy(False),
                stoppable=False,
            )
        )

    def _on_changed(self, book: Any) -> None:  # noqa: ANN401 - a book of the store, only passed on
        self._session.take(book)
        self._show_recovery()
        self._messages.say(self.tr("The password was changed. The old recovery sheet is of no use any more."))

    def _show_recovery(self) -> None:
        if self._session.is_open:
            book = self._session.book
            self._door.show_recovery(book.path, books.recovery_code(book))
            self.door_wanted.emit()

    def _on_opened(self) -> None:
        if not self._session.book.read_only and not self._door.is_sample(self._session.book.path):
            self._daily.start()

    def _on_closing(self) -> None:
        self._daily.stop()
        if self._job is not None:
            self._job.cancel()

    def _on_end(self) -> None:
        self._job = None
