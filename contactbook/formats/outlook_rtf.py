"""Rich text in messages of Outlook: unpacked ([MS-OXRTFCP]), then its words or its HTML ([MS-OXRTFEX])."""

from __future__ import annotations

import html
import re
import struct
from dataclasses import dataclass, replace

from contactbook.formats.mail_html import text_of

_HEAD = struct.Struct("<II4sI")
_WINDOW = 4096
_START = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor "
    rb"MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
"""What the window holds before the first byte."""
LARGEST = 32 << 20
"""Bytes of unpacked text that are read."""
_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|[\r\n]+|([^\\{}\r\n]+)|\\"
)
_UNSEEN = frozenset(
    {b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"header", b"footer", b"mhtmltag"}
)
_SIGNS = {
    b"par": "\n", b"line": "\n", b"sect": "\n", b"page": "\n", b"row": "\n", b"tab": "\t", b"cell": "\t",
    b"lquote": "\u2018", b"rquote": "\u2019", b"ldblquote": "\u201c", b"rdblquote": "\u201d",
    b"bullet": "\u2022", b"endash": "\u2013", b"emdash": "\u2014",
}  # fmt: skip


def unpack(packed: bytes) -> bytes:
    """The RTF of PidTagRtfCompressed. Raises ValueError for what is none."""
    if len(packed) < _HEAD.size:
        raise ValueError("too short")
    _size, raw_size, kind, _check = _HEAD.unpack_from(packed)
    if kind == b"MELA":
        return packed[_HEAD.size : _HEAD.size + raw_size]
    if kind != b"LZFu":
        raise ValueError("not packed rich text")
    window = bytearray(_START.ljust(_WINDOW, b"\0"))
    at, place, out = _HEAD.size, len(_START), bytearray()
    wanted = min(raw_size, LARGEST)
    while at < len(packed) and len(out) < wanted:
        control, at = packed[at], at + 1
        for bit in range(8):
            if not control >> bit & 1:
                run = packed[at : at + 1]
                at += 1
            else:
                pair = int.from_bytes(packed[at : at + 2].ljust(2, b"\0"), "big")
                at += 2
                start, length = pair >> 4, (pair & 15) + 2
                if start == place:
                    return bytes(out)
                gap = (place - start) % _WINDOW
                turn = bytes(window[(start + each) % _WINDOW] for each in range(min(gap, length)))
                run = (turn * length)[:length]  # what is copied may run into what it writes
            for byte in run:
                window[place] = byte
                place = (place + 1) % _WINDOW
            out += run
            if at >= len(packed):
                break
    return bytes(out[:wanted])


@dataclass(slots=True)
class _Group:
    """What holds between two braces."""

    unseen: bool = False
    tag: bool = False
    skipped: bool = False
    after_code: int = 1


def text_of_rtf(rtf: bytes, charset: str = "cp1252") -> str:
    """The words of a text; of one that was HTML, those of the HTML. Formatting and pictures are left out."""
    was_html = b"\\fromhtml" in rtf[:1000]
    parts: list[str] = []
    pending = bytearray()
    group, outer, left_out, starred = _Group(), list[_Group](), 0, False

    def put(text: str) -> None:
        if pending:
            _flush(parts, pending, charset, escaped=was_html and not group.tag)
        if text and not group.unseen and not group.skipped:
            parts.append(html.escape(text) if was_html and not group.tag else text)

    for word, number, octet, sign, brace, plain in _TOKEN.findall(rtf[:LARGEST]):
        if brace == b"{":
            put("")
            outer.append(group)
            group, left_out = replace(group), 0
        elif brace:
            put("")
            group, left_out = (outer.pop() if outer else _Group()), 0
        elif sign == b"*":
            starred = True
            continue
        elif word:
            put("")
            if word == b"htmltag" and was_html:
                group.tag = True
            elif word == b"htmlrtf":
                group.skipped = number != b"0"
            elif starred or word in _UNSEEN:
                group.unseen = True
            elif word == b"uc" and number:
                group.after_code = min(int(number), 8)
            elif word == b"u" and number:
                put(_code(int(number)))
                left_out = group.after_code
            elif word in _SIGNS and not (was_html and word != b"tab" and group.skipped):
                put(_SIGNS[word])
        elif octet or plain or sign:
            seen = bytes.fromhex(octet.decode()) if octet else plain or _spoken(sign)
            cut, left_out = seen[left_out:], max(0, left_out - len(seen))
            if cut and not group.unseen and not group.skipped:
                pending += cut
        starred = False
    put("")
    text = "".join(parts).encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "")
    return text_of(text) if was_html else text.strip()


def _flush(parts: list[str], pending: bytearray, charset: str, *, escaped: bool) -> None:
    text = pending.decode(charset, "replace")
    parts.append(html.escape(text) if escaped else text)
    pending.clear()


def _code(number: int) -> str:
    number %= 65_536
    return chr(number)


def _spoken(sign: bytes) -> bytes:
    return {b"~": b" ", b"_": b"-", b"\n": b"\n", b"\r": b"\n"}.get(sign, sign if sign in b"\\{}" else b"")
