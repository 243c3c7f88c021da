"""Reading vCards: from a stream of bytes to records, tolerant of everything, fast, in bounded memory.

Cards as they should be take the short way (`vcard_plain`), many at once. Whatever is odd about a card sends
it the long way round (`vcard_tolerant`), which makes the same contact of it. Where a proof is asked for that
nothing will be lost, so does a card that an export could not give back byte for byte.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO

from contactbook.formats import vcard_fidelity, vcard_frames, vcard_restore
from contactbook.formats.records import ReadCard, ReadOptions, Record, RefusedCard, Remark
from contactbook.formats.vcard_guess import CharsetGuess
from contactbook.formats.vcard_plain import read_plain
from contactbook.formats.vcard_tolerant import read_tolerantly

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contactbook.formats.vcard_tolerant import Proof

_PROPERTY = re.compile(
    rb"^(?:[\w-]{1,40}\.)?(?:FN|N|TEL|EMAIL|ADR|ORG|VERSION|END)[ \t]*[;:]", re.IGNORECASE | re.MULTILINE
)


def read(stream: BinaryIO, options: ReadOptions | None = None) -> Iterator[Record]:
    """Every record of a vCard file, in order, with bounded memory.

    Args:
        stream: opened for bytes. A stream that can seek lets the whole file be looked at when a charset must
            be guessed.
        options: `encoding` is used for bytes that are not UTF-8 and do not say what they are.
    """
    guess = CharsetGuess(stream, options.encoding if options else "")
    proof = vcard_fidelity.lost if options and options.proved else None
    pending: list[Remark] = []
    for kind, raw, line in vcard_frames.frames(stream):
        if kind == vcard_frames.CLEAN:
            records = _clean_records(raw, line, guess, proof)
        elif kind == vcard_frames.CARD:
            records = iter((read_tolerantly(raw, line, guess, proof),))
        else:
            refused = _refused(kind, raw, line)
            if refused is None:
                pending.append(Remark("text_between_cards", line))
                continue
            records = iter((refused,))
        if pending:
            first = next(records)
            if isinstance(first, ReadCard):
                first.remarks[:0] = pending
                pending = []
            yield first
        yield from records
    for remark in pending:
        yield RefusedCard(remark.line, "text_between_cards", b"")


def _clean_records(stretch: bytes, line: int, guess: CharsetGuess, proof: Proof | None) -> Iterator[Record]:
    for raw, record in read_plain(stretch, line):
        if record is None or (
            proof is not None and isinstance(record, ReadCard) and not vcard_restore.comes_back_whole(record)
        ):
            yield read_tolerantly(raw, line, guess, proof)
        else:
            yield record
        line += raw.count(b"\n")


def _refused(kind: str, raw: bytes, line: int) -> RefusedCard | None:
    """What stands in the file that is no whole card; None for loose text that is no part of a card."""
    shown = raw[: vcard_frames.KEPT_OF_REFUSED]
    if kind == vcard_frames.UNFINISHED:
        return RefusedCard(line, "end_missing", shown)
    if kind == vcard_frames.TOO_LARGE:
        return RefusedCard(line, "card_too_large", shown)
    return RefusedCard(line, "begin_missing", shown) if _PROPERTY.search(raw) else None
