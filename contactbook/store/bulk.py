"""Many contacts at once: computed beforehand, also in another process, and written table by table."""

from __future__ import annotations

import time
from array import array
from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from contactbook.domain import field_values
from contactbook.domain.contact import Contact
from contactbook.domain.ids import ids, lent_ids
from contactbook.domain.name_matching import Called
from contactbook.store import derived, field_definitions, field_rows, raw_cards, tags
from contactbook.store.bulk_mode import BulkMode
from contactbook.store.parts import CONTACT_COLUMNS, PARTS, PAYLOAD, contact_values
from contactbook.store.sqlite import carray, id_array
from contactbook.vault.failures import explained

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from contactbook.store.reader import Reader
    from contactbook.store.step import Step

Prepared: TypeAlias = dict[str, Any]
"""A batch of contacts as rows; plain tuples, lists, text, bytes and numbers, so that `marshal` can carry it.

`size`: number of contacts; `ids`: number of ids needed; `uids`, `hashes`, `lines`: of each card; `rows`:
rows by table; `tags`: (contact, position) by name; `fields`: (key, label, type, rows); `sources`: rows by
number of the file; `derived`: rows of the derived tables. Ids are offsets (0 is the first contact);
`insert_prepared` adds the real start.
"""

POINT_KIND, POINT_KEY = 3, 8
"""Places in the prepared rows of `contact_point`, which begin with id, contact and position."""

NAME_KEY, DISPLAY_NAME = derived.ROW_COLUMNS.index("name_key"), derived.ROW_COLUMNS.index("display_name")
"""Places in the prepared rows of the list."""

CALLED = itemgetter(*(1 + CONTACT_COLUMNS.index(name) for name in Called._fields))
"""Gives the parts of `name_matching.Called` of a prepared row of `contact`."""

_TIMES = CONTACT_COLUMNS.index("created_at")
"""The columns from here on are a card's own only in part: it knows no other contact of the book."""


class Card(Protocol):
    """What a reader gives for each card: the contact, the card's bytes, and its first line (from 1).

    Without bytes nothing is noted of where the contact comes from.
    """

    @property
    def contact(self) -> Contact: ...  # noqa: D102
    @property
    def raw(self) -> bytes: ...  # noqa: D102
    @property
    def line(self) -> int: ...  # noqa: D102


def prepare(cards: Sequence[tuple[int, Card]], *, now: int = 0) -> Prepared:
    """Turn cards into rows.

    Args:
        cards: number of the file that the card stands in, and the card. The contacts are not changed.
        now: `created_at` of contacts that bring none, milliseconds since 1970 UTC; 0 for the present.
    """
    now = now or time.time_ns() // 1_000_000
    batch = _Batch(len(cards), now)
    for offset, (file, card) in enumerate(cards):
        batch.add(offset, file, card)
    return batch.prepared


def named(row: Sequence[Any]) -> Contact:
    """The contact of a prepared row of `contact`, with nothing but its own columns."""
    return Contact(**dict(zip(CONTACT_COLUMNS, row[1:], strict=True)))


