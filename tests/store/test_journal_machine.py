"""Random actions on a book: whatever was done can be undone bit for bit, and the derived rows always fit."""

from __future__ import annotations

import shutil
import tempfile
from array import array
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from contactbook.domain.follow_ups import FollowUp
from contactbook.domain.interactions import Interaction
from contactbook.domain.problems import Problem
from contactbook.store import (
    bulk,
    bulk_edits,
    contacts,
    field_definitions,
    imports,
    integrity,
    interactions,
    journal,
    merging,
    queries,
    tags,
    tasks,
)
from contactbook.store.book import Book
from contactbook.store.sqlite import id_array
from contactbook.vault.credentials import Credential
from tests.store import contact_strategies as some
from tests.store.snapshots import Table, broken_links, computed, journaled, stored

if TYPE_CHECKING:
    from contactbook.domain.contact import Contact
    from contactbook.store.step import Step

CREDENTIAL = Credential(raw_key=bytes(range(32)))
pick = st.integers(0, 10**6)


class Actions(RuleBasedStateMachine):
    """Everything that can be done to a book. `_did` is told after each step."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.book: Book

    @initialize()
    def create(self) -> None:
        self.book = Book.create(self.folder / "people.contactbook", CREDENTIAL)

    def teardown(self) -> None:
        if hasattr(self, "book"):
            self.book.close()
        shutil.rmtree(self.folder)

    def _did(self, step: Step) -> None:
        raise NotImplementedError

    def _ids(self) -> list[int]:
        return list(self.book.reader.ids("SELECT id FROM contact ORDER BY id"))

    def _some(self, seed: int) -> list[int]:
        return [key for place, key in enumerate(self._ids()) if seed >> place & 1]

    def _tag(self, seed: int) -> int | None:
        found = queries.tag_counts(self.book.reader)
        return found[seed % len(found)].id if found else None

    @rule(contact=some.contacts())
    def insert(self, contact: Contact) -> None:
        with self.book.step("add") as step:
            contacts.insert(step, contact)
        self._did(step)

    @rule(seed=pick, contact=some.contacts())
    def replace(self, seed: int, contact: Contact) -> None:
        if ids := self._ids():
            contact.id = ids[seed % len(ids)]
            with self.book.step("edit") as step:
                changed = contacts.replace(step, contact)
            assert changed == bool(step.changes)
            self._did(step)

    @rule(seed=pick, what=st.sampled_from(["star", "unstar", "trash", "restore", "checked", "erase"]))
    def mark(self, seed: int, what: str) -> None:
        chosen = self._some(seed)
        with self.book.step(what) as step:
            if what in ("star", "unstar"):
                contacts.set_starred(step, chosen, what == "star")
            else:
                {
                    "trash": contacts.trash,
                    "restore": contacts.restore,
                    "checked": contacts.set_checked,
                    "erase": contacts.erase,
                }[what](step, chosen)
        self._did(step)

    @rule(seed=pick, name=st.sampled_from(some.TAG_NAMES), on=st.booleans())
    def tag(self, seed: int, name: str, on: bool) -> None:
        with self.book.step("tag") as step:
            (tags.add if on else tags.remove)(step, tags.ensure(step, name), self._some(seed))
        self._did(step)

    @rule(seed=pick, name=st.sampled_from([*some.TAG_NAMES, "new name"]))
    def rename_tag(self, seed: int, name: str) -> None:
        tag_id = self._tag(seed)
        if tag_id is None:
            return
        with self.book.scratch("look") as step:
            taken = tags.find(step.connection, name) not in (None, tag_id)
        if taken:
            with pytest.raises(Problem, match=r"^store\.tag_exists"), self.book.step("rename") as step:
                tags.rename(step, tag_id, name)
        else:
            with self.book.step("rename") as step:
                tags.rename(step, tag_id, name, color="#112233")
            self._did(step)

    @rule(seed=pick)
    def delete_tag(self, seed: int) -> None:
        if (tag_id := self._tag(seed)) is not None:
            with self.book.step("delete tag") as step:
                tags.delete(step, tag_id)
            self._did(step)

    @rule(cards=some.cards(), skip=st.sets(st.integers(0, 5)), contact=some.contacts())
    def import_cards(self, cards: list[some.Card], skip: set[int], contact: Contact) -> None:
        left_out = {ordinal for ordinal in skip if ordinal < len(cards)}
        with self.book.step("import") as step:
            run = imports.start_run(step, "a.vcf")
            files = {7: imports.add_file(step, run, "a.vcf", format="vcard3")}
            prepared = bulk.prepare([(7, card) for card in cards])
            new = [key for key in bulk.insert_prepared(step, prepared, files, skip=left_out) if key]
            if new and len(cards) % 2:
                contact.id = new[0]
                contacts.replace(step, contact)
                imports.add_source(step, new[-1], files[7], 1, b"again", uid="other")
        self._did(step)

    @rule(seed=pick, column=st.sampled_from(["company_id", "parent_id"]), above=pick)
    def link(self, seed: int, column: str, above: int) -> None:
        if ids := self._ids():
            chosen = self._some(seed)
            with self.book.step("link") as step:
                step.connection.execute(
                    f"UPDATE contact SET {column} = ? WHERE id IN carray(?)",
                    (ids[above % len(ids)], *id_array(chosen or [0])),
                )
            self._did(step)

    @rule(seed=pick, kind=st.sampled_from(["call", "purchase"]), text=some.text)
    def log(self, seed: int, kind: str, text: str) -> None:
        entry = Interaction(kind=kind, subject=text, amount=seed, currency="EUR", contacts=self._some(seed))
        with self.book.step("log") as step:
            (made,) = interactions.insert(step, [entry])
            if seed % 2:
                interactions.attach(step, made, "a.txt", "text/plain", b"abc")
            if seed % 3:
                tasks.insert(step, [FollowUp(title=text, contacts=entry.contacts, interaction_id=made)])
        self._did(step)

    @rule(seed=pick, table=st.sampled_from(["interaction", "task"]), text=some.text)
    def change_entry(self, seed: int, table: str, text: str) -> None:
        found = self.book.reader.id_list(f"SELECT id FROM {table} ORDER BY id")
        if not found:
            return
        one = found[seed % len(found)]
        with self.book.step("entry") as step:
            if seed % 2:
                (interactions if table == "interaction" else tasks).delete(step, [one])
            elif table == "interaction":
                entry = interactions.load(step.reader, one)
                entry.subject, entry.contacts = text, self._some(seed)
                interactions.replace(step, entry)
            else:
                task = tasks.load(step.reader, one)
                task.title = text
                tasks.replace(step, task)
        self._did(step)

    @rule(seed=pick)
    def merge(self, seed: int) -> None:
        chosen = self._some(seed)
        if len(chosen) > 1:
            with self.book.step("merge") as step:
                merging.merge(step, chosen[0], chosen[1:])
            self._did(step)

    @rule(seed=pick, value=some.text)
    def edit_many(self, seed: int, value: str) -> None:
        wanted = array("q", self._some(seed))
        if wanted:
            with self.book.step("bulk") as step:
                touched = bulk_edits.set_column(step, "job_title", value, wanted)
                field = field_definitions.stored(step, field_definitions.ensure(step, "size", "Size", "text"))
                touched |= bulk_edits.set_field(step, field, value, wanted)
                bulk_edits.mark_updated(step, touched)
                step.touch(touched)
            self._did(step)

    @rule()
    def fail(self) -> None:
        before = journaled(self.book)
        try:
            with self.book.step("fails") as step:
                contacts.erase(step, self._ids())
                raise KeyError
        except KeyError:
            assert journaled(self.book) == before

    @rule()
    def reopen(self) -> None:
        self.book.close()
        self.book = Book.open(self.folder / "people.contactbook", CREDENTIAL)

    @invariant()
    def derived_rows_fit(self) -> None:
        if hasattr(self, "book"):
            assert stored(self.book) == computed(self.book)

    @invariant()
    def links_hold(self) -> None:
        if hasattr(self, "book"):
            assert broken_links(self.book) == []


class InOrder(Actions):
    """Undo and redo in order: every state comes back bit for bit."""

    def __init__(self) -> None:
        super().__init__()
        self.past: list[dict[str, Table]] = []
        self.future: list[dict[str, Table]] = []
        self.now: dict[str, Table] = {}

    @initialize()
    def create(self) -> None:
        super().create()
        self.now = journaled(self.book)

    def _did(self, step: Step) -> None:
        after = journaled(self.book)
        assert (after != self.now) == bool(step.changes)
        if step.changes:
            self.past.append(self.now)
            self.future.clear()
            self.now = after

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        assert journal.undo(self.book).kept == ()
        self.future.append(self.now)
        self.now = self.past.pop()
        assert journaled(self.book) == self.now

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        assert journal.redo(self.book).kept == ()
        self.past.append(self.now)
        self.now = self.future.pop()
        assert journaled(self.book) == self.now

    def teardown(self) -> None:
        if hasattr(self, "book"):
            while self.future:
                self.redo()
            steps = len(self.past)
            for _ in range(steps):
                self.undo()
            assert all(not rows for rows in journaled(self.book).values())
            self.reopen()
            for _ in range(steps):
                self.redo()
            assert queries.redo_target(self.book.reader) is None
            assert integrity.check(self.book).findings == []
        super().teardown()


class OutOfOrder(Actions):
    """Any step undone at any time: nothing breaks, what was changed since stays, and the history holds."""

    def _did(self, step: Step) -> None:
        pass

    @rule(seed=pick)
    def undo_any(self, seed: int) -> None:
        steps = queries.history(self.book.reader)
        if not steps:
            return
        target = steps[seed % len(steps)]
        if target.undone:
            with pytest.raises(Problem, match=r"^store\.already_undone"):
                journal.undo(self.book, target.id)
        else:
            self._undo_as_foreseen(target.id)

    @rule()
    def undo(self) -> None:
        if (target := queries.undo_target(self.book.reader)) is not None:
            self._undo_as_foreseen(target.id)

    def _undo_as_foreseen(self, step_id: int) -> None:
        before = journaled(self.book)
        seen = journal.preview(self.book, step_id)
        assert journaled(self.book) == before
        changes = journal.undo(self.book, step_id)
        assert (seen.kept, seen.needed) == (changes.kept, changes.needed)

    @rule()
    def redo(self) -> None:
        if queries.redo_target(self.book.reader) is not None:
            journal.redo(self.book)

    def teardown(self) -> None:
        if hasattr(self, "book"):
            assert integrity.check(self.book).findings == []
        super().teardown()


TestInOrder = InOrder.TestCase
TestInOrder.settings = settings(max_examples=10, stateful_step_count=16)
TestOutOfOrder = OutOfOrder.TestCase
TestOutOfOrder.settings = settings(max_examples=10, stateful_step_count=16)
