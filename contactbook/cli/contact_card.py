"""One contact as text, for `contactbook show`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from contactbook.cli.safe_text import block, line
from contactbook.domain import address_layouts, names
from contactbook.domain.contact import COMPANY
from contactbook.domain.employment import detail_of_first
from contactbook.domain.service_names import service_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contactbook.actions.browsing import Linked as Other
    from contactbook.actions.browsing import SeenFrom
    from contactbook.domain.contact import Address, Affiliation, Contact

_INDENT = 14
_SINGLE = (
    ("Nickname", "nickname"), ("Company", "organization"), ("Department", "department"),
    ("Title", "job_title"),
    ("Role", "role"), ("Filed as", "file_as"), ("Gender", "gender"), ("Language", "language"),
)  # fmt: skip
_POINTS = {"email": "E-mail", "phone": "Phone", "url": "Web"}


@dataclass(slots=True)
class Linked:
    """What stands in other contacts and belongs on the card: their relations, who is above and below."""

    seen_from: list[SeenFrom] = field(default_factory=list["SeenFrom"])
    above: Other | None = None
    below: list[Other] = field(default_factory=list["Other"])


def lines(contact: Contact, linked: Linked | None = None) -> Iterator[str]:
    """The lines of the card: what is not there is left out."""
    yield line(names.display_name(contact)) + (" *" if contact.starred else "")
    if contact.deleted_at is not None:
        yield "(in the trash)"
    for title, text in _entries(contact, linked or Linked()):
        if text:
            first, *rest = block(text).split("\n")
            yield f"{title:<{_INDENT - 1}} {first}"
            for further in rest:
                yield " " * _INDENT + further


def _entries(contact: Contact, linked: Linked) -> Iterator[tuple[str, str]]:
    """Title and text of everything, in the order of the contact pane."""
    for title, attribute in _SINGLE:
        yield title, getattr(contact, attribute)
    first = detail_of_first(contact)
    if first is not None:
        yield "Period", _period(first)
    for affiliation in contact.affiliations:
        if affiliation is not first:
            parts = (
                affiliation.organization,
                affiliation.department,
                affiliation.job_title,
                affiliation.role,
            )
            yield "Also at", ", ".join(part for part in (*parts, _period(affiliation)) if part)
    for point in contact.points:
        title = _POINTS.get(point.kind) or service_name(point.service or point.kind)
        label = "" if point.label.casefold() == title.casefold() else point.label
        yield title, _labelled(point.value, label, preferred=point.preferred)
    for address in contact.addresses:
        yield "Address", _labelled(_address(address), address.label, preferred=address.preferred)
    for date in contact.dates:
        yield (date.label or "date").capitalize(), date.value
    for relation in contact.relations:
        yield (relation.label or "relation").capitalize(), relation.text or relation.uid
    yield from _from_others(contact, linked)
    for value in contact.fields:
        yield value.label or value.key, value.value
    yield "Tags", ", ".join(contact.tags)
    for photo in contact.photos:
        yield "Photo", photo.url or f"{photo.media_type or 'picture'}, {len(photo.data):,} bytes"
    for extra in contact.extras:
        yield line(extra.name), extra.value
    yield "Note", contact.note
    yield "UID", contact.uid
    yield "ID", str(contact.id)


def _from_others(contact: Contact, linked: Linked) -> Iterator[tuple[str, str]]:
    """The other side of relations: in the word for this side, else whose word it is."""
    for seen in linked.seen_from:
        said = f"{seen.label} of".capitalize() if seen.label else "Named by"
        yield seen.word.capitalize() or said, f"{seen.other.name} ({seen.other.id})"
    above, below = ("Part of", "Owns") if contact.kind == COMPANY else ("Reports to", "Report")
    if linked.above is not None:
        yield above, f"{linked.above.name} ({linked.above.id})"
    for one in linked.below:
        yield below, f"{one.name} ({one.id})"


def _labelled(text: str, label: str, *, preferred: bool) -> str:
    beside = ", ".join(part for part in (label, "preferred" if preferred else "") if part)
    if not text or not beside:
        return text
    first, separator, rest = text.partition("\n")
    return f"{first}  ({beside}){separator}{rest}"


def _period(part: Affiliation) -> str:
    days = (("since", part.since), ("until", part.until))
    said = [f"{word} {day}" for word, day in days if day]
    return ", ".join([*said, *(["decision maker"] if part.decision_maker else [])])


def _address(address: Address) -> str:
    return address.formatted or "\n".join(address_layouts.lines(address))