class _Batch:
    def __init__(self, size: int, now: int) -> None:
        self._now = now
        self._next = size
        self._fields: dict[tuple[str, str, str], list[tuple[Any, ...]]] = {}
        self._rows: dict[str, list[tuple[Any, ...]]] = {part.table: [] for part in PARTS}
        self._rows |= {"contact": [], "payload": []}
        self._tags: dict[str, list[tuple[int, int]]] = {}
        self._sources: dict[int, list[tuple[Any, ...]]] = {}
        self._derived: tuple[list[tuple[Any, ...]], ...] = ([], [], [])
        self._uids: list[str] = []
        self._hashes: list[bytes] = []
        self._lines: list[int] = []

    @property
    def prepared(self) -> Prepared:
        return {
            "size": len(self._lines),
            "ids": self._next,
            "uids": self._uids,
            "hashes": self._hashes,
            "lines": self._lines,
            "rows": {table: rows for table, rows in self._rows.items() if rows},
            "tags": self._tags,
            "fields": [(*definition, rows) for definition, rows in self._fields.items()],
            "sources": self._sources,
            "derived": self._derived,
        }

    def add(self, offset: int, file: int, card: Card) -> None:
        contact = card.contact
        names = tags.distinct(contact.tags) if contact.tags else contact.tags
        if names != contact.tags:
            contact = replace(contact, tags=names)
        created = contact.created_at or self._now
        updated = contact.updated_at or created
        self._rows["contact"].append(
            (offset, *contact_values(contact)[:_TIMES], created, updated, None, None)
        )
        for part in PARTS:
            found = getattr(contact, part.attribute)
            if found:
                values = map(part.values, found)
                if part.columns[0] == PAYLOAD:
                    values = [(self._payload(offset, row[0]), *row[1:]) for row in values]
                self._add_parts(offset, self._rows[part.table], values)
        for position, name in enumerate(names):
            self._tags.setdefault(name, []).append((offset, position))
        for position, value in enumerate(contact.fields):
            definition = (field_definitions.key_of(value), value.label, value.type)
            number = field_definitions.number_of(value.type, value.value)
            row = (self._take(), offset, position, value.value, number, value.origin)
            self._fields.setdefault(definition, []).append(row)
        self._add_derived(offset, contact, created, updated)
        self._add_source(offset, file, card)

    def _take(self) -> int:
        number = self._next
        self._next += 1
        return number

    def _payload(self, offset: int, data: bytes) -> int:
        number = self._take()
        self._rows["payload"].append((number, offset, data))
        return number

    def _add_parts(self, offset: int, rows: list[tuple[Any, ...]], values: Any) -> None:  # noqa: ANN401
        number = self._next
        for position, row in enumerate(values):
            rows.append((number, offset, position, *row))
            number += 1
        self._next = number

    def _add_derived(self, offset: int, contact: Contact, created: int, updated: int) -> None:
        row, search, part = derived.derive(contact)
        self._derived[0].append((offset, *row[1:4], created, updated, *row[6:]))
        self._derived[1].append((offset, *search[1:]))
        self._derived[2].append((offset, *part[1:]))

    def _add_source(self, offset: int, file: int, card: Card) -> None:
        raw = bytes(card.raw)
        if not raw:
            self._uids.append(card.contact.uid)
            self._hashes.append(b"")
            self._lines.append(card.line)
            return
        digest = raw_cards.hash_of(raw)
        self._uids.append(card.contact.uid)
        self._hashes.append(digest)
        self._lines.append(card.line)
        row = (self._take(), offset, card.line, digest, self._payload(offset, raw_cards.pack(raw)))
        self._sources.setdefault(file, []).append(row)


def insert_prepared(
    step: Step, prepared: Prepared, files: Mapping[int, int], *, skip: Collection[int] = ()
) -> array[int]:
    """Write a prepared batch; gives the id of every card's contact, 0 for those left out.

    Args:
        step: the running step.
        prepared: from `prepare`.
        files: id of `import_file` by number of the file.
        skip: ordinals of cards to leave out (they are in the book already).
    """
    size: int = prepared["size"]
    left_out = frozenset(skip)
    if len(left_out) == size:
        return array("q", bytes(8 * size))
    start = ids.take(prepared["ids"])[0]
    mode = step.bulk_mode
    if not isinstance(mode, BulkMode):
        mode = step.bulk_mode = BulkMode(step)
    tables = _tables(prepared)
    with explained(step.reader.path):
        mode.expect(size - len(left_out))
        step.make_new(start, prepared["ids"], tables - {"tag", "field"})
        renamed = _Writing(step, start, left_out).write(prepared, files)
    new = array("q", [0 if offset in left_out else start + offset for offset in range(size)])
    step.touch_new((new[offset] for offset in range(size) if new[offset]), tables)
    step.touch(new[offset] for offset in renamed if new[offset])
    return new


def _tables(prepared: Prepared) -> set[str]:
    tables = set(prepared["rows"]) - {"payload"} | {"source_card"}
    if prepared["tags"]:
        tables |= {"tag", "contact_tag"}
    if prepared["fields"]:
        tables |= {"field", "field_value"}
    return tables


