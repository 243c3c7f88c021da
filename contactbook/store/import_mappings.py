"""Saved mappings of table columns to fields, found again by the fingerprint of the header."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# (peewee says nothing about its types)

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from contactbook.domain.ids import ids
from contactbook.vault.failures import explained

if TYPE_CHECKING:
    from contactbook.store.reader import Reader
    from contactbook.store.step import Step


class SavedMapping(NamedTuple):
    """A mapping with its name; `used_at` in milliseconds since 1970 UTC."""

    id: int
    name: str
    fingerprint: str
    mapping: dict[str, Any]
    used_at: int


def saved(reader: Reader, fingerprint: str = "") -> list[SavedMapping]:
    """The mappings for a header, or all, the last used first."""
    from contactbook.store.models import ImportMapping, bound

    query = ImportMapping.select().order_by(ImportMapping.used_at.desc(), ImportMapping.id.desc()).tuples()
    if fingerprint:
        query = query.where(ImportMapping.fingerprint == fingerprint)
    with explained(reader.path):
        rows = list(query.execute(bound(reader.connection)))
    return [
        SavedMapping(key, name, mark, json.loads(mapping), used) for key, name, mark, mapping, used in rows
    ]


def save(step: Step, name: str, fingerprint: str, mapping: dict[str, Any]) -> int:
    """Keep a mapping under a name; one of the same name and header is replaced. Gives its id."""
    from contactbook.store.models import ImportMapping, bound

    database = bound(step.connection)
    text = json.dumps(mapping, ensure_ascii=False, sort_keys=True)
    same = (ImportMapping.name == name) & (ImportMapping.fingerprint == fingerprint)
    known = list(ImportMapping.select(ImportMapping.id).where(same).tuples().execute(database))
    if known:
        change = ImportMapping.update(mapping=text, used_at=step.at).where(ImportMapping.id == known[0][0])
        change.execute(database)
        return known[0][0]
    mapping_id = ids.one()
    row = {"id": mapping_id, "name": name, "fingerprint": fingerprint, "mapping": text, "used_at": step.at}
    ImportMapping.insert(row).execute(database)
    return mapping_id


def delete(step: Step, mapping_id: int) -> None:
    """Forget a mapping."""
    from contactbook.store.models import ImportMapping, bound

    ImportMapping.delete().where(ImportMapping.id == mapping_id).execute(bound(step.connection))
