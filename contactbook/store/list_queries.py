"""What lists read: ids in order, rows of a page, counts for the sidebar. Fast enough for the GUI thread."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from itertools import filterfalse
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from contactbook.domain.contact import COMPANY, PERSON
from contactbook.domain.folding import TIE
from contactbook.store import segments
from contactbook.store.sqlite import id_array

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from contactbook.store.reader import Reader
    from contactbook.store.segments import Segment

ALL, PEOPLE, COMPANIES, STARRED, TAG, TRASH, IMPORT, SEGMENT = (
    "all",
    "people",
    "companies",
    "starred",
    "tag",
    "trash",
    "import",
    "segment",
)


@dataclass(frozen=True, slots=True)
class View:
    """What a list shows: all, one kind, the starred, one tag, import or segment, or the trash."""

    kind: str = ALL
    tag_id: int = 0
    run_id: int = 0
    segment_id: int = 0


_NO_FIELDS: Mapping[int, str] = MappingProxyType({})


class ListRow(NamedTuple):
    """What a list shows of a contact; times in milliseconds since 1970 UTC, `tags` separated by ", ".

    `fields`: the values of custom fields in plain form, by the id of the field; several separated by "; ".
    """

    id: int
    kind: str
    display_name: str
    sort_name: str
    organization: str
    job_title: str
    email: str
    phone: str
    locality: str
    country: str
    tags: str
    starred: bool
    has_photo: bool
    birthday: str
    created_at: int
    updated_at: int
    deleted_at: int | None
    last_at: int | None = None
    next_due_at: int | None = None
    rhythm_due_at: int | None = None
    wanted_days: int | None = None
    usual_days: int | None = None
    purchases: int | None = None
    purchase_total: int | None = None
    purchase_currency: str | None = None
    purchased_at: int | None = None
    purchase_average: int | None = None
    donations: int | None = None
    donation_total: int | None = None
    donation_currency: str | None = None
    donated_at: int | None = None
    fields: Mapping[int, str] = _NO_FIELDS


@dataclass(frozen=True, slots=True)
class TagCount:
    """A tag and how many contacts outside the trash carry it."""

    id: int
    name: str
    count: int
    color: str


@dataclass(frozen=True, slots=True)
class ImportCount:
    """An import run, when (milliseconds since 1970 UTC), its contacts outside the trash, and its files.

    `undone`: it was taken back; when nothing of it stayed, `id` is its undo, as a negative number.
    """

    id: int
    name: str
    at: int
    count: int
    files: int = 1
    undone: bool = False


class Counts(NamedTuple):
    """The numbers of the sidebar; those of segments take longer, see `segments.count`."""

    all: int
    people: int
    companies: int
    starred: int
    trash: int
    tags: list[TagCount]
    imports: list[ImportCount]
    segments: tuple[Segment, ...] = ()


_NAME = "substr(name_key, 1, 10)"

SORTS: dict[str, tuple[str, ...]] = {
    "name": ("name_key",),
    "organization": ("organization_key", _NAME),
    "job_title": ("job_title_key", _NAME),
    "email": ("email_key", _NAME),
    "phone": ("phone_key", _NAME),
    "locality": ("locality_key", _NAME),
    "country": ("country_key", _NAME),
    "birthday": ("birthday_key", _NAME),
    "created_at": ("created_at",),
    "updated_at": ("updated_at",),
    "last_at": ("last_at",),
    "next_due_at": ("next_due_at",),
    "rhythm_due_at": ("rhythm_due_at",),
    "purchases": ("purchases",),
    "purchase_total": ("purchase_total",),
    "purchase_average": ("purchase_average",),
    "purchased_at": ("purchased_at",),
    "donations": ("donations",),
    "donation_total": ("donation_total",),
    "donated_at": ("donated_at",),
}
"""The names by which lists can be sorted, and what of `contact_row` does it; the index `contact_row_<name>`
holds it. What is empty stands last."""

FIELD_SORT = "field."
"""Begins the name of the order by a custom field; its key follows."""

_CONDITIONS = {
    ALL: "deleted_at IS NULL",
    PEOPLE: "deleted_at IS NULL AND company = 0",
    COMPANIES: "deleted_at IS NULL AND company = 1",
    STARRED: "deleted_at IS NULL AND starred = 1",
    TRASH: "deleted_at IS NOT NULL",
}

SMALL = 1000
"""Up to so many contacts are fetched and sorted one by one; beyond it, reading a whole index is faster."""

_STEP = "(SELECT id FROM history WHERE id > import_run.id AND at = import_run.at ORDER BY id LIMIT 1)"
"""The step of an import: the first after it was begun, as ids grow with time."""

_IMPORTED = f"""
    SELECT contact_id FROM source_card WHERE file_id IN (SELECT id FROM import_file WHERE run_id = ?1)
    UNION SELECT contact_id FROM history_contact WHERE history_id =
    (SELECT id FROM history WHERE id = (SELECT {_STEP} FROM import_run WHERE id = ?1) AND action = 'entries')
