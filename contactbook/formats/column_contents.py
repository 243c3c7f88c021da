"""Names, companies, towns and addresses, found by what the values look like where no heading tells of them.

Only tables whose headings tell nothing are looked at: where one says "Name", the "Sales rep" and the
"Project" beside it are what they are called. The confidence is low on purpose, so that the person looks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from contactbook.domain import address_lines, company_names, countries, emails, folding
from contactbook.domain.given_names import GIVEN_NAMES
from contactbook.domain.towns import TOWNS
from contactbook.formats.table_mapping import from_spec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.formats.table_mapping import Mapping

_TOLD = 70
_ANYWHERE = ("field", "email", "phone", "url")
"""A heading that says one of these may stand in a table whose other headings are not understood."""

_ROWS = 200
_FEWEST = 2
_LOWEST, _SPAN = 35, 20
_NAMES = ("given", "family", "full_name")
_WORD = re.compile(r"[^\W\d_]+(?:['’.\-][^\W\d_]*)*")  # noqa: RUF001 - an apostrophe as it is typed
_MOST_WORDS, _LONGEST_COUNTRY_CODE = 4, 3
_CODE = re.compile(r"\d{2}-\d{3}|\d{3} \d{2}|\d{4} ?[A-Z]{2}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}")
_STREET = re.compile(r"[^\W\d_][^\n,;]*\s\d+\s?[A-Za-z]?(?:[-/]\d+\w?)?|\d+\w?\s+[^\W\d_]{3}[^\n,;]*")

Judge = Callable[[str], bool]


def find(mapping: Mapping, samples: Sequence[Sequence[str]]) -> None:
    """Give the columns that mean nothing yet the meaning that their cells suggest."""
    if any(one.confidence >= _TOLD and one.target not in _ANYWHERE for one in mapping.columns):
        return
    found = _Contents(mapping, samples)
    found.look("organization", _is_company, 0.4)
    found.look("address.country", _is_country, 0.7)
    found.look("address.postal_code", _is_code, 0.8)
    found.look("address.locality", _is_town, 0.4)
    if found.has("address.locality", "address.postal_code"):
        found.look("address.street", _is_street, 0.7)
    elif not found.has("address.street", "address.formatted"):
        found.look("address.line", _is_address, 0.6)
    if not found.has(*_NAMES):
        found.look_for_names()


class _Contents:
    """The columns of one table that nothing is known of, and their cells."""

    def __init__(self, mapping: Mapping, samples: Sequence[Sequence[str]]) -> None:
        self._mapping = mapping
        self._rows = [[cell.strip() for cell in row] for row in samples[:_ROWS]]
        unknown = [
            at
            for at, column in enumerate(mapping.columns)
            if column.target == "field" and not column.confidence
        ]
        cells = {at: [row[at] for row in self._rows if at < len(row) and row[at]] for at in unknown}
        self._cells = {at: found for at, found in cells.items() if len(found) >= _FEWEST}

    def has(self, *targets: str) -> bool:
        """Whether a column has one of these meanings already."""
        return any(column.target in targets for column in self._mapping.columns)

    def look(self, target: str, judge: Judge, least: float) -> None:
        """Take the column most of whose cells are found to be such, unless there is one already."""
        shares = {at: _share(judge, cells) for at, cells in self._cells.items()}
        best = max(shares, key=lambda at: shares[at], default=-1)
        if best >= 0 and shares[best] >= least and not self.has(target):
            self._take(best, target, shares[best])

    def look_for_names(self) -> None:
        """A column of whole names; else one of given names and one of family names."""
        several = {at: _share(_is_whole_name, cells) for at, cells in self._cells.items()}
        whole = {at: self._is_of_people(at) for at, share in several.items() if share >= _MOST}
        best = max(whole, key=lambda at: whole[at], default=-1)
        if best >= 0 and whole[best] >= _SOME:
            self._take(best, "full_name", whole[best])
            return
        single = [at for at, cells in self._cells.items() if _share(_is_name, cells) >= _MOST]
        given = {at: _share(_is_given, self._cells[at]) for at in single}
        first = max(given, key=lambda at: given[at], default=-1)
        if first < 0 or given[first] < _SOME:
            return
        beside = [at for at in single if abs(at - first) == 1 and given[at] < _SOME]
        family = max(beside, key=self._in_addresses, default=-1)
        if family >= 0:
            self._take(family, "family", self._in_addresses(family))
        self._take(first, "given", given[first])

    def _take(self, at: int, target: str, share: float) -> None:
        columns = self._mapping.columns
        beside = (one.label for one in columns if one.target.startswith("address."))
        label = next(beside, "") if target.startswith("address.") else ""
        spec = f"{target}:{label}" if label else target
        columns[at] = from_spec(columns[at].heading, spec, _LOWEST + int(_SPAN * share))
        del self._cells[at]

    def _is_of_people(self, at: int) -> float:
        """How sure a column of several words is people: by given names among them, or by e-mail addresses."""
        given = _share(lambda cell: any(map(_is_given, cell.split())), self._cells[at])
        return max(given, self._in_addresses(at))

    def _in_addresses(self, at: int) -> float:
        """In which part of the rows a word of the cell stands in an e-mail address of the row."""
        told = agreeing = 0
        for row in self._rows:
            mails = [cell.rpartition("@")[0].lower() for cell in row if emails.is_address(cell)]
            if mails and at < len(row) and row[at]:
                told += 1
                words = [word for word in folding.tokens(row[at]) if len(word) > _SHORT]
                agreeing += any(word in mail for mail in mails for word in words)
        return agreeing / told if told else 0.0


_MOST, _SOME, _SHORT = 0.7, 0.4, 2


def _share(judge: Judge, cells: Sequence[str]) -> float:
    return sum(map(judge, cells)) / len(cells)


def _is_company(cell: str) -> bool:
    return company_names.has_legal_form(cell)


def _is_country(cell: str) -> bool:
    return len(cell) > _LONGEST_COUNTRY_CODE and bool(countries.code(cell))


def _is_code(cell: str) -> bool:
    return _CODE.fullmatch(cell) is not None


def _is_town(cell: str) -> bool:
    return folding.fold(cell) in TOWNS


def _is_street(cell: str) -> bool:
    return _STREET.fullmatch(cell) is not None


def _is_address(cell: str) -> bool:
    return address_lines.parse(cell) is not None


def _is_given(cell: str) -> bool:
    return folding.fold(cell).partition("-")[0] in GIVEN_NAMES


def _is_name(cell: str) -> bool:
    """One word, or two, as names are written."""
    return _words_of_name(cell) in (1, 2)


def _is_whole_name(cell: str) -> bool:
    return _words_of_name(cell) > 1


def _words_of_name(cell: str) -> int:
    """How many words a cell has that may be a name; 0 when it cannot be one."""
    words = cell.replace(",", " ").split()
    fitting = all(map(_WORD.fullmatch, words)) and words[:1] != [words[0].lower() if words else ""]
    return len(words) if fitting and len(words) <= _MOST_WORDS else 0
