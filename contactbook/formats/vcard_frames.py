"""From a stream of bytes to the single cards in it, in bounded memory, whatever else stands between them.

Cards that look as they should are found with two searches for bytes; only what looks odd is walked line by
line. A card within a card belongs to an AGENT property and stays there; without one it was nested by
mistake and is taken out.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from contactbook.formats.vcard_stream import Window

if TYPE_CHECKING:
    from collections.abc import Iterator

CLEAN, CARD, LOOSE, UNFINISHED, TOO_LARGE = "clean", "card", "loose", "unfinished", "too_large"

LARGEST_CARD = 64 << 20
"""Bytes; a card that has not ended by then is refused. Holds a photo of 48 MB, and keeps the memory small."""
MOST_LINES = 1_000_000
"""Lines of a card as they stand in the file; the photo that fills the largest card has fewer."""
KEPT_OF_REFUSED = 64 << 10
"""Bytes that are kept of a refused card, to be shown."""

END_CRLF, END_LF = b"\r\nEND:VCARD\r\n", b"\nEND:VCARD\n"
"""How a clean card ends."""

_AT_ONCE = 64 << 10
"""Bytes of clean cards in one frame: enough to share the work, few enough for the cache of the processor."""
_SIBLINGS = 8
"""Cards within a card without AGENT after which the outer one is held to lack its END line."""
_LONGEST_MARK = 200
_BEGIN = b"BEGIN:VCARD"
_LINE = re.compile(rb"([^\r\n]*)(\r\n|\r|\n)?")
_BLANKS = rb"[ \t]*(?:\xef\xbb\xbf)?[ \t]*"
_FIRST_LINE = re.compile(_BLANKS + rb"begin[ \t]*:[ \t]*vcard[ \t]*", re.IGNORECASE)
_NEXT_BEGIN = re.compile(
    rb"(?<=[\r\n])" + _BLANKS + rb"begin[ \t]*:[ \t]*vcard[ \t]*(?=[\r\n]|\Z)", re.IGNORECASE
)
_NEXT_MARK = re.compile(
    rb"(?<=[\r\n])(?:(?P<agent>(?:[^\s:;]{1,40}\.)?agent[ \t]*(?:;[^:\r\n]{0,100})?:[ \t]*)?"
    rb"(?P<begin>begin)|(?P<end>end))"
    rb"[ \t]*:[ \t]*vcard[ \t]*(?:(?=[\r\n]|\Z)|(?(end)(?=begin:vcard[ \t]*[\r\n])|(?!)))",
    re.IGNORECASE,
)
"""The line of an AGENT, a BEGIN or an END; files put one behind the other leave END:VCARDBEGIN:VCARD."""
_AGENT = re.compile(rb"(?:[^\s:;]{1,40}\.)?agent[ \t]*(?:;[^:]*)?:[ \t]*", re.IGNORECASE)
_NOTHING = b" \t\r\n\x00\x1a\x0c\xef\xbb\xbf"


Frame = tuple[str, bytes, int]
"""A stretch of the file: its kind, its bytes, its first line.

