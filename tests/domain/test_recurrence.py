"""Repetition rules give the next day, never the same one again."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain import recurrence
from contactbook.domain.recurrence import Rule, following

DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))
RULES = st.builds(Rule, st.sampled_from(["DAILY", "MONTHLY", "YEARLY"]), st.integers(1, 60)) | st.builds(
    Rule, st.just("WEEKLY"), st.integers(1, 60), st.sets(st.integers(0, 6), max_size=3).map(sorted).map(tuple)
)


@given(RULES)
def test_a_rule_reads_as_it_is_written(rule: Rule) -> None:
    assert recurrence.parse(str(rule)) == rule


@given(RULES, DAYS, st.integers(-400, 4000))
def test_the_next_day_lies_behind_both(rule: Rule, start: date, later: int) -> None:
    after = start + timedelta(days=later)
    found = following(str(rule), start, after)
    assert found is not None
    assert found > max(start, after)
    if rule.weekdays:
        assert found.weekday() in rule.weekdays
    elif rule.every == "WEEKLY":
        assert (found - start).days % (7 * rule.interval) == 0
    elif rule.every == "MONTHLY":
        assert ((found.year - start.year) * 12 + found.month - start.month) % rule.interval == 0


def test_a_short_month_takes_its_last_day_and_the_long_one_after_it_the_wanted_one() -> None:
    assert following("FREQ=MONTHLY", date(2027, 1, 31), date(2027, 2, 1)) == date(2027, 2, 28)
    assert following("FREQ=MONTHLY", date(2027, 1, 31), date(2027, 2, 28)) == date(2027, 3, 31)
    assert following("FREQ=MONTHLY;BYMONTHDAY=-1", date(2027, 2, 5), date(2027, 2, 5)) == date(2027, 2, 28)
    assert following("FREQ=YEARLY", date(2024, 2, 29), date(2024, 2, 29)) == date(2025, 2, 28)


def test_the_weekday_of_a_month_is_found() -> None:
    start = date(2026, 11, 10)  # the second Tuesday
    assert following("FREQ=MONTHLY;BYDAY=2TU", start, start) == date(2026, 12, 8)
    assert following("FREQ=MONTHLY;BYDAY=-1FR", start, start) == date(2026, 11, 27)
    assert following("FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO", start, start) == date(2027, 2, 1)


RFC = st.sampled_from(
    ["FREQ=MONTHLY", "FREQ=MONTHLY;BYMONTHDAY=30", "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=MONTHLY;BYDAY=-1FR",
     "FREQ=MONTHLY;BYDAY=3WE", "FREQ=YEARLY", "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=DAILY;INTERVAL=9"]
)  # fmt: skip


@given(RFC, st.dates(date(2000, 1, 1), date(2030, 1, 1)) | st.just(date(2024, 2, 29)))
def test_other_programs_find_the_same_days(text: str, start: date) -> None:
    first = following(text, start - timedelta(days=1), start - timedelta(days=1))
    assert first is not None
    ours = [first]
    for _ in range(14):
        day = following(text, first, ours[-1])
        assert day is not None
        ours.append(day)
    rule: Any = rrulestr(recurrence.exact(text, first), dtstart=datetime(first.year, first.month, first.day))
    assert [day.date() for day in rule[:15]] == ours


def test_a_rule_ends() -> None:
    assert following("FREQ=DAILY;UNTIL=20261127", date(2026, 11, 26), date(2026, 11, 26)) == date(
        2026, 11, 27
    )
    assert following("FREQ=DAILY;UNTIL=20261127", date(2026, 11, 27), date(2026, 11, 27)) is None


@pytest.mark.parametrize(
    "text",
    ["", "x", "FREQ=HOURLY", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;BYDAY=MO", "FREQ=WEEKLY;BYSETPOS=1",
     "FREQ=WEEKLY;BYDAY=1MO", "FREQ=MONTHLY;BYDAY=5MO", "FREQ=MONTHLY;BYDAY=1MO,TU", "FREQ=WEEKLY;BYDAY=XX"],
)  # fmt: skip
def test_what_is_not_understood_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        recurrence.parse(text)
