"""Choosing how often one wants to be in touch, with contacts or a tag, and adding kinds of entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from contactbook.actions import following_up, logging
from contactbook.domain import when_words
from contactbook.domain.problems import Problem
from contactbook.ui.widgets.picker import Choice, Picker
from contactbook.wording import timeline_words
from contactbook.wording.speech import say_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from contactbook.ui.book_session import BookSession
    from contactbook.ui.command_set import CommandSet
    from contactbook.ui.contacts.contacts_screen import ContactsScreen
    from contactbook.ui.undo_commands import UndoCommands

_OFFERED = (7, 14, 28, 42, 91, 182, 364)
_ICONS = (
    "note",
    "phone",
    "map",
    "briefcase",
    "heart",
    "star",
    "flag",
    "camera",
    "globe",
    "key",
    "print",
    "chat",
)


class RhythmCommands(QObject):
    """What is typed is understood in words too: "every 10 days", "alle 6 Wochen"."""

    def __init__(
        self, session: BookSession, commands: CommandSet, screen: ContactsScreen, undo: UndoCommands
    ) -> None:
        super().__init__(screen)
        self._session = session
        self._screen = screen
        self._undo = undo
        commands.on("contact.rhythm", self.choose)
        commands.on("contact.add_kind", self.add_kind)

    def choose(self) -> None:
        """Asks how often to be in touch with the selected contacts, or with everybody of the tag listed."""
        ids = self._screen.page.view.selected.ids()
        entry = self._screen.sidebar.entry
        tag = entry.view.tag_id if entry is not None and entry.view is not None else 0
        choices: list[Choice] = []
        if ids:
            beside = say_number(len(ids), "1 contact", "{n} contacts")
            choices += self._choices(lambda days: self._set(ids, days), beside)
        if tag and entry is not None:
            beside = self.tr("everybody tagged %1").replace("%1", entry.label)
            choices += self._choices(lambda days: self._set_tag(tag, days), beside)
        if not choices:
            return
        picker = Picker(
            self._screen.window(),
            choices,
            prompt=self.tr("How often do you want to be in touch? Every 6 weeks …"),
            create=lambda text: self._typed(text, ids, tag),
        )
        picker.show_over(self._screen.window())

    def add_kind(self) -> None:
        """Asks for the name of a new kind of entry, then for its icon."""
        picker = Picker(
            self._screen.window(),
            [],
            prompt=self.tr("Name of the new kind of entry"),
            create=lambda text: Choice(
                self.tr("New kind “%1”").replace("%1", text), lambda: self._choose_icon(text), icon="add"
            ),
        )
        picker.show_over(self._screen.window())

    def _choose_icon(self, label: str) -> None:
        choices = [
            Choice(icon.capitalize(), lambda icon=icon: self._write(logging.add_kind, label, icon), icon=icon)
            for icon in _ICONS
        ]
        window = self._screen.window()
        Picker(window, choices, prompt=self.tr("Icon of “%1”").replace("%1", label)).show_over(window)

    def _choices(self, do: Callable[[int | None], object], beside: str) -> list[Choice]:
        made = [
            Choice(
                timeline_words.every(days).capitalize(), lambda days=days: do(days), beside, icon="heartbeat"
            )
            for days in _OFFERED
        ]
        return [*made, Choice(self.tr("No rhythm"), lambda: do(None), beside, icon="close")]

    def _typed(self, text: str, ids: list[int], tag: int) -> Choice:
        try:
            days = when_words.read_repeat(text, locale=QLocale().name()).days
        except Problem as problem:
            told = problem
            return Choice(
                self.tr("“%1” is not understood").replace("%1", text),
                lambda: self._session.problem_met.emit(told),
                icon="question",
            )
        do = (lambda: self._set(ids, days)) if ids else (lambda: self._set_tag(tag, days))
        return Choice(timeline_words.every(days).capitalize(), do, icon="heartbeat")

    def _set(self, ids: list[int], days: int | None) -> None:
        self._write(following_up.set_rhythm, ids, days)

    def _set_tag(self, tag: int, days: int | None) -> None:
        self._write(following_up.set_tag_rhythm, tag, days)

    def _write(self, action: Callable[..., object], *arguments: object) -> None:
        self._session.write(action, *arguments, owner=self, on_done=self._undo.tell)
