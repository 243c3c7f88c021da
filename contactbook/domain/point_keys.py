"""The normalised forms of e-mail addresses and phone numbers, by which contacts are matched and found."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from contactbook.domain import countries, emails, phones
from contactbook.domain.contact import EMAIL, PHONE

if TYPE_CHECKING:
    from contactbook.domain.contact import Contact, ContactPoint

_country_code = lru_cache(maxsize=1024)(countries.code)


def fill(contact: Contact, country: str = "", *, by_contact: bool = True) -> None:
    """Give every point that has no key its own; those that have one keep it.

    Args:
        contact: changed in place; nothing but the keys.
        country: ISO code to assume for numbers without one where the contact's addresses name no country, or
            several (R33). "" leaves such numbers without a key.
        by_contact: whether the country of the contact's addresses counts first.
    """
    region: str | None = None
    for point in contact.points:
        if point.key:
            continue
        if point.kind == PHONE and region is None and not point.value.startswith("+"):
            region = (region_of(contact) if by_contact else "") or country
        point.key = key_of(point, region or "")


def key_of(point: ContactPoint, region: str = "") -> str:
    """The normalised form of one point; "" where there is none, or none is certain."""
    if point.kind == EMAIL:
        return emails.key(point.value)
    if point.kind == PHONE:
        return phones.key(point.value, region)
    return ""


def region_of(contact: Contact) -> str:
    """The ISO code of the one country that the contact's addresses are in; "" for none or several."""
    named = {
        code
        for address in contact.addresses
        if (code := address.country_code.upper() or _country_code(address.country))
    }
    return named.pop() if len(named) == 1 else ""
