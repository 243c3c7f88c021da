"""The rows that lists and searches read, computed in one place for edit, import, undo and check."""

from __future__ import annotations

import hashlib
from array import array
from typing import TYPE_CHECKING, Any, NamedTuple

from contactbook.domain import contact as domain
from contactbook.domain import names, partial_dates
from contactbook.domain.folding import fold, tokens
from contactbook.domain.names import USUAL
from contactbook.store import field_rows, loading, name_styles, timeline_rows
from contactbook.store.garbage import no_garbage_collection
from contactbook.store.list_indexes import drop_list_indexes, is_large, make_list_indexes
from contactbook.store.search_text import part_columns, search_columns
from contactbook.store.sqlite import id_array

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from contactbook.domain.contact import Contact
    from contactbook.domain.names import NameStyle
    from contactbook.store.sqlite import Connection

ROW_COLUMNS = (
    "id", "company", "starred", "has_photo", "created_at", "updated_at", "deleted_at", "name_key",
    "organization_key", "job_title_key", "email_key", "phone_key", "locality_key", "country_key",
    "birthday_key",
    "display_name", "organization", "job_title", "email", "phone", "locality", "country", "tags",
    "birthday", "search_hash",
)  # fmt: skip

INSERT_ROW = (
    f"INSERT INTO contact_row ({', '.join(ROW_COLUMNS)}) VALUES ({', '.join('?' * len(ROW_COLUMNS))})"
)
INSERT_SEARCH = (
    "INSERT INTO search_row (rowid, names, organization, contact, places, tags, fields, notes)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
INSERT_PART = "INSERT INTO search_part (rowid, email, digits) VALUES (?, ?, ?)"
_REPLACE_SEARCH, _REPLACE_PART = (sql.replace("INSERT", "REPLACE", 1) for sql in (INSERT_SEARCH, INSERT_PART))
"""One after the other by their ids: FTS5 begins a new piece of its index wherever that order breaks."""

TABLES = ("contact_row", "search_row", "search_part")

KEY_LENGTH = 24
"""Characters of a column that lists are ordered by; what differs only after them may stand in any order."""

CHUNK = 500
"""Contacts that are loaded at once for a rebuild."""


class Derived(NamedTuple):
    """The rows of one contact, each beginning with its id."""

    row: tuple[Any, ...]
    search: tuple[Any, ...]
    part: tuple[Any, ...]


def derive(contact: Contact, style: NameStyle = USUAL) -> Derived:
    """The derived rows of a contact. Pure: the same contact and style always give the same rows."""
    search = search_columns(contact)
    part = part_columns(contact)
    place = _chosen(contact.addresses)
    email = _chosen(contact.points_of(domain.EMAIL))
    phone = _chosen(contact.points_of(domain.PHONE))
    locality, country = (place.locality, place.country or place.country_code) if place else ("", "")
    birthday = next((date.value for date in contact.dates if date.label == "birthday"), "")
    row = (
        contact.id,
        int(contact.kind == domain.COMPANY),
        int(contact.starred),
        int(bool(contact.photos)),
        contact.created_at,
        contact.updated_at,
        contact.deleted_at,
        names.sort_key(contact, style) or None,
        _key(contact.organization),
        _key(contact.job_title),
        fold(email.value)[:KEY_LENGTH] or None if email else None,
        (phone.key or phone.value)[:KEY_LENGTH] or None if phone else None,
        _key(locality),
        _key(country),
        _birthday_key(birthday),
        names.display_name(contact, style),
        contact.organization,
        contact.job_title,
        email.value if email else "",
        phone.value if phone else "",
        locality,
        country,
        ", ".join(sorted(contact.tags, key=fold)),
        birthday,
        _search_hash(search, part),
    )
    return Derived(row, (contact.id, *search), (contact.id, *part))


def refresh(
    connection: Connection, contact_ids: Iterable[int], *, points: bool = True, timeline_only: bool = False
) -> None:
    """Compute the derived rows of these contacts anew; those that are gone lose theirs.

    Rows that come out as they are stay untouched, so that a star does not rewrite the search words, and of a
    list row only the columns are written that say something else: each of them may have an index. `points`:
    False when no phone and no e-mail address changed, and so `search_part` stays for those who have it.
    `timeline_only`: True when nothing but entries and follow-ups changed.
    """
    wanted = array("q", sorted(contact_ids))
    if timeline_only:
        _refresh_all(connection, wanted, derive_rows=False)
    elif len(wanted) > CHUNK and _mostly_gone(connection, wanted):
        rebuild_all(connection)
    else:
        _refresh_all(connection, wanted, points=points)


def restyle(connection: Connection, progress: Callable[[int, int], object] | None = None) -> None:
    """Compute every row anew: names are shown or ordered differently. `progress`: done, of how many."""
    rows = connection.execute("SELECT id FROM contact ORDER BY id").fetchall()
    _refresh_all(connection, array("q", [row[0] for row in rows]), progress)


def rebuild(connection: Connection, contact_ids: Iterable[int]) -> None:
    """Like `refresh`, whatever the derived rows say now."""
    wanted = array("q", sorted(contact_ids))
    _delete(connection, wanted, TABLES)
    refresh(connection, wanted)


def rebuild_all(connection: Connection) -> None:
    """Throw every derived row away and compute it anew."""
    connection.execute("DELETE FROM contact_row")
    connection.execute("DELETE FROM field_row")
    for table in ("search_row", "search_part"):
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    rows = connection.execute("SELECT id FROM contact ORDER BY id").fetchall()
    _refresh_all(connection, array("q", [row[0] for row in rows]))


def expected(connection: Connection, contact_ids: array[int]) -> dict[int, Derived]:
    """What the derived rows of these contacts should be, by contact."""
    style = name_styles.style_of(connection)
    return {
        contact.id: derive(contact, style)
        for contact in loading.load_many(connection, contact_ids, pictures=False)
    }


def stored_rows(connection: Connection, contact_ids: array[int]) -> dict[int, tuple[Any, ...]]:
    """The list rows as they are stored, by contact."""
    if not contact_ids:
        return {}
    sql = f"SELECT {', '.join(ROW_COLUMNS)} FROM contact_row WHERE id IN carray(?)"
    return {row[0]: row for row in connection.execute(sql, id_array(contact_ids))}


def _mostly_gone(connection: Connection, wanted: array[int]) -> bool:
    """Whether computing all contacts that are left is cheaper than taking these rows out one by one."""
    still = connection.execute("SELECT count(*) FROM contact WHERE id IN carray(?)", id_array(wanted)).get
    if still == len(wanted):
        return False
    left = connection.execute("SELECT count(*) FROM contact").get
    return (left - still) * _COST_OF_ONE < len(wanted) - still


_COST_OF_ONE = 6
"""How many search rows can be deleted in the time that computing one contact takes."""


def _refresh_all(
    connection: Connection,
    ids: array[int],
    progress: Callable[[int, int], object] | None = None,
    *,
    points: bool = True,
    derive_rows: bool = True,
) -> None:
    dropped = drop_list_indexes(connection) if is_large(connection, len(ids)) else []
    with no_garbage_collection():
        for start in range(0, len(ids) if derive_rows else 0, CHUNK):
            _refresh_chunk(connection, ids[start : start + CHUNK], points=points)
            if progress is not None:
                progress(min(start + CHUNK, len(ids)), len(ids))
    timeline_rows.refresh(connection, ids)
    make_list_indexes(connection, dropped)


def _refresh_chunk(connection: Connection, ids: array[int], *, points: bool) -> None:
    old = stored_rows(connection, ids)
    new = expected(connection, ids)
    gone = array("q", (key for key in old if key not in new))
    made = [found for key, found in new.items() if key not in old]
    reworded = [found for key, found in new.items() if key in old and old[key][-1] != found.row[-1]]
    _delete(connection, gone, TABLES)
    _update_rows(connection, old, new)
    connection.executemany(INSERT_ROW, [found.row for found in made])
    connection.executemany(_REPLACE_SEARCH, [found.search for found in reworded])
    connection.executemany(INSERT_SEARCH, [found.search for found in made])
    if points:
        connection.executemany(_REPLACE_PART, [found.part for found in reworded])
    connection.executemany(INSERT_PART, [found.part for found in made])
    field_rows.refresh(connection, ids)


def _update_rows(
    connection: Connection, old: Mapping[int, tuple[Any, ...]], new: Mapping[int, Derived]
) -> None:
    """Write the columns that differ: an index is only touched where one of its columns is written."""
    alike: dict[tuple[str, ...], list[tuple[Any, ...]]] = {}
    for key, (row, _, _) in new.items():
        before = old.get(key, row)
        if before != row:
            places = [at for at, value in enumerate(row) if value != before[at]]
            columns = tuple(ROW_COLUMNS[at] for at in places)
            alike.setdefault(columns, []).append((*(row[at] for at in places), key))
    for columns, rows in alike.items():
        written = ", ".join(f"{column} = ?" for column in columns)
        connection.executemany(f"UPDATE contact_row SET {written} WHERE id = ?", rows)


def _delete(connection: Connection, ids: array[int], tables: Iterable[str]) -> None:
    if not ids:
        return
    for table in tables:
        connection.execute(f"DELETE FROM {table} WHERE rowid IN carray(?)", id_array(ids))


def _chosen(parts: list[Any]) -> Any:  # noqa: ANN401 - contact points or addresses
    """The preferred one, else the first, else None."""
    return next((part for part in parts if part.preferred), parts[0] if parts else None)


def _key(text: str) -> str | None:
    return " ".join(tokens(text))[:KEY_LENGTH] or None if text else None


def _birthday_key(value: str) -> str | None:
    """Birthdays are ordered as they come round in the year; those without day or month stand last."""
    year, month, day = partial_dates.parts(value)
    return f"{month or 99:02}-{day or 99:02} {year or 0:04}" if month or day or year else None


def _search_hash(search: tuple[str, ...], part: tuple[str, str]) -> int:
    text = "\0".join((*search, *part)).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "big", signed=True)
