"""What a step changed of a company's name and addresses, and whose entries still say what it was before."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, NamedTuple

from contactbook.domain import company_names
from contactbook.domain.contact import Address
from contactbook.store import changesets
from contactbook.store.companies import NAME
from contactbook.store.parts import CONTACT_COLUMNS, PARTS
from contactbook.store.sqlite import NO_CHANGE, changes

if TYPE_CHECKING:
    from contactbook.store.reader import Reader
    from contactbook.store.step import Step

_ADDRESS = next(part for part in PARTS if part.table == "address")
_SAID = tuple(item.name for item in fields(Address) if item.name not in ("label", "preferred", "origin"))
"""What makes two addresses the same place."""


@dataclass(slots=True)
class CompanyNews:
    """A company's old and new name, "" where it kept its name, and old addresses with what became of them."""

    old_name: str = ""
    new_name: str = ""
    moves: list[tuple[Address, Address]] | None = None


class Follower(NamedTuple):
    """An entry of a person that says what was true of their company before.

    `table` and `row`: where it stands; `before` and `after`: names, or addresses.
    """

    contact_id: int
    name: str
    table: str
    row: int
    before: str | Address
    after: str | Address


def news(reader: Reader, company_id: int, step_id: int) -> CompanyNews:
    """What a step changed; nothing where its changes are too many or gone."""
    row = reader.one("SELECT basis, inverted, size FROM history WHERE id = ?", (step_id,))
    found = CompanyNews(moves=[])
    if row is None or row[2] > _MOST_BYTES:
        return found
    connection, backwards = reader.connection, bool(row[1])
    gone: list[Address] = []
    come: list[Address] = []
    for change in changes(changesets.source(connection, row[0])):
        old, new = (change.new, change.old) if backwards else (change.old, change.new)
        if change.name == "contact" and old is not None and new is not None:
            _read_name(found, company_id, old, new)
        elif change.name == "address":
            _read_address(reader, company_id, old, new, found, gone, come)
    if len(gone) == len(come) == 1:
        found.moves = [*(found.moves or ()), (gone[0], come[0])]
    if found.old_name and not found.new_name:
        found.new_name = _name_of(reader, company_id)
    return found


_MOST_BYTES = 1 << 20


def followers(reader: Reader, company_id: int, told: CompanyNews, limit: int = 2000) -> list[Follower]:
    """Whose entries still say what the company's were before."""
    found: list[Follower] = []
    old_key = company_names.key(told.old_name)
    if old_key and company_names.clean(told.old_name) != company_names.clean(told.new_name):
        for contact_id, name, table, row, text in reader.query(_NAMED, (company_id, limit)):
            if company_names.key(text) == old_key:
                found.append(Follower(contact_id, name, table, row, text, told.new_name))
    for old, new in told.moves or ():
        said = " AND ".join(f"address.{name} = ?{place}" for place, name in enumerate(_SAID, 3))
        sql = f"""
            SELECT contact_id, display_name, address.id FROM address
            JOIN contact_row ON contact_row.id = contact_id
            WHERE contact_id IN ({_PEOPLE}) AND {said} LIMIT ?2
        """
        rows = reader.query(sql, (company_id, limit, *(getattr(old, name) for name in _SAID)))
        found += (Follower(contact_id, name, "address", row, old, new) for contact_id, name, row in rows)
    return found


def follow(step: Step, wanted: list[Follower]) -> None:
    """Make these entries say what is true of the company now."""
    for each in wanted:
        if isinstance(each.after, Address):
            sets = ", ".join(f"{name} = ?" for name in _SAID)
            values = [getattr(each.after, name) for name in _SAID]
            step.connection.execute(f"UPDATE address SET {sets} WHERE id = ?", (*values, each.row))
        else:
            step.connection.execute(
                f"UPDATE {each.table} SET organization = ? WHERE id = ?", (each.after, each.row)
            )
    touched = sorted({each.contact_id for each in wanted})
    step.connection.executemany(
        "UPDATE contact SET updated_at = ? WHERE id = ?", [(step.at, contact_id) for contact_id in touched]
    )
    step.touch(touched)


_NAMED = """
    SELECT contact.id, display_name, 'contact', contact.id, contact.organization
    FROM contact JOIN contact_row ON contact_row.id = contact.id
    WHERE contact.company_id = ?1 AND contact.deleted_at IS NULL
    UNION ALL
    SELECT contact_id, display_name, 'affiliation', affiliation.id, affiliation.organization
    FROM affiliation JOIN contact_row ON contact_row.id = contact_id
    WHERE affiliation.company_id = ?1 AND deleted_at IS NULL
    LIMIT ?2
"""
_PEOPLE = """
    SELECT id FROM contact WHERE company_id = ?1 AND deleted_at IS NULL
    UNION SELECT contact_id FROM affiliation JOIN contact ON contact.id = contact_id
    WHERE affiliation.company_id = ?1 AND deleted_at IS NULL
"""


def _name_of(reader: Reader, company_id: int) -> str:
    row = reader.one(f"SELECT {NAME} FROM contact WHERE id = ?", (company_id,))
    return row[0] if row else ""


_ORGANIZATION, _FULL_NAME = (1 + CONTACT_COLUMNS.index(name) for name in ("organization", "full_name"))


def _read_name(found: CompanyNews, company_id: int, old: tuple[Any, ...], new: tuple[Any, ...]) -> None:
    if (old[0] if isinstance(old[0], int) else new[0]) != company_id:
        return
    for column in (_ORGANIZATION, _FULL_NAME):
        if old[column] is not NO_CHANGE and old[column] and not found.old_name:
            found.old_name, found.new_name = old[column], new[column]


def _read_address(
    reader: Reader,
    company_id: int,
    old: tuple[Any, ...] | None,
    new: tuple[Any, ...] | None,
    found: CompanyNews,
    gone: list[Address],
    come: list[Address],
) -> None:
    if old is None or new is None:
        whole = old or new
        assert whole is not None
        if whole[1] == company_id:
            (gone if new is None else come).append(_ADDRESS.read(whole[3:]))
        return
    row = reader.one(
        f"SELECT id, contact_id, position, {_ADDRESS.reads()} FROM address WHERE id = ?",
        (old[0] if isinstance(old[0], int) else new[0],),
    )
    if row is None or row[1] != company_id:
        return
    before = tuple(now if was is NO_CHANGE else was for was, now in zip(old, row, strict=True))
    first, second = _ADDRESS.read(before[3:]), _ADDRESS.read(row[3:])
    if any(getattr(first, name) != getattr(second, name) for name in _SAID):
        found.moves = [*(found.moves or ()), (first, second)]
