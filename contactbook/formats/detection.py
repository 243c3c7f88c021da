"""What a file is, judged by its first bytes: the format, and for text the encoding and the delimiter.

Everything is either recognised or refused with the reason a person can act on: a web page saved as .csv, a
PDF, a spreadsheet with a password each have their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from contactbook.domain.problems import Problem
from contactbook.formats import text_encoding
from contactbook.formats.records import ReadOptions

if TYPE_CHECKING:
    from contactbook.formats.table_reader import Table

HEAD = 256 << 10
"""How many bytes `detect` wants to see; more do not help, fewer do when the file is short."""

VCARD_21, VCARD_3, VCARD_4 = "vcard2.1", "vcard3", "vcard4"
CSV, XLSX, ODS, LDIF, JSON, ZIP = "csv", "xlsx", "ods", "ldif", "json", "zip"

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BEGIN_VCARD = re.compile(
    r"^[ \t\ufeff]*(?:\w+\.)?BEGIN[ \t]*:[ \t]*VCARD[ \t]*$", re.IGNORECASE | re.MULTILINE
)
_BROKEN_VCARD = re.compile(
    r"(?:BEGIN|END)[ \t]*:[ \t]*VCARD|^(?:FN|N|TEL|EMAIL)[;:]", re.IGNORECASE | re.MULTILINE
)
"""What makes a file that is named like one a vCard file all the same, so that its broken cards are named."""
_VERSION = re.compile(r"^[ \t]*(?:\w+\.)?VERSION[^:\n]*:[ \t]*(\d)(?:\.(\d))?", re.IGNORECASE | re.MULTILINE)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|div|script|style|meta|title|form|p|span|center)\b",
    re.IGNORECASE | re.DOTALL,
)
_EXCEL_2003 = "urn:schemas-microsoft-com:office:spreadsheet"
_LDIF_LINE = re.compile(r"(?:version:\s*\d+\s*|dn::?\s.*)", re.IGNORECASE)
_JSON_KEYS = ('"full_name"', '"emails"', '"phones"', '"organization"', '"kind"', '"contactbook')
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_FOREIGN = (
    (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"), (b"SQLite format 3", "SQLite"),
    (b"\x7fELF", "program"), (b"MZ\x90", "program"), (b"{\\rtf", "RTF"),
)  # fmt: skip
_PACKED = (
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"Rar!", "RAR"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
)
_LEAST_CONFIDENCE = 40
"""A table of which nothing at all was understood is only read when somebody says that it is one: the person,
or the ending of its name."""
_LEAST_OF_A_TABLE = 30
_TABLE_ENDINGS = (".csv", ".tsv", ".tab")
SURE = 80
"""Below this confidence the person should look at what was guessed."""


@dataclass(slots=True)
class Detected:
    """What a file was recognised as.

    `format` is one of the constants of this module, `program` the dialect of a table or card ("google",
    "outlook", ""), `confidence` 0..100; `guessed` says that the person should be shown what was guessed,
    `encoding_guessed` that the encoding was. `table` spares the reader to find it all out once more.
    """

    format: str
    program: str = ""
    encoding: str = ""
    delimiter: str = ""
    confidence: int = 100
    guessed: bool = False
    encoding_guessed: bool = False
    table: Table | None = field(default=None, repr=False, compare=False)


def detect(head: bytes, name: str = "") -> Detected:
    """What the file that begins with `head` is; `name` (its file name) only decides where the bytes do not.

    Raises:
        Problem: import.empty_file, import.binary_file, import.is_pdf, import.is_html, import.is_document,
            import.encrypted_spreadsheet,
            import.old_spreadsheet or import.not_recognised; `name` is in its data.
    """
    if not head.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise Problem("import.empty_file", name=name)
    by_magic = _by_magic(head, name)
    if by_magic is not None:
        return by_magic
    guess = text_encoding.guess_encoding(head)
    text = head[guess.bom :].decode(guess.encoding, "replace").replace("\r\n", "\n").replace("\r", "\n")
    found = _vcard(text, guess, name) or _plain(text, guess, name)
    if found is not None:
        return found
    if _is_binary(text):
        raise Problem("import.binary_file", name=name)
    return _table(head, name)


def _is_binary(text: str) -> bool:
    return len(_CONTROL.findall(text)) > len(text) * 0.02


def _by_magic(head: bytes, name: str) -> Detected | None:
    """Formats that are not text, by their first bytes."""
    if head.startswith(b"PK\x03\x04"):
        return _zip(head, name)
    if head.startswith(_OLE):
        code = "import.encrypted_spreadsheet" if _ENCRYPTED in head else "import.old_spreadsheet"
        raise Problem(code, name=name)
    if head.lstrip()[:5] == b"%PDF-":
        raise Problem("import.is_pdf", name=name)
    for magic, kind in _PACKED:
        if head.startswith(magic):
            raise Problem("import.packed", name=name, kind=kind)
    for magic, kind in _FOREIGN:
        if head.startswith(magic):
            raise Problem("import.binary_file", name=name, kind=kind)
    return None


def _zip(head: bytes, name: str) -> Detected:
    lower = head.lower()
    if b"opendocument.text" in head[:200] or b"opendocument.presentation" in head[:200]:
        raise Problem("import.is_document", name=name)
    if b"opendocument.spreadsheet" in head[:200] or name.lower().endswith(".ods"):
        return Detected(ODS)
    if b"[Content_Types].xml" in head or b"xl/" in head or name.lower().endswith((".xlsx", ".xlsm")):
        if b"word/" in head or b"ppt/" in head:
            raise Problem("import.is_document", name=name)
        return Detected(XLSX)
    if b".vcf" in lower or b".csv" in lower or name.lower().endswith(".zip"):
        return Detected(ZIP)
    raise Problem("import.binary_file", name=name)


def _vcard(text: str, guess: text_encoding.EncodingGuess, name: str) -> Detected | None:
    begin = _BEGIN_VCARD.search(text)
    if begin is None and name.lower().endswith((".vcf", ".vcard")) and not _is_binary(text):
        begin = _BROKEN_VCARD.search(text)
    if begin is None:
        return None
    version = _VERSION.search(text, begin.end())
    number = version[1] if version else "3"
    kind = {"2": VCARD_21, "4": VCARD_4}.get(number, VCARD_3)
    return Detected(kind, "", guess.encoding, "", 100 if version else 80, guess.guessed, guess.guessed)


def _plain(text: str, guess: text_encoding.EncodingGuess, name: str) -> Detected | None:
    """The other text formats that announce themselves."""
    beginning = text[:4096].lstrip("\ufeff")
    if _HTML.match(beginning):
        raise Problem("import.is_html", name=name)
    if beginning.lstrip().startswith("<") and _EXCEL_2003 in beginning:
        raise Problem("import.old_spreadsheet", name=name)
    lines = (line for line in text.lstrip("\ufeff").split("\n") if line.strip() and not line.startswith("#"))
    first = next(lines, "")
    if _LDIF_LINE.fullmatch(first):
        return Detected(LDIF, "", guess.encoding, "", 100, guess.guessed, guess.guessed)
    if first.lstrip()[:1] in ("{", "["):
        if any(key in text for key in _JSON_KEYS):
            return Detected(JSON, "contactbook", "utf-8")
        if name.lower().endswith((".json", ".jsonl")):
            raise Problem("import.not_recognised", name=name)
    return None


def _table(head: bytes, name: str) -> Detected:
    from contactbook.formats.table_reader import Table

    table = Table(head, ReadOptions())
    is_called_table = name.lower().endswith(_TABLE_ENDINGS)
    if table.shape.confidence < (_LEAST_OF_A_TABLE if is_called_table else _LEAST_CONFIDENCE):
        raise Problem("import.not_recognised", name=name)
    found = described(table)
    found.table = table
    return found


def described(table: Table) -> Detected:
    """What was recognised of a table, as everybody sees it."""
    confidence = min(table.shape.confidence, table.encoding.confidence)
    guessed = confidence < SURE
    program, delimiter = table.mapping.dialect, table.shape.delimiter
    encoding = table.encoding
    return Detected(
        CSV, program, encoding.encoding, delimiter, confidence, guessed, encoding.confidence < SURE
    )
