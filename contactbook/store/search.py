"""Finding contacts by what a person types: every word must be found, in any order and any field."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from contactbook.store.search_words import SHORTEST_PART, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from contactbook.store.reader import Reader
    from contactbook.store.search_words import Number, Unit


MANY = 10_000
"""More matches than this may be everybody, which is worth a look before more is searched."""

_COUNT = """
    SELECT (SELECT count(*) FROM contact_row WHERE deleted_at IS NULL)
    + (SELECT count(*) FROM contact_row WHERE deleted_at IS NOT NULL)
"""
"""Both halves are counted in small indexes; the table itself is thirty times as big."""


def words_matching(reader: Reader, text: str) -> set[int] | None:
    """The contacts in which all words and numbers of a text are found; None when there are none to be found.

    See `view_search.search` for what matches.
    """
    units, numbers = parse(text)
    if not units and not numbers:
        return None
    found = _matching(reader, units)
    for number in sorted(numbers, key=lambda number: -len(number.whole)):
        if found is None or found:
            hits = _number_matches(reader, number)
            found = hits if found is None else found & hits
    return found or set()


def by_words(reader: Reader, words: Iterable[str], column: str = "", *, whole: bool = False) -> list[int]:
    """Who has every one of these folded words, or with `whole` not only their beginnings, in a column."""
    terms = " ".join(f'"{_quoted(word)}"' + "*" * (not whole) for word in words)
    if not terms:
        return []
    return _match(reader, "search_row", f"{column} : ({terms})" if column else terms)


def by_part(reader: Reader, parts: Iterable[tuple[str, str]]) -> list[int]:
    """Who has one of these texts of three characters or more anywhere: (column of `search_part`, text)."""
    terms = (f'{column} : "{_quoted(text)}"' for column, text in parts)
    return _match(reader, "search_part", " OR ".join(terms))


def number_matches(reader: Reader, digits: str) -> set[int]:
    """Who has a phone number in which these digits (see `search_words.dialled`) stand."""
    if len(digits) >= SHORTEST_PART:
        return set(by_part(reader, [("digits", digits)]))
    sql = "SELECT contact_id FROM contact_point WHERE kind = 'phone' AND (key LIKE ?1 OR value LIKE ?1)"
    return set(reader.id_list(sql, (f"%{digits}%",)))


def first_matches(order: Sequence[int], matches: set[int], count: int) -> array[int]:
    """The first `count` ids of an order that match: what a list paints before it has counted the rest."""
    found = array("q")
    if len(matches) < count:
        count = len(matches)
    for contact_id in order:
        if len(found) >= count:
            break
        if contact_id in matches:
            found.append(contact_id)
    return found


def all_matches(order: Iterable[int], matches: set[int]) -> array[int]:
    """Every id of an order that matches, in that order."""
    return array("q", filter(matches.__contains__, order))


def _matching(reader: Reader, units: list[Unit]) -> set[int] | None:
    """The contacts that match every unit; None when there are no units."""
    found: set[int] | None = None
    short = [unit for unit in units if not unit.parts]
    long = sorted((unit for unit in units if unit.parts), key=lambda unit: -len(unit.prefixes[0]))
    for unit in long:
        found = _with_parts(reader, unit, found)
        if not found:
            return set()
    if short:
        hits = _by_prefix(reader, short)
        found = set(hits) if found is None else found.intersection(hits)
    return found


def _with_parts(reader: Reader, unit: Unit, among: set[int] | None) -> set[int]:
    """The contacts (among some) that match a unit; parts are asked only for those that words leave."""
    hits = _by_prefix(reader, [unit])
    if among is not None:
        found = among.intersection(hits)
        left = among - found
        return found.union(left.intersection(by_part(reader, unit.parts))) if left else found
    found = set(hits)
    if len(found) < MANY or len(found) < reader.id_list(_COUNT)[0]:
        found.update(by_part(reader, unit.parts))
    return found


def _number_matches(reader: Reader, number: Number) -> set[int]:
    whole = set(_match(reader, "search_part", f'digits : "{number.whole}"'))
    return whole | (_matching(reader, list(number.pieces)) or set())


def _by_prefix(reader: Reader, units: Iterable[Unit]) -> list[int]:
    words = dict.fromkeys(word for unit in units for word in unit.prefixes)
    return _match(reader, "search_row", " ".join(f'"{word}"*' for word in words))


def _match(reader: Reader, table: str, expression: str) -> list[int]:
    return reader.id_list(f"SELECT rowid FROM {table} WHERE {table} MATCH ?", (expression,))


def _quoted(text: str) -> str:
    """For FTS5, which takes a NUL for the end of the query: a letter that nothing holds stands for it."""
    return text.replace('"', '""').replace("\0", "\ufffd")
