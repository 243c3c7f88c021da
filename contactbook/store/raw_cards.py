"""The original bytes of a card or row, packed for keeping."""

from __future__ import annotations

import hashlib
import zlib

_STORED, _PACKED = b"\0", b"\1"
_LEVEL = 1
_DICTIONARY = (
    b"X-ABADR:us\r\nX-ABLabel:_$!<HomePage>!$_\r\n"
    b"CATEGORIES:myContacts\r\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRg"
    b"REV:2024-01-01T00:00:00Z\r\nPRODID:-//Apple Inc.//\r\nNOTE:\r\nBDAY:19BDAY;VALUE=date:URL:https://www."
    b"NICKNAME:\r\nROLE:TITLE:Manager\r\nORG:GmbH;\r\nADR;TYPE=WORK:;;ADR;TYPE=HOME:;;;United States\r\n"
    b";Deutschland\r\n"
    b"item1.EMAIL;TYPE=INTERNET:@gmail.com\r\n"
    b"EMAIL;TYPE=INTERNET,HOME:EMAIL;TYPE=INTERNET,WORK:EMAIL;TYPE=HOME:.com\r\n"
    b"TEL;TYPE=CELL,VOICE,PREF:+TEL;TYPE=HOME,VOICE:+1TEL;TYPE=WORK,VOICE:+49TEL;TYPE=CELL:+\r\n"
    b"BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:individual\r\nUID:urn:uuid:\r\n"
    b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;"
    b"ENCODING=QUOTED-PRINTABLE:=\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nUID:\r\nFN:\r\nN:;;;;\r\nEND:VCARD\r\n"
)
"""What cards are made of, so that short ones pack well. Never change it: packed cards need it."""

HASH_BYTES = 16


def hash_of(raw: bytes) -> bytes:
    """16 bytes of BLAKE2b over the original bytes: by it a card is recognised when it comes again."""
    return hashlib.blake2b(raw, digest_size=HASH_BYTES).digest()


def pack(raw: bytes) -> bytes:
    """The bytes as they are stored."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15, 8, zlib.Z_DEFAULT_STRATEGY, _DICTIONARY)
    packed = packer.compress(raw) + packer.flush()
    return _PACKED + packed if len(packed) < len(raw) else _STORED + raw


def unpack(stored: bytes) -> bytes:
    """The original bytes."""
    if stored[:1] == _STORED:
        return stored[1:]
    unpacker = zlib.decompressobj(-15, _DICTIONARY)
    return unpacker.decompress(stored[1:]) + unpacker.flush()
