"""Where the terms of a query lie in the tables: for each term of `domain.query_terms` one way to find it.

Every function gives the ids of all contacts for which the term holds, trash included, in no order. Text is
first narrowed by the search index, then the value itself is looked at, so that "company:acme" does not find
the department of that name.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from contactbook.domain import countries
from contactbook.domain.folding import fold, tokens
from contactbook.store import query_fields, query_timeline, query_times
from contactbook.store.search import by_part, by_words, number_matches
from contactbook.store.search_words import SHORTEST_PART, dialled
from contactbook.store.sqlite import carray, id_array
from contactbook.store.tags import key_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from contactbook.domain.query import Term
    from contactbook.store.reader import Reader

    Source = Callable[[Reader, Term], set[int]]

STAR = "*"
MANY = 20_000
"""More candidates than this are looked at by reading the whole table, not one by one."""


@dataclass(frozen=True, slots=True)
class TextSource:
    """Text that begins with the words asked for: `column` of `search_row` narrows, `tables` hold the value.

    Args:
        column: of `search_row`; "" when it is not in there.
        tables: SQL with two columns, contact and value; the contact's is named by `owner`.
    """

    column: str
    tables: tuple[str, ...]

    def __call__(self, reader: Reader, term: Term) -> set[int]:
        """Everybody with such a text."""
        wanted = tokens(term.value)
        if not wanted:
            return set()
        likely = by_words(reader, wanted, self.column)
        fits = _whole(term.value) if term.operator == "=" else _beginning(tuple(wanted))
        return {
            contact_id
            for sql in self.tables
            for contact_id, value in _rows(reader, sql, likely)
            if fits(value)
        }


def _rows(reader: Reader, sql: str, likely: list[int]) -> list[tuple[Any, ...]]:
    owner = "id" if " FROM contact " in sql else "contact_id"
    if len(likely) > MANY:
        among = set(likely)
        return [row for row in reader.query(sql) if row[0] in among]
    glue = " AND " if " WHERE " in sql else " WHERE "
    return reader.query(f"{sql}{glue}{owner} IN carray(?)", id_array(likely)) if likely else []


def _beginning(wanted: tuple[str, ...]) -> Callable[[str], bool]:
    @lru_cache(maxsize=4096)
    def fits(value: str) -> bool:
        words = tokens(value)
        return all(any(word.startswith(each) for word in words) for each in wanted)

    return fits


def _whole(wanted: str) -> Callable[[str], bool]:
    folded = " ".join(tokens(wanted))
    return lambda value: " ".join(tokens(value)) == folded


def _words_alone(column: str) -> Source:
    """A column of the search index that is just what is asked for: the value need not be looked at."""
    return lambda reader, term: set(by_words(reader, tokens(term.value), column))


def _email(reader: Reader, term: Term) -> set[int]:
    wanted = fold(term.value)
    if term.operator == "=":
        sql = "SELECT contact_id FROM contact_point WHERE kind = 'email' AND key = ?"
        return set(reader.id_list(sql, (wanted,)))
    if len(wanted) >= SHORTEST_PART:
        return set(by_part(reader, [("email", wanted)]))
    return _points("email")(reader, term)


def _phone(reader: Reader, term: Term) -> set[int]:
    wanted = dialled(term.value)
    return number_matches(reader, wanted) if wanted else set()


def _points(*kinds: str) -> Source:
    """Contact points in whose value the text stands anywhere."""

    def find(reader: Reader, term: Term) -> set[int]:
        sql = "SELECT contact_id, value, service FROM contact_point WHERE kind IN carray(?)"
        wanted = fold(term.value)
        rows = reader.query(sql, (carray(kinds),))
        return {row[0] for row in rows if wanted in fold(row[1]) or wanted == fold(row[2])}

    return find


def _country(reader: Reader, term: Term) -> set[int]:
    """By name in any language or by code; otherwise as text."""
    code = countries.code(term.value)
    fits = _beginning(tuple(tokens(term.value)))
    named = tuple(
        country
        for (country,) in reader.query("SELECT DISTINCT country FROM address")
        if country and (fits(country) or (code and countries.code(country) == code))
    )
    found: set[int] = set()
    if named:
        found.update(
            reader.id_list("SELECT contact_id FROM address WHERE country IN carray(?)", (carray(named),))
        )
    if code:
        found.update(reader.id_list("SELECT contact_id FROM address WHERE country_code = ?", (code,)))
    return found


def _tag(reader: Reader, term: Term) -> set[int]:
    key = key_of(term.value.rstrip(STAR))
    if not term.value.endswith(STAR):
        sql = "SELECT contact_id FROM contact_tag WHERE tag_id = (SELECT id FROM tag WHERE key = ?)"
        return set(reader.id_list(sql, (key,)))
    tag_ids = [tag for tag, each in reader.query("SELECT id, key FROM tag") if each.startswith(key)]
    sql = "SELECT contact_id FROM contact_tag WHERE tag_id IN carray(?)"
    return set(reader.id_list(sql, id_array(tag_ids))) if tag_ids else set()


def _import(reader: Reader, term: Term) -> set[int]:
    wanted = fold(term.value.rstrip(STAR))
    files = [
        file_id
        for file_id, *names in reader.query(
            "SELECT import_file.id, import_file.name, import_run.name FROM import_file"
            " JOIN import_run ON import_run.id = run_id"
        )
        if any(wanted in fold(name) for name in names)
    ]
    sql = "SELECT contact_id FROM source_card WHERE file_id IN carray(?)"
    return set(reader.id_list(sql, id_array(files))) if files else set()


def _uid(reader: Reader, term: Term) -> set[int]:
    sql = "SELECT id FROM contact WHERE uid = ?1 AND uid <> '' UNION SELECT contact_id FROM source_card"
    return set(reader.id_list(f"{sql} WHERE uid = ?1 AND uid <> ''", (term.value,)))


_KINDS = {"person": "company = 0", "company": "company = 1", "starred": "starred = 1"}


def _kind(reader: Reader, term: Term) -> set[int]:
    return set(reader.id_list(query_times.rows_where(_KINDS[term.value])))


_PARTS = "SELECT contact_id FROM {} WHERE {}"
PRESENT = {
    "email": query_times.rows_where("email_key IS NOT NULL"),
    "phone": query_times.rows_where("phone_key IS NOT NULL"),
    "website": _PARTS.format("contact_point", "kind = 'url'"),
    "chat": _PARTS.format("contact_point", "kind IN ('chat', 'social')"),
    "address": "SELECT contact_id FROM address",
    "city": _PARTS.format("address", "locality <> ''"),
    "country": _PARTS.format("address", "country <> '' OR country_code <> ''"),
    "photo": "SELECT contact_id FROM photo",
    "birthday": _PARTS.format("contact_date", "label = 'birthday'"),
    "date": "SELECT contact_id FROM contact_date",
    "relation": "SELECT contact_id FROM relation",
    "tag": "SELECT contact_id FROM contact_tag",
    "field": _PARTS.format("field_value", "value <> ''"),
    "note": "SELECT id FROM contact WHERE note <> ''",
    "company": "SELECT id FROM contact WHERE organization <> '' OR company_id IS NOT NULL"
    " UNION SELECT contact_id FROM affiliation",
    "title": "SELECT id FROM contact WHERE job_title <> ''",
}
"""For each word of `query_terms.PRESENT` who has it."""


def _has(reader: Reader, term: Term) -> set[int]:
    """For `has` as for `no`, which the search turns round."""
    _, dot, key = term.value.partition(".")
    return query_fields.having(reader, key) if dot else set(reader.id_list(PRESENT[term.value]))


def _both(column: str, affiliated: str = "") -> tuple[str, ...]:
    """A column of the contact and the same of its further organizations."""
    return (
        f"SELECT id, {column} FROM contact WHERE {column} <> ''",
        f"SELECT contact_id, {affiliated or column} FROM affiliation",
    )


def _own(column: str) -> tuple[str, ...]:
    return (f"SELECT id, {column} FROM contact WHERE {column} <> ''",)


def _place(column: str) -> TextSource:
    return TextSource("places", (f"SELECT contact_id, {column} FROM address WHERE {column} <> ''",))


SOURCES: dict[str, Source] = {
    "name": _words_alone("names"),
    "given": TextSource("names", _own("given")),
    "family": TextSource("names", _own("family")),
    "nickname": TextSource("names", _own("nickname")),
    "company": TextSource("organization", _both("organization")),
    "department": TextSource("organization", _both("department")),
    "title": TextSource("organization", _both("job_title")),
    "role": TextSource("organization", _both("role")),
    "email": _email,
    "phone": _phone,
    "website": _points("url"),
    "chat": _points("chat", "social"),
    "address": _words_alone("places"),
    "street": _place("street"),
    "city": _place("locality"),
    "region": _place("region"),
    "zip": _place("postal_code"),
    "country": _country,
    "note": TextSource("notes", _own("note")),
    "relation": TextSource("notes", ("SELECT contact_id, text FROM relation",)),
    "tag": _tag,
    "import": _import,
    "uid": _uid,
    "kind": _kind,
    "born": query_times.born,
    "created": query_times.stored("contact_row", "created_at"),
    "updated": query_times.stored("contact_row", "updated_at"),
    "checked": query_times.stored("contact", "checked_at"),
    **query_timeline.SOURCES,
    "has": _has,
    "no": _has,
    "field": query_fields.matching,
}
"""How each term of `query_terms.KINDS` is found."""
