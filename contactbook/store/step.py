"""One step: a transaction whose changes are recorded, noted in the history, and shown in the derived rows."""

from __future__ import annotations

import json
import time
from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

import apsw

from contactbook.domain.changes import Changes
from contactbook.domain.names import USUAL
from contactbook.store import changesets, derived, history_rows, name_styles, new_rows, timeline_rows
from contactbook.store.recording import Recording
from contactbook.store.sqlite import changes, id_array
from contactbook.store.tables import BESIDE_TIMELINE, FIELD_TABLES, TAG_TABLES, TIMELINE_TABLES
from contactbook.store.touched import Touched
from contactbook.vault.failures import explained, problem_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from contextlib import AbstractContextManager
    from types import TracebackType

    from contactbook.store.changesets import Survey
    from contactbook.store.reader import Reader
    from contactbook.store.sqlite import Connection
    from contactbook.store.writer import Writer

LISTED = 2000
"""More touched contacts than this are reported as `Changes.everything`."""

LARGE_CACHE = 64_000
"""KiB of pages kept in memory by large steps: the indexes that are filled in random order must fit."""

SURVEYED_BYTES = 8 << 20
"""Changesets up to this size are read again to find the touched contacts; beyond, bulk writers tell."""


@dataclass(frozen=True, slots=True)
class Replay:
    """A step's effect: the changeset of step `basis`, forwards or inverted, and what it touches."""

    basis: int
    inverted: int
    size: int
    digest: bytes
    survey: Survey


