"""A table with only some of its columns, chosen by what they are about ("E-mail" for every e-mail column)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from contactbook.domain.contact import Contact
    from contactbook.formats.table_layout import Layout

CUSTOM_FIELDS = "Custom fields"
FIELD = "Field: "
"""Before the label of a custom field in the name of its column, whatever its type."""
_OF_FIELDS = (FIELD, "Field (")


def topic_of(heading: str) -> str:
    """What a column is about: "E-mail" for "E-mail 2 - Value", "Custom fields" for every custom field."""
    if heading.startswith(_OF_FIELDS):
        return CUSTOM_FIELDS
    head, dash, _ = heading.partition(" - ")
    return head.rstrip(" 0123456789") if dash else heading.removesuffix(" (Excel)")


def topics(headings: Iterable[str]) -> list[str]:
    """What the columns of a heading are about, each once, in order."""
    return list(dict.fromkeys(map(topic_of, headings)))


def name_of(heading: str) -> str:
    """What a column alone is called where it can be chosen: "Field: Since" for "Field (date): Since"."""
    return FIELD + heading.partition(": ")[2] if heading.startswith(_OF_FIELDS) else topic_of(heading)


class ChosenColumns:
    """A layout of which only some columns are written, in their usual order.

    Args:
        layout: all of it.
        wanted: topics, and single custom fields as `name_of` calls them; a field that none of the contacts
            has gets an empty column.
    """

    def __init__(self, layout: Layout, wanted: Collection[str]) -> None:
        self._layout = layout
        headings = layout.heading()
        self._kept = [
            at
            for at, heading in enumerate(headings)
            if topic_of(heading) in wanted or name_of(heading) in wanted
        ]
        there = set(map(name_of, headings))
        empty = [name for name in wanted if name.startswith(FIELD) and name not in there]
        self._headings = [*(headings[at] for at in self._kept), *empty]
        self._behind = [""] * len(empty)

    def heading(self) -> list[str]:
        """The cells of the heading."""
        return self._headings

    def row(self, contact: Contact) -> list[str]:
        """The cells of a contact."""
        cells = self._layout.row(contact)
        return [*(cells[at] for at in self._kept), *self._behind]

    def unheld(self, contact: Contact) -> list[str]:
        """As the whole layout: what was not chosen is not missing."""
        return self._layout.unheld(contact)
