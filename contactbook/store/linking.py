"""Linking what names a contact to that contact: only on an exact and unique match, whoever came first.

A person's organisation is linked to the company of the same name, a relation to the contact with its UID or,
without one, to the only one of that name; so are links in custom fields. Everything else stays text (R27).
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

from contactbook.domain import company_names
from contactbook.domain.contact import COMPANY
from contactbook.domain.folding import tokens
from contactbook.domain.names import display_name
from contactbook.store import companies, field_links, loading, parent_links
from contactbook.store.derived import KEY_LENGTH
from contactbook.store.sqlite import carray, id_array

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from contactbook.domain.contact import Contact
    from contactbook.store.sqlite import Connection
    from contactbook.store.step import Step

FEW = 200
"""Up to so many contacts are looked up one by one; for more, everything is compared in one go."""

_CANDIDATES = 50

_OWN = """
    SELECT id, organization FROM contact
    WHERE company_id IS NULL AND organization <> '' AND kind <> 'company' AND deleted_at IS NULL
"""
_FURTHER = (
    "SELECT id, contact_id, organization FROM affiliation WHERE company_id IS NULL AND organization <> ''"
)
_RELATIONS = """
    SELECT id, contact_id, text, uid FROM relation WHERE related_id IS NULL AND (text <> '' OR uid <> '')
"""


def settle(step: Step, contact_ids: Iterable[int]) -> None:
    """Link contacts that are new or changed with the others, both ways."""
    wanted = array("q", sorted(set(contact_ids)))
    if len(wanted) > FEW:
        settle_all(step)
    elif wanted:
        _Few(step, wanted).run()


def drop_stale(step: Step, contact: Contact, before: Contact) -> None:
    """Unlink what was renamed in an edit: another name is somebody else, unless it is that one's."""
    held = {(part.text, part.related_id) for part in before.relations}
    held |= {(part.organization, part.company_id) for part in before.affiliations}
    held.add((before.organization, before.company_id))
    relations = [part for part in contact.relations if part.related_id]
    work = [part for part in contact.affiliations if part.company_id]
    wanted: list[tuple[Any, str, str]] = [
        *((part, "related_id", part.text) for part in relations),
        *((part, "company_id", part.organization) for part in work),
        (contact, "company_id", contact.organization),
    ]
    doubtful = [
        (part, link, name)
        for part, link, name in wanted
        if getattr(part, link) is not None and (name, getattr(part, link)) not in held
    ]
    if not doubtful:
        return
    called = companies.names(step.reader, {getattr(part, link) for part, link, _ in doubtful})
    for part, link, name in doubtful:
        other = called.get(getattr(part, link))
        if other is None or (name and company_names.key(other.name) != company_names.key(name)):
            setattr(part, link, None)


def settle_all(step: Step) -> None:
    """Link everything in the book that is named but not linked yet."""
    connection = step.connection
    own, further = connection.execute(_OWN).fetchall(), connection.execute(_FURTHER).fetchall()
    if own or further:
        known = companies.by_key(connection)
        if known:
            _link_work(step, own, further, known)
    relations = connection.execute(_RELATIONS).fetchall()
    if relations:
        uids = _by_uid(connection, {row[3] for row in relations if row[3]})
        names: dict[str, list[int]] = {}
        listed = "SELECT id, display_name FROM contact_row WHERE deleted_at IS NULL AND display_name <> ''"
        for contact_id, name in connection.execute(listed).fetchall():
            names.setdefault(_same(name), []).append(contact_id)
        _link_relations(step, relations, uids, names)
    parent_links.settle(step, _by_uid)
    field_links.settle(step)