class _Writing:
    """Writes one batch; the start of the ids stands in the SQL, so rows go to SQLite as they came."""

    def __init__(self, step: Step, start: int, left_out: frozenset[int]) -> None:
        self._step = step
        self._start = start
        self._left_out = left_out

    def write(self, prepared: Prepared, files: Mapping[int, int]) -> set[int]:
        """Write everything; gives the contacts whose derived rows say something else than the book."""
        start = self._start
        names = f"id, {', '.join(CONTACT_COLUMNS)}"
        self._many(
            f"contact ({names})", f"?+{start}{', ?' * len(CONTACT_COLUMNS)}", prepared["rows"]["contact"], 0
        )
        self._insert(
            f"INSERT INTO payload (id, data) VALUES (?1+{start}, ?3)",  # ?2 is the owner
            prepared["rows"].get("payload", []),
            1,
        )
        for part in PARTS:
            rows = prepared["rows"].get(part.table)
            if rows:
                names = "".join(f', "{name}"' for name in part.columns)
                marks = "".join(f", ?+{start}" if name == PAYLOAD else ", ?" for name in part.columns)
                self._many(
                    f"{part.table} (id, contact_id, position{names})", f"?+{start}, ?+{start}, ?{marks}", rows
                )
        renamed = self._tags(prepared["tags"])
        self._fields(prepared["fields"], prepared["derived"][0])
        for number, rows in prepared["sources"].items():
            self._many(
                "source_card (id, contact_id, file_id, line, hash, payload_id)",
                f"?+{start}, ?+{start}, {files[number]}, ?, ?, ?+{start}",
                rows,
            )
        for sql, rows in zip(
            (derived.INSERT_ROW, derived.INSERT_SEARCH, derived.INSERT_PART), prepared["derived"], strict=True
        ):
            self._insert(sql.replace("(?", f"(?+{start}", 1), rows, 0)
        return renamed

    def _tags(self, by_name: dict[str, list[tuple[int, int]]]) -> set[int]:
        renamed: set[int] = set()
        for name, rows in by_name.items():
            tag_id = tags.ensure(self._step, name)
            into = "INSERT OR IGNORE INTO contact_tag (contact_id, tag_id, position)"
            sql = f"{into} VALUES (?+{self._start}, {tag_id}, ?)"
            self._insert(sql, rows, 0)
            stored: Any = self._step.connection.execute(
                "SELECT name, rhythm_days FROM tag WHERE id = ?", (tag_id,)
            ).get
            if stored[0] != name or stored[1] is not None:
                renamed.update(row[0] for row in rows)
        return renamed

    def _fields(self, definitions: list[tuple[Any, ...]], listed: list[tuple[Any, ...]]) -> None:
        shown = field_rows.Gathered()
        for key, label, kind, rows in definitions:
            field_id = field_definitions.ensure(self._step, key, label, kind)
            stored = field_definitions.stored(self._step, field_id)
            if field_definitions.counts_otherwise(stored, kind):
                rows = [(*row[:4], field_values.number_of(stored, row[3]), row[5]) for row in rows]
            self._many(
                "field_value (id, contact_id, field_id, position, value, number, origin)",
                f"?+{self._start}, ?+{self._start}, {field_id}, ?, ?, ?, ?",
                rows,
            )
            shown.add(stored, rows)
        if definitions:
            self._insert(f"INSERT INTO field_row VALUES (?+{self._start}, ?, ?, ?, ?)", shown.rows(listed), 0)

    def _many(self, into: str, values: str, rows: list[tuple[Any, ...]], owner: int = 1) -> None:
        self._insert(f"INSERT INTO {into} VALUES ({values})", rows, owner)

    def _insert(self, sql: str, rows: list[tuple[Any, ...]], owner: int) -> None:
        if self._left_out:
            rows = [row for row in rows if row[owner] not in self._left_out]
        with self._step.unrecorded():
            self._step.connection.executemany(sql, rows)


def existing_by_uid(reader: Reader, uids: Sequence[str]) -> dict[str, int]:
    """The contacts that have these UIDs, came with a card that had one, or were lent it for an export."""
    wanted = tuple({uid for uid in uids if uid and "\0" not in uid})  # which no array of SQLite takes
    if not wanted:
        return {}
    found: dict[str, int] = {}
    for table, column in (("source_card", "contact_id"), ("contact", "id")):
        sql = f"SELECT uid, {column} FROM {table} WHERE uid <> '' AND uid IN carray(?) ORDER BY id DESC"
        found.update(reader.query(sql, (carray(wanted),)))
    lent = lent_ids([uid for uid in wanted if uid not in found])
    if lent:
        sql = "SELECT id FROM contact WHERE uid = '' AND id IN carray(?)"
        found.update((lent[contact_id], contact_id) for contact_id in reader.id_list(sql, id_array(lent)))
    return found


def existing_by_hash(reader: Reader, hashes: Sequence[bytes]) -> dict[bytes, int]:
    """The contacts that came with a card of exactly these bytes: contact by hash of the card."""
    if not hashes:
        return {}
    sql = "SELECT hash, contact_id FROM source_card WHERE hash IN carray(?) ORDER BY id DESC"
    return dict(reader.query(sql, (carray(tuple(set(hashes))),)))
