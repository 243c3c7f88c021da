"""The rhythm with a contact is the median of the intervals."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain import rhythm
from contactbook.domain.rhythm import DAY, Rhythm


@given(st.integers(1, 400), st.integers(4, 40))
def test_a_steady_rhythm_is_learnt(gap: int, entries: int) -> None:
    assert rhythm.usual_days(range(0, gap * entries, gap)) == gap


@given(st.lists(st.integers(0, 10_000), max_size=60))
def test_it_lies_between_the_shortest_and_the_longest_interval(days: list[int]) -> None:
    found = rhythm.usual_days(days)
    ordered = sorted(set(days))[-rhythm.LATEST_GAPS - 1 :]
    gaps = [after - before for before, after in pairwise(ordered)]
    assert (found is None) == (len(gaps) < rhythm.LEAST_GAPS)
    if found is not None:
        assert min(gaps) <= found <= max(gaps)
        assert found in gaps


def test_what_is_wanted_comes_before_what_is_usual_and_any_entry_resets_the_clock() -> None:
    found = Rhythm(wanted=42, usual=30, last_at=100 * DAY)
    assert found.due_at == 142 * DAY
    assert [found.light(day * DAY) for day in (100, 142, 143, 163, 164)] == [
        "green", "green", "amber", "amber", "red",
    ]  # fmt: skip
    assert Rhythm(wanted=42, last_at=164 * DAY).light(164 * DAY) == "green"
    assert Rhythm(wanted=7, since=DAY).due_at == 8 * DAY
    assert Rhythm(last_at=DAY).light(900 * DAY) == ""
