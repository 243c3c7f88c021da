"""What every reader of this room hands on: one record a card or row, so that import treats all alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from contactbook.domain.entry_columns import CONTACTS

if TYPE_CHECKING:
    from contactbook.domain.contact import Contact


@dataclass(slots=True)
class Remark:
    """Something the person should know about a card that was read all the same.

    `code` is a stable name ("charset_guessed", "photo_damaged", ...), `line` counts from 1 in the file,
    `detail` holds what the sentence needs (the charset, the name of the property), never the content of a
    contact.
    """

    code: str
    line: int
    detail: str = ""


@dataclass(slots=True)
class ReadCard:
    """One contact that was read, with where it stood and how much of it was understood.

    `raw` is the card or row as it stood in the file. Two exceptions keep it readable on its own: a file in
    UTF-16 gives UTF-8, and where the charset had to be guessed the text is given in UTF-8 (quoted-printable
    lines get their CHARSET). `line` counts from 1. What `properties` has more than `mapped` + `kept_raw` is
    lost; there is a remark for each. `sheet` names the sheet of a workbook.
    """

    contact: Contact
    raw: bytes
    line: int
    properties: int = 0
    mapped: int = 0
    kept_raw: int = 0
    remarks: list[Remark] = field(default_factory=list)
    sheet: str = ""


@dataclass(slots=True)
class ReadEntry:
    """A row of a table of purchases and the like: the text of each field of an entry that it fills.

    The fields are those of `domain.entry_columns`; `extra` holds by heading what no field takes, to be kept
    beside them; the rest as in `ReadCard`.
    """

    line: int
    raw: bytes
    cells: list[str]
    values: dict[str, str]
    sheet: str = ""
    extra: dict[str, str] = field(default_factory=dict[str, str])


@dataclass(slots=True)
class ReadGroup:
    """A group card: becomes a tag. `members` are vCard UIDs, `urn:uuid:` in front removed."""

    name: str
    uid: str
    members: list[str]
    raw: bytes
    line: int


@dataclass(slots=True)
class RefusedCard:
    """A card or row that could not be read: `reason` is a code, `raw` what stood there (cut at 64 KiB).

    `cells` is the best reading of a table's row, `sheet` the sheet of a workbook that it stands in.
    """

    line: int
    reason: str
    raw: bytes
    column: str = ""
    detail: str = ""
    cells: tuple[str, ...] = ()
    sheet: str = ""


Record = ReadCard | ReadEntry | ReadGroup | RefusedCard


@dataclass(slots=True)
class ReadOptions:
    """What the person chose for reading; an empty string lets the reader find out.

    `format` as in `detection`, `encoding` a Python codec name, `delimiter` one character, `country` an ISO
    3166 two-letter code, `date_order` "dmy", "mdy" or "ymd", `mapping` a `table_mapping.Mapping`, or one for
    each sheet of a workbook by its name. `proved` asks that what would be lost is found out by comparing what
    came with what would be written again. `rows_are` says what the rows of tables are: `CONTACTS`, `ENTRIES`
    of a kind to be found out, the key of a kind of entry, "" to find it all out. `clean` switches cleaning
    rules of tables on, or off with a leading "-" (see `table_mapping.switched`).
    """

    format: str = ""
    encoding: str = ""
    delimiter: str = ""
    country: str = ""
    date_order: str = ""
    mapping: object = None
    proved: bool = False
    rows_are: str = CONTACTS
    clean: tuple[str, ...] = ()
