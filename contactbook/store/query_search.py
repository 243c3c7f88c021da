"""Answers queries: every part gives a set of contacts, and the sets are combined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain import query
from contactbook.domain.folding import tokens
from contactbook.domain.problems import Problem
from contactbook.store import loading, query_fields
from contactbook.store.query_sources import SOURCES
from contactbook.store.query_times import rows_where
from contactbook.store.search import by_words, words_matching
from contactbook.store.search_text import searched_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.domain.query import Query
    from contactbook.store.reader import Reader

_ALL = rows_where("id IS NOT NULL")


def matching(reader: Reader, asked: Query) -> set[int] | None:
    """The contacts for which a query holds, trash included, in no order; None for everybody."""
    match asked:
        case query.Words():
            return words_matching(reader, asked.text)
        case query.Phrase():
            return _with_phrase(reader, asked.text)
        case query.Term():
            found = SOURCES[asked.name](reader, asked)
            return _others(reader, found) if asked.name == "no" else found
        case query.Not():
            found = matching(reader, asked.part)
            return set() if found is None else _others(reader, found)
        case query.Every():
            return _every(reader, asked.parts)
        case query.Either():
            return _either(reader, asked.parts)


def matching_text(reader: Reader, text: str) -> set[int] | None:
    """As `matching`, for a text whose typing may not be over; what is not understood finds nobody."""
    try:
        return matching(reader, query.parse(text, unfinished=True))
    except Problem:
        return set()


def check(reader: Reader, asked: Query) -> None:
    """Look whether everything that a query names is there. Raises Problem `query.no_such_field`."""
    match asked:
        case query.Term(name="field"):
            query_fields.check(reader, asked.key, asked.start + 1)
        case query.Term(name="has" | "no"):
            if key := asked.value.partition(".")[2]:
                query_fields.check(reader, key, asked.start + 1)
        case query.Not():
            check(reader, asked.part)
        case query.Every() | query.Either():
            for part in asked.parts:
                check(reader, part)
        case _:
            pass


def _others(reader: Reader, found: set[int]) -> set[int]:
    everybody = set(reader.id_list(_ALL))
    everybody -= found
    return everybody


def _every(reader: Reader, parts: Sequence[Query]) -> set[int] | None:
    """What must not hold comes last: it is taken away from what is left, not looked up by itself."""
    found: set[int] | None = None
    turned = [part for part in parts if isinstance(part, query.Not)]
    for part in (part for part in parts if not isinstance(part, query.Not)):
        hits = matching(reader, part)
        if hits is not None:
            found = hits if found is None else found & hits
        if found is not None and not found:
            return found
    for part in turned:
        hits = matching(reader, part.part)
        if hits is None:
            return set()
        found = _others(reader, hits) if found is None else found - hits
    return found


def _either(reader: Reader, parts: Sequence[Query]) -> set[int] | None:
    found: set[int] = set()
    for part in parts:
        hits = matching(reader, part)
        if hits is None:
            return None
        found |= hits
    return found


def _with_phrase(reader: Reader, text: str) -> set[int]:
    """Whole words one after the other: the index knows who has them all, the texts tell in which order."""
    wanted = tokens(text)
    likely = by_words(reader, wanted, whole=True)
    if len(wanted) < 2 or not likely:
        return set(likely)
    phrase = f" {' '.join(wanted)} "
    return {
        contact.id
        for contact in loading.load_many(reader.connection, likely, pictures=False)
        if any(phrase in f" {' '.join(tokens(each))} " for each in searched_texts(contact))
    }
