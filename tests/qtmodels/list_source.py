"""A list of made-up rows that answers like the store, for models under test."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from contactbook.qtmodels.row_source import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from contactbook.qtmodels.row_source import View

NOBODY = dict.fromkeys(Row._fields, "") | {
    "kind": "person",
    "starred": False,
    "has_photo": False,
    "created_at": 0,
    "updated_at": 0,
    "deleted_at": None,
}


def row(contact_id: int, name: str, **given: object) -> Row:
    """A row with a name; everything else empty unless given."""
    return Row(**{**NOBODY, "id": contact_id, "display_name": name, "sort_name": name, **given})


class ListSource:
    """`RowSource` over rows in memory; counts what it was asked."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.held = {each.id: each for each in rows}
        self.rows_read = 0
        self.searches: list[str] = []
        self.order = ""

    def put(self, *rows: Row) -> None:
        """Adds or replaces rows."""
        self.held |= {each.id: each for each in rows}

    def drop(self, *ids: int) -> None:
        """Takes rows away."""
        for each in ids:
            self.held.pop(each, None)

    def ids_of(self, view: View, sort: str, *, descending: bool) -> array[int]:
        """As the store: by the field the sort names ("name" is the sort name)."""
        name = "sort_name" if sort == "name" else sort
        part = [each for each in self.held.values() if _within(each, view)]
        part.sort(key=lambda each: (getattr(each, name), each.id), reverse=descending)
        return array("q", [each.id for each in part])

    def search(self, text: str, view: View) -> set[int]:
        """Rows whose name or e-mail holds the text."""
        self.searches.append(text)
        wanted = text.casefold()
        return {
            each.id
            for each in self.held.values()
            if _within(each, view) and wanted in f"{each.display_name} {each.email}".casefold()
        }

    def rows(self, ids: Sequence[int]) -> list[Row]:
        """The rows of some ids."""
        self.rows_read += len(ids)
        return [self.held[each] for each in ids if each in self.held]

    def language(self) -> str:
        """The usual order of letters, unless a test sets another."""
        return self.order


def _within(each: Row, view: View) -> bool:
    if view.kind == "starred":
        return each.starred
    if view.kind in ("people", "companies"):
        return (each.kind == "person") == (view.kind == "people")
    return True
