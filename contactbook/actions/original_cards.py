"""Which of the cards that a contact came from counts: for writing it again, and for telling what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.store import queries

if TYPE_CHECKING:
    from contactbook.store.reader import Reader

VCARDS = frozenset({"vcard3", "vcard4", "vcard2.1"})
"""The formats of vCards as the reader of an import names them."""


def original(reader: Reader, contact_id: int, version: str) -> bytes | None:
    """The card that the contact came from: the latest in this version of vCard, else the latest; None: none.

    Its own version counts, not that of the file, in which there may be cards of several.
    """
    from contactbook.formats import vcard_lines

    cards = [card.raw for card in queries.source_cards(reader, contact_id) if card.format in VCARDS]
    if len(cards) < 2:
        return cards[0] if cards else None
    return next((raw for raw in cards if vcard_lines.version_of(raw) == version), cards[0])
