"""A message that Outlook saved (.msg): a compound file full of MAPI properties ([MS-OXMSG], [MS-OXPROPS])."""

from __future__ import annotations

import codecs
import email
import io
import mimetypes
import struct
from email import policy
from email.message import EmailMessage
from email.utils import formatdate
from functools import cached_property
from typing import TYPE_CHECKING, Any

import olefile

from contactbook.domain.mail import CC, FROM, LONGEST_TEXT, TO, Mail, MailFile, bare_file_name, person
from contactbook.formats import mail_reader, outlook_rtf
from contactbook.formats.mail_html import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_olefile: Any = olefile  # it has no types

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How every compound file begins."""

# properties, by their numbers
SUBJECT, HEADERS, BODY, RTF, HTML, MESSAGE_ID = 0x0037, 0x007D, 0x1000, 0x1009, 0x1013, 0x1035
SENT_AT, DELIVERED_AT, MADE_AT = 0x0039, 0x0E06, 0x3007
_SENDERS = ((0x5D02, 0x0042), (0x5D01, 0x0C1A), (0x0065, 0x0042), (0x0C1F, 0x0C1A))
_RECIPIENT_ADDRESSES = (0x39FE, 0x3003)
_NAME, _ROLE, _CODE_PAGE, _INTERNET_CODE_PAGE = 0x3001, 0x0C15, 0x3FFD, 0x3FDE
_DATA, _SHORT_NAME, _LONG_NAME, _TYPE, _CONTENT_ID, _HOW = 0x3701, 0x3704, 0x3707, 0x370E, 0x3712, 0x3705
_FLAGS, _HIDDEN = 0x3714, 0x7FFE
_EMBEDDED, _IN_TEXT = 5, 4
_ROLES = {1: TO, 2: CC, 3: CC}

_PROPERTIES = "__properties_version1.0"
_TOP_HEAD, _EMBEDDED_HEAD, _PART_HEAD = 32, 24, 8
_DEEPEST = 5
_EPOCH = 11_644_473_600_000
"""Milliseconds from 1601, where a FILETIME begins, to 1970."""
_CHARSETS = {
    20127: "ascii", 20866: "koi8-r", 21866: "koi8-u", 50220: "iso-2022-jp", 50221: "iso-2022-jp",
    50222: "iso-2022-jp", 51932: "euc-jp", 51936: "gb2312", 51949: "euc-kr", 54936: "gb18030", 65001: "utf-8",
}  # fmt: skip
_WRONG = (OSError, ValueError, IndexError, KeyError, TypeError, struct.error, OverflowError, RecursionError)


def mail_of(raw: bytes) -> Mail:
    """One message. Raises ValueError("damaged"), or "no_address" without sender and recipient."""
    try:
        with _olefile.OleFileIO(io.BytesIO(raw)) as ole:
            found = _message(_Storage(ole, (), _TOP_HEAD), 0)
    except _WRONG as error:
        raise ValueError("damaged") from error
    if not found.people:
        raise ValueError("no_address")
    return found


class _Storage:
    """The properties of a message, a recipient or an attachment: a folder of the compound file."""

    def __init__(self, ole: Any, path: tuple[str, ...], head: int, charset: str = "") -> None:  # noqa: ANN401
        self._ole, self._path, self._head, self._charset = ole, path, head, charset

    @cached_property
    def _fixed(self) -> dict[int, bytes]:
        """The values of at most eight bytes, by property."""
        data = self._stream(_PROPERTIES)
        rows = (data[at : at + 16] for at in range(self._head, len(data) - 15, 16))
        return {int.from_bytes(row[2:4], "little"): row[8:16] for row in rows}

    @cached_property
    def charset(self) -> str:
        """That of texts which are not Unicode."""
        return (
            self._charset or _charset(self.number(_CODE_PAGE)) or _charset(self.number(_INTERNET_CODE_PAGE))
        )

    def number(self, key: int) -> int:
        return int.from_bytes(self._fixed.get(key, b"")[:4], "little", signed=True)

    def moment(self, key: int) -> int:
        """Milliseconds since 1970 UTC; 0 without."""
        since_1601 = int.from_bytes(self._fixed.get(key, b""), "little")
        return max(0, since_1601 // 10_000 - _EPOCH) if since_1601 < 1 << 62 else 0

    def text(self, key: int) -> str:
        wide = self._stream(f"__substg1.0_{key:04X}001F")
        if wide:
            return wide.decode("utf-16-le", "replace").replace("\0", "")
        return self.octets(key, "001E").decode(self.charset or "cp1252", "replace").replace("\0", "")

    def octets(self, key: int, kind: str = "0102") -> bytes:
        return self._stream(f"__substg1.0_{key:04X}{kind}")

    def html(self) -> str:
        data = self.octets(HTML)
        if not data:
            return self.text(HTML)
        charset = _charset(self.number(_INTERNET_CODE_PAGE)) or self.charset or "cp1252"
        return data.decode(charset, "replace").replace("\0", "")

    def parts(self, name: str) -> Iterator[_Storage]:
        """The recipients or attachments, in order."""
        depth = len(self._path)
        listed = self._ole.listdir(streams=False, storages=True)
        below = {
            path[depth] for path in listed if len(path) == depth + 1 and tuple(path[:depth]) == self._path
        }
        for each in sorted(below):
            if each.startswith(name):
                yield _Storage(self._ole, (*self._path, each), _PART_HEAD, self.charset)

    def embedded(self) -> _Storage:
        return _Storage(self._ole, (*self._path, f"__substg1.0_{_DATA:04X}000D"), _EMBEDDED_HEAD)

    def _stream(self, name: str) -> bytes:
        path = [*self._path, name]
        if self._ole.get_type(path) != _olefile.STGTY_STREAM:
            return b""
        with self._ole.openstream(path) as stream:
            return stream.read()


def _message(given: _Storage, depth: int) -> Mail:
    headers = email.message_from_string(given.text(HEADERS), policy=policy.compat32)
    heard = mail_reader.head_of(headers)
    found = Mail(
        message_id=given.text(MESSAGE_ID).strip() or heard.message_id,
        sent_at=given.moment(SENT_AT) or heard.sent_at or given.moment(DELIVERED_AT) or given.moment(MADE_AT),
        subject=" ".join(given.text(SUBJECT).split()) or heard.subject,
        text=_text(given).replace("\r\n", "\n").replace("\r", "\n")[:LONGEST_TEXT].strip(),
    )
    said = [person(given.text(address), given.text(name), FROM) for address, name in _SENDERS]
    for one in (
        next(filter(None, said), None),
        *(each for each in heard.people if each.role == FROM),
        *_recipients(given),
        *heard.people,
    ):
        is_sender = one is not None and one.role == FROM and bool(found.sender)
        if one is not None and not is_sender and one.address not in {known.address for known in found.people}:
            found.people.append(one)
    for part in given.parts("__attach_version1.0_"):
        file = _file(part, len(found.files), depth)
        if file is not None:
            found.files.append(file)
    return found


def _recipients(given: _Storage) -> Iterator[Any]:
    for part in given.parts("__recip_version1.0_"):
        role = _ROLES.get(part.number(_ROLE) & 3, TO)
        named = (person(part.text(key), part.text(_NAME), role) for key in _RECIPIENT_ADDRESSES)
        yield next(filter(None, named), None)


def _text(given: _Storage) -> str:
    """What was written: as plain text, else the words of the HTML, else those of the rich text."""
    plain = given.text(BODY)
    if plain.strip():
        return plain
    markup = given.html()
    if markup.strip():
        return text_of(markup)
    packed = given.octets(RTF)
    try:
        return outlook_rtf.text_of_rtf(outlook_rtf.unpack(packed), given.charset or "cp1252")
    except ValueError:
        return ""


def _file(part: _Storage, number: int, depth: int) -> MailFile | None:
    """An attached file; pictures that belong into the text are none."""
    name = bare_file_name(part.text(_LONG_NAME) or part.text(_SHORT_NAME))
    if part.number(_HOW) == _EMBEDDED:
        if depth >= _DEEPEST:
            return None
        inner = _message(part.embedded(), depth + 1)
        title = name or bare_file_name(part.text(_NAME) or inner.subject) or f"message-{number + 1}"
        return MailFile(f"{title}.eml", "message/rfc822", _as_mail(inner))
    data = part.octets(_DATA)
    kind = part.text(_TYPE) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    drawn = bool(part.text(_CONTENT_ID)) and (part.number(_FLAGS) & _IN_TEXT or part.number(_HIDDEN))
    if not data or (drawn and kind.startswith("image/")):
        return None
    return MailFile(name or f"attachment-{number + 1}", kind.lower(), data)


def _as_mail(found: Mail) -> bytes:
    """A message within a message, as every mail program reads it."""
    made = EmailMessage(policy=policy.SMTP)
    for role, header in ((FROM, "From"), (TO, "To"), (CC, "Cc")):
        addresses = [one.address for one in found.people if one.role == role and one.address.isascii()]
        if addresses:
            made[header] = ", ".join(addresses)
    made["Subject"] = "".join(sign for sign in found.subject if sign.isprintable())
    if found.sent_at:
        made["Date"] = formatdate(found.sent_at / 1000)
    made.set_content(found.text)
    for file in found.files:
        made.add_attachment(file.data, maintype="application", subtype="octet-stream", filename=file.name)
    return made.as_bytes()


def _charset(code_page: int) -> str:
    """The codec of a Windows code page; "" when there is none."""
    if 28_591 <= code_page <= 28_605:
        return f"iso-8859-{code_page - 28_590}"
    name = _CHARSETS.get(code_page, f"cp{code_page}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""