"""
"""An import of entries has no cards of their contacts: they are those that its step touched."""

_OF_ENTRIES = f"""
    SELECT (SELECT count(*) FROM history_contact WHERE history_id = step.id) -
        (SELECT count(*) FROM contact_row CROSS JOIN history_contact
         ON contact_id = contact_row.id WHERE deleted_at IS NOT NULL AND history_id = step.id)
    FROM history AS step WHERE step.id = {_STEP} AND step.action = 'entries'
    UNION ALL SELECT 0
"""
"""How many contacts an import of entries touched; 0 for other imports."""

_KINDS = frozenset({PEOPLE, COMPANIES, STARRED})
_WHOLE = frozenset({ALL, PEOPLE, COMPANIES})
"""Views of so many contacts that their index is read from end to end."""

_BY_TIME = frozenset({"created_at", "updated_at"})
"""Orders whose index holds nothing else, so that contacts of one moment stay in the order of their ids."""

SPARSE = frozenset(
    {
        "last_at", "next_due_at", "rhythm_due_at", "purchases", "purchase_total", "purchase_average",
        "purchased_at", "donations", "donation_total", "donated_at",
    }
)  # fmt: skip
"""Orders whose index holds only the contacts that have any; the others follow by name."""

_ROW_SQL = """
    SELECT id, iif(company, 'company', 'person'), display_name, name_key, organization, job_title, email,
    phone, locality, country, tags, starred, has_photo, birthday, created_at, updated_at, deleted_at,
    last_at, next_due_at, rhythm_due_at, wanted_days, usual_days, purchases, purchase_total,
    purchase_currency, purchased_at, purchase_average, donations, donation_total, donation_currency,
    donated_at FROM contact_row WHERE id IN carray(?)
