"""Proof that a card which was just written says what the contact says: it is read again and compared."""

from __future__ import annotations

import io
from functools import partial
from typing import TYPE_CHECKING

from contactbook.formats import vcard_fidelity, vcard_reader
from contactbook.formats.fidelity import Fidelity, came_through
from contactbook.formats.records import ReadCard

if TYPE_CHECKING:
    from contactbook.domain.contact import Contact
    from contactbook.formats.vcard_target import Target


def written(contact: Contact, card: bytes, aim: Target) -> Fidelity:
    """What of a contact is in the card that was written of it for this target."""
    records = list(vcard_reader.read(io.BytesIO(card)))
    again = records[0].contact if len(records) == 1 and isinstance(records[0], ReadCard) else None
    return came_through(contact, again, partial(vcard_fidelity.same_kept, aim=aim))
