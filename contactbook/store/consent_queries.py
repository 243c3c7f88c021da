"""Which e-mail addresses of the book must not be written to by a mailing service (see `domain.consent`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain import consent
from contactbook.domain.contact import EMAIL
from contactbook.store.sqlite import carray, id_array

if TYPE_CHECKING:
    from contactbook.store.reader import Reader

_SAID = """
    SELECT contact_id, key, field_value.value FROM field_value JOIN field ON field.id = field_id
    WHERE field.key IN carray(?)
"""
_ADDRESSES = "SELECT value FROM contact_point WHERE kind = ? AND contact_id IN carray(?)"


def withdrawn_addresses(reader: Reader) -> frozenset[str]:
    """The addresses of all who want no mailings any more, those in the trash as well; in `casefold`."""
    keys = carray(tuple(sorted(consent.TIMES | consent.FLAGS)))
    found = {contact for contact, key, value in reader.query(_SAID, (keys,)) if consent.withdrawn(key, value)}
    if not found:
        return frozenset()
    rows = reader.query(_ADDRESSES, (EMAIL, *id_array(found)))
    return frozenset(address.strip().casefold() for (address,) in rows)
