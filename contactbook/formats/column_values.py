"""What a column holds, judged by the cells in it."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from contactbook.domain import column_names, column_words, emails, folding, names, partial_dates
from contactbook.formats import table_cells
from contactbook.formats.table_mapping import Column, from_spec

if TYPE_CHECKING:
    from collections.abc import Sequence

_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_PHONE = re.compile(r"\+?[\d(][\d\s()/.\-]{5,22}\d(?:\s?(?:x|ext\.?)\s?\d+)?")
_INTERNET_ADDRESS = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
_NAME_SURE = 70
_LOOKS_SURE = 60
_SEPARATORS = ";,"


def looks_like(cells: Sequence[str]) -> tuple[str, int]:
    """What these cells look like ("email", "phone", "url", "date"), and what share (0..100) does."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if not filled:
        return "", 0
    counts = {
        "email": sum(map(_holds_address, filled)),
        "url": sum(_URL.fullmatch(cell) is not None for cell in filled),
        "date": sum(_is_date(cell) for cell in filled),
        "phone": sum(_is_phone(cell) for cell in filled),
    }
    target, count = max(counts.items(), key=lambda item: item[1])
    return (target, 100 * count // len(filled)) if count > len(filled) * 0.6 else ("", 0)


def _holds_address(cell: str) -> bool:
    if emails.is_address(cell):
        return True
    parts = [part.strip() for part in re.split(f"[{_SEPARATORS}]", cell) if part.strip()]
    return bool(parts) and all(map(emails.is_address, parts))


def _is_date(cell: str) -> bool:
    return len(cell) > 7 and (partial_dates.parse(cell) is not None or table_cells.is_ambiguous_date(cell))


def _is_phone(cell: str) -> bool:
    if not _PHONE.fullmatch(cell) or _INTERNET_ADDRESS.fullmatch(cell) or _is_date(cell):
        return False
    return cell[0] in "+(0" or any(mark in cell for mark in " -/.")


def guess_column(heading: str, cells: Sequence[str]) -> Column:
    """What a column that no dialect knows means: by its name, checked against its cells, else by those."""
    words = column_names.words_of(heading)
    if not column_words.KIND_HEADINGS.isdisjoint(words) and are_kinds(cells):
        return from_spec(heading, "kind", _NAME_SURE)
    named = column_names.match(heading)
    if named.spec in ("", "job_title") and are_titles(cells):
        return from_spec(heading, "prefix", _NAME_SURE)
    looks, share = looks_like(cells)
    if named.confidence >= _NAME_SURE:
        column = from_spec(heading, named.spec, named.confidence)
        if (
            looks in ("email", "phone", "url")
            and column.target in ("email", "phone", "url")
            and looks != column.target
        ):
            return from_spec(heading, f"{looks}:{column.label}" if column.label else looks, _LOOKS_SURE)
        if column.target == "full_name" and looks == "email":
            return from_spec(heading, "email", _LOOKS_SURE)
        if column.target == "full_name" and are_numbers(cells):
            return Column(heading, confidence=0)  # "Customer" over numbers of customers
        return column
    if looks == "phone" and not column_words.NO_PHONES.isdisjoint(words):
        return Column(heading, confidence=0)
    if looks == "email" or (looks in ("phone", "url") and share >= 80):
        label = column_names.label_of(heading) if looks == "phone" else ""
        return from_spec(heading, f"{looks}:{label}" if label else looks, _LOOKS_SURE)
    if between_addresses(cells):
        return from_spec(heading, "email", _LOOKS_SURE)
    return Column(heading, confidence=0)


def are_numbers(cells: Sequence[str]) -> bool:
    """Whether most of the filled cells are numbers of things, such as "K-1001", and no names."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    numbers = sum(_NUMBERED.fullmatch(cell) is not None for cell in filled)
    return numbers > len(filled) * 0.6


_NUMBERED = re.compile(r"[^\W\d_]{0,4}[-./ #]?\d[\w./-]*")


def are_titles(cells: Sequence[str]) -> bool:
    """Whether every filled cell is a form of address or an academic title: "Herr", "Dr."."""
    filled = [cell for cell in cells if cell.strip()]
    return bool(filled) and all(map(names.is_title, filled))


def are_kinds(cells: Sequence[str]) -> bool:
    """Whether the cells tell companies from people: "Organization", "Individual"."""
    found = {folding.fold(cell).strip() for cell in cells} - {""}
    companies = found & column_words.COMPANY_KINDS
    return bool(companies) and found - companies <= column_words.PERSON_KINDS


def between_addresses(cells: Sequence[str], *, named: bool = False) -> str:
    """What stands between the e-mail addresses of a column that holds lists of them; "" for another one.

    Args:
        cells: what stands in the column.
        named: it is known to hold addresses: a cell that is none, and no list, tells nothing.
    """
    filled = [cell for cell in cells if cell.strip()]
    for separator in _SEPARATORS:
        lists = [[part.strip() for part in cell.split(separator) if part.strip()] for cell in filled]
        several = [one for one in lists if len(one) > 1]
        if several and all(map(emails.is_address, chain.from_iterable(several if named else lists))):
            return separator
    return ""
