"""The words of relations from both sides."""

from __future__ import annotations

import pytest

from contactbook.domain import relation_words


@pytest.mark.parametrize(
    ("label", "other"),
    [
        ("Spouse", "spouse"),
        ("parent", "child"),
        ("daughter", "parent"),
        ("sister", "sibling"),
        ("assistant", "manager"),
        ("manager", "direct report"),
        ("referred by", "referred"),
        ("golf buddy", ""),
        ("", ""),
    ],
)
def test_inverse(label: str, other: str) -> None:
    assert relation_words.inverse(label) == other


def test_no_word_of_the_other_side_tells_a_gender() -> None:
    gendered = {"father", "mother", "son", "daughter", "brother", "sister", "husband", "wife"}
    told = {relation_words.inverse(word) for word in (*relation_words.OFFERED, *gendered)}
    assert not gendered & (told | set(relation_words.OFFERED))
