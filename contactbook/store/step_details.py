"""What a step changed, field by field, read back from its changeset (R3)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from contactbook.domain.problems import Cancelled
from contactbook.store import changesets, companies, history_queries
from contactbook.store.sqlite import NO_CHANGE, changes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from contactbook.store.reader import Reader

MOST_BYTES = 8 << 20
"""Of larger changesets only a summary is told."""
MOST_BYTES_FOR_ONE = 512 << 20
"""The same where one contact alone is asked for: the rows of others are passed over quickly."""
MOST = 2000
"""Field changes that are told one by one."""

_ASKED_EVERY = 1000
"""Rows between two looks whether it was cancelled."""

Row = dict[str, Any]


class FieldChange(NamedTuple):
    """One thing that a step changed.

    `contact_id` is 0 for what belongs to no contact. `field` is a column of the contact ("given"), the kind
    of a part ("phone", "address", "relation"), "tag", or what else was changed ("segment"); `label` says
    which of them ("work", the name of a custom field). `before` and `after` are texts, "" for nothing;
    dates are partial dates.
    """

    contact_id: int
    field: str
    label: str
    before: str
    after: str


@dataclass(slots=True)
class StepDetails:
    """What a step changed; `summarised` when it was too much to be told, or is no longer kept.

    `names`: contacts by id as they are called now, "" for those that are gone.
    """

    changes: list[FieldChange] = field(default_factory=list[FieldChange])
    names: dict[int, str] = field(default_factory=dict[int, str])
    summarised: bool = False


def details(
    reader: Reader,
    step_id: int,
    *,
    contact: int = 0,
    most: int = MOST,
    cancelled: Callable[[], bool] = bool,
) -> StepDetails:
    """Every field that a step changed (of one contact only, if one is given).

    Raises:
        Problem: `store.no_such_step`.
        Cancelled: `cancelled` said so; it is asked now and then.
    """
    step = history_queries.step(reader, step_id)
    row = reader.one("SELECT basis, inverted, size FROM history WHERE id = ?", (step_id,))
    assert row is not None
    found = StepDetails(summarised=not step.kept or row[2] > (MOST_BYTES_FOR_ONE if contact else MOST_BYTES))
    if found.summarised:
        return found
    decoding = _Decoding(reader, row[0], backwards=bool(row[1]), step_id=step_id)
    for change in decoding.run(contact, cancelled):
        if contact and change.contact_id != contact:
            continue
        if len(found.changes) >= most:
            found.summarised = True
            break
        found.changes.append(change)
    ids = {change.contact_id for change in found.changes} - {0}
    known = companies.names(reader, ids)
    found.names = {one: known[one].name if one in known else decoding.names.get(one, "") for one in ids}
    return found


class _Decoding:
    """Reads a changeset; what an update leaves out is looked up in the table as it is now."""

    def __init__(self, reader: Reader, basis: int, *, backwards: bool, step_id: int) -> None:
        self._reader = reader
        self._basis = basis
        self._backwards = backwards
        self._columns: dict[str, list[str]] = {}
        self._named: dict[tuple[str, int], str] = {}
        touched = reader.id_list(
            "SELECT contact_id FROM history_contact WHERE history_id = ? LIMIT 2", (step_id,)
        )
        self._only = touched[0] if len(touched) == 1 else 0
        self.names: dict[int, str] = {}

    def run(self, contact: int, cancelled: Callable[[], bool]) -> Iterator[FieldChange]:
        """The changes in the order in which they are stored; of one contact only, unless that is 0."""
        for place, change in enumerate(changes(changesets.source(self._reader.connection, self._basis))):
            if not place % _ASKED_EVERY and cancelled():
                raise Cancelled
            old, new = (change.new, change.old) if self._backwards else (change.old, change.new)
            table = change.name
            if contact and self._is_of_others(table, old, new, contact):
                continue
            before, after = self._rows(table, old, new)
            if table == "contact":
                yield from self._contact(before, after)
            elif table in _PARTS:
                yield from self._part(table, before, after)
            elif table == "contact_tag":
                yield from self._tag(before, after)
            elif table in _THINGS:
                yield from self._thing(table, before, after)

    def _is_of_others(
        self, table: str, old: tuple[Any, ...] | None, new: tuple[Any, ...] | None, contact: int
    ) -> bool:
        """Whether a row is surely none of this contact's; what an update leaves out is not known here."""
        column = "id" if table == "contact" else "contact_id"
        names = self._names(table)
        if column not in names:
            return table not in ("tag", "field")  # those name what is told of the contact
        place = names.index(column)
        owners = {row[place] for row in (old, new) if row is not None and place < len(row)}
        return contact not in owners and not owners & {NO_CHANGE, None}

    def _names(self, table: str) -> list[str]:
        names = self._columns.get(table)
        if names is None:
            info = self._reader.query(f"SELECT name FROM pragma_table_info('{table}')")
            names = self._columns[table] = [row[0] for row in info]
        return names

    def _rows(
        self, table: str, old: tuple[Any, ...] | None, new: tuple[Any, ...] | None
    ) -> tuple[Row | None, Row | None]:
        names = self._names(table)
        if old is None or new is None:
            return _row(names, old), _row(names, new)
        before, after = _row(names, old) or {}, _row(names, new) or {}
        key = before.get("id", after.get("id"))
        now: Row = {}
        if "id" in names and isinstance(key, int):
            found = self._reader.one(f"SELECT * FROM {table} WHERE id = ?", (key,))
            now = _row(names, found) or {}
        return {**now, **before, "id": key}, {**now, **before, **after, "id": key}

    def _contact(self, before: Row | None, after: Row | None) -> Iterator[FieldChange]:
        one = after or before or {}
        self.names[one["id"]] = _called(one)
        for name in _OWN:
            old, new = (self._text(name, (row or {}).get(name)) for row in (before, after))
            if old != new:
                yield FieldChange(one["id"], name, "", old, new)

    def _part(self, table: str, before: Row | None, after: Row | None) -> Iterator[FieldChange]:
        one = after or before or {}
        owner = one.get("contact_id") or self._only
        if table == "field_value":
            what, label = "field", self._name_of("field", one.get("field_id"), "label")
        else:
            what = one.get("kind", "") if table == "contact_point" else _PARTS[table]
            label = str(one.get("label") or "")
        old, new = (_told(table, row) for row in (before, after))
        if before is not None and after is not None:
            if before.get("contact_id") != after.get("contact_id"):  # moved by a merge
                yield FieldChange(before.get("contact_id") or 0, what, label, old, "")
                old = ""
            elif before.get("label", "") != after.get("label", ""):
                old, new = f"{old} ({before['label']})", f"{new} ({after['label']})"
                label = ""
        if table == "affiliation":
            decides = [bool((row or {}).get("decision_maker")) for row in (before, after)]
            if decides[0] != decides[1]:
                yield FieldChange(
                    owner or 0, "decision_maker", str(one.get("organization") or ""), *map(_flag, decides)
                )
        if old != new:
            yield FieldChange(owner or 0, what or "part", label, old, new)
        elif before and after and before.get("preferred") != after.get("preferred"):
            yield FieldChange(
                owner or 0, "preferred", label, *((old, "") if before.get("preferred") else ("", new))
            )

    def _tag(self, before: Row | None, after: Row | None) -> Iterator[FieldChange]:
        if before is not None and after is not None:
            return  # only its place among the others
        one = after or before or {}
        name = self._name_of("tag", one.get("tag_id"), "name")
        yield FieldChange(one["contact_id"], "tag", "", *(("", name) if before is None else (name, "")))

    def _thing(self, table: str, before: Row | None, after: Row | None) -> Iterator[FieldChange]:
        columns = _THINGS[table]
        one = after or before or {}
        name = str(one.get(columns[0]) or "")
        if isinstance(one.get("id"), int):
            self._named[table, one["id"]] = name
        for column in columns:
            old, new = (self._text(column, (row or {}).get(column)) for row in (before, after))
            if old != new:
                yield FieldChange(0, table, "" if column == columns[0] else f"{name}: {column}", old, new)

    def _name_of(self, table: str, key: object, column: str) -> str:
        if not isinstance(key, int):
            return ""
        known = self._named.get((table, key))
        if known is None:
            found = self._reader.one(f"SELECT {column} FROM {table} WHERE id = ?", (key,))
            known = str(found[0]) if found else ""
        return known

    def _text(self, name: str, value: object) -> str:
        if value is None or value == "" or (value == 0 and name in _FLAGS):
            return ""
        if name in _FLAGS or name in _MOMENTS:
            return "1"
        if name in ("company_id", "parent_id") and isinstance(value, int):
            found = companies.names(self._reader, [value])
            return found[value].name if found else str(value)
        return str(value)


