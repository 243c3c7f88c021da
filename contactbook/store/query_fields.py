"""Terms about custom fields, compared as their type wants: as numbers, dates, yes or no, or words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from contactbook.domain import fields, partial_dates
from contactbook.domain.folding import fold, tokens
from contactbook.domain.problems import Problem
from contactbook.domain.query import number

if TYPE_CHECKING:
    from collections.abc import Callable

    from contactbook.domain.query import Term
    from contactbook.store.reader import Reader

_NUMBERS = frozenset({fields.NUMBER, fields.MONEY, fields.RATING})
_YES = frozenset({"yes", "true", "1", "on", "y"})
_NO = frozenset({"no", "false", "0", "off", "n"})
_LONGEST_NUMBER = 40


def existing(reader: Reader, key: str) -> tuple[int, str] | None:
    """Id and type of the field with this key, or with a label of that name; None when there is none."""
    wanted = fields.key_of(key)
    found = None
    for field_id, each, label, type_ in reader.query("SELECT id, key, label, type FROM field"):
        if each == key:
            return field_id, type_
        if wanted in (each, fields.key_of(label)):
            found = field_id, type_
    return found


def keys(reader: Reader) -> tuple[str, ...]:
    """The keys of every field, in their order."""
    return tuple(key for (key,) in reader.query("SELECT key FROM field ORDER BY position, key"))


def check(reader: Reader, key: str, at: int) -> None:
    """Raises Problem `query.no_such_field` (data: at, part, choices)."""
    if existing(reader, key) is None:
        raise Problem("query.no_such_field", at=at, part=key, choices=keys(reader))


def having(reader: Reader, key: str) -> set[int]:
    """Who has a value in this field."""
    field = existing(reader, key)
    sql = "SELECT contact_id FROM field_value WHERE field_id = ? AND value <> ''"
    return set(reader.id_list(sql, (field[0],))) if field else set()


def matching(reader: Reader, term: Term) -> set[int]:
    """Who has a value in the term's field that fits; nobody when there is no such field."""
    field = existing(reader, term.key)
    if field is None:
        return set()
    fits = lru_cache(maxsize=4096)(_test(term, field[1]))
    sql = "SELECT contact_id, value FROM field_value WHERE field_id = ?"
    return {contact_id for contact_id, value in reader.query(sql, (field[0],)) if fits(value)}


def _test(term: Term, type_: str) -> Callable[[str], bool]:
    compared = bool(term.until) or term.operator not in ("", "=")
    low, high = number(term.value), number(term.until) if term.until else None
    if low is not None and (type_ in _NUMBERS or (compared and type_ != fields.DATE)):
        return lambda value: _compares(_number_of(value), term, low, high)
    if type_ == fields.DATE or compared:
        first, last = partial_dates.parse(term.value) or term.value, partial_dates.parse(term.until)
        return lambda value: _compares(value[: len(first)] or None, term, first, f"{last}~" if last else None)
    if type_ == fields.YES_NO and (said := _truth(term.value)) is not None:
        return lambda value: _truth(value) is said
    wanted = tokens(term.value)
    if term.operator == "=":
        return lambda value: tokens(value) == wanted
    return lambda value: all(any(word.startswith(each) for word in tokens(value)) for each in wanted)


def _compares(value: Any, term: Term, low: Any, high: Any) -> bool:  # noqa: ANN401 - numbers or texts
    """Whether a value stands to the term's as its operator says; a value that is none never does."""
    if value is None:
        return False
    if high is not None:
        return low <= value <= high
    match term.operator:
        case ">":
            return value > low
        case ">=":
            return value >= low
        case "<":
            return value < low
        case "<=":
            return value <= low
        case _:
            return value == low


def _number_of(text: str) -> float | None:
    """The number at the beginning of a value: "44", "12.50 EUR"."""
    word = text[:_LONGEST_NUMBER].split()
    return number(word[0]) if word else None


def _truth(text: str) -> bool | None:
    word = fold(text)
    return True if word in _YES else False if word in _NO else None
