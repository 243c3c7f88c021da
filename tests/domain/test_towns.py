"""Towns are folded, whole names."""

from __future__ import annotations

from contactbook.domain import folding
from contactbook.domain.towns import TOWNS


def test_they_are_folded_names() -> None:
    assert {"gdansk", "new york", "koln"} <= TOWNS
    assert all(folding.fold(name) == name for name in TOWNS)