_OWN = (
    "kind", "prefix", "given", "middle", "family", "suffix", "nickname", "phonetic_given", "phonetic_middle",
    "phonetic_family", "full_name", "file_as", "organization", "department", "job_title", "role", "gender",
    "language", "note", "starred", "checked_at", "deleted_at", "company_id", "parent_id", "rhythm_days",
    "owner", "uid",
)  # fmt: skip
_FLAGS = frozenset({"starred"})
_MOMENTS = frozenset({"checked_at", "deleted_at", "done_at"})
_PARTS = {
    "contact_point": "", "address": "address", "contact_date": "date", "relation": "relation",
    "affiliation": "affiliation", "photo": "photo", "extra": "extra", "field_value": "field",
}  # fmt: skip
_THINGS = {
    "tag": ("name", "color"), "field": ("label", "type", "settings", "help"), "form": ("name", "layout"),
    "segment": ("name", "query"), "setting": ("key", "value"),
    "interaction": ("subject", "body", "kind", "outcome", "amount", "currency", "score"),
    "task": ("title", "note", "due", "done_at"),
    "attachment": ("name",), "import_run": ("name",), "import_mapping": ("name",),
}  # fmt: skip
"""What else is changed: the column that names it, then the others that are told."""

_ADDRESS = ("po_box", "extended", "street", "postal_code", "locality", "region", "country")


