"""Messages of files, however broken: one `.eml` (RFC 5322, MIME), or a mailbox (`.mbox`, RFC 4155)."""

from __future__ import annotations

import email
import re
from datetime import UTC
from email import policy
from email.errors import HeaderParseError
from email.header import decode_header
from email.utils import getaddresses, parsedate_to_datetime
from typing import TYPE_CHECKING, BinaryIO

from contactbook.domain.mail import (
    CC,
    FROM,
    LONGEST_TEXT,
    MAIL_TYPE,
    TO,
    Mail,
    MailFile,
    bare_file_name,
    person,
)
from contactbook.formats.mail_text import data_in, decoded, text_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

LARGEST_MESSAGE = 200 << 20
"""Bytes of a message that are read; the rest of a larger one is left out."""
_BEGIN = b"From "
_NEXT = re.compile(rb"From .*\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? .*\d")
"""How the next message begins: sender, weekday, date. Not every program marks a text that begins so."""
_FOLD = re.compile(r"[\r\n]+")
_LINES = ((FROM, "from"), (TO, "to"), (CC, "cc"), (CC, "bcc"))


def messages(stream: BinaryIO) -> Iterator[bytes]:
    """The raw messages of a file: those of a mailbox one by one, any other file as one message."""
    first = stream.readline()
    while first and not first.strip():
        first = stream.readline()
    if not first.startswith(_BEGIN):
        rest = stream.read(LARGEST_MESSAGE)
        if (first + rest).strip():
            yield first + rest
        return
    lines: list[bytes] = []
    size, blank = 0, False
    for line in stream:
        if blank and _NEXT.match(line):
            yield b"".join(lines)
            lines, size = [], 0
        elif size < LARGEST_MESSAGE:
            quoted = line.startswith(b">") and line.lstrip(b">").startswith(_BEGIN)
            lines.append(line[1:] if quoted else line)
            size += len(line)
        blank = not line.strip()
    if lines:
        yield b"".join(lines)


def mail_of(raw: bytes) -> Mail:
    """One message.

    Raises:
        ValueError: "no_address" for what has neither sender nor recipient, "damaged" for parts within parts
            without end.
    """
    try:
        message: Message = email.message_from_bytes(raw, policy=policy.compat32)
        found = head_of(message)
        if not found.people:
            raise ValueError("no_address")
        _read_parts(message, found)
    except RecursionError as error:
        raise ValueError("damaged") from error
    return found


def head_of(message: Message) -> Mail:
    """What the headers of a message say."""
    found = Mail(
        message_id=_words(message, "message-id"),
        sent_at=_moment(_words(message, "date")) or _received(message),
        subject=" ".join(_words(message, "subject").split()),
    )
    for role, name in _LINES:
        for shown, address in getaddresses(_raw(message, name)):
            one = person(_decoded(address), _decoded(shown), role)
            if one is not None and one.address not in {known.address for known in found.people}:
                found.people.append(one)
    return found


def _read_parts(message: Message, found: Mail) -> None:
    for part in _leaves(message):
        if _is_file(part):
            data = _data(part)
            if data:
                found.files.append(
                    MailFile(_file_name(part, len(found.files)), part.get_content_type(), data)
                )
    found.text = text_in(message)[:LONGEST_TEXT].strip()


def _is_file(part: Message) -> bool:
    """Whether it is attached; pictures that belong into the HTML are not."""
    how = part.get_content_disposition()
    drawn = part.get_content_maintype() == "image" and part.get("content-id") is not None
    return (
        how == "attachment"
        or part.get_content_type() == MAIL_TYPE
        or (bool(part.get_filename()) and not drawn)
    )


def _file_name(part: Message, before: int) -> str:
    name = bare_file_name(_decoded(part.get_filename() or ""))
    inner = part.get_payload(0) if part.is_multipart() else None
    if not name and inner is not None and not isinstance(inner, str):
        subject = bare_file_name(_words(inner, "subject"))  # type: ignore[arg-type]
        name = f"{subject}.eml" if subject else ""
    return name or f"attachment-{before + 1}"


def _leaves(message: Message) -> Iterator[Message]:
    """The parts that hold something; a message within the message is a file of it."""
    if message.get_content_type() == MAIL_TYPE or not message.is_multipart():
        yield message
        return
    for part in message.get_payload():
        if not isinstance(part, str):
            yield from _leaves(part)  # type: ignore[arg-type]


def _data(part: Message) -> bytes:
    if part.get_content_type() == MAIL_TYPE and part.is_multipart():
        inner = part.get_payload(0)
        return b"" if isinstance(inner, str) else inner.as_bytes()  # type: ignore[union-attr]
    return data_in(part)


def _words(message: Message, name: str) -> str:
    return _decoded(next(iter(_raw(message, name)), "")).strip()


def _raw(message: Message, name: str) -> list[str]:
    """The lines of a header as they came, bytes beyond ASCII as surrogates."""
    return [_FOLD.sub("", str(line)) for key, line in message.raw_items() if key.lower() == name]


def _decoded(raw: str) -> str:
    """A header with its encoded words (RFC 2047) decoded; bytes beyond ASCII are UTF-8, else Windows-1252."""
    octets = raw.encode("utf-8", "surrogateescape")
    try:
        plain = octets.decode("utf-8")
    except UnicodeError:
        plain = octets.decode("cp1252", "replace")
    parts = [plain]
    if "=?" in plain:
        try:
            parts = [
                data if isinstance(data, str) else decoded(data, charset or "raw-unicode-escape")
                for data, charset in decode_header(plain)
            ]
        except (ValueError, LookupError, UnicodeError, HeaderParseError):
            parts = [plain]
    return "".join(parts).replace("\0", "")


def _received(message: Message) -> int:
    """When the last server had it, for a message whose own date says nothing (RFC 5322 3.6.7)."""
    return next(filter(None, (_moment(line.rpartition(";")[2]) for line in _raw(message, "received"))), 0)


def _moment(said: str) -> int:
    try:
        then = parsedate_to_datetime(said)
        if then.tzinfo is None:  # "-0000", or nothing: by UTC (RFC 5322 3.3)
            then = then.replace(tzinfo=UTC)
        return round(then.timestamp() * 1000)
    except (TypeError, ValueError, OverflowError, IndexError, OSError):
        return 0
