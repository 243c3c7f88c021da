"""Cleaning on the way in: what is repaired in the cells of a row, each rule switched by the mapping.

The rules also show what they would do, so that a person can look at before and after and then decide.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

from contactbook.domain import countries, emails, name_words, phones
from contactbook.domain.contact import EMAIL, PHONE
from contactbook.formats import table_cells, table_fillers
from contactbook.formats.table_mapping import CLEANING_RULES, FAMILY_FIRST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from contactbook.formats.table_mapping import Column, Mapping

TRIM, FILLERS, ENTITIES, MEND, UNPROTECT, SHOUTED, MAIL, ZEROS = (
    "trim", "fillers", "entities", "mend", "unprotect", "shouted", "emails", "zeros",
)  # fmt: skip

RULES = CLEANING_RULES
"""Every rule under the name of its switch in a mapping."""

NUMBERS, PHONES = "numbers", "phones"
"""Always done and shown all the same: numbers that a spreadsheet spoiled, and how phones are compared."""

_ENTITY = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6}|#x[0-9a-fA-F]{1,5}|[aeiouyAEIOUY](?:uml|acute|grave|circ)|szlig);"
)
_ENTITY_BYTES = re.compile(rb"&[#a-zA-Z0-9]{2,7};")
_TWICE = re.compile(rb"\xc3[\x82-\x85\x88\xa2][\xc2\xc5\xc6\xcb\xe2]")
_NAMES = frozenset({"given", "middle", "family", "full_name", FAMILY_FIRST, "nickname"})
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_SHORTEST_SHOUT = 3
_BEHIND_MAIL = " \t,;.:"
_POSTAL_LENGTHS = {
    "DE": 5, "FR": 5, "IT": 5, "ES": 5, "US": 5, "FI": 5, "TR": 5, "MX": 5, "MY": 5, "KR": 5, "MA": 5,
    "NO": 4, "AU": 4, "RO": 6,
}  # fmt: skip
"""Digits of the postal codes of countries where some begin with zero (Universal Postal Union, addressing)."""


class Change(NamedTuple):
    """What a rule does to a cell."""

    rule: str
    column: int
    before: str
    after: str


class Cleaner:
    """Cleans the rows of one table.

    Args:
        mapping: what the columns mean, and which rules are on.
        columns: its columns and those of its constants.
        remember: is told what was noticed: a code, and the heading of the column.
    """

    def __init__(
        self, mapping: Mapping, columns: Sequence[Column], remember: Callable[[str, str], None]
    ) -> None:
        self._mapping = mapping
        self._columns = columns[: len(mapping.columns)]
        self._remember = remember
        self._names = [at for at, column in enumerate(self._columns) if column.target in _NAMES]
        self._mails = [
            at for at, column in enumerate(self._columns) if column.target == EMAIL and not column.separator
        ]
        self._codes = list(_codes(self._columns))
        self._fillers = [table_fillers.of_target(column.target) for column in self._columns]
        self._own = bool((mapping.shouted and self._names) or self._mails or (mapping.zeros and self._codes))

    def clean(self, raw: bytes, cells: list[str]) -> list[str]:
        """The cells, cleaned; `raw` are the bytes that they came from."""
        mapping = self._mapping
        if mapping.trim:
            cells = [cell and cell.strip() for cell in cells]
        if mapping.fillers and not table_fillers.IN_POINTS.isdisjoint(cells):
            cells = self._without_fillers(cells)
        if mapping.unprotect or _needs_care(raw):
            cells = self._repair(raw, list(cells))
        if self._own:
            cells = cells if mapping.trim else list(cells)
            self._by_meaning(cells)
        return cells

    def changes(self, cells: Sequence[str]) -> Iterator[Change]:
        """What every rule would do to these cells as they stand in the table, whether it is on or not."""
        width = len(cells)
        for at, cell in enumerate(cells[: len(self._columns)]):
            if not cell:
                continue
            plain = cell.strip()
            if plain != cell:
                yield Change(TRIM, at, cell, plain)
            if plain in self._fillers[at]:
                yield Change(FILLERS, at, plain, "")
                continue
            yield from (
                Change(rule, at, plain, after)
                for rule, repair in _ANYWHERE
                if (after := repair(plain)) != plain
            )
            if self._columns[at].target == PHONE and (change := self._phone(at, plain, cells)):
                yield change
        rules: tuple[tuple[str, list[int], Callable[[str], str]], ...] = (
            (SHOUTED, self._names, calm),
            (MAIL, self._mails, mail),
        )
        for rule, places, repair in rules:
            for at in places:
                plain = cells[at].strip() if at < width else ""
                if plain and (after := repair(plain)) != plain:
                    yield Change(rule, at, plain, after)
        for at, country_at in self._codes:
            if at < width and (plain := cells[at].strip()):
                after = filled_up(plain, self._country(cells, country_at))
                if after != plain:
                    yield Change(ZEROS, at, plain, after)

    def _without_fillers(self, cells: list[str]) -> list[str]:
        cells = list(cells)
        for at, fillers in enumerate(self._fillers[: len(cells)]):
            if cells[at] in fillers:
                self._remember("filler", self._heading(at))
                cells[at] = ""
        return cells

    def _repair(self, raw: bytes, cells: list[str]) -> list[str]:
        mapping = self._mapping
        if b"\r" in raw:
            cells = [cell.replace("\r\n", "\n").replace("\r", "\n") for cell in cells]
        if _ENTITY_BYTES.search(raw):
            for index, cell in enumerate(cells):
                if "&" in cell and _ENTITY.search(cell):
                    self._remember("html_entities", self._heading(index))
                    if mapping.entities:
                        cells[index] = plain_text(cell)
        for index, cell in enumerate(cells):
            if not cell.isascii() and (right := table_cells.mended(cell)) != cell:
                self._remember("mended" if mapping.mend else "double_encoded", self._heading(index))
                if mapping.mend:
                    cells[index] = right
        if b'="' in raw:
            cells = [table_cells.excel_text(cell) if cell[:1] == "=" else cell for cell in cells]
        return [table_cells.unprotected(cell) for cell in cells] if mapping.unprotect else cells

    def _by_meaning(self, cells: list[str]) -> None:
        mapping, width = self._mapping, len(cells)
        if mapping.shouted:
            for at in self._names:
                if at < width and cells[at].isupper():
                    cells[at] = calm(cells[at])
        for at in self._mails:
            if at < width and (cell := cells[at]) and not emails.is_address(cell):
                right = mail(cell) if mapping.emails else cell
                cells[at] = right
                if not emails.is_address(right) and cell[0] != "/":
                    self._remember("email_doubtful", self._heading(at))
        if mapping.zeros:
            for at, country_at in self._codes:
                if at < width and cells[at]:
                    cells[at] = filled_up(cells[at], self._country(cells, country_at))

    def _phone(self, at: int, cell: str, cells: Sequence[str]) -> Change | None:
        value, damage = table_cells.phone_of(cell)
        if damage:
            return Change(NUMBERS, at, cell, "" if damage == table_cells.DAMAGED else value)
        named = {self._country(cells, country_at) for _, country_at in self._codes} - {""}
        region = named.pop() if len(named) == 1 else self._mapping.country
        key = phones.key(value, region)
        return Change(PHONES, at, cell, key) if key and key != cell else None

    def _country(self, cells: Sequence[str], at: int) -> str:
        cell = cells[at].strip() if 0 <= at < len(cells) else ""
        return countries.code(cell) if cell else self._mapping.country

    def _heading(self, index: int) -> str:
        return self._columns[index].heading if index < len(self._columns) else str(index + 1)


def plain_text(cell: str) -> str:
    """Text without HTML entities, however often it was encoded: "Smith &amp;amp; Sons"."""
    for _ in range(_ROUNDS):
        plain = html.unescape(cell) if _ENTITY.search(cell) else cell
        if plain == cell:
            break
        cell = plain
    return cell


_ROUNDS = 3


def calm(name: str) -> str:
    """A SHOUTED name as it is written: "VAN DER BERG-O'NEIL" gives "van der Berg-O'Neil"; others as it is."""
    if not name.isupper() or not any(len(word) >= _SHORTEST_SHOUT for word in _WORD.findall(name)):
        return name
    several = len(name.split()) > 1
    return _WORD.sub(lambda found: _calm_word(found[0], several=several), name)


def _calm_word(word: str, *, several: bool) -> str:
    lower = word.lower()
    if several and lower in name_words.PARTICLES:
        return lower
    if lower.startswith("mc") and len(lower) > _LONGEST_MC:
        return f"Mc{lower[2:].capitalize()}"
    head, mark, tail = lower.partition("'")
    return f"{head.capitalize()}{mark}{tail.capitalize() if len(head) == 1 else tail}"


_LONGEST_MC = 4


def mail(cell: str) -> str:
    """An e-mail address without what mail programs and lists put around it: "<mailto:a@b.example>;"."""
    text = cell.strip(_BEHIND_MAIL)
    if text[:1] == "<" and text[-1:] == ">":
        text = text[1:-1].strip(_BEHIND_MAIL)
    if text[:7].lower() == "mailto:":
        text = text[7:].partition("?")[0]
    return text if emails.is_address(text) else cell


def filled_up(code: str, country: str) -> str:
    """A postal code with the zeros that a spreadsheet took off, where its country is known."""
    length = _POSTAL_LENGTHS.get(country.upper(), 0)
    short = code.isdecimal() and length - 2 <= len(code) < length
    return code.zfill(length) if short else code


def _codes(columns: Sequence[Column]) -> Iterator[tuple[int, int]]:
    """Columns of postal codes, each with that of its country (-1 for none)."""
    for at, column in enumerate(columns):
        if column.target == "address.postal_code":
            there = (
                other
                for other, one in enumerate(columns)
                if one.group == column.group and one.target in ("address.country", "address.country_code")
            )
            yield at, next(there, -1)


_ANYWHERE: tuple[tuple[str, Callable[[str], str]], ...] = (
    (ENTITIES, plain_text),
    (MEND, table_cells.mended),
    (UNPROTECT, table_cells.unprotected),
)


def _needs_care(raw: bytes) -> bool:
    """Whether there is anything in a row that has to be looked for cell by cell; quick, as every row asks."""
    if b"&" in raw or b'="' in raw or raw.find(b"\r", 0, -2) >= 0:
        return True
    return not raw.isascii() and _TWICE.search(raw) is not None
