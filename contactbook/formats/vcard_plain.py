"""The short way to read cards that are written as they should be: many at once, with little work for each.

All that can be asked of a whole stretch of the file is asked once; each line costs one look-up of its head
and one call.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from contactbook.domain.contact import Contact
from contactbook.formats import vcard_frames, vcard_mapping, vcard_property, vcard_tolerant
from contactbook.formats.records import ReadCard, ReadGroup
from contactbook.formats.vcard_draft import GROUP, Draft
from contactbook.formats.vcard_property import BASE64, Head

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_HEADS = 4096
_VERSIONS = {"VERSION:2.1": "2.1", "VERSION:3.0": "3.0", "VERSION:4.0": "4.0"}
_PICTURES = frozenset({"PHOTO", "LOGO"})
_heads: dict[str, Head] = {}


class _NotPlain(Exception):
    """Something in the card needs the tolerant reader."""


def read_plain(stretch: bytes, line: int) -> Iterator[tuple[bytes, ReadCard | ReadGroup | None]]:
    """Clean cards that follow each other, each with its record; None where a card must go the long way.

    The cycle collector rests while a card is made: nothing in a card forms a cycle, and looking through all
    cards that the caller keeps, again and again while new ones come, would take longer than reading them.

    Args:
        stretch: as `vcard_frames` cuts it out, from a BEGIN to the line end after an END.
        line: number of the line where it begins.
    """
    found = None if vcard_frames.has_too_many_lines(stretch) else _lines_of_cards(stretch)
    if found is None:
        cards = vcard_frames.single_cards(stretch)
        if len(cards) == 1:
            yield stretch, None
            return
        for card in cards:
            yield from read_plain(card, line)
            line += card.count(b"\n")
        return
    draft = Draft("")
    collecting = gc.isenabled()
    for raw, lines in found:
        gc.disable()
        try:
            record = _read(draft, lines, raw, line)
        except _NotPlain:
            record = None
        finally:
            if collecting:
                gc.enable()
        if record is None or draft.touched:
            draft = Draft("")
        line += raw.count(b"\n")
        yield raw, record


def _lines_of_cards(stretch: bytes) -> list[tuple[bytes, list[str]]] | None:
    """Each card and its unfolded lines without the END line; None when some card is not clean."""
    windows = stretch[11:12] == b"\r"
    mark, end = ("\r\n", vcard_frames.END_CRLF) if windows else ("\n", vcard_frames.END_LF)
    unfolded = stretch
    if b"\n " in stretch or (b"\t" in stretch and b"\n\t" in stretch):
        fold = mark.encode()
        if b"VERSION:2.1" in stretch or fold + fold + b" " in stretch or fold + fold + b"\t" in stretch:
            return None
        unfolded = stretch.replace(fold + b" ", b"")
        if b"\t" in unfolded:
            unfolded = unfolded.replace(fold + b"\t", b"")
    pieces = unfolded.split(end)
    if pieces.pop():
        return None
    try:
        lines = [piece.decode().split(mark) for piece in pieces]
    except UnicodeDecodeError:
        return None
    count = sum(map(len, lines)) + len(lines)
    if unfolded.count(b"\n") != count or unfolded.count(b"\r") != (count if windows else 0):
        return None
    cards = (
        vcard_frames.single_cards(stretch) if unfolded is not stretch else [piece + end for piece in pieces]
    )
    return list(zip(cards, lines, strict=True)) if len(cards) == len(lines) else None


def _read(draft: Draft, lines: list[str], raw: bytes, line: int) -> ReadCard | ReadGroup:
    """One card from its lines, BEGIN and VERSION first."""
    if not 3 <= len(lines) <= vcard_tolerant.MOST_PROPERTIES:
        raise _NotPlain
    version = _VERSIONS.get(lines[1])
    if version is None:
        raise _NotPlain
    contact = Contact()
    draft.version = version
    draft.contact = contact
    known = _heads
    origin = 0
    lines[:2] = ()
    for text in lines:
        origin += 1
        spelt, colon, value = text.partition(":")
        head = known.get(spelt) if colon else None
        if head is None:
            head, value = _learn(text, spelt)
        head.handler(draft, head, value, origin)
    if draft.remarks is not None:
        raise _NotPlain
    draft.finish()
    if draft.kind == GROUP:
        return draft.group_record(raw, line)
    kept = len(contact.extras)
    return ReadCard(contact, raw, line, origin, origin - kept, kept)


def _learn(text: str, spelt: str) -> tuple[Head, str]:
    """Parse a head that was not met before, and remember it where its text alone tells where it ends."""
    split = vcard_property.split_line(text)
    if split is None:
        raise _NotPlain
    head, value = split
    if head.needs_bytes or vcard_mapping.prepare(head).name in vcard_mapping.STRUCTURE:
        raise _NotPlain
    if head.encoding == BASE64 and head.name not in _PICTURES:
        raise _NotPlain
    if len(text) - len(value) - 1 == len(spelt) and vcard_property.is_lasting(spelt):
        if len(_heads) >= _MOST_HEADS:
            _heads.clear()
        _heads[spelt] = head
    return head, value
