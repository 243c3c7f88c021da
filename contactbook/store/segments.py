"""Segments: queries that were saved under a name, and list whoever they find now."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from contactbook.domain.folding import fold
from contactbook.domain.ids import ids
from contactbook.domain.problems import Problem
from contactbook.store.query_search import matching_text

if TYPE_CHECKING:
    from contactbook.store.reader import Reader
    from contactbook.store.step import Step

_TRASH = "SELECT id FROM contact_row WHERE deleted_at IS NOT NULL"


class Segment(NamedTuple):
    """A segment; `query` as it was typed."""

    id: int
    name: str
    query: str


def every(reader: Reader) -> list[Segment]:
    """All segments, in their order."""
    rows = reader.query("SELECT id, name, query FROM segment ORDER BY position, created_at, id")
    return [Segment(*row) for row in rows]


def named(reader: Reader, name: str) -> Segment:
    """The segment of this name, however it is spelt. Raises Problem `segment.not_there` (data: name)."""
    key = _key(name)
    for segment in every(reader):
        if _key(segment.name) == key:
            return segment
    raise Problem("segment.not_there", name=name, choices=[segment.name for segment in every(reader)])


def matching(reader: Reader, segment_id: int) -> set[int]:
    """The contacts of a segment, trash included, in no order; nobody when the segment is gone."""
    row = reader.one("SELECT query FROM segment WHERE id = ?", (segment_id,))
    if row is None:
        return set()
    found = matching_text(reader, row[0])
    return set(reader.id_list("SELECT id FROM contact_row")) if found is None else found


def count(reader: Reader, segment_id: int) -> int:
    """How many contacts outside the trash a segment has now."""
    found = matching(reader, segment_id)
    found.difference_update(reader.id_list(_TRASH))
    return len(found)


def save(step: Step, name: str, query: str) -> int:
    """Save a query under a name; a segment of that name gets the new query. Returns its id.

    Raises:
        Problem: `segment.without_name`.
    """
    name = _clean(name)
    for segment in every(step.reader):
        if _key(segment.name) == _key(name):
            change(step, segment.id, name=name, query=query)
            return segment.id
    segment_id = ids.one()
    step.connection.execute(
        "INSERT INTO segment (id, name, query, position, created_at)"
        " VALUES (?, ?, ?, (SELECT coalesce(max(position), -1) + 1 FROM segment), ?)",
        (segment_id, name, query, step.at),
    )
    return segment_id


def change(step: Step, segment_id: int, *, name: str = "", query: str = "") -> None:
    """Give a segment another name or query; what is "" stays.

    Raises:
        Problem: `segment.not_there`, `segment.exists` (data: name).
    """
    others = {_key(segment.name): segment.id for segment in every(step.reader)}
    if segment_id not in others.values():
        raise Problem("segment.not_there", name=name, choices=[])
    if name and others.get(_key(name), segment_id) != segment_id:
        raise Problem("segment.exists", name=name)
    step.connection.execute(
        "UPDATE segment SET name = coalesce(nullif(?, ''), name), query = coalesce(nullif(?, ''), query)"
        " WHERE id = ?",
        (" ".join(name.split()), query, segment_id),
    )


def remove(step: Step, segment_id: int) -> None:
    """Forget a segment; its contacts stay. Raises Problem `segment.not_there`."""
    row = step.connection.execute("DELETE FROM segment WHERE id = ? RETURNING 1", (segment_id,)).fetchone()
    if row is None:
        raise Problem("segment.not_there", name="", choices=[])


def _clean(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise Problem("segment.without_name")
    return name


def _key(name: str) -> str:
    return " ".join(fold(name).split())
