"""Writing one line: escaping, parameters, quoted-printable, base64, folding, as each version wants it."""

from __future__ import annotations

import re

from contactbook.formats.vcard_property import CODED, carried_name

_NEEDS_QUOTES = re.compile(r"[:;,\s]")
_MARKS = re.compile(r"[:;,\n]")
_SCHEME = re.compile(r"(?:\A|=)(?:https?|ftp|geo|urn)\Z", re.IGNORECASE)
"""Words that would run into what follows the colon behind them."""
_LINE_BREAK = re.compile(r"\\[nN]")
"""What many programs mean a line break by in the LABEL of an address."""
_CARET = {"^": "^^", "\n": "^n", '"': "^'"}
_CARETS = re.compile(r'[\^\n"]')
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_WIDTH = 75
_OLD_WIDTH = 76
_SOFT = b"=\r\n"


def escape(text: str) -> str:
    """Text for a value of vCard 3.0 and 4.0 (RFC 6350 3.4)."""
    if "\\" in text:
        text = text.replace("\\", "\\\\")
    if "," in text:
        text = text.replace(",", "\\,")
    if ";" in text:
        text = text.replace(";", "\\;")
    if "\n" in text or "\r" in text:
        text = text.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")
    return text


def escape_old(text: str) -> str:
    """Text for a value of vCard 2.1, where semicolon and backslash are special; line breaks stay."""
    if "\\" in text:
        text = text.replace("\\", "\\\\")
    if ";" in text:
        text = text.replace(";", "\\;")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text


def param(name: str, text: str) -> str:
    """A parameter behind its semicolon; a value that no quotes can hold is carried encoded."""
    if (text[-1:] == "\\" and _MARKS.search(text)) or (name == "LABEL" and _LINE_BREAK.search(text)):
        return f";{CODED}{name}={carried_name(text)}"
    return f";{name}={param_value(text)}"


def param_value(text: str) -> str:
    """A parameter value, in quotes where it needs them and with the escapes of RFC 6868."""
    if _CARETS.search(text) or "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        text = _CARETS.sub(lambda found: _CARET[found[0]], text)
    text = _CONTROL.sub(" ", text)
    if text[-1:] == "\\" and not _MARKS.search(text):
        return text  # or the quote behind the backslash would be taken for one within the text
    return f'"{text}"' if _NEEDS_QUOTES.search(text) or _SCHEME.search(text) else text


def folded_line(line: str) -> bytes:
    """A line of vCard 3.0 or 4.0 with its line end, folded at 75 octets between characters."""
    data = line.encode("utf-8", "replace")
    return data if len(data) <= _WIDTH + 2 else fold(data[:-2]) + b"\r\n"


def fold(line: bytes) -> bytes:
    """A line in UTF-8 folded at 75 octets, never within a character (RFC 6350 3.2)."""
    length = len(line)
    if length <= _WIDTH:
        return line
    pieces: list[bytes] = []
    start, stop = 0, _WIDTH
    while stop < length:
        while line[stop] & 0xC0 == 0x80:
            stop -= 1
        pieces.append(line[start:stop])
        start, stop = stop, stop + _WIDTH - 1
    pieces.append(line[start:])
    return b"\r\n ".join(pieces)


def old_line(head: str, value: str) -> bytes:
    """A line of vCard 2.1: quoted-printable in UTF-8 where the value is not plain ASCII on one line."""
    if value.isascii() and "\n" not in value and not _CONTROL.search(value):
        return f"{head}:{value}\r\n".encode()
    head = f"{head};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE"
    return head.encode("utf-8", "replace") + b":" + quoted_printable(value, len(head) + 1) + b"\r\n"


def quoted_printable(text: str, indent: int) -> bytes:
    """Text in quoted-printable (RFC 2045 6.7), soft breaks between characters, no line above 76 octets.

    Args:
        text: the value.
        indent: octets that stand before it on its first line.
    """
    pieces: list[bytes] = []
    used = indent
    for letter in text:
        if letter == "\n":
            code = b"=0D=0A"
        elif letter in "BbEe" and not used:
            code = b"=%02X" % ord(letter)  # so that no line can begin like BEGIN or END
        elif letter != "=" and " " <= letter <= "~":
            code = letter.encode()
        else:
            code = b"".join(b"=%02X" % octet for octet in letter.encode("utf-8", "replace"))
        if used + len(code) >= _OLD_WIDTH:
            pieces.append(_SOFT)
            used = 0
            if letter in "BbEe":
                code = b"=%02X" % ord(letter)
        pieces.append(code)
        used += len(code)
    if pieces and pieces[-1] == b" ":
        pieces[-1] = b"=20"
    return b"".join(pieces)


def binary_line(head: str, encoded: str, *, old: bool = False) -> bytes:
    """A line with base64, folded.

    vCard 2.1 has it on indented lines of its own and ended by an empty line, which Outlook insists on.
    """
    if not old:
        return fold(f"{head}:{encoded}".encode()) + b"\r\n"
    lines = "".join(f"\r\n {encoded[start : start + 74]}" for start in range(0, len(encoded), 74))
    return f"{head}:{lines}\r\n\r\n".encode()
