"""Days and moments in queries."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain.query_dates import day, span

NOW = datetime(2025, 3, 31, 15, 30)


def written(milliseconds: int) -> str:
    return datetime.fromtimestamp(milliseconds / 1000).strftime("%Y-%m-%d %H:%M")


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2024", "2024-01-01", "2025-01-01"),
        ("2024-12", "2024-12-01", "2025-01-01"),
        ("2024-2-29", "2024-02-29", "2024-03-01"),
        ("today", "2025-03-31", "2025-04-01"),
        ("Yesterday", "2025-03-30", "2025-03-31"),
        ("30d", "2025-03-01", "2025-03-02"),
        ("2w", "2025-03-17", "2025-03-18"),
        ("1m", "2025-02-28", "2025-03-01"),
        ("1y", "2024-03-31", "2024-04-01"),
    ],
)
def test_spans(value: str, start: str, end: str) -> None:
    found = span(value, NOW)
    assert found is not None
    assert (written(found.start), written(found.end)) == (f"{start} 00:00", f"{end} 00:00")


@pytest.mark.parametrize("value", ["", "soon", "2025-13", "2025-02-30", "9999y", "25", "0000"])
def test_what_is_no_span(value: str) -> None:
    assert span(value, NOW) is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1980", (1980, None, None)),
        ("05", (None, 5, None)),
        ("05-09", (None, 5, 9)),
        ("--05-09", (None, 5, 9)),
        ("1980-05", (1980, 5, None)),
        ("1980-05-09", (1980, 5, 9)),
        ("May", (None, 5, None)),
        ("styczeń", (None, 1, None)),
        ("today", (None, 3, 31)),
        ("tomorrow", (None, 4, 1)),
        ("13", None),
        ("05-40", None),
        ("soon", None),
    ],
)
def test_days(value: str, expected: object) -> None:
    assert day(value, NOW) == expected


@given(st.integers(0, 9999), st.sampled_from("dwmy"))
def test_an_age_is_a_day_in_the_past_or_nothing(count: int, unit: str) -> None:
    found = span(f"{count}{unit}", NOW)
    assert found is None or (found.start <= NOW.timestamp() * 1000 and found.end > found.start)
