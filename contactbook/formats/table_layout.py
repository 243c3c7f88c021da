"""What a table that we write looks like: how many numbered columns it needs, its heading, and its rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from contactbook.domain.contact import CHAT, EMAIL, PHONE, SOCIAL, URL, Contact

if TYPE_CHECKING:
    from collections.abc import Iterable

KINDS: tuple[str, ...] = (EMAIL, PHONE, URL, CHAT, SOCIAL)


@dataclass(slots=True)
class Widths:
    """How many of each the fullest contact has: a table has no more numbered columns than it needs.

    Measure every contact before the first is written.
    """

    points: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))
    addresses: int = 0
    dates: int = 0
    relations: int = 0
    affiliations: int = 0
    fields: dict[tuple[str, str], int] = field(default_factory=dict[tuple[str, str], int])
    most_fields: int = 0
    photos: int = 0

    def measure(self, contact: Contact) -> None:
        """One contact more that will be written."""
        counts = dict.fromkeys(KINDS, 0)
        for point in contact.points:
            counts[point.kind] += 1
        for kind, count in counts.items():
            self.points[kind] = max(self.points[kind], count)
        self.addresses = max(self.addresses, len(contact.addresses))
        self.dates = max(self.dates, len(contact.dates))
        self.relations = max(self.relations, len(contact.relations))
        self.affiliations = max(self.affiliations, len(contact.affiliations))
        self.photos = max(self.photos, sum(bool(photo.url) for photo in contact.photos))
        self.most_fields = max(self.most_fields, len(contact.fields))
        own: dict[tuple[str, str], int] = {}
        for value in contact.fields:
            own[value.label, value.type] = own.get((value.label, value.type), 0) + 1
        for name, count in own.items():
            self.fields[name] = max(self.fields.get(name, 0), count)


def measured(contacts: Iterable[Contact]) -> Widths:
    """The widths that a table of these contacts needs."""
    widths = Widths()
    for contact in contacts:
        widths.measure(contact)
    return widths


class Layout(Protocol):
    """A layout of a table."""

    def heading(self) -> list[str]:
        """The cells of the heading."""
        ...

    def row(self, contact: Contact) -> list[str]:
        """The cells of a contact, as many as the heading has."""
        ...

    def unheld(self, contact: Contact) -> list[str]:
        """What has no column of its own, as codes of `fidelity.items`, one for each property."""
        ...
