"""Undo and redo: what the menu calls them now, and the message that tells of a step and takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from contactbook.actions import undoing
from contactbook.ui.messages.message_bar import INFO, SUCCESS, WARNING
from contactbook.wording import steps, undo_words
from contactbook.wording.speech import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from contactbook.domain.changes import Changes
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.command_set import CommandSet
    from contactbook.ui.messages.message_bar import MessageBar, Step


class UndoCommands(QObject):
    """After every change of the session the two actions say which step they would take back or bring."""

    def __init__(self, session: BookSession, commands: CommandSet, messages: MessageBar) -> None:
        super().__init__(commands)
        self._session = session
        self._commands = commands
        self._messages = messages
        self._can = {"edit.undo": False, "edit.redo": False}
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.update_names)
        commands.on("edit.undo", self.undo)
        commands.on("edit.redo", self.redo)
        session.changed.connect(lambda _changes: self._soon.start())
        session.opened.connect(self.update_names)
        session.closing.connect(self._forget)

    @property
    def impossible(self) -> set[str]:
        """Which of the two has nothing to do."""
        return {key for key, can in self._can.items() if not can}

    def update_names(self) -> None:
        """Asks the book for the next step of each and names the actions after it."""
        if not self._session.is_open:
            return
        book = self._session.book
        for key, target, words in (
            ("edit.undo", undoing.undo_target(book), steps.undo_label),
            ("edit.redo", undoing.redo_target(book), steps.redo_label),
        ):
            self._can[key] = target is not None and not book.read_only
            self._commands.rename(key, words(target.action, target.data) if target is not None else "")
            self._commands[key].setEnabled(self._can[key])

    def undo(self) -> None:
        """Takes the last step back."""
        self._run(undoing.undo)

    def undo_step(self, step: int) -> None:
        """Takes back the step that a message told of, whatever was done after it."""
        self._run(undoing.undo, step)

    def redo(self) -> None:
        """Brings the last undone step again."""
        self._run(undoing.redo)

    def tell(self, changes: Changes, extra: Sequence[Step] = ()) -> None:
        """Says in the bar what was just done, with Undo."""
        if not changes or not self._session.is_open:
            return
        target = undoing.undo_target(self._session.book)
        if target is not None and target.id == changes.step:
            undo: Step = (self.tr("Undo"), lambda: self.undo_step(changes.step))
            self._messages.say(
                f"{steps.label(target.action, target.data)}.", tone=SUCCESS, steps=[undo, *extra]
            )

    def _run(self, action: Callable[..., Changes], *arguments: int) -> None:
        if self._session.is_open:
            self._session.write(action, *arguments, on_done=self._on_undone, owner=self)

    def _on_undone(self, changes: Changes) -> None:
        """Says what was taken back; rows that had been changed since are kept, and that is said too."""
        if not self._session.is_open:
            return
        row = next(iter(undoing.history(self._session.book, limit=1)), None)
        said = _said(row.action, row.data) if row is not None else ""
        again: Step = (self.tr("Redo"), self.redo)
        if row is not None and row.action == "redo":
            again = (self.tr("Undo"), self.undo)
        if stayed := undo_words.stayed(changes.kept, changes.needed):
            self._messages.say(f"{said} {stayed}", tone=WARNING, steps=[again])
        else:
            self._messages.say(said, tone=INFO, steps=[again])

    def _forget(self) -> None:
        self._soon.stop()
        for key in self._can:
            self._can[key] = False
            self._commands.rename(key)


def _said(action: str, data: Mapping[str, Any]) -> str:
    """What was taken back or brought again, told as done; `data` names the step and holds its own data."""
    inner = data.get("data")
    step = steps.label(str(data.get("action", "")), inner if isinstance(inner, dict) else {})
    return say("Done again: {step}.", step=step) if action == "redo" else say("Undone: {step}.", step=step)
