"""A table with only some of its columns, chosen by what they are about ("E-mail" for every e-mail column)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from contactbook.domain.contact import Contact
    from contactbook.formats.table_layout import Layout

CUSTOM_FIELDS = "Custom fields"


def topic_of(heading: str) -> str:
    """What a column is about: "E-mail" for "E-mail 2 - Value", "Custom fields" for every custom field."""
    if heading.startswith(("Field: ", "Field (")):
        return CUSTOM_FIELDS
    head, dash, _ = heading.partition(" - ")
    return head.rstrip(" 0123456789") if dash else heading.removesuffix(" (Excel)")


def topics(headings: Iterable[str]) -> list[str]:
    """What the columns of a heading are about, each once, in order."""
    return list(dict.fromkeys(map(topic_of, headings)))


class ChosenColumns:
    """A layout of which only the columns about some topics are written, in their usual order."""

    def __init__(self, layout: Layout, wanted: Collection[str]) -> None:
        self._layout = layout
        headings = layout.heading()
        self._kept = [at for at, heading in enumerate(headings) if topic_of(heading) in wanted]
        self._headings = [headings[at] for at in self._kept]

    def heading(self) -> list[str]:
        """The cells of the heading."""
        return self._headings

    def row(self, contact: Contact) -> list[str]:
        """The cells of a contact."""
        cells = self._layout.row(contact)
        return [cells[at] for at in self._kept]

    def unheld(self, contact: Contact) -> list[str]:
        """As the whole layout: what was not chosen is not missing."""
        return self._layout.unheld(contact)
