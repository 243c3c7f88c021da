"""A postal address that stands in one cell, taken apart where it is certain, with every word in its place."""

from __future__ import annotations

import re

from contactbook.domain import countries
from contactbook.domain.contact import Address

_BREAK = re.compile(r"\s*[\n,;]\s*")
_CODE_FIRST = re.compile(r"(?:[A-Z]{1,2}-)?(\d{4} ?[A-Z]{2}|\d{2}-\d{3}|\d{3} \d{2}|\d{4,6})\s+([^\W\d].*)")
_REGION_AND_CODE = re.compile(r"(?:(.+?)\s+)?([A-Z]{2,3})\s+(\d{5}(?:-\d{4})?|\d{4}|[A-Z]\d[A-Z] ?\d[A-Z]\d)")
_CODE_LAST = re.compile(r"(?:(.+?)\s+)?([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})")


def parse(text: str) -> Address | None:
    """The address in "Hauptstr. 5, 10115 Berlin, Germany" or "1 Elm St, Springfield, IL 62704".

    None where there is no postal code beside a place: a street and a town cannot be told apart by sight.
    """
    pieces = [piece for piece in _BREAK.split(text.strip()) if piece]
    found = Address()
    if len(pieces) > 1 and (code := countries.code(pieces[-1])):
        found.country, found.country_code = pieces.pop(), code
    for at in range(len(pieces) - 1, -1, -1):
        if _place(pieces, at, found):
            found.street = "\n".join(pieces)
            return found
    return None


def _place(pieces: list[str], at: int, found: Address) -> bool:
    """Take code and place out of the pieces when they are in this one; the piece before may be the town."""
    piece = pieces[at]
    if first := _CODE_FIRST.fullmatch(piece):
        found.postal_code, found.locality = first[1], first[2]
    elif american := _REGION_AND_CODE.fullmatch(piece):
        town = american[1] or (pieces.pop(at - 1) if at > 1 else "")
        if not town:
            return False
        found.locality, found.region, found.postal_code = town, american[2], american[3]
    elif british := _CODE_LAST.fullmatch(piece):
        town = british[1] or (pieces.pop(at - 1) if at > 1 else "")
        if not town:
            return False
        found.locality, found.postal_code = town, british[2]
    else:
        return False
    pieces.remove(piece)
    return True
