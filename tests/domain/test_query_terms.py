"""The registry of terms."""

from __future__ import annotations

import pytest

from contactbook.domain import query_terms
from contactbook.domain.query_terms import KINDS, present


def test_no_two_terms_share_a_name() -> None:
    names = [name for kind in KINDS for name in (kind.name, *kind.aliases)]
    assert len(set(names)) == len(names)


def test_terms_answer_to_their_other_names_in_any_case() -> None:
    kind = query_terms.named("ORG")
    assert kind is not None
    assert kind.name == "company"
    assert query_terms.named("shoe") is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("email", "email"),
        ("E-Mail", "email"),
        ("emails", "email"),
        ("photos", "photo"),
        ("bday", "birthday"),
        ("birthday", "birthday"),
        ("org", "company"),
        ("field.size", "field.size"),
        ("addresses", ""),
        ("shoe", ""),
        ("field.", ""),
    ],
)
def test_what_has_asks_for(value: str, expected: str) -> None:
    assert present(value) == expected


def test_everything_that_has_can_ask_for_names_itself() -> None:
    assert [present(each) for each in query_terms.PRESENT] == list(query_terms.PRESENT)
