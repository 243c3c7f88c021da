"""Segments in the window: saved from the search, counted beside the window's work, renamed, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from contactbook.actions import segments
from contactbook.ui.segments.segment_dialog import SegmentDialog
from contactbook.ui.tasks import Job

if TYPE_CHECKING:
    from contactbook.domain.changes import Changes
    from contactbook.qtmodels.sidebar_model import Entry
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.command_set import CommandSet
    from contactbook.ui.contacts.contacts_screen import ContactsScreen
    from contactbook.ui.undo_commands import UndoCommands

COUNT_SOON_MS = 250
"""Milliseconds of rest after a change before segments are counted anew, on a thread of their own."""


class SegmentCommands(QObject):
    """Saves, changes and removes segments, and keeps the numbers beside them true."""

    def __init__(
        self, session: BookSession, commands: CommandSet, screen: ContactsScreen, undo: UndoCommands
    ) -> None:
        super().__init__(screen)
        self._session = session
        self._commands = commands
        self._screen = screen
        self._undo = undo
        self._counting: Job[Any] | None = None
        self._again = False
        self._soon = QTimer(self, singleShot=True, interval=COUNT_SOON_MS)
        self._soon.timeout.connect(self._count)
        commands.on("segment.save", self.save)
        commands.on("segment.change", self.change)
        commands.on("segment.remove", self.remove)
        screen.page.query_row.save_wanted.connect(self.save)
        screen.sidebar.change_wanted.connect(self.change)
        screen.sidebar.remove_wanted.connect(self.remove)
        screen.view_changed.connect(self.update_commands)
        screen.page.search.textChanged.connect(self.update_commands)
        session.opened.connect(self._on_opened)
        session.changed.connect(lambda _changes: self._soon.start())
        session.closing.connect(self._on_closing)

    def save(self) -> None:
        """Asks for a name for the search that is typed; within a segment, the two together."""
        entry = self._chosen()
        text = self._screen.page.search.text().strip()
        if not text:
            return
        text = f"{_bracketed(entry.query)} {_bracketed(text)}" if entry is not None else text
        dialog = SegmentDialog(self._screen.window(), text=text)
        dialog.wanted.connect(self._save)
        dialog.open()

    def change(self) -> None:
        """Opens the chosen segment's name and search."""
        entry = self._chosen()
        if entry is None:
            return
        dialog = SegmentDialog(self._screen.window(), name=entry.label, text=entry.query, is_new=False)
        dialog.wanted.connect(
            lambda name, text: self._session.write(
                segments.change_segment, _id(entry), name=name, text=text, owner=self, on_done=self._undo.tell
            )
        )
        dialog.open()

    def remove(self) -> None:
        """Forgets the chosen segment; Undo stands in the bar."""
        entry = self._chosen()
        if entry is not None:
            self._session.write(segments.remove_segment, _id(entry), owner=self, on_done=self._undo.tell)

    def update_commands(self) -> None:
        """Switches the three on and off; part of what the window does for all of its commands."""
        can = self._session.is_open and not self._session.book.read_only
        chosen = self._chosen() is not None
        self._commands["segment.save"].setEnabled(can and bool(self._screen.page.search.text().strip()))
        for key in ("segment.change", "segment.remove"):
            self._commands[key].setEnabled(can and chosen)

    def _chosen(self) -> Entry | None:
        entry = self._screen.sidebar.entry
        return entry if entry is not None and entry.key.startswith("segment:") else None

    def _save(self, name: str, text: str) -> None:
        self._session.write(segments.save_segment, name, text, owner=self, on_done=self._on_saved)

    def _on_saved(self, changes: Changes) -> None:
        """The undo stands in the bar; the search stays where it is."""
        self._undo.tell(changes)

    def _on_opened(self) -> None:
        self._screen.page.query_row.allow_saving(not self._session.book.read_only)
        self._soon.start()

    def _on_closing(self) -> None:
        self._soon.stop()
        self._again = False
        if self._counting is not None:
            self._counting.cancel()

    def _count(self) -> None:
        """One count at a time; what changes meanwhile is counted after it."""
        if not self._session.is_open or not self._screen.sidebar.has_segments:
            return
        if self._counting is not None:
            self._again = True
            return
        book = self._session.book
        self._counting = Job(
            work=lambda job: segments.counts(book, cancelled=job.is_cancelled),
            owner=self,
            on_done=lambda found: self._on_counted(book, found),
            on_problem=lambda _problem: None,  # the numbers stay as they were; the list itself tells more
            on_end=self._on_count_ended,
        )
        self._session.tasks.start(self._counting)

    def _on_counted(self, book: object, found: dict[int, int]) -> None:
        if self._session.is_open and self._session.book is book:
            self._screen.sidebar.show_segment_counts(found)

    def _on_count_ended(self) -> None:
        self._counting = None
        if self._again:
            self._again = False
            self._soon.start()


def _id(entry: Entry) -> int:
    return entry.view.segment_id if entry.view is not None else 0


def _bracketed(text: str) -> str:
    """The text in brackets where an "or" in it would reach beyond it."""
    return f"({text})" if " " in text.strip() else text
