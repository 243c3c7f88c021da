"""What people type into the search field, taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain.problems import Problem
from contactbook.domain.query import Either, Every, Not, Phrase, Query, Term, Words, parse, parts, without


def shape(query: Query) -> object:
    """A query without its places, as nested lists."""
    match query:
        case Words():
            return query.text
        case Phrase():
            return [query.text]
        case Term():
            return (query.name + (f".{query.key}" if query.key else ""), query.operator, query.value)
        case Not():
            return {"not": shape(query.part)}
        case Every():
            return {"all": [shape(part) for part in query.parts]}
        case Either():
            return {"any": [shape(part) for part in query.parts]}


@pytest.mark.parametrize(
    "text",
    ["", "anna gdansk", "0664 123", "(0664) 123-45", "+48 (22) 12", "anna or maria", "Re: hello", "12:30",
     "https://acme.example", "acme.example:8080", "-", "Anna - Maria", "Anna-Maria", "5\" pipe", "a|b"],
)  # fmt: skip
def test_plain_words_stay_what_they_are(text: str) -> None:
    assert parse(text) == Words(text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tag:vip", ("tag", "", "vip")),
        ('TAG:"first import"', ("tag", "", "first import")),
        ("organisation:=Acme", ("company", "=", "Acme")),
        ('company:="Acme Ltd"', ("company", "=", "Acme Ltd")),
        ("created:>=2025-01", ("created", ">=", "2025-01")),
        ("field.shoe_size:>44", ("field.shoe_size", ">", "44")),
        ("is:people", ("kind", "", "person")),
        ("no:pictures", ("no", "", "photo")),
        ("has:field.size", ("has", "", "field.size")),
        ('"exact words"', ["exact words"]),
        ("-acme", {"not": "acme"}),
        ("not tag:a", {"not": ("tag", "", "a")}),
        ("anna OR maria", {"any": ["anna", "maria"]}),
        ("tag:a tag:b | tag:c", {"any": [{"all": [("tag", "", "a"), ("tag", "", "b")]}, ("tag", "", "c")]}),
        ("0664 123 tag:a", {"all": ["0664 123", ("tag", "", "a")]}),
        ("x (tag:a or tag:b)", {"all": ["x", {"any": [("tag", "", "a"), ("tag", "", "b")]}]}),
        ("-(tag:a born:05)", {"not": {"all": [("tag", "", "a"), ("born", "", "05")]}}),
        ("tag:a and tag:b", {"all": [("tag", "", "a"), ("tag", "", "b")]}),
    ],
)
def test_terms_operators_and_brackets(text: str, expected: object) -> None:
    assert shape(parse(text)) == expected


def test_ranges() -> None:
    term = parse("born:05-01..06-10")
    assert isinstance(term, Term)
    assert (term.value, term.until) == ("05-01", "06-10")


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ("x citty:Gdansk", "query.unknown_term", 3),
        ("tag:a tag:", "query.value_missing", 7),
        ("tag: vip", "query.value_missing", 1),
        ("x born:soon", "query.value_not_understood", 3),
        ("created:>2025-13", "query.value_not_understood", 1),
        ("kind:robot", "query.value_not_understood", 1),
        ("has:shoes", "query.value_not_understood", 1),
        ('x "abc', "query.quote_not_closed", 3),
        ("x (tag:a", "query.bracket_not_closed", 3),
        ("tag:a or", "query.nothing_beside", 7),
        ("or tag:a", "query.nothing_beside", 1),
        ("tag:a ()", "query.nothing_beside", 7),
        ("(tag:a not)", "query.nothing_beside", 8),
    ],
)
def test_errors_point_at_the_place(text: str, code: str, at: int) -> None:
    with pytest.raises(Problem) as raised:
        parse(text)
    assert (raised.value.code, raised.value.data["at"]) == (code, at)


def test_a_misspelt_term_says_what_may_have_been_meant() -> None:
    with pytest.raises(Problem) as raised:
        parse("citty:Gdansk")
    assert raised.value.data["choices"] == ("city",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tag:", ""),
        ("anna tag:", "anna"),
        ('"abc', ["abc"]),
        ("(tag:a", ("tag", "", "a")),
        ("tag:a or", ("tag", "", "a")),
        ("tag:a not", ("tag", "", "a")),
    ],
)
def test_what_is_not_typed_to_its_end_does_not_count_yet(text: str, expected: object) -> None:
    assert shape(parse(text, unfinished=True)) == expected


def test_every_part_knows_its_place() -> None:
    text = 'anna tag:vip -company:acme (tag:a or tag:b) "exact words"'
    found = parts(parse(text))
    assert [text[part.start : part.end] for part in found] == [
        "anna",
        "tag:vip",
        "-company:acme",
        "(tag:a or tag:b)",
        '"exact words"',
    ]
    assert without(text, found[2]) == 'anna tag:vip (tag:a or tag:b) "exact words"'


@given(
    st.lists(st.sampled_from(['"', "(", ")", "-", "|", " ", "tag:", "a", "or", "not", "born:", "..", "5"]))
)
def test_whatever_is_typed_is_a_query_or_a_problem(pieces: list[str]) -> None:
    text = "".join(pieces)
    for unfinished in (False, True):
        try:
            query = parse(text, unfinished=unfinished)
        except Problem as problem:
            at = problem.data["at"]
            assert isinstance(at, int)
            assert 1 <= at <= len(text)
        else:
            for part in parts(query):
                assert 0 <= part.start <= part.end <= len(text)
