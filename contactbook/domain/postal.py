"""What stands on an envelope or a label: who, and where, as the country of destination writes it.

Nothing is ever addressed to somebody who is known to be dead, who wants no mail, or at a place that is marked
as no longer theirs. The model has no such flags of its own, so what people write is understood: the label of
the address, a tag, a day of death.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from contactbook.domain import address_layouts, countries, names
from contactbook.domain.contact import COMPANY
from contactbook.domain.folding import fold, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from contactbook.domain.contact import Address, Contact

NO_ADDRESS, GONE_ADDRESS, DEAD, NO_MAIL, TRASHED = "no_address", "gone_address", "dead", "no_mail", "trashed"
REASONS = (NO_ADDRESS, GONE_ADDRESS, DEAD, NO_MAIL, TRASHED)
"""Why somebody gets no label."""

_GONE_WORDS = frozenset(
    "old former formerly previous previously past gone moved invalid wrong obsolete expired returned"
    " undeliverable undelivered outdated alte alter altes ehemalig ehemalige fruher fruhere verzogen"
    " ungultig veraltet ancien ancienne perime anterior antigua antiguo vecchio vecchia precedente oud oude"
    " vorige stary stare poprzedni nieaktualny".split()
)
"""Folded words of a label that say that an address does not hold any more."""

_NEUTRAL_WORDS = frozenset(
    "home work office business other private school main postal address mail house flat no longer valid at"
    " this here adresse anschrift wohnung privat arbeit buro adres domicile maison bureau casa indirizzo"
    " direccion oficina dom praca huis werk".split()
)
"""Words that may stand beside those; "Old Town" is a place, not an old address."""

_DEAD_TAGS = frozenset(
    {"deceased", "dead", "died", "verstorben", "decede", "fallecido", "deceduto", "overleden"}
)
_NO_MAIL_TAGS = frozenset({
    "do not mail", "do not contact", "no mail", "no post", "no letters", "dnm", "undeliverable",
    "returned mail", "mail returned", "keine post", "unbekannt verzogen", "pas de courrier", "geen post",
})  # fmt: skip


class Piece(NamedTuple):
    """Mail to one contact: its lines from the name down to the country."""

    contact_id: int
    lines: tuple[str, ...]


class LeftOut(NamedTuple):
    """A contact to whom nothing is addressed, and why (one of `REASONS`)."""

    contact_id: int
    name: str
    reason: str


def addressed(contact: Contact, home: str = "") -> Piece | LeftOut:
    """The mail to a contact, or why there is none.

    Args:
        contact: who gets it.
        home: two-letter code of the country the mail begins in, whose own name is left out; "" writes every
            country.
    """
    name = names.display_name(contact)
    tags = {" ".join(tokens(tag)) for tag in contact.tags}
    dead = tags & _DEAD_TAGS or any(date.label == "death" and date.value for date in contact.dates)
    reason = (
        TRASHED
        if contact.deleted_at is not None
        else DEAD
        if dead
        else NO_MAIL
        if tags & _NO_MAIL_TAGS
        else ""
    )
    if reason:
        return LeftOut(contact.id, name, reason)
    there = [address for address in contact.addresses if is_written(address)]
    good = [address for address in there if not is_gone(address)]
    if not good:
        return LeftOut(contact.id, name, GONE_ADDRESS if there else NO_ADDRESS)
    address = next((one for one in good if one.preferred), good[0])
    return Piece(contact.id, (*_who(contact, address, name), *where(address, home)))


def is_written(address: Address) -> bool:
    """Whether a letter could find it: a country or a region alone is no address."""
    return bool(
        address.formatted.strip()
        or (
            (address.street or address.po_box or address.extended)
            and (address.locality or address.postal_code)
        )
        or (address.locality and address.postal_code)
    )


def is_gone(address: Address) -> bool:
    """Whether its label says that it does not hold any more."""
    words = set(tokens(address.label))
    return bool(words & _GONE_WORDS) and words <= _GONE_WORDS | _NEUTRAL_WORDS


def where(address: Address, home: str = "") -> list[str]:
    """The lines of the place; a foreign country stands last, in capitals (UPU S42)."""
    code = address_layouts.code_of(address)
    lines = address_layouts.lines(address, with_country=False)
    country = address.country.strip() or countries.name(address.country_code)
    if address.formatted and not (address.street or address.locality):
        return [line for line in lines if line.strip()]
    if country and (not home or code != home.upper()):
        lines.append(country.upper())
    return [line for line in lines if line.strip()]


def unique(pieces: Iterable[Piece]) -> list[Piece]:
    """The same without what would go to the same name at the same place twice."""
    found: dict[tuple[str, ...], Piece] = {}
    for piece in pieces:
        found.setdefault(tuple(fold(line) for line in piece.lines), piece)
    return list(found.values())


def _who(contact: Contact, address: Address, name: str) -> list[str]:
    """The name as it is spoken; at work the organisation below it."""
    if contact.kind == COMPANY:
        return [contact.organization or name]
    who = names.compose(contact) or contact.full_name or contact.nickname
    at_work = not who or fold(address.label) in ("work", "office", "business", "main")
    return [line for line in (who, contact.organization if at_work else "") if line]