"""
_FIELD_SQL = "SELECT contact_id, field_id, text FROM field_row WHERE contact_id IN carray(?)"
_FIELD_ID = "(SELECT id FROM field WHERE key = ?)"


def ids_of(reader: Reader, view: View, *, sort: str = "name", descending: bool = False) -> array[int]:
    """The ids of every contact of a view, in order.

    Args:
        reader: see `Book.reader`.
        view: which contacts.
        sort: one of `SORTS`, or "field." and the key of a custom field; contacts without it stand last in
            both directions.
        descending: the other way round.
    """
    if sort.startswith(FIELD_SORT):
        return _by_field(reader, view, sort, descending=descending)
    if sort in SPARSE and view.kind in _WHOLE | _KINDS:
        return _sparse(reader, view, sort, descending=descending)
    if view.kind in (TAG, IMPORT, SEGMENT) or (view.kind in _KINDS and sort in _BY_TIME):
        wanted = members(reader, view)
        if len(wanted) <= SMALL:
            return in_order(reader, list(wanted), sort=sort, descending=descending)
        everybody = ids_of(reader, View(), sort=sort, descending=descending)
        return array("q", filter(wanted.__contains__, everybody))
    order = _order(sort, descending=descending)
    index = f"INDEXED BY contact_row_{sort}" if view.kind in _WHOLE else ""
    return reader.ids(f"SELECT id FROM contact_row {index} WHERE {_CONDITIONS[view.kind]} ORDER BY {order}")


def _sparse(reader: Reader, view: View, sort: str, *, descending: bool) -> array[int]:
    """Those that have something to order by, then the others by name, whichever way round."""
    way = "DESC" if descending else "ASC"
    sql = f"""
        SELECT id FROM contact_row INDEXED BY contact_row_{sort}
        WHERE {_CONDITIONS[view.kind]} AND {sort} IS NOT NULL ORDER BY {sort} {way}
    """
    found = reader.ids(sql)
    first = set(found)
    found.extend(each for each in ids_of(reader, view) if each not in first)
    return found


def members(reader: Reader, view: View) -> set[int]:
    """The ids of every contact of a view, in no order."""
    if view.kind == TAG:
        found = set(reader.id_list("SELECT contact_id FROM contact_tag WHERE tag_id = ?", (view.tag_id,)))
    elif view.kind == IMPORT:
        found = set(reader.id_list(_IMPORTED, (view.run_id,)))
    elif view.kind == SEGMENT:
        found = segments.matching(reader, view.segment_id)
    else:
        return set(reader.id_list(f"SELECT id FROM contact_row WHERE {_CONDITIONS[view.kind]}"))
    found.difference_update(reader.id_list("SELECT id FROM contact_row WHERE deleted_at IS NOT NULL"))
    return found


def in_order(
    reader: Reader, contact_ids: Sequence[int], *, sort: str = "name", descending: bool = False
) -> array[int]:
    """These ids in order; those that are no longer there are left out. For up to some thousand ids."""
    if not contact_ids:
        return array("q")
    if sort.startswith(FIELD_SORT):
        return _few_by_field(reader, contact_ids, sort, descending=descending)
    order = _order(sort, descending=descending)
    sql = f"SELECT id FROM contact_row WHERE id IN carray(?) ORDER BY {order}"
    return reader.ids(sql, id_array(contact_ids))


def rows(reader: Reader, contact_ids: Sequence[int]) -> list[ListRow]:
    """The rows of these contacts in the order asked; contacts that are no longer there are left out."""
    if not contact_ids:
        return []
    found = {row[0]: row for row in reader.query(_ROW_SQL, id_array(contact_ids))}
    fields: dict[int, dict[int, str]] = {}
    for contact_id, field_id, text in reader.query(_FIELD_SQL, id_array(contact_ids)):
        fields.setdefault(contact_id, {})[field_id] = text
    return [
        _list_row(found[contact_id], fields.get(contact_id, _NO_FIELDS))
        for contact_id in contact_ids
        if contact_id in found
    ]


def counts(reader: Reader) -> Counts:
    """The numbers of the sidebar."""
    kinds: dict[tuple[int, int], int] = {
        (company, starred): number
        for company, starred, number in reader.query(
            "SELECT company, starred, count(*) FROM contact_row INDEXED BY contact_row_kind"
            " WHERE deleted_at IS NULL GROUP BY company, starred"
        )
    }
    people = sum(number for (company, _), number in kinds.items() if not company)
    companies = sum(number for (company, _), number in kinds.items() if company)
    starred = sum(number for (_, starred), number in kinds.items() if starred)
    trash = reader.ids("SELECT count(*) FROM contact_row WHERE deleted_at IS NOT NULL")[0]
    return Counts(
        people + companies,
        people,
        companies,
        starred,
        trash,
        tag_counts(reader),
        import_counts(reader),
        tuple(segments.every(reader)),
    )


def tag_counts(reader: Reader) -> list[TagCount]:
    """Every tag with its number of contacts, by name."""
    return [
        TagCount(*row)
        for row in reader.query("""
            SELECT id, name,
                (SELECT count(*) FROM contact_tag WHERE tag_id = tag.id) -
                (SELECT count(*) FROM contact_row CROSS JOIN contact_tag ON contact_id = contact_row.id
                 WHERE deleted_at IS NOT NULL AND tag_id = tag.id),
                color
            FROM tag ORDER BY key
        """)
    ]


def import_counts(reader: Reader) -> list[ImportCount]:
    """Every import run with its number of contacts, the latest first; those that were taken back as well."""
    undone = {row[0]: row for row in reader.query(_UNDONE_IMPORTS)}
    there = [
        ImportCount(*row, undone=row[2] in undone)
        for row in reader.query(f"""
            SELECT import_run.id, import_run.name, import_run.at, sum(
                (SELECT count(DISTINCT contact_id) FROM source_card WHERE file_id = import_file.id) -
                (SELECT count(DISTINCT contact_id) FROM contact_row CROSS JOIN source_card
                 ON contact_id = contact_row.id WHERE deleted_at IS NOT NULL AND file_id = import_file.id))
                + ({_OF_ENTRIES}),
                count(import_file.id)
            FROM import_run LEFT JOIN import_file ON run_id = import_run.id
            GROUP BY import_run.id ORDER BY import_run.at DESC, import_run.id DESC
        """)
    ]
    for run in there:
        undone.pop(run.at, None)
    gone = [ImportCount(-undo, name, at, 0, files, True) for at, undo, name, files in undone.values()]
    return sorted([*there, *gone], key=lambda run: (run.at, run.id), reverse=True) if gone else there


_UNDONE_IMPORTS = """
    SELECT done.at, undo.id, coalesce(json_extract(done.data, '$.name'), ''),
        coalesce(json_extract(done.data, '$.files'), 1)
    FROM history AS undo JOIN history AS done ON done.id = undo.undoes
    WHERE undo.undoes > 0 AND undo.undone_by = 0 AND undo.action = 'undo'
    AND done.action IN ('import', 'entries')
