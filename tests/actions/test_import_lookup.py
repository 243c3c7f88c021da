"""Who shares a value with a card, also when very many do."""

from __future__ import annotations

from contactbook.actions.import_lookup import MOST_OWNERS, Lookup
from contactbook.domain.name_matching import Called


def test_of_very_many_only_who_is_called_like_it() -> None:
    names = {at: Called("person", "Ada", family=f"B{at}") for at in range(MOST_OWNERS + 1)}
    lookup = Lookup("phone", {0: ("+1",), 1: ("+1",), 2: ("+2",)}, {"+1": list(names), "+2": [7]})

    def found(ordinal: int, family: str) -> set[int]:
        wanted = Called("person", "Ada", family=family)
        return lookup.contacts(ordinal, lambda: wanted, lambda asked: {one: names[one] for one in asked})

    assert found(0, "B3") == {3}
    assert found(1, "Other") == set()
    assert found(2, "Other") == {7}
    lookup.note(0)
    assert (lookup.earlier(1), lookup.earlier(2)) == ([0], [])
