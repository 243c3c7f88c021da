"""Who must not be written to by a mailing service again: unsubscribed, opted out, or an address that bounced.

The custom fields are those that imports make of the exports of Mailchimp (`UNSUB_TIME` of the unsubscribed,
`CLEAN_TIME` of the bounced), of HubSpot and of Salesforce.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain.contact import EMAIL

if TYPE_CHECKING:
    from collections.abc import Collection

    from contactbook.domain.contact import Contact

TIMES = frozenset({"unsub_time", "clean_time"})
"""Keys of fields that say when it was; any value says so."""

FLAGS = frozenset({"hasoptedoutofemail", "email_opt_out", "unsubscribed_from_all_email"})
"""Keys of fields that say yes or no."""

_YES = frozenset({"true", "yes", "1", "ja", "oui", "si", "sí", "wahr", "x"})
LEFT_OUT = "unsubscribed"
"""Code of the warning of an export that leaves them out."""


def withdrawn(key: str, value: str) -> bool:
    """Whether a custom field says that somebody wants no mailings any more."""
    if key in FLAGS:
        return value.strip().casefold() in _YES
    return key in TIMES and bool(value.strip())


def has_withdrawn(contact: Contact, addresses: Collection[str] = ()) -> bool:
    """Whether a contact, or another one with its e-mail address, wants no mailings any more.

    Args:
        contact: who.
        addresses: what `addresses_of` gave for those who do not.
    """
    if any(withdrawn(part.key, part.value) for part in contact.fields):
        return True
    return bool(addresses) and any(address in addresses for address in addresses_of(contact))


def addresses_of(contact: Contact) -> list[str]:
    """The e-mail addresses of a contact, as they are compared."""
    return [point.value.strip().casefold() for point in contact.points if point.kind == EMAIL]