def _told(table: str, row: Row | None) -> str:
    """A part as one line."""
    if row is None:
        return ""
    if table == "address":
        parts = [str(row[name]) for name in _ADDRESS if row.get(name)]
        return ", ".join(parts) or str(row.get("formatted") or "").replace("\n", ", ")
    if table == "affiliation":
        job = [
            str(row[name]) for name in ("organization", "job_title", "department", "role") if row.get(name)
        ]
        since, until = (str(row.get(name) or "") for name in ("since", "until"))
        years = [f"{since} – {until}".strip()] if since or until else []  # noqa: RUF001 - a dash between years
        return ", ".join([*job, *years])
    if table == "photo":
        return str(row.get("url") or row.get("media_type") or "image")
    if table == "extra":
        return f"{row.get('name')}: {row.get('value')}"
    if table == "relation":
        return str(row.get("text") or row.get("uid") or "")
    return str(row.get("value") or "")


def _flag(on: bool) -> str:
    return "1" if on else ""


def _called(row: Row) -> str:
    name = " ".join(str(row[part]) for part in ("given", "family") if row.get(part))
    return str(row.get("full_name") or name or row.get("organization") or "")


def _row(names: list[str], values: tuple[Any, ...] | None) -> Row | None:
    """A row by names; what an update leaves as it is is left out, as are columns that came later."""
    if values is None:
        return None
    return {name: value for name, value in zip(names, values, strict=False) if value is not NO_CHANGE}
