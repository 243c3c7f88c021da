"""Given names are folded, one word each."""

from __future__ import annotations

from contactbook.domain import folding
from contactbook.domain.given_names import GIVEN_NAMES


def test_they_are_folded_words() -> None:
    assert {"ada", "jan", "anna", "jose"} <= GIVEN_NAMES
    assert all(folding.fold(name) == name and name.isalpha() for name in GIVEN_NAMES)
