"""The formats that contacts can be written in, each as a stream of contacts into a stream of bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Protocol

from contactbook.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from contactbook.domain.contact import Contact

VCARDS = {"vcard3": "3.0", "vcard4": "4.0", "vcard2.1": "2.1"}
FORMATS = (*VCARDS, "json")
SUFFIXES = {".vcf": "vcard3", ".vcard": "vcard3", ".json": "json"}


class ContactWriter(Protocol):
    """Writes contacts one after the other; `original` is the card it came from, in this same format."""

    def write(self, contact: Contact, original: bytes | None) -> None:
        """One contact more."""
        ...

    def finish(self) -> None:
        """What stands after the last contact."""
        ...


def writer(to: str, stream: BinaryIO) -> ContactWriter:
    """The writer of a format. Raises Problem("export.format_unknown")."""
    make = _WRITERS.get(to)
    if make is None:
        raise Problem("export.format_unknown", format=to, choices=FORMATS)
    return make(to, stream)


def format_of(name: str, default: str = "vcard3") -> str:
    """The format that the ending of a file name asks for."""
    dot = name.rfind(".")
    return SUFFIXES.get(name[dot:].lower(), default) if dot >= 0 else default


class _VCards:
    def __init__(self, to: str, stream: BinaryIO) -> None:
        from contactbook.formats import vcard_writer

        self._card = vcard_writer.card
        self._version = VCARDS[to]
        self._stream = stream

    def write(self, contact: Contact, original: bytes | None) -> None:
        self._stream.write(self._card(contact, self._version, original))

    def finish(self) -> None:
        pass


class _Json:
    def __init__(self, to: str, stream: BinaryIO) -> None:
        from contactbook.formats import json_book

        self._writer = json_book.JsonWriter(stream)

    def write(self, contact: Contact, original: bytes | None) -> None:
        self._writer.write(contact)

    def finish(self) -> None:
        self._writer.finish()


_WRITERS: dict[str, Callable[[str, BinaryIO], ContactWriter]] = {
    **dict.fromkeys(VCARDS, _VCards),
    "json": _Json,
}
