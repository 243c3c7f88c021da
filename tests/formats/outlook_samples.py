"""Messages as Outlook saves them, made up of their properties ([MS-OXMSG])."""

from __future__ import annotations

import struct
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from contactbook.formats import outlook_message as properties
from tests.formats.compound_file import compound_file

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.formats.compound_file import Folder

Values = dict[int, "str | bytes | int | datetime"]
NAME, SMTP, ROLE = 0x3001, 0x39FE, 0x0C15
SENDER_NAME, SENDER_ADDRESS, SENDER_SMTP = 0x0C1A, 0x0C1F, 0x5D01
DATA, FILE_NAME, TYPE, CONTENT_ID, HOW, FLAGS = 0x3701, 0x3707, 0x370E, 0x3712, 0x3705, 0x3714
SENT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
MESSAGE: Values = {
    properties.SUBJECT: "Grüße aus Łódź",
    properties.BODY: "Here is the offer.\r\n\r\nKind regards\r\nJan Nowak\r\nHead of Sales",
    properties.MESSAGE_ID: "<abc@nowak.example>",
    properties.SENT_AT: SENT,
    SENDER_NAME: "Jan Nowak",
    SENDER_ADDRESS: "/O=NOWAK/OU=FIRST/CN=RECIPIENTS/CN=JAN",
    SENDER_SMTP: "Jan@Nowak.example",
}
TO: Values = {NAME: "Ada Kowalska", SMTP: "ada@kowalska.example", ROLE: 1}
CC: Values = {NAME: "bob@example.org", SMTP: "bob@example.org", ROLE: 2}
OFFER: Values = {FILE_NAME: "../offer.pdf", DATA: b"%PDF" + bytes(9_000), TYPE: "application/pdf", HOW: 1}
LOGO: Values = {
    FILE_NAME: "logo.png",
    DATA: b"\x89PNG",
    TYPE: "image/png",
    CONTENT_ID: "x1",
    HOW: 1,
    FLAGS: 4,
}


def saved(
    values: Values = MESSAGE,
    recipients: Sequence[Values] = (TO, CC),
    attachments: Sequence[Values | Folder] = (OFFER, LOGO),
    *,
    wide: bool = True,
) -> bytes:
    """The bytes of the `.msg` file; `wide`: texts in Unicode, otherwise in Windows-1250."""
    folder = message(values, recipients, attachments, wide=wide)
    folder["__nameid_version1.0"] = {"__substg1.0_00020102": b""}
    return compound_file(folder)


def message(
    values: Values = MESSAGE,
    recipients: Sequence[Values] = (TO, CC),
    attachments: Sequence[Values | Folder] = (),
    *,
    wide: bool = True,
    head: int = 32,
) -> Folder:
    """The folder of a message, which may stand within another one (`head` 24)."""
    made = _folder(values, head, wide=wide)
    for number, recipient in enumerate(recipients):
        made[f"__recip_version1.0_#{number:08X}"] = _folder(recipient, 8, wide=wide)
    for number, attachment in enumerate(attachments):
        part = attachment if _is_made(attachment) else _folder(attachment, 8, wide=wide)  # type: ignore[arg-type]
        made[f"__attach_version1.0_#{number:08X}"] = part  # type: ignore[assignment]
    return made


def embedded(inner: Folder) -> Folder:
    """An attachment that is a message."""
    return _folder({HOW: 5, NAME: "Inner"}, 8, wide=True) | {"__substg1.0_3701000D": inner}


def _is_made(attachment: Mapping[int, object] | Mapping[str, object]) -> bool:
    return any(isinstance(key, str) for key in attachment)


def _folder(values: Values, head: int, *, wide: bool) -> Folder:
    made: Folder = {}
    rows = b""
    for key, value in values.items():
        if isinstance(value, str):
            kind, data = (0x1F, value.encode("utf-16-le")) if wide else (0x1E, value.encode("cp1250"))
        elif isinstance(value, bytes):
            kind, data = 0x0102, value
        elif isinstance(value, datetime):
            ticks = round(value.timestamp() * 10_000_000) + 116_444_736_000_000_000
            rows += struct.pack("<HHIQ", 0x40, key, 6, ticks)
            continue
        else:
            rows += struct.pack("<HHIq", 3, key, 6, value)
            continue
        made[f"__substg1.0_{key:04X}{kind:04X}"] = data
        rows += struct.pack("<HHIQ", kind, key, 6, len(data))
    made["__properties_version1.0"] = bytes(head) + rows
    return made
