"""The long way to read a card: line by line on bytes, with every dialect, charset and mistake of real files.

The writer takes this way too, to learn what each line of an original card was read as (`examine`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from contactbook.formats import (
    vcard_decoding,
    vcard_frames,
    vcard_guess,
    vcard_lines,
    vcard_mapping,
    vcard_property,
    vcard_text,
)
from contactbook.formats.records import ReadCard, ReadGroup, RefusedCard, Remark
from contactbook.formats.vcard_draft import GROUP, Draft, Part
from contactbook.formats.vcard_property import BASE64, QUOTED_PRINTABLE, Head

if TYPE_CHECKING:
    from contactbook.formats.vcard_guess import CharsetGuess
    from contactbook.formats.vcard_lines import Line

_LINE_ENDS = re.compile(r"\r\n|\r")
_SHOWN = 64 << 10

MOST_PROPERTIES = 50_000
"""Lines, put together, that a card may have: more than a group has members, and few enough for the memory."""

_AS_IT_STANDS = Head("", "")


class ExaminedLine(NamedTuple):
    """One line of a card and what it was read as: a part, a field of the contact (`head.slot`), a frame."""

    line: Line
    head: Head
    value: str
    part: Part | None


class Examined(NamedTuple):
    """A whole card: its lines without BEGIN and END (the ordinal of a line is its index), and what they make.

    `begin` and `end` are the bytes of its first and last line.
    """

    lines: list[ExaminedLine]
    draft: Draft
    raw: bytes
    begin: bytes
    end: bytes


Proof = Callable[[Examined], Sequence[str]]


def read_tolerantly(
    raw: bytes, line: int, guess: CharsetGuess, proof: Proof | None = None
) -> ReadCard | ReadGroup | RefusedCard:
    """The record of any card, however it is written.

    Args:
        raw: the card.
        line: number of its first line.
        guess: who guesses charsets.
        proof: finds the names of the properties that writing the card again would lose.
    """
    try:
        if vcard_frames.has_too_many_lines(raw):
            raise _TooMany
        found = examine(raw, guess)
    except _TooMany:
        return RefusedCard(line, "card_too_large", raw[:_SHOWN])
    count = sum(1 for each in found.lines if each.head.name not in vcard_mapping.STRUCTURE)
    if not count:
        return RefusedCard(line, "empty_card", raw[:_SHOWN])
    if found.draft.kind == GROUP:
        return found.draft.group_record(found.raw, line)
    contact = found.draft.contact
    kept = len(contact.extras)
    remarks = [
        Remark(code, line + found.lines[origin].line.number, detail)
        for code, origin, detail in found.draft.remarks or ()
    ]
    lost = proof(found) if proof is not None else ()
    remarks += [Remark("property_lost", line, name) for name in lost]
    return ReadCard(contact, found.raw, line, count, count - kept - len(lost), kept, remarks)


def examine(raw: bytes, guess: CharsetGuess) -> Examined:
    """Every line of a card with what it was read as."""
    lines = vcard_lines.logical_lines(raw)
    if len(lines) > MOST_PROPERTIES:
        raise _TooMany
    end = lines.pop().raw if lines and _is_end(lines[-1]) else b""
    first, lines = lines[0], lines[1:]
    decoder = _Decoder(raw, guess)
    decoded = [decoder.line(line) for line in lines]
    draft = Draft(_version(raw, [head_and_value for head_and_value in decoded if head_and_value]))
    examined: list[ExaminedLine] = []
    for origin, (line, found) in enumerate(zip(lines, decoded, strict=True)):
        head, value = found or (_AS_IT_STANDS, decoder.text(line.data, "", line))
        if found is None:
            part: Part | None = draft.keep(head, value, origin)
            draft.remark("line_not_understood", origin)
        else:
            part = head.handler(draft, head, value, origin)
        examined.append(ExaminedLine(line, head, value, part))
    if decoder.guessed:
        draft.remark("charset_guessed", decoder.first_guessed(lines), decoder.guessed)
        raw = (
            _described(first, lines, examined, decoder, old=draft.version == "2.1")
            + raw[_end_of(first, lines) :]
        )
    draft.finish()
    if draft.late:
        examined = [
            each._replace(part=draft.attached.get(origin, each.part)) for origin, each in enumerate(examined)
        ]
    return Examined(examined, draft, raw, first.raw, end)


class _TooMany(Exception):
    """The card has more lines than the memory is for."""


class _Decoder:
    """From the bytes of lines to heads and text; remembers what had to be guessed."""

    def __init__(self, raw: bytes, guess: CharsetGuess) -> None:
        self._raw = raw
        self._guess = guess
        self._codec = ""
        self.guessed = ""
        self.guessed_lines: list[Line] = []

    def text(self, data: bytes, charset: str = "", line: Line | None = None) -> str:
        """Text of bytes; the charset is guessed when nothing else reads them."""
        try:
            if not charset or charset in ("utf-8", "utf8"):
                return data.decode("utf-8")
        except UnicodeDecodeError:
            self._codec = self._codec or self._guess.codec(self._raw)
        if charset and not self._codec and vcard_decoding.codec_of(charset) in ("", "utf-8"):
            self._codec = self._guess.codec(self._raw)
        text, guessed = vcard_decoding.decode(data, charset, self._codec or "cp1252")
        if guessed and self._codec:
            self.guessed = self._codec
            if line is not None:
                self.guessed_lines.append(line)
        return text

    def line(self, line: Line) -> tuple[Head, str] | None:
        """Head and value of a line, None when it is no property."""
        data = line.data
        try:
            split = vcard_property.split_line(data.decode("utf-8"))
            plain = True
        except UnicodeDecodeError:
            split = vcard_property.split_line(data.decode("utf-8", "surrogateescape"))
            plain = False
        if split is None:
            return None
        head, value = split
        if not plain:
            spelt = self.head_bytes(line)
            if not spelt.isascii():
                again = vcard_property.parse_head(self.text(spelt, "", line))
                if again is None:
                    return None
                head = again
        if head.encoding == QUOTED_PRINTABLE:
            behind = data[-len(value.encode("utf-8", "surrogateescape")) :] if value else b""
            value = self.text(vcard_decoding.quoted_printable(behind), head.charset, line)
            value = _LINE_ENDS.sub("\n", value)
        elif head.encoding == BASE64:
            return self._binary(head, value)
        elif not plain or head.needs_bytes:
            behind = data[-len(value.encode("utf-8", "surrogateescape")) :] if value else b""
            value = self.text(behind, head.charset, line)
        return vcard_mapping.prepare(head), value

    def head_bytes(self, line: Line) -> bytes:
        """The bytes before the value of a line that is a property."""
        split = vcard_property.split_line(line.data.decode("utf-8", "surrogateescape"))
        behind = split[1].encode("utf-8", "surrogateescape") if split is not None else b""
        return line.data[: len(line.data) - len(behind) - 1]

    def _binary(self, head: Head, value: str) -> tuple[Head, str]:
        """A value in base64: on one line where that is what it is for, decoded where it is text."""
        vcard_mapping.prepare(head)
        value = value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        data = vcard_decoding.base64(value)
        if not head.textual:
            return head, "".join(value.split()) if data is not None else value
        try:
            return head, (data or b"").decode("utf-8") or value
        except UnicodeDecodeError:
            head.handler, head.slot = vcard_mapping.keep, ""
            return head, value

    def first_guessed(self, lines: list[Line]) -> int:
        """The ordinal of the first line whose charset was guessed."""
        return next((index for index, line in enumerate(lines) if line in self.guessed_lines), 0)


def _version(raw: bytes, decoded: list[tuple[Head, str]]) -> str:
    """The version of a card; of one that does not say so, that by which its lines were put together."""
    for head, value in decoded:
        if head.name == vcard_mapping.VERSION:
            first = value.strip()[:1]
            return "2.1" if first in ("1", "2") else "4.0" if first == "4" else "3.0"
    return vcard_lines.version_of(raw)


def _is_end(line: Line) -> bool:
    return line.data.strip().upper().replace(b" ", b"").replace(b"\t", b"") == b"END:VCARD"


def _end_of(first: Line, lines: list[Line]) -> int:
    return len(first.raw) + sum(len(line.raw) for line in lines)


def _described(
    first: Line, lines: list[Line], examined: list[ExaminedLine], decoder: _Decoder, *, old: bool
) -> bytes:
    """The card with the guess written into it: text in UTF-8, quoted-printable with its CHARSET."""
    pieces = [first.raw]
    for line, each in zip(lines, examined, strict=True):
        if line not in decoder.guessed_lines:
            pieces.append(line.raw)
        elif each.head.encoding == QUOTED_PRINTABLE:
            pieces.append(_printable_described(each, decoder))
        else:
            pieces.append(_plain_described(each, decoder, old=old))
    return b"".join(pieces)


def _printable_described(each: ExaminedLine, decoder: _Decoder) -> bytes:
    raw = each.line.raw
    behind = each.line.data[len(decoder.head_bytes(each.line)) + 1 :]
    head, colon, value = raw.partition(b":")
    octets = vcard_decoding.quoted_printable(behind)
    if head.isascii() and not each.head.charset and _is_in(octets, decoder.guessed, each.value):
        name, semicolon, params = head.partition(b";")
        charset = vcard_guess.official_name(decoder.guessed).encode()
        return name + b";CHARSET=" + charset + semicolon + params + colon + value
    head = _closed_head(each, decoder).encode() + b";CHARSET=UTF-8:"
    return head + vcard_text.quoted_printable(each.value, len(head)) + raw[len(raw.rstrip(b"\r\n")) :]


def _closed_head(each: ExaminedLine, decoder: _Decoder) -> str:
    """A head to which a parameter can be added: a quote that does not close would swallow it."""
    head = decoder.text(decoder.head_bytes(each.line))
    if head.count('"') % 2 == 0:
        return head
    params = [(key.replace('"', ""), value) for key, value in each.head.params if key != "CHARSET"]
    return head.partition(";")[0] + "".join(vcard_text.param(key, value) for key, value in params)


def _plain_described(each: ExaminedLine, decoder: _Decoder, *, old: bool) -> bytes:
    """A line in UTF-8.

    Unfolded where no charset reads all of it, where its bytes were folded within letters, and in vCard 2.1,
    where the length of a folded line tells whether a blank was meant.
    """
    line, raw, head, value = each.line, each.line.raw, "", each.value
    if each.head.name:
        mended = vcard_property.charset_mended(each.head)
        head = _closed_head(each, decoder) if mended else decoder.text(decoder.head_bytes(line))
        value = f"{head}{mended}:{value}"
    folded = b"\n" in raw.strip(b"\r\n")
    if b"\n" in line.data or (
        not (old and folded) and _reads(raw, decoder.guessed) and _is_in(line.data, decoder.guessed, value)
    ):
        return _in_utf8(raw, decoder.guessed)
    return value.encode() + raw[len(raw.rstrip(b"\r\n")) :]


def _reads(data: bytes, codec: str) -> bool:
    try:
        return bool(data.decode(codec))
    except UnicodeError:
        return False


def _is_in(data: bytes, codec: str, text: str) -> bool:
    """Whether these bytes say this text in a charset."""
    try:
        return _LINE_ENDS.sub("\n", data.decode(codec)) == text
    except UnicodeError:
        return False


def _in_utf8(raw: bytes, codec: str) -> bytes:
    try:
        return raw.decode(codec).encode("utf-8")
    except UnicodeError:
        return vcard_decoding.decode(raw, "", codec)[0].encode("utf-8")
