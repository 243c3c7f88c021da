"""What an update changes about a contact, in lines of old and new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from contactbook.domain.contact import TEXTS, Address
from contactbook.ui.importing.target_words import words_of
from contactbook.ui.widgets.spoken_labels import standard_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contactbook.domain.contact import Contact

_CONTEXT = "ImportDifferences"
_MOST_LINES, _LONGEST, _TOLD = 14, 90, 6
_ADDRESS = ("street", "extended", "po_box", "postal_code", "locality", "region", "country")


def lines(before: Contact, after: Contact) -> list[str]:
    """A line for each text that becomes another and each value that comes or goes; the rest is counted."""
    found = [
        f"{words_of(name)}: {_short(getattr(before, name))} → {_short(getattr(after, name))}"
        for name in TEXTS
        if getattr(before, name) != getattr(after, name)
    ]
    old, new = list(dict.fromkeys(_values(before))), list(dict.fromkeys(_values(after)))
    found += [_tr("New: %1").replace("%1", _short(value)) for value in new if value not in old]
    found += [_tr("Gone: %1").replace("%1", _short(value)) for value in old if value not in new]
    if len(found) > _MOST_LINES:
        more = len(found) - _MOST_LINES
        found = [*found[:_MOST_LINES], _tr("And %1 more.").replace("%1", str(more))]
    return found


def told(contact: Contact) -> str:
    """The first things that are known of a contact beside the name, in one line; "" when there are none."""
    texts = [contact.organization, contact.job_title, *_values(contact)]
    return " · ".join([_short(text) for text in texts if text][:_TOLD])


def _values(contact: Contact) -> Iterator[str]:
    """Everything that a contact may have several of, each as one line."""
    for point in contact.points:
        yield point.value
    for address in contact.addresses:
        yield _address(address)
    for date in contact.dates:
        yield f"{standard_label(date.label)}: {date.value}"
    for relation in contact.relations:
        yield f"{standard_label(relation.label)}: {relation.text or relation.uid}".removeprefix(": ")
    for affiliation in contact.affiliations:
        yield affiliation.organization
    for value in contact.fields:
        yield f"{value.label}: {value.value}"
    yield from contact.tags


def _address(address: Address) -> str:
    parts = ", ".join(part for name in _ADDRESS if (part := getattr(address, name)))
    return " ".join((parts or address.formatted).split())


def _short(text: str) -> str:
    text = " ".join(text.split())
    return (text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …") or "–"  # noqa: RUF001 - a dash


def _tr(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
