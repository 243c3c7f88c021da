"""People of messages and meetings who are not in the book yet, as contacts to be offered."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from contactbook.domain import emails, mail, names, point_keys, signatures
from contactbook.domain.contact import EMAIL, Contact, ContactPoint
from contactbook.store import contacts, linking

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from contactbook.domain.mail import MailPerson
    from contactbook.store.step import Step

EVERYWHERE = 3
"""An address of every message, from so many messages on, is probably one's own."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who is not in the book; `messages`: how many, or meetings, have the address.

    `likely`: unless it is a machine or probably oneself.
    """

    address: str
    contact: Contact
    messages: int
    likely: bool = True


class Strangers:
    """Counts the addresses that nobody in the book has, and remembers what they are called."""

    def __init__(self) -> None:
        self._count: Counter[str] = Counter()
        self._names: dict[str, str] = {}

    def met(self, one: MailPerson) -> None:
        """Once more."""
        self._count[one.address] += 1
        if one.name:
            self._names.setdefault(one.address, one.name)

    def newcomers(self, of: int, signature: Callable[[str], str] = lambda _address: "") -> list[Newcomer]:
        """Everybody, whoever was met most often first.

        Args:
            of: how many messages or meetings there were.
            signature: of an address, "" without.
        """
        return [
            Newcomer(
                address,
                _contact(address, self._names.get(address, ""), signature(address)),
                count,
                likely=mail.is_a_person(address) and not (count == of and of >= EVERYWHERE),
            )
            for address, count in self._count.most_common()
        ]


def add_newcomers(step: Step, people: Sequence[Contact]) -> None:
    """Add contacts as part of a step, linked with the companies that they name."""
    made: list[int] = []
    for contact in people:
        contact.created_at = contact.updated_at = step.at
        point_keys.fill(contact)
        made.append(contacts.insert(step, contact))
    if made:
        linking.settle(step, made)


def said_by(signature: str, address: str) -> Contact:
    """The contact of a signature; the address tells which of its words are the name and the company."""
    return signatures.contact_from_text(f"{signature}\n{address}")


def _contact(address: str, name: str, signature: str) -> Contact:
    """A contact of what the message and its signature say; the name beside the address is the surest."""
    contact = said_by(signature, address) if signature else Contact()
    if not (contact.given or contact.family) or not signature:
        contact.kind = Contact().kind
    if name:
        parts = names.parse_full_name(name)
        contact.prefix, contact.given, contact.middle, contact.family, contact.suffix = parts
        contact.full_name = name
    others = [point for point in contact.points if point.kind != EMAIL or emails.key(point.value) != address]
    contact.points = [ContactPoint(EMAIL, address), *others]
    return contact