class _Few:
    """Some contacts of the running step, most of which no list shows yet."""

    def __init__(self, step: Step, wanted: array[int]) -> None:
        self._step = step
        self._connection = step.connection
        self._wanted = wanted
        found = loading.load_chunk(step.connection, wanted, pictures=False)
        self._here = [one for one in found.values() if one.deleted_at is None]

    def run(self) -> None:
        self._link_work()
        self._link_relations()
        parent_links.settle(self._step, _by_uid, self._wanted)
        field_links.settle(self._step, self._wanted)

    def _link_work(self) -> None:
        own = self._rows(_OWN, "id")
        further = self._rows(_FURTHER, "contact_id")
        for one in self._here:
            if one.kind == COMPANY:
                name = company_names.clean(one.organization or one.full_name)
                own += self._naming(name)
                sql = f"{_FURTHER} AND organization = ? COLLATE NOCASE"
                further += self._connection.execute(sql, (name,)).fetchall()
        texts = {row[-1] for row in (*own, *further)}
        known = {
            company_names.key(text): companies.named(self._connection, text, among=self._wanted)
            for text in texts
        }
        _link_work(self._step, own, further, known)

    def _naming(self, name: str) -> list[tuple[int, str]]:
        """People whose organisation may be this company."""
        sql = (
            f"{_OWN} AND id IN (SELECT id FROM contact_row WHERE deleted_at IS NULL AND organization_key = ?)"
        )
        words = " ".join(tokens(name))[:KEY_LENGTH]
        return [(row[0], row[1]) for row in self._connection.execute(sql, (words,)).fetchall()]

    def _link_relations(self) -> None:
        rows = self._rows(_RELATIONS, "contact_id")
        for one in self._here:
            for column, value in (("text", display_name(one)), ("uid", one.uid)):
                if value:
                    collation = " COLLATE NOCASE" if column == "text" else ""
                    sql = f"{_RELATIONS} AND {column} <> '' AND {column} = ?{collation}"
                    rows += self._connection.execute(sql, (value,)).fetchall()
        if not rows:
            return
        uids = _by_uid(self._connection, {row[3] for row in rows if row[3]})
        names = {_same(row[2]): self._called(row[2]) for row in rows if row[2]}
        _link_relations(self._step, rows, uids, names)

    def _called(self, name: str) -> list[int]:
        """Every contact of exactly this name; more than a few are not unique anyway."""
        words = " AND ".join(f'"{word}"' for word in tokens(name))
        candidates = {one.id: one for one in self._here}
        if words:
            sql = "SELECT rowid FROM search_row WHERE search_row MATCH ? LIMIT ?"
            found = self._connection.execute(sql, (f"{{names organization}} : ({words})", _CANDIDATES))
            ids = array("q", [row[0] for row in found.fetchall()])
            candidates = loading.load_chunk(self._connection, ids, pictures=False) | candidates
        return [
            one.id
            for one in candidates.values()
            if one.deleted_at is None and _same(display_name(one)) == _same(name)
        ]

    def _rows(self, sql: str, owner: str) -> list[tuple[Any, ...]]:
        return self._connection.execute(f"{sql} AND {owner} IN carray(?)", id_array(self._wanted)).fetchall()


def _same(name: str) -> str:
    return " ".join(name.split()).casefold()


def _by_uid(connection: Connection, uids: set[str]) -> dict[str, list[int]]:
    uids = {uid for uid in uids if "\0" not in uid}  # which no array of SQLite takes
    if not uids:
        return {}
    found: dict[str, list[int]] = {}
    sql = "SELECT uid, id FROM contact WHERE uid <> '' AND uid IN carray(?) AND deleted_at IS NULL"
    bare = {uid.removeprefix("urn:uuid:") for uid in uids}
    wanted = tuple(uids | bare | {f"urn:uuid:{uid}" for uid in bare})
    for uid, contact_id in connection.execute(sql, (carray(wanted),)).fetchall():
        found.setdefault(uid.removeprefix("urn:uuid:"), []).append(contact_id)
    return found


def _link_work(
    step: Step,
    own: Sequence[tuple[Any, ...]],
    further: Sequence[tuple[Any, ...]],
    known: dict[str, list[int]],
) -> None:
    def target(text: str) -> int | None:
        found = known.get(company_names.key(text), [])
        return found[0] if len(found) == 1 else None

    links = {row: company for row, text in own if (company := target(text)) is not None}
    if links:
        companies.link(step, links)
    rows = {
        row: (company, owner)
        for row, owner, text in further
        if (company := target(text)) is not None and company != owner
    }
    if rows:
        owners = {owner for _, owner in rows.values()}
        companies.link_affiliations(step, {row: company for row, (company, _) in rows.items()}, owners)


def _link_relations(
    step: Step,
    relations: Sequence[tuple[Any, ...]],
    uids: dict[str, list[int]],
    names: dict[str, list[int]],
) -> None:
    links: dict[int, tuple[int, int]] = {}
    for row, owner, text, uid in relations:
        found = uids.get(uid.removeprefix("urn:uuid:"), []) if uid else names.get(_same(text), [])
        if len(found) == 1 and found[0] != owner:
            links[row] = (found[0], owner)
    if not links:
        return
    step.connection.executemany(
        "UPDATE relation SET related_id = ? WHERE id = ?",
        [(related, row) for row, (related, _) in links.items()],
    )
    step.touch_linked({owner for _, owner in links.values()}, "relation")
