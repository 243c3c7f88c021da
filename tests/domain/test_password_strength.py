"""Strength of a password: repeats, runs and common words must not look strong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain import password_strength


@pytest.mark.parametrize(
    "password", ["a", "password", "Password1", "123456789012", "aaaaaaaaaaaaaaaa", "qwertyuiop"]
)
def test_guessable_passwords_are_weak(password: str) -> None:
    assert password_strength.level(password) == "weak"


@pytest.mark.parametrize("password", ["correct horse battery staple", "T7#kq!vR2m$wZ9p"])
def test_long_and_mixed_passwords_are_strong(password: str) -> None:
    assert password_strength.level(password) == "strong"


def test_nothing_is_empty() -> None:
    assert password_strength.level("") == "empty"
    assert password_strength.bits("") == 0


@given(st.text(max_size=60), st.text(min_size=1, max_size=5))
def test_the_level_is_always_one_of_the_known(password: str, more: str) -> None:
    assert password_strength.level(password + more) in password_strength.LEVELS[1:]