class Step:
    """Entered by `with book.step(...) as step`, and taken by what writes; `changes` is there afterwards.

    `data` may be added to until the step ends: it is what the history shows. `undoes`, `kept` and `replay`
    are for the journal; the step that this one takes back, the contacts that were left alone, and the effect
    when it was not recorded. `made`: contacts added one by one.
    """

    def __init__(self, writer: Writer, action: str, data: dict[str, Any], *, scratch: bool = False) -> None:
        self.action = action
        self.data = data
        self.at = 0
        self.changes = Changes()
        self._writer = writer
        self._scratch = scratch
        self._session: Recording | None = None
        self._touched = Touched()
        self._tables: set[str] = set()
        self._also_stale: set[int] = set()
        self._bulk = False
        self._large = False
        self._described: Survey | None = None
        self._style = USUAL
        self.progress: Callable[[int, int], object] | None = None
        self.bulk_mode: object | None = None
        self.undoes = 0
        self.kept: tuple[int, ...] = ()
        self.needed: tuple[int, ...] = ()
        self.made: list[int] = []
        self.replay: Replay | None = None
        self._joined: list[str] = []
        self._before_end: list[Callable[[], None]] = []
        self._afterwards: list[Callable[[], None]] = []

    @property
    def connection(self) -> Connection:
        """The connection to write with."""
        return self._writer.connection

    @property
    def reader(self) -> Reader:
        """Reads that see what the step has written so far."""
        return self._writer.reader

    def touch(self, contact_ids: Iterable[int]) -> None:
        """Say which contacts were written to; steps with bulk writes rely on it, others look themselves."""
        self._touched.add(contact_ids)

    def touch_new(self, contact_ids: Iterable[int], tables: Iterable[str]) -> None:
        """Say which contacts a bulk write has made together with their derived rows, and in which tables.

        Their ids ascend, also from one call to the next.
        """
        self._bulk = True
        self._tables.update(tables)
        self._touched.add_new(contact_ids)

    def make_new(self, start: int, count: int, tables: Iterable[str]) -> None:
        """Say that rows with ids that nobody had before are about to be written into these tables."""
        if self._session is not None:
            self._session.make_new(start, count, tables)

    def unrecorded(self) -> AbstractContextManager[None]:
        """Meanwhile only such rows are written, and only here: what they are is looked up at the end."""
        return nullcontext() if self._session is None else self._session.paused()

    def touch_linked(self, contact_ids: Iterable[int], table: str) -> None:
        """Say whose links to other contacts were set in a table; no list shows these."""
        self._tables.add(table)
        self._touched.add_linked(contact_ids)

    def also_stale(self, contact_ids: Iterable[int]) -> None:
        """Contacts whose list rows must be looked at although the step's effect does not name them."""
        self._also_stale |= set(contact_ids)

    def describe(self, survey: Survey) -> None:
        """Say what a large step is about, where finding out from its changes would take long."""
        self._described = survey

    def make_large(self) -> None:
        """Prepare for thousands of rows: more memory for pages."""
        if self._large:
            return
        self._large = True
        connection = self.connection
        before: int = connection.pragma("cache_size")
        connection.pragma("cache_size", -LARGE_CACHE)
        self._afterwards.append(lambda: connection.pragma("cache_size", before))

    def before_end(self, action: Callable[[], None]) -> None:
        """Do this as the last of the step's writes, unless it fails."""
        self._before_end.append(action)

    def start_over(self, *, recording: bool, checked: bool = True) -> None:
        """Take back what the step wrote; what comes is recorded, or left to `replay` to describe.

        Unless `checked`, SQLite does not look whether the rows point to something.
        """
        self._close_session()
        self.connection.execute("ROLLBACK")
        if not checked:
            self.connection.pragma("foreign_keys", False)
            self._afterwards.append(lambda: self.connection.pragma("foreign_keys", True))
        self.connection.execute("BEGIN IMMEDIATE")
        if recording and not self._scratch:
            self._session = Recording(self.connection)

    def __enter__(self) -> Self:
        writer = self._writer
        writer.lock.acquire()
        try:
            outer = writer.step
            with explained(writer.path):
                if isinstance(outer, type(self)):
                    outer._join()  # noqa: SLF001 - the same class
                    return outer
                writer.file.check_still_there()
                self._begin()
        except BaseException:
            writer.lock.release()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        current = self._writer.step
        try:
            with explained(self._writer.path):
                if isinstance(current, type(self)) and current._joined:  # noqa: SLF001 - the same class
                    current._leave(failed=error is not None)  # noqa: SLF001
                else:
                    self._end(failed=error is not None)
        finally:
            self._writer.lock.release()
        problem = problem_of(error, self._writer.path) if isinstance(error, apsw.Error) else None
        if problem is not None:
            raise problem from error

    def _join(self) -> None:
        name = f"joined_{len(self._joined)}"
        self.connection.execute(f"SAVEPOINT {name}")
        self._joined.append(name)

    def _leave(self, *, failed: bool) -> None:
        name = self._joined.pop()
        if not self.connection.in_transaction:
            return  # SQLite has rolled everything back already: the disk is full, for example
        if failed:
            self.connection.execute(f"ROLLBACK TO {name}")
        self.connection.execute(f"RELEASE {name}")

    def _begin(self) -> None:
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            if not self._scratch:  # nobody keeps what a scratch step did: a record would only take memory
                self._session = Recording(self.connection)
            self.at = time.time_ns() // 1_000_000
            self._style = name_styles.style_of(self.connection)
            self._writer.step = self
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise

    def _end(self, *, failed: bool) -> None:
        self._writer.step = None
        try:
            if not failed and not self._scratch:
                for action in self._before_end:
                    action()
                self.changes = self._record()
                self._writer.file.check_still_there()  # a long step has left time to move or delete it
                self.connection.execute("COMMIT")
                if self.changes:
                    self._writer.merger.note(large=self._large)
        finally:
            self._close_session()
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
                if self._large:
                    self._writer.settler.shrink()
            if self._bulk:
                new_rows.put_away(self.connection)
            for action in self._afterwards:
                action()

    def _close_session(self) -> None:
        if self._session is not None:
            self._session.close()
            self._session = None

    def _record(self) -> Changes:
        if self.replay is not None:
            return self._note(history_rows.next_id(self.connection), self.replay)
        session = self._session
        assert session is not None
        if session.is_empty:
            return Changes(action=self.action, kept=self.kept, needed=self.needed)
        history_id = history_rows.next_id(self.connection)
        sink = changesets.ChangesetSink(self.connection, history_id)
        head = bytearray()

        def take(data: bytes) -> None:
            if sink.size <= SURVEYED_BYTES:
                head.extend(data)
            sink(data)

        session.hand_out(take)
        self._close_session()
        if not sink.size:
            return Changes(action=self.action, kept=self.kept, needed=self.needed)
        digest = sink.finish()
        found = self._survey(history_id, bytes(head) if sink.size <= SURVEYED_BYTES else None)
        return self._note(history_id, Replay(history_id, 0, sink.size, digest, found))

    def _survey(self, history_id: int, whole: bytes | None) -> Survey:
        if whole is None and self._described is not None:
            return self._described
        if whole is None and self._bulk:
            return changesets.Survey(contacts=self._touched.everybody(), tables=self._tables)
        found = changes(whole or changesets.source(self.connection, history_id))
        return changesets.survey(self.connection, found)

    def _note(self, history_id: int, made: Replay) -> Changes:
        contacts, tables = made.survey.contacts, made.survey.tables
        history_rows.write(
            self.connection,
            history_rows.HistoryEntry(
                id=history_id,
                at=self.at,
                device=self._writer.device,
                author=self._writer.author,
                action=self.action,
                data=json.dumps(self.data, ensure_ascii=False),
                tables=" ".join(sorted(tables)),
                contacts=len(contacts),
                undoes=self.undoes,
                basis=made.basis,
                inverted=made.inverted,
                size=made.size,
                changeset_hash=made.digest,
            ),
            contacts,
        )
        further = tagged(self.connection, made.survey.tags) | self._also_stale
        stale, stale_rows = self._touched.stale(contacts, further)
        style = name_styles.style_of(self.connection)
        restyled = "setting" in tables and style != self._style
        if restyled:
            derived.restyle(self.connection, self.progress)
        else:
            derived.refresh(
                self.connection,
                stale_rows if style == USUAL else stale,
                points=self._bulk or "contact_point" in tables,
                timeline_only=not self._bulk and not self._also_stale and tables <= BESIDE_TIMELINE,
            )
        timeline_rows.refresh_words(self.connection)
        many = restyled or len(stale) > LISTED
        return Changes(
            step=history_id,
            action=self.action,
            contacts=frozenset() if many else frozenset(stale),
            everything=many,
            tags=not TAG_TABLES.isdisjoint(tables),
            fields=not FIELD_TABLES.isdisjoint(tables),
            timeline=not TIMELINE_TABLES.isdisjoint(tables),
            kept=self.kept,
            needed=self.needed,
            made=tuple(self.made[:LISTED]),
        )


def tagged(connection: Connection, tag_ids: set[int]) -> set[int]:
    """The contacts that carry one of the tags."""
    if not tag_ids:
        return set()
    sql = "SELECT contact_id FROM contact_tag WHERE tag_id IN carray(?)"
    return {row[0] for row in connection.execute(sql, id_array(tag_ids))}
