"""Rules of calendars beyond our own words (contactbook.formats.calendar_rules)."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.formats import calendar_rules

START = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=MONTHLY;BYDAY=2TU,4TU", ["2026-03-24", "2026-04-14"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", ["2026-03-31", "2026-04-30"]),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", ["2028-02-29", "2032-02-29"]),
        ("FREQ=DAILY;UNTIL=20260311T093000Z", ["2026-03-11"]),
        ("FREQ=DAILY;UNTIL=20260311T092900Z", []),
        ("FREQ=DAILY;UNTIL=20260311", ["2026-03-11"]),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", []),
    ],
)
def test_the_days_behind_the_first(rule: str, days: list[str]) -> None:
    assert [f"{day}" for day in islice(calendar_rules.following(rule, START, START.date()), 2)] == days


@pytest.mark.parametrize(
    "rule", ["", "FREQ=HOURLY", "often", "FREQ=DAILY;BYDAY=XX", "FREQ=DAILY;UNTIL=20261399"]
)
def test_what_makes_no_sense_is_refused(rule: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any of them
        calendar_rules.tidy(rule)


def test_a_rule_is_written_unchanged_and_its_end_like_its_beginning() -> None:
    assert (
        calendar_rules.written("FREQ=DAILY;BYSETPOS=1;BYDAY=MO,TU", START)
        == "FREQ=DAILY;BYSETPOS=1;BYDAY=MO,TU"
    )
    rule = "FREQ=DAILY;UNTIL=20260320;INTERVAL=2"
    assert calendar_rules.written(rule, date(2026, 3, 10)) == rule
    assert calendar_rules.written(rule, START) == "FREQ=DAILY;UNTIL=20260320T235959;INTERVAL=2"


@given(st.text(alphabet="FREQ=DAILYWEKMONTH;BYUIC0123456789,-+Z", max_size=60))
def test_no_text_breaks_the_reading(text: str) -> None:
    for rule in (text, f"FREQ=DAILY;{text}", f"FREQ=MONTHLY;BYDAY={text}"):
        try:
            kept = calendar_rules.tidy(rule)
        except ValueError:
            continue
        assert calendar_rules.tidy(kept) == kept
