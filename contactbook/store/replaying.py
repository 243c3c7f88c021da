"""Applying a recorded changeset backwards or forwards without ever overwriting what was changed since.

Rows changed since stay as they are, and their contacts are listed. A contact that would be deleted but was
changed since stays whole, with every part. Whatever a row that stays points to stays as well.
"""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, Any, TypeAlias

import apsw

from contactbook.store import changesets
from contactbook.store.bare_tables import bare_tables
from contactbook.store.broken_links import InPart, broken_links, cut
from contactbook.store.kept_copies import MOST as MOST_COPIED
from contactbook.store.kept_copies import KeptCopies
from contactbook.store.parts import CONTACT_COLUMNS
from contactbook.store.sqlite import DELETE, INSERT, NO_CHANGE, UPDATE, apply_changeset, changes
from contactbook.store.tables import OWNERS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from contactbook.store.sqlite import Change, Connection

RowKey: TypeAlias = tuple[str, tuple[Any, ...]]
"""A row of any table: the table and the values of its primary key."""

_UPDATED_AT = 1 + CONTACT_COLUMNS.index("updated_at")
"""Ordinal of the one column whose change does not count: every edit sets it."""

_ROUNDS = 20
_OMIT, _REPLACE, _ABORT = (
    apsw.SQLITE_CHANGESET_OMIT,
    apsw.SQLITE_CHANGESET_REPLACE,
    apsw.SQLITE_CHANGESET_ABORT,
)


def apply_exactly(connection: Connection, basis: int, *, inverted: bool, bare: bool = False) -> bool:
    """Apply a stored changeset if nothing is in its way; after False the transaction must be rolled back.

    `bare`: see `Replaying`.
    """
    try:
        with bare_tables(connection) if bare else nullcontext():
            _apply(connection, basis, inverted, conflict=lambda reason, change: _ABORT)
    except (apsw.AbortError, apsw.ConstraintError):
        return False
    return not (bare and broken_links(connection))


