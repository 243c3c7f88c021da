"""Queries as people type and save them, taken apart: words, "exact words", terms, -not, or, brackets.

    tag:vip city:Gdansk -company:acme born:05 created:>2025-01 has:email (tag:a or tag:b) "exact words"

Everything typed beside each other must hold. Text without a term, quotes, brackets or a minus is what it
always was: words to be found. What a term may be followed by stands in `query_terms`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from contactbook.domain import query_dates, query_terms
from contactbook.domain.problems import Problem
from contactbook.domain.query_scan import MINUS, OPERATOR, PHRASE, TERM, WORD, Token, scan
from contactbook.domain.query_terms import FIELD, Shape

RANGE = ".."
OPERATORS = (">=", "<=", ">", "<", "=")


@dataclass(frozen=True, slots=True)
class Words:
    """Words to be found in any field and order; an empty text is everybody."""

    text: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Phrase:
    """Whole words that must stand next to each other somewhere."""

    text: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Term:
    """A term with its value. `key` names the custom field; `until` is the end of a range."""

    name: str
    operator: str
    value: str
    until: str = ""
    key: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Not:
    """What must not hold."""

    part: Query
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Every:
    """Parts that must all hold."""

    parts: tuple[Query, ...]
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Either:
    """Parts of which one must hold."""

    parts: tuple[Query, ...]
    start: int = 0
    end: int = 0


Query: TypeAlias = "Words | Phrase | Term | Not | Every | Either"


def parse(text: str, *, unfinished: bool = False) -> Query:
    """What a text asks for; every part knows where it stands in the text (0-based, end exclusive).

    Args:
        text: as typed.
        unfinished: somebody is still typing: what is not complete at the end does not count yet.

    Raises:
        Problem: query.unknown_term, query.value_missing, query.value_not_understood, query.quote_not_closed,
            query.bracket_not_closed, query.nothing_beside; data `at` (1-based character) and `part`.
    """
    tokens = scan(text, unfinished=unfinished)
    if not tokens:
        return Words("")
    if all(token.kind == WORD for token in tokens):
        start, end = tokens[0].start, tokens[-1].end
        return Words(text[start:end], start, end)
    return _Parser(tokens, unfinished=unfinished).whole()


def parts(query: Query) -> tuple[Query, ...]:
    """What must hold, one beside the other."""
    return query.parts if isinstance(query, Every) else (query,)


def without(text: str, part: Query) -> str:
    """The text without one of its parts: what removing a chip leaves."""
    return " ".join(filter(None, (text[: part.start].strip(), text[part.end :].strip())))


class _Parser:
    """Recursive descent over the tokens: or binds least, then what stands side by side, then not."""

    def __init__(self, tokens: list[Token], *, unfinished: bool) -> None:
        self._tokens = tokens
        self._at = 0
        self._unfinished = unfinished

    def whole(self) -> Query:
        found = self._either()
        return found if found is not None else Words("")

    def _next(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _either(self) -> Query | None:
        found: list[Query] = []
        while True:
            part = self._every()
            token = self._next()
            more = token is not None and token.kind == OPERATOR and token.text == "or"
            if part is not None:
                found.append(part)
            elif (more or found) and not (self._unfinished and token is None):
                broken = token or self._tokens[-1]
                raise Problem("query.nothing_beside", at=broken.start + 1, part=broken.text)
            if not more:
                break
            self._at += 1
        if len(found) > 1:
            return Either(tuple(found), found[0].start, found[-1].end)
        return found[0] if found else None

    def _every(self) -> Query | None:
        found: list[Query] = []
        while (token := self._next()) is not None and not token.ends_a_row:
            if token.kind == OPERATOR and token.text == "and":
                self._at += 1
            elif (part := self._one()) is not None:
                found.append(part)
        found = _joined(found)
        if len(found) > 1:
            return Every(tuple(found), found[0].start, found[-1].end)
        return found[0] if found else None

    def _one(self) -> Query | None:
        token = self._tokens[self._at]
        self._at += 1
        if token.kind == MINUS or (token.kind == OPERATOR and token.text == "not"):
            following = self._next()
            if following is None or following.ends_a_row:
                if self._unfinished and following is None:
                    return None
                raise Problem("query.nothing_beside", at=token.start + 1, part=token.text)
            part = self._one()
            return Not(part, token.start, part.end) if part is not None else None
        if token.kind == WORD:
            return Words(token.text, token.start, token.end)
        if token.kind == PHRASE:
            return Phrase(token.text, token.start, token.end) if token.text.strip() else None
        if token.kind == TERM:
            return _term(token)
        return self._group(token)

    def _group(self, opened: Token) -> Query | None:
        inside = self._either()
        closed = self._next()
        if closed is None:
            if self._unfinished:
                return inside
            raise Problem("query.bracket_not_closed", at=opened.start + 1, part=opened.text)
        self._at += 1
        if inside is None:
            raise Problem("query.nothing_beside", at=opened.start + 1, part=opened.text + closed.text)
        return _moved(inside, opened.start, closed.end)


def _joined(parts: list[Query]) -> list[Query]:
    """Words that stand side by side are one search: digits of a number may be among them."""
    found: list[Query] = []
    for part in parts:
        last = found[-1] if found else None
        if isinstance(part, Words) and isinstance(last, Words):
            found[-1] = Words(f"{last.text} {part.text}", last.start, part.end)
        else:
            found.append(part)
    return found


def _moved(part: Query, start: int, end: int) -> Query:
    """A part with the brackets around it."""
    return replace(part, start=start, end=end)


def _term(token: Token) -> Term:
    """A term of a token, its value looked at."""
    head, _, key = token.name.partition(".")
    kind = query_terms.named(head)
    if kind is None or bool(key) != (kind.name == FIELD):
        raise Problem(
            "query.unknown_term", at=token.start + 1, part=token.name, choices=_similar(head) or _OFFERED
        )
    operator = next((sign for sign in OPERATORS if token.text.startswith(sign)), "") if token.bare else ""
    value = token.text[len(operator) :]
    until = ""
    if token.bare and RANGE in value and kind.shape in _COMPARED:
        value, _, until = value.partition(RANGE)
    if not value:
        raise Problem("query.value_missing", at=token.start + 1, part=f"{token.name}:")
    if kind.shape is Shape.CHOICE:
        value = query_terms.choice(kind, value) or _refuse(token, kind.choices)
    elif kind.shape is Shape.PRESENCE:
        value = query_terms.present(value) or _refuse(token, query_terms.PRESENT)
    elif not all(_understood(kind.shape, each) for each in (value, until) if each):
        _refuse(token, _EXAMPLES.get(kind.shape, ()))
    return Term(kind.name, operator, value, until, key, token.start, token.end)


_COMPARED = (Shape.NUMBER, Shape.DAY, Shape.MOMENT, Shape.FIELD)
_OFFERED = tuple(kind.name for kind in query_terms.KINDS)
_EXAMPLES = {
    Shape.DAY: ("05", "05-09", "1980", "1980-05-09", "May", "today", "1970..1980"),
    Shape.MOMENT: ("2025", "2025-01", "2025-01-31", ">2025-01", "today", "30d", "6m"),
    Shape.NUMBER: ("3", ">3", "1..5"),
}


def _understood(shape: Shape, value: str) -> bool:
    now = datetime.now()
    if shape is Shape.DAY:
        return query_dates.day(value, now) is not None
    if shape is Shape.MOMENT:
        return query_dates.span(value, now) is not None
    return shape is not Shape.NUMBER or number(value) is not None


def number(text: str) -> float | None:
    """A number as people type it, with a point or a comma; None when it is none."""
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None


def _refuse(token: Token, choices: tuple[str, ...]) -> str:
    raise Problem(
        "query.value_not_understood", at=token.start + 1, part=f"{token.name}:{token.text}", choices=choices
    )


def _similar(name: str) -> tuple[str, ...]:
    from difflib import get_close_matches

    near = get_close_matches(name.lower(), query_terms.names(), n=3)
    return tuple(dict.fromkeys(kind.name for each in near if (kind := query_terms.named(each)) is not None))
