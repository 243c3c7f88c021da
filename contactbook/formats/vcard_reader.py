"""Reading vCards: from a stream of bytes to records, one card at a time, tolerant of everything and fast.

A card in clean UTF-8 takes the short way: decoded at once, split into lines, each head looked up in what was parsed
before. Whatever is odd about a card sends it the long way round (`vcard_tolerant`), which gives the same contact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from contactbook.formats import vcard_frames, vcard_mapping, vcard_property
from contactbook.formats.records import ReadCard, ReadGroup, ReadOptions, Record, RefusedCard, Remark
from contactbook.formats.vcard_draft import GROUP, Draft
from contactbook.formats.vcard_guess import CharsetGuess
from contactbook.formats.vcard_property import Head
from contactbook.formats.vcard_tolerant import group_of, read_tolerantly

_MOST_HEADS = 4096
_heads: dict[str, Head] = {}
_VERSIONS = {"VERSION:2.1": "2.1", "VERSION:3.0": "3.0", "VERSION:4.0": "4.0"}
_PROPERTY = re.compile(
    rb"^(?:[\w-]+\.)?(?:FN|N|TEL|EMAIL|ADR|ORG|VERSION|END)[ \t]*[;:]", re.IGNORECASE | re.MULTILINE
)


class _NotPlain(Exception):
    """Something in the card needs the tolerant reader."""


def read(stream: BinaryIO, options: ReadOptions | None = None) -> Iterator[Record]:
    """Every record of a vCard file, in order, with bounded memory.

    Args:
        stream: opened for bytes. A stream that can seek lets the whole file be looked at when its charset must be guessed.
        options: `encoding` is used for bytes that are not UTF-8 and do not say what they are.
    """
    guess = CharsetGuess(stream, options.encoding if options else "")
    pending: list[Remark] = []
    for kind, raw, line in vcard_frames.frames(stream):
        if kind != vcard_frames.CARD:
            refused = _refused(kind, raw, line)
            if refused is None:
                pending.append(Remark("text_between_cards", line))
            else:
                yield refused
            continue
        record = read_plain(raw, line) or read_tolerantly(raw, line, guess)
        if pending and isinstance(record, ReadCard):
            record.remarks = pending + record.remarks
            pending = []
        yield record
    for remark in pending:
        yield RefusedCard(remark.line, "text_between_cards", b"")


def _refused(kind: str, raw: bytes, line: int) -> RefusedCard | None:
    """What stands in the file that is no whole card; None for loose text that is no part of a card."""
    shown = raw[: vcard_frames.KEPT_OF_REFUSED]
    if kind == vcard_frames.UNFINISHED:
        return RefusedCard(line, "end_missing", shown)
    if kind == vcard_frames.TOO_LARGE:
        return RefusedCard(line, "card_too_large", shown)
    return RefusedCard(line, "begin_missing", shown) if _PROPERTY.search(raw) else None


def read_plain(raw: bytes, line: int) -> ReadCard | ReadGroup | None:
    """A card that is written as it should be; None when it is not, and the tolerant reader must take it."""
    data = raw
    if b"\n " in raw or b"\n\t" in raw:
        if b"VERSION:2.1" in raw:
            return None
        data = raw.replace(b"\r\n ", b"").replace(b"\n ", b"").replace(b"\r\n\t", b"").replace(b"\n\t", b"")
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    if text.startswith("BEGIN:VCARD\r\n"):
        lines = text.split("\r\n")
        if text.count("\r") >= len(lines):
            return None
    else:
        lines = text.split("\n")
        if "\r" in text:
            return None
    if text.count("\n") >= len(lines) or lines[-2] != "END:VCARD":
        return None
    version = _VERSIONS.get(lines[1])
    if version is None or len(lines) < 5:
        return None
    known = _heads
    draft = Draft(version)
    origin = 0
    try:
        for text in lines[2:-2]:
            origin += 1
            spelt, colon, value = text.partition(":")
            head = known.get(spelt)
            if head is None:
                head, value = _learn(text, spelt)
            part = head.handler(draft, head, value, origin)
            if head.group and part is not None:
                draft.group(head.group, part)
    except _NotPlain:
        return None
    if draft.remarks is not None:
        return None
    draft.finish()
    contact = draft.contact
    if draft.kind == GROUP:
        return group_of(draft, raw, line)
    kept = len(contact.extras)
    return ReadCard(contact, raw, line, origin, origin - kept, kept)


def _learn(text: str, spelt: str) -> tuple[Head, str]:
    """Parse a head that was not met before, and remember it where its text alone tells where it ends."""
    split = vcard_property.split_line(text)
    if split is None:
        raise _NotPlain
    head, value = split
    if head.needs_bytes or head.name in vcard_mapping.STRUCTURE:
        raise _NotPlain
    vcard_mapping.prepare(head)
    if len(text) - len(value) - 1 == len(spelt) and vcard_property.is_lasting(spelt):
        if len(_heads) >= _MOST_HEADS:
            _heads.clear()
        _heads[spelt] = head
    return head, value
