"""How a query was understood, in words."""

from __future__ import annotations

import pytest

from contactbook.domain import query, query_terms
from contactbook.wording import queries


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("anna gdansk", "anna gdansk"),
        ("tag:vip", "Tag vip"),
        ("-company:acme", "Not: Company acme"),
        ("born:05", "Birthday 05"),
        ("created:>2025-01", "Added after 2025-01"),
        ("created:2024..2025", "Added 2024 to 2025"),
        ("has:email", "Has e-mail"),
        ("no:field.size", "Without size"),
        ("field.shoe_size:>44", "Shoe size over 44"),
        ("field.since:>2025-01-01", "Since after 2025-01-01"),
        ("(tag:a or tag:b)", "Tag a or Tag b"),
        ('"exact words"', "“exact words”"),
        ("is:people", "People"),
    ],
)
def test_parts_in_words(text: str, said: str) -> None:
    assert queries.part(query.parse(text)) == said


def test_every_choice_has_words() -> None:
    assert {choice for kind in query_terms.KINDS for choice in kind.choices} == queries.CHOICES.keys()