class Replaying:
    """Applies a stored changeset as far as possible.

    `kept` names the contacts left alone, or in part, because of what happened to them since; `needed` those
    that only stay because a row which stays points to them.

    Args:
        connection: the writing one, within the step.
        basis: the step whose changeset it is.
        inverted: whether it is applied backwards.
        touched: the contacts of that step that were changed since, where they are known.
        in_part: only to find out who stays: deletions of other contacts' rows are left out.
        bare: whether tables lose their indexes meanwhile; SQLite must have been told not to look at links.
    """

    def __init__(
        self,
        connection: Connection,
        basis: int,
        *,
        inverted: bool,
        touched: Collection[int] = (),
        in_part: InPart | None = None,
        bare: bool = False,
    ) -> None:
        self.kept: set[int] = set()
        self.needed: set[int] = set()
        self._touched = touched
        self._copies: KeptCopies | None = None
        self._connection = connection
        self._basis = basis
        self._inverted = inverted
        self._stamps: dict[int, int] = {}
        self._whole: set[int] = set()
        self._gone: set[RowKey] = set()
        self._missing: set[RowKey] = set()
        self._broken = self._bare = bare
        self._in_part = in_part

    def run(self) -> None:
        """Apply it; afterwards every link between rows holds."""
        if 0 < len(self._touched) <= MOST_COPIED:
            self._copies = KeptCopies(self._connection, self._touched)
        try:
            self._run()
        finally:
            if self._copies is not None:
                self._copies.close()

    def _run(self) -> None:
        with bare_tables(self._connection) if self._bare else nullcontext():
            _apply(
                self._connection,
                self._basis,
                self._inverted,
                conflict=self._on_conflict,
                filter_change=self._counts if self._in_part is not None else None,
            )
        self._connection.executemany(
            "UPDATE contact SET updated_at = ? WHERE id = ?", [(at, key) for key, at in self._stamps.items()]
        )
        if self._whole:
            self._bring_back(self._whole, set())
        if self._whole or self._broken:
            self._mend_links()
        if self._missing:
            self._find_missing()

    def _counts(self, change: Change) -> bool:
        """Whether a change may decide who stays."""
        assert self._in_part is not None
        table = change.name
        if change.opcode != DELETE:
            self._in_part.written.add(table)
            return True
        row: Any = change.old
        owned = False
        for column in OWNERS[table]:
            owner = row[column]
            if owner in self._in_part.contacts:
                break
            owned = owned or owner is not None
        else:
            if owned:
                return False
        self._in_part.deleted.setdefault(table, set()).add(row[0])
        return True

    def _on_conflict(self, reason: int, change: Change) -> int:
        if reason == apsw.SQLITE_CHANGESET_FOREIGN_KEY:
            self._broken = True
        elif reason == apsw.SQLITE_CHANGESET_NOTFOUND:
            self._on_not_found(change)
        elif reason == apsw.SQLITE_CHANGESET_DATA:
            return self._on_changed_since(change)
        elif change.new is None or change.conflict is None or tuple(change.new) != tuple(change.conflict):
            self.kept.update(_owners(change))
        return _OMIT

    def _on_not_found(self, change: Change) -> None:
        """The row was deleted since. Where it should be deleted that is as well."""
        if change.opcode == DELETE:
            self._gone.add(_key(change))
        elif change.name == "contact" or not OWNERS[change.name]:
            self.kept.update(_owners(change))
        else:
            self._missing.add(_key(change))

    def _on_changed_since(self, change: Change) -> int:
        current: Any = change.conflict
        old: Any = change.old
        if change.opcode == UPDATE and change.name == "contact":
            differing = [i for i, value in enumerate(old) if value is not NO_CHANGE and value != current[i]]
            if differing == [_UPDATED_AT]:
                self._stamps[current[0]] = current[_UPDATED_AT]
                return _REPLACE
        self.kept.update(current[column] for column in OWNERS[change.name] if current[column] is not None)
        if change.name == "contact" and change.opcode == DELETE:
            self._whole.add(current[0])
        return _OMIT

    @property
    def whole(self) -> frozenset[int]:
        """The contacts that the changeset would have deleted and that stay with everything they have."""
        return frozenset(self._whole)

    def _bring_back(self, contacts: set[int], rows: set[RowKey]) -> None:
        """Give these contacts and rows everything back that the changeset has just deleted.

        From the copies where there are some; whatever else is needed is looked for in the changeset.
        """
        if self._copies is not None:
            copies = self._copies
            contacts = copies.restore_contacts(contacts)
            rows = {(table, key) for table, key in rows if not copies.restore_row(table, key[0])}
        if contacts or rows:
            self._bring_back_from_changeset(contacts, rows)

    def _bring_back_from_changeset(self, whole: set[int], rows: set[RowKey]) -> None:
        gone = self._gone

        def wanted(change: Change) -> bool:
            if change.opcode != INSERT:
                return False
            row: Any = change.new
            if any(row[column] in whole for column in OWNERS[change.name]):
                return _key(change) not in gone
            return bool(rows) and _key(change) in rows

        _apply(
            self._connection,
            self._basis,
            not self._inverted,
            conflict=lambda reason, change: _OMIT,
            filter_change=wanted,
        )

    def _mend_links(self) -> None:
        """Keep what rows that stayed point to; rows that point to what is gone otherwise go as well."""
        tried: set[RowKey] = set()
        for _ in range(_ROUNDS):
            broken = broken_links(self._connection, self._in_part)
            if not broken:
                # SQLite's own count of them is not to be trusted after rows went and came back around the
                # changeset, which sets it to nothing in between; this look at every link is.
                self._connection.pragma("defer_foreign_keys", 0)
                return
            parents = {(link.parent, (link.parent_id,)) for link in broken} - tried
            if not parents:
                for link in broken:
                    self.kept.update(link.contacts)
                    cut(self._connection, link)
                continue
            tried |= parents
            contacts = {key[0] for table, key in parents if table == "contact"}
            self._whole |= contacts
            self.needed |= contacts
            self._bring_back(contacts, {parent for parent in parents if parent[0] != "contact"})

    def _find_missing(self) -> None:
        """Name the contacts of part rows that were deleted since: the later step that deleted them knows."""
        later = self._connection.execute(
            "SELECT DISTINCT basis FROM history WHERE id > ? ORDER BY id DESC", (self._basis,)
        ).fetchall()
        for (basis,) in later:
            if not self._missing:
                return
            for change in changes(changesets.source(self._connection, basis)):
                if change.opcode != UPDATE and _key(change) in self._missing:
                    self.kept.update(_owners(change))
                    self._missing.discard(_key(change))


def _apply(
    connection: Connection,
    basis: int,
    inverted: bool,
    *,
    conflict: Callable[[int, Change], int],
    filter_change: Callable[[Change], bool] | None = None,
) -> None:
    # Within a savepoint SQLite copies every changed page aside, and walks through all copies at every
    # deleted contact.
    flags = apsw.SQLITE_CHANGESETAPPLY_FKNOACTION | apsw.SQLITE_CHANGESETAPPLY_NOSAVEPOINT
    if inverted:
        flags |= apsw.SQLITE_CHANGESETAPPLY_INVERT
    apply_changeset(
        changesets.source(connection, basis),
        connection,
        flags=flags,
        conflict=conflict,
        filter_change=filter_change,
    )


def _owners(change: Change) -> set[int]:
    rows: tuple[Any, ...] = (change.new, change.old)
    return {
        row[column]
        for row in rows
        if row is not None
        for column in OWNERS[change.name]
        if isinstance(row[column], int)
    }


def _key(change: Change) -> RowKey:
    values: Any = change.new if change.old is None else change.old
    return change.name, tuple(values[column] for column in sorted(change.pk_columns))