Clean cards come many at a time, all else alone: a card that is odd in some way, loose text, a card without an
end (up to the next one), the start of one that is far too large.
"""


class _Walk(NamedTuple):
    """What walking through a card found: its kind, where it stops, and the cards to take out of it."""

    kind: str
    stop: int
    inner: tuple[tuple[int, int], ...] = ()


def frames(stream: BinaryIO) -> Iterator[Frame]:
    """Every card of the stream and what stands between them, in order.

    Args:
        stream: opened for bytes; it is read in pieces of 1 MiB.
    """
    window = Window(stream)
    while window.left or window.refill():
        line = window.line
        stop = _clean_stop(window)
        if stop > window.position:
            yield CLEAN, window.take(stop), line
        else:
            yield from _next_frames(window)


def has_too_many_lines(raw: bytes) -> bool:
    """Whether a card has more lines than any program writes."""
    return len(raw) > MOST_LINES and max(raw.count(b"\n"), raw.count(b"\r")) > MOST_LINES


def single_cards(stretch: bytes) -> list[bytes]:
    """The cards of a clean stretch."""
    end = END_LF if stretch[11:12] == b"\n" else END_CRLF
    return [card + end for card in stretch.split(end)[:-1]]


def _clean_stop(window: Window) -> int:
    """Where the cards stop that are as they should be, one directly after the other, and at hand."""
    buffer, position = window.buffer, window.position
    if buffer.startswith(b"BEGIN:VCARD\r\n", position):
        begin, end = b"BEGIN:VCARD\r\n", END_CRLF
    elif buffer.startswith(b"BEGIN:VCARD\n", position):
        begin, end = b"BEGIN:VCARD\n", END_LF
    else:
        return position
    stop = buffer.rfind(end, position, position + _AT_ONCE)
    if stop < 0:
        stop = window.next_end(end, position)
    if stop < 0:
        return position
    for card in buffer[position:stop].split(end):
        if not card.startswith(begin) or card.find(_BEGIN, 11) >= 0:
            break
        position += len(card) + len(end)
    return position


def _next_frames(window: Window) -> Iterator[Frame]:
    """What stands here, found line by line."""
    found = _FIRST_LINE.match(window.buffer, window.position)
    first = _LINE.match(window.buffer, window.position)
    while first is not None and not first[2] and len(first[1]) < _LONGEST_MARK and window.refill():
        found = _FIRST_LINE.match(window.buffer, window.position)
        first = _LINE.match(window.buffer, window.position)
    if first is None or found is None or found.end() != first.end(1):
        yield from _loose(window)
        return
    walk = _walk(window)
    while walk is None and window.left <= LARGEST_CARD:
        window.refill()
        walk = _walk(window)
    line = window.line
    if walk is None:
        yield TOO_LARGE, _skip_card(window), line
    elif walk.inner:
        start = window.position
        yield from _taken_apart(window.take(walk.stop), line, [(a - start, b - start) for a, b in walk.inner])
    else:
        yield walk.kind, window.take(walk.stop), line


def _walk(window: Window) -> _Walk | None:
    """Where the card that begins here ends; None when that is not at hand yet."""
    buffer, position = window.buffer, window.position
    inner: list[tuple[int, int]] = []
    expected = [True]
    orphans, orphan = 0, -1
    for found in _NEXT_MARK.finditer(buffer, position + len(_BEGIN)):
        stop = found.end()
        if buffer.startswith(b"\r\n", stop):
            stop += 2
        elif buffer[stop : stop + 1] in (b"\r", b"\n"):
            stop += 1
        if stop == len(buffer) and buffer[-1:] != b"\n" and not window.ended:
            return None
        if found["end"] is not None:
            if not expected.pop() and len(expected) == 1:
                inner[-1] = (inner[-1][0], stop)
            if not expected:
                return _Walk(CARD, stop, tuple(inner))
            continue
        wanted = found["agent"] is not None or _follows_agent(buffer, found.start())
        if not wanted:
            orphans += 1
            orphan = found.start() if orphan < 0 else orphan
            if orphans > _SIBLINGS:
                break
            if len(expected) == 1:
                inner.append((found.start(), found.start()))
        expected.append(wanted)
    if orphan >= 0 and (window.ended or orphans > _SIBLINGS):
        return _Walk(UNFINISHED, orphan)
    return _Walk(UNFINISHED, len(buffer)) if window.ended else None


def _follows_agent(buffer: bytes, start: int) -> bool:
    """Whether the last line before `start` that is not empty is an AGENT property without a value."""
    before = buffer[max(0, start - _LONGEST_MARK) : start].rstrip(b" \t\r\n")
    line = before[max(before.rfind(b"\n"), before.rfind(b"\r")) + 1 :]
    return _AGENT.fullmatch(line) is not None


def _taken_apart(raw: bytes, line: int, inner: list[tuple[int, int]]) -> Iterator[Frame]:
    """The outer card without the cards that stand in it by mistake, then those."""
    outer: list[bytes] = []
    position = 0
    for start, stop in inner:
        outer.append(raw[position:start])
        position = stop
    yield CARD, b"".join(outer) + raw[position:], line
    for start, stop in inner:
        before = line + (raw.count(b"\n", 0, start) or raw.count(b"\r", 0, start))
        for kind, inside, number in frames(io.BytesIO(raw[start:stop])):
            yield kind, inside, number + before - 1


def _loose(window: Window) -> Iterator[Frame]:
    """Text outside any card, up to the next BEGIN line; only its first part is kept."""
    line = window.line
    kept = b""
    while True:
        found = _NEXT_BEGIN.search(window.buffer, window.position)
        if found is not None and found.end() == len(window.buffer) and window.refill():
            continue
        stop = found.start() if found is not None else _whole_lines(window)
        kept += window.take(stop)[: KEPT_OF_REFUSED - len(kept)]
        if found is not None or not window.refill():
            break
    kept += window.take(len(window.buffer))[: KEPT_OF_REFUSED - len(kept)] if found is None else b""
    if kept.strip(_NOTHING):
        yield LOOSE, kept, line


def _skip_card(window: Window) -> bytes:
    """Leave a card that is too large behind, to the end of it or the start of the next; its first part."""
    kept = window.buffer[window.position : window.position + KEPT_OF_REFUSED]
    window.take(window.position + len(_BEGIN))
    while True:
        found = _NEXT_MARK.search(window.buffer, window.position)
        if found is not None and found.end() == len(window.buffer) and window.refill():
            continue
        if found is not None:
            window.take(found.start() if found["end"] is None else found.end())
            return kept
        window.take(_whole_lines(window))
        if not window.refill():
            window.take(len(window.buffer))
            return kept


def _whole_lines(window: Window) -> int:
    """Up to where nothing can belong to a BEGIN or END line that is cut at the end of what is at hand."""
    start = max(window.position, len(window.buffer) - _LONGEST_MARK)
    last = max(window.buffer.rfind(b"\n", start), window.buffer.rfind(b"\r", start))
    return len(window.buffer) if last < 0 else last
