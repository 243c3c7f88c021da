"""The lines of one card: physical lines put together to logical ones, on bytes, before anything is decoded.

Folded lines (RFC 6350 3.2), quoted-printable soft breaks, base64 with and without indentation, nested AGENT
cards and notes whose line breaks were never escaped all become one logical line each, which still knows its
own bytes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from contactbook.formats import vcard_property
from contactbook.formats.vcard_property import BASE64, QUOTED_PRINTABLE

_PHYSICAL = re.compile(rb"([^\r\n]*)(\r\n|\r|\n|\Z)")
_BASE64_LINE = re.compile(rb"[A-Za-z0-9+/]+={0,2}[ \t]*")
_VCARD_MARK = re.compile(rb"(begin|end)[ \t]*:[ \t]*vcard[ \t]*", re.IGNORECASE)
_NAME_LIKE = re.compile(rb"[ \t\x0b\x0c]*[^\s:;,=\"'#]+[ \t\x0b\x0c]*(?:[;:]|\Z)")
_KNOWN_BARE = re.compile(
    rb"(?:FN|N|TEL|EMAIL|ADR|ORG|TITLE|ROLE|URL|BDAY|NOTE|UID|REV|PHOTO|X-[\w-]*)(?:;[\w-]*)?[ \t]*",
    re.IGNORECASE,
)
_VERSION = re.compile(rb"[\r\n]version[ \t]*(?:;[^:\r\n]*)?:[ \t]*([0-9])", re.IGNORECASE)
_PRINTABLE_HEAD = re.compile(
    rb"[\r\n][^:;\s][^:\r\n]*;[ \t]*(?:ENCODING[ \t]*=[ \t]*)?\"?QUOTED-PRINTABLE\"?[ \t]*[;:]", re.IGNORECASE
)
_FOLDED_HEAD = re.compile(rb"[\w.-]+[ \t]*;[ \t]*[\w-]+[ \t]*[=;\r\n]")
_CUT_HEAD = re.compile(rb"[\w.-]+;[\w-]+")
_TAKES_TEXT = frozenset({"NOTE", "LABEL", "ADR", "ORG", "TITLE", "DESCRIPTION", "COMMENT"})
_FOLD_WIDTH = range(70, 79)
_LONGEST_HEAD = 4096
"""Characters; text that goes on for longer without a colon is no head."""
_OFTEN = 200
"""Characters; longer heads do not come again."""


@dataclass(slots=True)
class Line:
    r"""One logical line.

    `raw` are its bytes as they stood, line ends included; `data` the same unfolded (base64 and
    quoted-printable joined, soft breaks kept as "=\\n" for the decoder); `number` counts physical lines
    from 0 at the BEGIN line.
    """

    raw: bytes
    data: bytes
    number: int


def logical_lines(raw: bytes) -> list[Line]:
    """Every line of a card that is not blank, BEGIN and END included."""
    joiner = _Joiner(version_of(raw) == "2.1")
    for number, found in enumerate(_PHYSICAL.finditer(raw)):
        if found.start() == len(raw):
            break
        joiner.take(found[1], found[0], number)
    return joiner.done()


def version_of(raw: bytes) -> str:
    """The version of a card; one that does not say so is 2.1 when it is written like that, else 3.0."""
    found = _VERSION.search(raw)
    if found is None:
        return "2.1" if _PRINTABLE_HEAD.search(raw) else "3.0"
    return "2.1" if found[1] in b"12" else "4.0" if found[1] == b"4" else "3.0"


class _Joiner:
    """Puts physical lines together; knows what the line being built allows as its continuation."""

    def __init__(self, old: bool) -> None:
        self._old = old
        self._lines: list[Line] = []
        self._raw: list[bytes] = []
        self._data: list[bytes] = []
        self._number = 0
        self._mode = ""
        self._name = ""
        self._depth = 0
        self._open = False
        self._joined, self._joined_at = b"", (0, 0, 0)

    def take(self, text: bytes, raw: bytes, number: int) -> None:
        """The next physical line, without and with its line end."""
        if self._depth:
            self._nested(text, raw)
        elif (
            self._mode == QUOTED_PRINTABLE
            and self._data[-1].endswith(b"=")
            and not _VCARD_MARK.fullmatch(text)
        ):
            self._add(b"\n" + text, raw)
        elif not text.strip():
            self._blank(text, raw)
        elif text[:1] in (b" ", b"\t") and self._raw:
            self._folded(text, raw)
        elif self._continues(text):
            joined = text if self._mode == BASE64 else b"\\n" + text
            self._add(joined, raw)
            self._joined, self._joined_at = text, (len(self._raw) - 1, len(self._data) - 1, number)
        elif self._name == "AGENT" and self._is_begin(text):
            self._depth = 1
            self._add(b"\n" + text, raw)
        else:
            self._start(text, raw, number)

    def done(self) -> list[Line]:
        """The lines, when the last physical one was taken."""
        if self._raw:
            self._lines.append(Line(b"".join(self._raw), b"".join(self._data), self._number))
            self._raw = []
        return self._lines

    def _start(self, text: bytes, raw: bytes, number: int) -> None:
        self.done()
        self._raw, self._data, self._number = [raw], [text], number
        self._mode, self._name, self._joined = "", "", b""
        self._open = b":" not in text
        if not self._open:
            self._look(text)

    def _look(self, text: bytes) -> None:
        """What the head of the line allows as its continuation."""
        start = text.partition(b":")[0]
        if b";" not in start:
            self._name = start.strip().rpartition(b".")[2].upper().decode("ascii", "replace")
            if self._name == "AGENT" and self._is_begin(text.partition(b":")[2]):
                self._depth = 1
            return
        line = text.decode("utf-8", "replace")
        end = vcard_property.head_end(line)
        parse = vcard_property.known_head if end < _OFTEN else vcard_property.parse_head
        head = parse(line[:end]) if end >= 0 else None
        if head is not None:
            self._mode, self._name = head.encoding, head.name

    def _add(self, data: bytes, raw: bytes) -> None:
        self._raw.append(raw)
        self._data.append(data)

    def _nested(self, text: bytes, raw: bytes) -> None:
        self._add(b"\n" + text, raw)
        mark = _VCARD_MARK.fullmatch(text)
        if mark is not None:
            self._depth += 1 if len(mark[1]) == 5 else -1

    def _blank(self, text: bytes, raw: bytes) -> None:
        """A blank line belongs to what stands before it, and ends base64."""
        self._joined = b""
        if self._raw:
            self._raw.append(raw)
            if text and not self._mode and not self._old:
                self._data.append(text[1:])
            if self._mode == BASE64 and any(self._data[1:]):
                self._mode = "ended"

    def _folded(self, text: bytes, raw: bytes) -> None:
        """A line that begins with a blank, which is the fold's, save where vCard 2.1 folded between words."""
        if self._old and self._mode == "" and len(self._raw[-1].rstrip(b"\r\n")) not in _FOLD_WIDTH:
            self._add(b" " + text.lstrip(b" \t"), raw)
            self._joined = b""
        else:
            self._add(text[1:], raw)
            if self._joined:
                self._joined += text[1:]
                self._look_again()
        if self._open and b":" in text:
            self._open = False
            self._look(b"".join(self._data))

    def _look_again(self) -> None:
        """Text that was taken for the next line of a note may be a property whose head is folded."""
        text, (raws, pieces, number) = self._joined, self._joined_at
        found = b":" in text
        if found or len(text) > _LONGEST_HEAD:
            self._joined = b""
        if found and _NAME_LIKE.match(text) is not None:
            raw = b"".join(self._raw[raws:])
            del self._raw[raws:], self._data[pieces:]
            self._start(text, raw, number)

    def _continues(self, text: bytes) -> bool:
        """Whether a line that is not indented still belongs to the one before."""
        if not self._raw:
            return False
        if self._mode == BASE64:
            return _BASE64_LINE.fullmatch(text) is not None and not self._data[-1].rstrip().endswith(b"=")
        if self._name not in _TAKES_TEXT or self._mode or text[:1] == b"#":
            return False
        if b":" in text:
            return _NAME_LIKE.match(text) is None
        if len(text) in _FOLD_WIDTH and _CUT_HEAD.fullmatch(text):
            return False
        return _KNOWN_BARE.fullmatch(text) is None and _FOLDED_HEAD.match(text) is None

    @staticmethod
    def _is_begin(text: bytes) -> bool:
        mark = _VCARD_MARK.fullmatch(text.strip())
        return mark is not None and len(mark[1]) == 5
