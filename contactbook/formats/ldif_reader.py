"""LDIF (RFC 2849): directory entries to contacts, groups of names to groups.

An entry is turned into a row, its attribute names into the columns of a mapping, so that an attribute means
the same as the column of a table. Entries of a file have few different sets of attributes: each set is
compiled once.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO

from contactbook.domain.contact import Extra, Photo
from contactbook.formats import column_values, ldif_attributes, table_header, table_rows
from contactbook.formats.records import ReadGroup, ReadOptions, Record, RefusedCard, Remark
from contactbook.formats.table_contacts import RowBuilder
from contactbook.formats.table_mapping import Column, Mapping, from_spec

if TYPE_CHECKING:
    from collections.abc import Iterator

ENTRY_LIMIT = 16 << 20
"""Longest entry in bytes, photos included; a longer one is refused."""

ATTRIBUTES_LIMIT = 20_000
"""Most attributes of a person; each becomes a part of the contact. A group may have more members."""

LINES_LIMIT = 1 << 20
"""Most lines of an entry; each costs memory of its own."""

_RAW_LIMIT = 64 << 10
_MOST_BUILDERS = 512
_ATTRIBUTE_SURE = 95
"""Less than certain, so that a second value of what there is only one of becomes a field."""
_LINE = re.compile(rb"([A-Za-z0-9][A-Za-z0-9.;_-]*)(::|:<|:)[ \t]*(.*)", re.DOTALL)
_DAY = re.compile(r"\d{1,2}")
_CHANGES = frozenset({"delete", "modify", "modrdn", "moddn"})


@dataclass(slots=True)
class _Entry:
    """One entry: its lines unfolded and taken apart, and what was wrong with some of them."""

    line: int
    raw: bytes
    attributes: list[tuple[str, str, bytes]] = field(default_factory=list[tuple[str, str, bytes]])
    remarks: list[Remark] = field(default_factory=list[Remark])

    def values(self, *names: str) -> list[bytes]:
        """The values of some attributes, in order."""
        return [value for name, _, value in self.attributes if name in names]


def read(stream: BinaryIO, options: ReadOptions | None = None) -> Iterator[Record]:
    """Every entry of an LDIF file, in order, with bounded memory."""
    reader = _Reader(options or ReadOptions())
    for line, lines in _entries(stream):
        record = reader.record(line, lines)
        if record is not None:
            yield record


def _entries(stream: BinaryIO) -> Iterator[tuple[int, list[bytes]]]:
    """First line (from 1) and lines of each entry, which a blank line ends; no lines for one too long."""
    lines: list[bytes] = []
    number = start = size = 0
    for block in table_rows.line_blocks(stream):
        for line in block:
            number += 1
            if line.strip():
                start = start or number
                size += len(line)
                if size <= ENTRY_LIMIT and len(line) <= table_rows.LINE_LIMIT and len(lines) < LINES_LIMIT:
                    lines.append(line)
                else:
                    lines, size = [], ENTRY_LIMIT + 1
            elif start:
                yield start, lines
                lines, start, size = [], 0, 0
    if start:
        yield start, lines


class _Reader:
    def __init__(self, options: ReadOptions) -> None:
        self._options = options
        self._builders: dict[tuple[str, ...], RowBuilder] = {}

    def record(self, line: int, lines: list[bytes]) -> Record | None:
        """What an entry is; None for one that only says the version, or comments."""
        if not lines:
            return RefusedCard(line, "card_too_large", b"")
        entry = self._taken_apart(line, lines)
        names = {name for name, _, _ in entry.attributes}
        if not names - {"version"}:
            if any(not text.startswith((b"#", b"version:")) for text in lines):
                return RefusedCard(line, "ldif_no_attributes", entry.raw[:_RAW_LIMIT])
            return None
        change = b"".join(entry.values("changetype")).decode("ascii", "replace").strip().lower()
        if change in _CHANGES:
            return RefusedCard(line, "ldif_change", entry.raw[:_RAW_LIMIT], detail=change)
        classes = {value.decode("utf-8", "replace").strip().lower() for value in entry.values("objectclass")}
        if classes & ldif_attributes.GROUPS and not classes & {"person", "inetorgperson"}:
            return self._group(entry)
        if len(entry.attributes) > ATTRIBUTES_LIMIT:
            return RefusedCard(line, "card_too_large", entry.raw[:_RAW_LIMIT])
        return self._card(entry)

    def _taken_apart(self, line: int, lines: list[bytes]) -> _Entry:
        entry = _Entry(line, b"".join(lines))
        for number, text in _unfolded(line, lines):
            found = _LINE.fullmatch(text)
            if found is None:
                entry.remarks.append(Remark("line_not_understood", number))
                entry.attributes.append(("", "", text))
                continue
            spelt, kind, value = found[1].decode("ascii"), found[2], found[3]
            name = spelt.partition(";")[0].lower()
            if kind == b"::":
                try:
                    value = base64.b64decode(b"".join(value.split()), validate=True)
                except binascii.Error:
                    entry.remarks.append(Remark("base64_damaged", number, name))
                    name, value = "", text
            elif kind == b":<":
                entry.remarks.append(Remark("ldif_url", number, name))
                name, value = "", text
            entry.attributes.append((name, spelt, value))
        return entry

    def _text(self, entry: _Entry, value: bytes) -> str:
        encoding = self._options.encoding or "utf-8"
        try:
            text = value.decode(encoding)
        except UnicodeDecodeError:
            text = value.decode(encoding, "contactbook.windows_byte")
            entry.remarks.append(Remark(table_rows.MIXED_ENCODING, entry.line))
        return text.replace("\0", "")

    def _group(self, entry: _Entry) -> ReadGroup:
        name = b"".join(entry.values("cn")[:1]) or b"".join(entry.values("ou", "o")[:1])
        members = [self._text(entry, value).strip() for value in entry.values(*ldif_attributes.MEMBERS)]
        uid = self._text(entry, b"".join(entry.values("dn")[:1])).strip()
        return ReadGroup(self._text(entry, name).strip(), uid, members, entry.raw, entry.line)

    def _card(self, entry: _Entry) -> Record:
        columns: list[str] = []
        cells: list[str] = []
        extras: list[Extra] = []
        photos: list[Photo] = []
        structure = 0
        for name, spelt, value in entry.attributes:
            if name in ("version", "changetype"):
                continue
            if name == "displayname" and value in entry.values("cn"):
                structure += 1
            elif name in ldif_attributes.PHOTOS:
                photos.append(Photo(value, "image/jpeg"))
            elif name in ldif_attributes.STRUCTURE:
                structure += 1
            elif not name or name in ldif_attributes.BINARY:
                extras.append(_extra(spelt, value))
            else:
                text = self._text(entry, value)
                columns.append(
                    "dateOfBirth" if name == "birthday" and not _DAY.fullmatch(text.strip()) else spelt
                )
                cells.append(text.replace("$", "\n") if name in ldif_attributes.ADDRESS_BLOCKS else text)
        builder = self._builder(tuple(columns))
        card = builder.build(table_rows.TableRow(cells, entry.line, entry.raw))
        if card is None:
            return RefusedCard(entry.line, "ldif_no_attributes", entry.raw[:_RAW_LIMIT])
        contact = card.contact
        contact.extras += extras
        contact.photos += photos
        contact.uid = contact.uid or self._text(entry, b"".join(entry.values("dn")[:1])).strip()
        card.properties += len(extras) + len(photos) + structure
        card.mapped += len(photos)
        card.kept_raw += len(extras) + structure
        card.remarks = entry.remarks + card.remarks
        return card

    def _builder(self, names: tuple[str, ...]) -> RowBuilder:
        builder = self._builders.get(names)
        if builder is None:
            if len(self._builders) >= _MOST_BUILDERS:
                self._builders.clear()
            columns = [_column(name) for name in names]
            mapping = Mapping(columns, "ldif", date_order=self._options.date_order)
            table_header.tell_apart(mapping)
            builder = self._builders[names] = RowBuilder(mapping)
        return builder


def _unfolded(first: int, lines: list[bytes]) -> Iterator[tuple[int, bytes]]:
    """Line number and content of each logical line; comments are left out (RFC 2849, notes 2 and 5)."""
    pieces: list[bytes] = []
    number = first
    for at, line in enumerate(lines, first):
        content = line.rstrip(b"\r\n")
        if content.startswith(b" ") and pieces:
            pieces.append(content[1:])
            continue
        if pieces and not pieces[0].startswith(b"#"):
            yield number, b"".join(pieces)
        pieces, number = [content], at
    if pieces and not pieces[0].startswith(b"#"):
        yield number, b"".join(pieces)


def _extra(spelt: str, value: bytes) -> Extra:
    name, _, options = spelt.partition(";")
    if name.lower() not in ldif_attributes.BINARY:
        try:
            return Extra(name, value.decode(), options)
        except UnicodeDecodeError:
            pass
    return Extra(name, base64.b64encode(value).decode(), f"{options};base64".lstrip(";"))


def _column(spelt: str) -> Column:
    """What an attribute means; one in another language than the entry's own is kept as a field of its own."""
    name, _, options = spelt.partition(";")
    bare, options = name.lower(), options.lower()
    if "phonetic" in options and bare in ("sn", "surname", "givenname", "gn"):
        return from_spec(spelt, "phonetic_family" if bare.startswith("s") else "phonetic_given")
    if options.startswith("lang-"):
        return Column(spelt)
    spec = ldif_attributes.SPECS.get(bare)
    return from_spec(spelt, spec, _ATTRIBUTE_SURE) if spec else column_values.guess_column(name, [])