"""
"""When the imports were made that are taken back at present, by which step, and their files."""


def _by_field(reader: Reader, view: View, sort: str, *, descending: bool) -> array[int]:
    """The ids of a view by a custom field, then by name; those without it last."""
    everybody = ids_of(reader, view)
    way = "DESC" if descending else "ASC"
    order = f"sort_key {way}, name_key {way}"
    sql = f"SELECT contact_id FROM field_row WHERE field_id = {_FIELD_ID} ORDER BY {order}"
    ordered = reader.id_list(sql, (sort.removeprefix(FIELD_SORT),))
    found = array("q", filter(set(everybody).__contains__, ordered))
    found.extend(filterfalse(set(ordered).__contains__, everybody))
    return found


def _few_by_field(reader: Reader, contact_ids: Sequence[int], sort: str, *, descending: bool) -> array[int]:
    way = "DESC" if descending else "ASC"
    sql = f"""
        SELECT id FROM contact_row LEFT JOIN field_row ON contact_id = id AND field_id = {_FIELD_ID}
        WHERE id IN carray(?) ORDER BY sort_key {way} NULLS LAST, contact_row.name_key {way} NULLS LAST
    """
    return reader.ids(sql, (sort.removeprefix(FIELD_SORT), *id_array(contact_ids)))


def _order(sort: str, *, descending: bool) -> str:
    first, *others = SORTS[sort]
    if descending:
        return ", ".join(f"{column} DESC" for column in (first, *others))
    return ", ".join((f"{first} NULLS LAST", *others))


def _list_row(row: tuple[Any, ...], fields: Mapping[int, str]) -> ListRow:
    contact_id, kind, display_name, name_key, *texts = row[:11]
    sort_name = name_key.rpartition(TIE)[2] if name_key else ""
    kind = COMPANY if kind == COMPANY else PERSON
    flags = (bool(row[11]), bool(row[12]))
    return ListRow._make((contact_id, kind, display_name, sort_name, *texts, *flags, *row[13:], fields))
