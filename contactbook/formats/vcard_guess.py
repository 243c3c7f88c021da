"""The charset of a vCard file that does not say: guessed once, from all of the file that is not UTF-8."""

from __future__ import annotations

import binascii
import re
from typing import BinaryIO

from contactbook.formats.text_encoding import guess_encoding

_CHUNK = 1 << 20
_FURTHEST = 32 << 20
_ENOUGH = 32 << 10
_HIGH_LINE = re.compile(rb"[^\r\n]*[\x80-\xff][^\r\n]*")
_PRINTABLE_LINE = re.compile(rb"[^\r\n]*QUOTED-PRINTABLE[^\r\n]*(?:=\r?\n[^\r\n]*)*", re.IGNORECASE)
_SAYS = re.compile(rb"[^:]*CHARSET=", re.IGNORECASE)
_OFFICIAL = {
    "cp932": "Shift_JIS",
    "cp949": "EUC-KR",
    "mac_roman": "macintosh",
    "cp850": "IBM850",
    "latin-1": "ISO-8859-1",
}


class CharsetGuess:
    """What bytes without a charset are taken for.

    The first question reads the file through once (32 MiB at most) when the stream can seek; otherwise the
    card that asks is all there is to go by.
    """

    def __init__(self, stream: BinaryIO | None = None, chosen: str = "") -> None:
        self._stream = stream
        self._codec = chosen

    def codec(self, card: bytes) -> str:
        """The codec for a card with bytes that are not UTF-8."""
        if not self._codec:
            sample = b"\n".join(unclear_lines(card))
            stream = self._stream
            if stream is not None and stream.seekable():
                sample = _sample(stream) or sample
            found = guess_encoding(sample).encoding if sample else "cp1252"
            if found.startswith("utf"):
                found = "cp1252"
            if stream is None or not stream.seekable():
                return found
            self._codec = found
        return self._codec


def official_name(codec: str) -> str:
    """The name that a CHARSET parameter gives a Python codec."""
    if codec.startswith("cp125"):
        return f"windows-{codec[2:]}"
    return _OFFICIAL.get(codec, codec.replace("_", "-").upper())


def unclear_lines(data: bytes) -> list[bytes]:
    """The lines with high bytes, plain or quoted-printable, that neither are UTF-8 nor name their charset."""
    found = [line for line in _HIGH_LINE.findall(data) if not _SAYS.match(line)]
    for line in _PRINTABLE_LINE.findall(data):
        head, _, value = line.partition(b":")
        if not _SAYS.match(head + b":"):
            found.append(binascii.a2b_qp(value))
    return [line for line in found if not _is_utf8(line)]


def _sample(stream: BinaryIO) -> bytes:
    """Unclear lines from the whole file; the stream stands afterwards where it stood before."""
    place = stream.tell()
    stream.seek(0)
    lines: list[bytes] = []
    seen = size = 0
    while size < _ENOUGH and seen < _FURTHEST:
        data = stream.read(_CHUNK)
        if not data:
            break
        seen += len(data)
        for line in unclear_lines(data):
            lines.append(line)
            size += len(line)
    stream.seek(place)
    return b"\n".join(lines)[:_ENOUGH]


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
