"""What of a contact came through when it was written: counted property by property, in every format."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from contactbook.domain import labels
from contactbook.domain.contact import COMPANY, TEXTS, Contact

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable

    from contactbook.domain.contact import Extra

Item = tuple[str, "Hashable"]
"""One property of a contact: its code, and what it says in a form that can be compared."""

EXTRA = "property"
"""The code of a property that is kept without being understood."""

STAMPS = frozenset({"REV", "PRODID"})
"""Properties that say when and by what a card was written: what is written anew says its own, or nothing."""


@dataclass(frozen=True, slots=True)
class Fidelity:
    """Numbers of properties: `read` = `mapped` + `kept_raw` + `lost`; `names` are those lost."""

    read: int = 0
    mapped: int = 0
    kept_raw: int = 0
    lost: int = 0
    names: tuple[str, ...] = ()

    def __add__(self, other: Fidelity) -> Fidelity:
        """Both together, for a whole file."""
        return Fidelity(
            self.read + other.read,
            self.mapped + other.mapped,
            self.kept_raw + other.kept_raw,
            self.lost + other.lost,
            self.names + other.names,
        )


LABEL = "label"
"""Code of a label, or the name of a custom field, that a layout gives up while it takes the value."""


def items(contact: Contact) -> list[Item]:
    """Every property of a contact but the kept ones; times are the book's own and do not count.

    Codes are the names of text fields, and kind, uid, tag, phone, email, url, chat, social, address, date,
    relation, affiliation, photo, custom_field, starred.
    """
    found: list[Item] = [(name, text) for name in TEXTS if (text := _plain(getattr(contact, name)))]
    if contact.kind == COMPANY:
        found.append(("kind", COMPANY))
    if contact.uid:
        found.append(("uid", contact.uid.removeprefix("urn:uuid:")))
    if contact.starred:
        found.append(("starred", True))
    found += [("tag", tag.strip().casefold()) for tag in contact.tags]
    for point in contact.points:
        said = (_plain(point.value), _label(point.label), point.preferred, point.service)
        found.append((point.kind, said))
    for each in contact.addresses:
        lines = (each.po_box, each.extended, each.street, each.locality, each.region, each.postal_code)
        place = (each.country, each.country_code, each.formatted)
        found.append(("address", (*map(_plain, (*lines, *place)), _label(each.label), each.preferred)))
    found += [("date", (_plain(date.value), _label(date.label))) for date in contact.dates]
    found += [("relation", (_plain(who.text), _label(who.label), who.uid)) for who in contact.relations]
    for where in contact.affiliations:
        role = (where.organization, where.department, where.job_title, where.role, where.since, where.until)
        found.append(("affiliation", (*map(_plain, role), where.decision_maker)))
    for photo in contact.photos:
        found.append(("photo", (photo.data, photo.media_type, photo.url, _label(photo.label))))
    for field in contact.fields:
        found.append(("custom_field", (_plain(field.label), _plain(field.value), field.key, field.type)))
    return found


def came_through(
    contact: Contact, again: Contact | None, same: Callable[[Extra, Extra], bool] | None = None
) -> Fidelity:
    """What of a contact is there when the file that it was written to is read again.

    Args:
        contact: what was to be written.
        again: what was read of it; None when there was nothing.
        same: whether a kept property came through as another one, where they are not equal.
    """
    again = again or Contact()
    had = items(contact)
    names = [code for code, _ in (Counter(had) - Counter(items(again))).elements()]
    gone = _gone(contact.extras, again.extras, same)
    count, kept = len(had), len(contact.extras) - len(gone)
    lost = (*names, *(extra.name or EXTRA for extra in gone))
    return Fidelity(count + len(contact.extras), count - len(names), kept, len(lost), lost)


def _gone(
    extras: list[Extra], again: list[Extra], same: Callable[[Extra, Extra], bool] | None
) -> list[Extra]:
    """The kept properties that are not among those read again; each of these stands for one only."""
    present = Counter((each.name.upper(), each.value) for each in again)
    left: list[Extra] = []
    for extra in extras:
        key = extra.name.upper(), extra.value
        if present[key]:
            present[key] -= 1
        else:
            left.append(extra)
    if not left or same is None:
        return left
    others = [each for each in again if present[each.name.upper(), each.value] > 0]
    gone: list[Extra] = []
    for extra in left:
        found = next((each for each in others if same(extra, each)), None)
        if found is None:
            gone.append(extra)
        else:
            others.remove(found)
    return gone


def without(contact: Contact, unheld: Collection[str]) -> Fidelity:
    """What of a contact a format takes that has no place for these codes, one for each property.

    When and by what its card was written (`STAMPS`) is nothing of the contact, and not counted. A `LABEL` is
    named and not counted: its property is there.
    """
    kept = sum(extra.name.upper() not in STAMPS for extra in contact.extras)
    count = len(items(contact)) + kept
    kept -= sum(code == EXTRA for code in unheld)
    lost = sum(code != LABEL for code in unheld)
    return Fidelity(count, count - kept - lost, kept, lost, tuple(unheld))


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _label(text: str) -> str:
    """A label as every format gives it back: one that is a word of ours but for case counts as that word."""
    return labels.from_apple(text)
