"""A custom field's key is a plain, stable name."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain import fields


@pytest.mark.parametrize(
    ("label", "key"),
    [("Shoe size (EU)", "shoe_size_eu"), ("Größe", "grosse"), ("???", "field"), ("", "field")],
)
def test_the_key_of_a_label(label: str, key: str) -> None:
    assert fields.key_of(label) == key


@given(st.text(max_size=200))
def test_a_key_is_its_own_key_and_short(label: str) -> None:
    key = fields.key_of(label)
    assert 0 < len(key) <= fields.KEY_LENGTH
    assert not re.search(r"\s", key)
    assert fields.key_of(key) == key


def test_the_types_are_told_apart() -> None:
    assert len(set(fields.TYPES)) == len(fields.TYPES) == 13
