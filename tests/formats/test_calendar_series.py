"""Times of repeated appointments (contactbook.formats.calendar_series)."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain.calendar_items import Appointment
from contactbook.formats import calendar_series

VIENNA = ZoneInfo("Europe/Vienna")
START = datetime(2026, 3, 2, 9, 30, tzinfo=VIENNA)
NOW = datetime(2026, 4, 1, 12, tzinfo=VIENNA)


def days(rule: str, **more: list[datetime]) -> tuple[list[str], str]:
    found = calendar_series.times(Appointment(start=START, rule=rule, **more), NOW)  # type: ignore[arg-type]
    return [f"{each:%d.%m. %H:%M}" for each in found.past], f"{found.ahead:%d.%m.}" if found.ahead else ""


def test_half_past_nine_stays_half_past_nine_when_summer_time_begins() -> None:
    past, ahead = days("FREQ=WEEKLY;INTERVAL=2")
    assert (past, ahead) == (["02.03. 09:30", "16.03. 09:30", "30.03. 09:30"], "13.04.")


def test_dates_that_are_left_out_or_added_count() -> None:
    gone = START + timedelta(days=14)
    past, ahead = days("FREQ=WEEKLY;INTERVAL=2", left_out=[gone], added=[NOW + timedelta(days=1)])
    assert (past, ahead) == (["02.03. 09:30", "30.03. 09:30"], "02.04.")


@pytest.mark.parametrize(
    ("rule", "ahead", "kept"),
    [
        ("FREQ=WEEKLY;COUNT=3", "", "FREQ=WEEKLY;UNTIL=20260316"),
        ("FREQ=WEEKLY;COUNT=6;BYDAY=MO", "06.04.", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20260406"),
        ("FREQ=WEEKLY;UNTIL=20260330T073000Z", "", "FREQ=WEEKLY;UNTIL=20260330T073000Z"),
        ("FREQ=MONTHLY;BYDAY=1MO", "06.04.", "FREQ=MONTHLY;BYDAY=1MO"),
        ("", "", ""),
        ("FREQ=SECONDLY", "", "FREQ=SECONDLY"),
        ("nonsense", "", "nonsense"),
    ],
)
def test_a_series_ends_where_its_rule_says(rule: str, ahead: str, kept: str) -> None:
    found = calendar_series.times(Appointment(start=START, rule=rule), NOW)
    assert (f"{found.ahead:%d.%m.}" if found.ahead else "", found.rule) == (ahead, kept)
    assert found.past[0] == START


def test_of_a_long_series_two_years_are_listed_and_its_first_time() -> None:
    start = datetime(1995, 1, 2, 9, tzinfo=VIENNA)
    found = calendar_series.times(Appointment(start=start, rule="FREQ=WEEKLY"), NOW)
    assert found.past[0] == start
    assert len(found.past) == 106
    assert found.past[1] > NOW - timedelta(days=732)


@given(
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY", "HOURLY", "X"]),
    st.text("BYDAYMONTHCUL=;0123456789-", max_size=30),
)
def test_no_rule_breaks_the_reading(every: str, rest: str) -> None:
    found = calendar_series.times(Appointment(start=START, rule=f"FREQ={every};{rest}"), NOW)
    assert found.past[0] == START
    assert found.ahead is None or found.ahead > NOW
