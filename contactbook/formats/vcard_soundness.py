"""Whether an original line can be given back as it is, and a strict reader will still take the card."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from contactbook.domain.contact import Extra
from contactbook.formats import vcard_property
from contactbook.formats.vcard_property import BASE64, QUOTED_PRINTABLE

if TYPE_CHECKING:
    from contactbook.formats.vcard_tolerant import ExaminedLine

_NAME = rb"[A-Za-z0-9_-]+"
_VALUE = rb'(?:"[^"]*"|[^";:,]*)'
_HEAD = re.compile(rb"(?:%b\.)?%b(?:;%b(?:=%b(?:,%b)*)?)*:" % (_NAME, _NAME, _NAME, _VALUE, _VALUE))
"""The grammar of a head; parameters without a value are old-fashioned, but nobody stumbles over them."""
_SOUND_CARD = re.compile(
    rb"BEGIN:VCARD\r?\n(?:%b[^\r\n]*\r?\n(?:[ \t][^\r\n]*+\r?\n)*+)+END:VCARD\r?\n" % _HEAD.pattern
)
_NAMED = re.compile(rb"\nFN[;:]"), re.compile(rb"\nN[;:]")
_EMPTY_NAME = re.compile(rb"\nFN(?:;[^\r\n]*)?:[ \t]*\r?\n")
_ANY_END = re.compile(rb"\r+\n|\r|\n")
_UNFOLDED = re.compile(rb"(?:\r\n|\r|\n)[^ \t\r\n]")
_LONGEST_HEAD = 64 << 10
_LONE_CR = re.compile(rb"\r(?!\n)")
_CUT_LETTER = re.compile(rb"\n[ \t][\x80-\xbf]")
_IN_BASE64 = re.compile(
    rb"\n[^:;\r\n]*+(?:;(?!ENCODING=)[^:;\r\n]*+)*+;ENCODING=(?:b|BASE64)(?:;[^:\r\n]*+)?:"
    rb"([^\r\n]*+(?:\r?\n[ \t][^\r\n]*+)*+)",
    re.IGNORECASE,
)
"""Possessive, as the lines above: what could be given back takes a hundred bytes for each line of a photo."""
_FRAMES = frozenset({b"BEGIN:VCARD", b"END:VCARD"})
_MARK = b"\xef\xbb\xbf"


def is_sound(each: ExaminedLine, version: str) -> bool:
    """Whether the line is one that any reader of this version can be given.

    vCard 2.1 is read by tolerant programs only; from 3.0 on the grammar of the RFCs counts. An FN that says
    nothing is the name of nobody in all of them.
    """
    head, raw = each.head, each.line.raw
    if head.name == "FN" and not head.carried and not each.value.strip():
        return False
    if not head.name or (head.name == "PROFILE" and not head.carried):
        return False
    if version == "2.1":
        return head.encoding != QUOTED_PRINTABLE or not each.line.data.rstrip(b"\n").endswith(b"=")
    if head.encoding == QUOTED_PRINTABLE or _UNFOLDED.search(raw):
        return False
    if head.encoding == BASE64:
        if head.name in ("PHOTO", "LOGO") and isinstance(each.part, Extra):
            return False
        if not _is_padded(each.value.encode("utf-8", "replace")):
            return False
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    start = each.line.data[:_LONGEST_HEAD]
    found = _HEAD.match(start)
    end = vcard_property.head_end(start.decode("utf-8", "surrogateescape"))
    return found is not None and len(found[0].decode("utf-8", "surrogateescape")) == end + 1


def is_sound_card(raw: bytes, version: str) -> bool:
    """Whether every line of a card can stay; False also when only a look at each line could tell."""
    formatted, name = _NAMED
    if formatted.search(raw) is None or (version != "4.0" and name.search(raw) is None):
        return False
    if _EMPTY_NAME.search(raw) is not None:
        return False
    if raw.count(b"\nN:") + raw.count(b"\nN;") > 1 or _CUT_LETTER.search(raw) is not None:
        return False
    if b"ENCODING=" in raw and not all(_is_padded(found[1]) for found in _IN_BASE64.finditer(raw)):
        return False
    return _SOUND_CARD.fullmatch(raw) is not None


def _is_padded(encoded: bytes) -> bool:
    """Whether base64 is nothing else and has its whole length, or else strict programs drop the card."""
    return len(encoded.translate(None, b" \t\r\n")) % 4 == 0 and b":" not in encoded


def with_common_ends(raw: bytes) -> bytes:
    """A line with carriage returns that stand alone, as old Macs wrote them, made into common line ends."""
    return _ANY_END.sub(b"\r\n", raw) if _LONE_CR.search(raw) else raw


def with_line_end(raw: bytes, ends: bytes) -> bytes:
    """A first or last line without blanks, with the line end that it lacks or that is a lone CR."""
    text = raw.rstrip(b"\r\n")
    behind = raw[len(text) :]
    word = b"".join(text.removeprefix(_MARK).split())
    if word != text and word.upper() in _FRAMES:
        text = word
        raw = text + behind
    return raw if b"\n" in behind else text + ends
