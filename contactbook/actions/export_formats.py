"""The formats that contacts can be written in, each as a stream of contacts into a stream of bytes.

A format is one entry of FORMATS: its name on the command line, the ending of its files, what makes its
writer, and what of a contact it cannot hold. The command line, the dialog, `exporting` and `converting` know
formats by this table alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, BinaryIO, Protocol

from contactbook.actions import export_tables
from contactbook.actions.export_tables import TableShape
from contactbook.domain import ids
from contactbook.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from contactbook.domain.contact import Contact
    from contactbook.formats.fidelity import Fidelity


class ContactWriter(Protocol):
    """Writes contacts one after the other."""

    def write(self, contact: Contact, original: bytes | None) -> Fidelity:
        """One contact more, and what of it came through.

        Found out by reading what was written, or from what the format has no place for
        (`formats.fidelity.without`). `original` is the vCard that the contact was read from, in whatever
        version.
        """
        ...

    def finish(self) -> None:
        """What stands after the last contact."""
        ...


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One way to write contacts.

    Args:
        suffix: the ending of its files.
        make: the writer for a stream of bytes.
        unheld: what the format has no place for in this contact: one code of `formats.fidelity.items` for
            each property; None for a format that holds everything.
        version: of vCard; "" for what is no vCard.
        dialect: the program a vCard is for; "" for every one.
        table: the writer of a table, which must know beforehand how much the contacts need.
        mailing: its contacts get mailings, so those who want none are left out (see `domain.consent`).
    """

    suffix: str
    make: Callable[[BinaryIO], ContactWriter]
    unheld: Callable[[Contact], Collection[str]] | None = None
    version: str = ""
    dialect: str = ""
    table: Callable[[BinaryIO, TableShape], ContactWriter] | None = None
    mailing: bool = False


def writer(to: str, stream: BinaryIO, shape: TableShape | None = None) -> ContactWriter:
    """The writer of a format.

    Args:
        to: its name.
        stream: takes the bytes.
        shape: what a table needs; see `TableShape`.

    Raises:
        Problem: export.format_unknown.
    """
    found = export_format(to)
    return found.table(stream, shape) if found.table and shape else found.make(stream)


def export_format(to: str) -> ExportFormat:
    """The format of this name. Raises Problem("export.format_unknown")."""
    found = FORMATS.get(to)
    if found is None:
        raise Problem("export.format_unknown", format=to, choices=tuple(FORMATS))
    return found


def format_of(name: str, default: str = "vcard3") -> str:
    """The format that the ending of a file name asks for."""
    dot = name.rfind(".")
    return SUFFIXES.get(name[dot:].lower(), default) if dot >= 0 else default


class _Vcards:
    def __init__(self, version: str, dialect: str, stream: BinaryIO) -> None:
        from contactbook.formats import vcard_proof, vcard_writer

        self._writer = vcard_writer.CardWriter(stream, version, dialect)
        self._written = vcard_proof.written

    def write(self, contact: Contact, original: bytes | None) -> Fidelity:
        lent = ids.uid_of(contact.id) if contact.id and not contact.uid else ""
        return self._written(contact, self._writer.write(contact, original, lent), self._writer.target)

    def finish(self) -> None:
        self._writer.finish()


class _Json:
    def __init__(self, stream: BinaryIO) -> None:
        from contactbook.formats import json_book

        self._writer = json_book.JsonWriter(stream)

    def write(self, contact: Contact, original: bytes | None) -> Fidelity:
        return self._writer.write(contact)

    def finish(self) -> None:
        self._writer.finish()


class _Ldif:
    def __init__(self, stream: BinaryIO) -> None:
        from contactbook.formats import fidelity, ldif_writer

        self._writer = ldif_writer.LdifWriter(stream)
        self._unheld = ldif_writer.unheld
        self._without = fidelity.without

    def write(self, contact: Contact, original: bytes | None) -> Fidelity:
        self._writer.write(contact)
        return self._without(contact, self._unheld(contact))

    def finish(self) -> None:
        self._writer.finish()


def _unheld_in_ldif(contact: Contact) -> list[str]:
    from contactbook.formats import ldif_writer

    return ldif_writer.unheld(contact)


def _csv(layout: str, *, mailing: bool = False) -> ExportFormat:
    table = export_tables.csv_writer(layout)
    return ExportFormat(
        ".csv",
        lambda stream: table(stream, TableShape()),
        export_tables.unheld(layout),
        table=table,
        mailing=mailing,
    )


def _xlsx() -> ExportFormat:
    table = export_tables.xlsx_writer
    return ExportFormat(
        ".xlsx", lambda stream: table(stream, TableShape()), export_tables.unheld_in_spreadsheet, table=table
    )


def _vcard(version: str, dialect: str = "") -> ExportFormat:
    return ExportFormat(".vcf", partial(_Vcards, version, dialect), version=version, dialect=dialect)


FORMATS: dict[str, ExportFormat] = {
    "vcard3": _vcard("3.0"),
    "vcard4": _vcard("4.0"),
    "vcard2.1": _vcard("2.1"),
    "vcard3-apple": _vcard("3.0", "apple"),
    "vcard3-google": _vcard("3.0", "google"),
    "vcard3-outlook": _vcard("3.0", "outlook"),
    "vcard2.1-outlook": _vcard("2.1", "outlook"),
    "csv": _csv("contactbook"),
    "xlsx": _xlsx(),
    "csv-google": _csv("google"),
    "csv-outlook": _csv("outlook"),
    "csv-thunderbird": _csv("thunderbird"),
    "csv-mailchimp": _csv("mailchimp", mailing=True),
    "csv-hubspot": _csv("hubspot"),
    "csv-salesforce": _csv("salesforce"),
    "ldif": ExportFormat(".ldif", _Ldif, _unheld_in_ldif),
    "json": ExportFormat(".json", _Json),
}
"""Every format by its name on the command line, in the order in which they are offered."""

ARCHIVE = "archive"
"""The full archive of a book (see `archiving`), which is no format of contacts alone."""

SUFFIXES = {
    ".vcf": "vcard3", ".vcard": "vcard3", ".csv": "csv", ".xlsx": "xlsx", ".ldif": "ldif", ".json": "json",
    ".zip": ARCHIVE,
}  # fmt: skip
"""The format that an ending stands for."""
