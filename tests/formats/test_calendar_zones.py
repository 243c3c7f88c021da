"""Time zones of calendar files (contactbook.formats.calendar_zones)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.formats.calendar_zones import Zones

OUTLOOK = """BEGIN:VCALENDAR
BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
END:VCALENDAR
"""


@pytest.mark.parametrize(
    "zone", ["Europe/Vienna", "/mozilla.org/20050126_1/Europe/Vienna", "W. Europe Standard Time"]
)
def test_a_zone_is_found_by_its_name_or_as_the_file_describes_it(zone: str) -> None:
    zones = Zones(OUTLOOK)
    winter, summer = zones.moment("20260302T103000", zone), zones.moment("20260702T103000", zone)
    assert winter == datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
    assert summer == datetime(2026, 7, 2, 8, 30, tzinfo=UTC)


def test_of_a_zone_that_nobody_knows_the_clock_of_this_computer_holds() -> None:
    for zone in ("", "Nowhere/Land"):
        assert Zones("").moment("20260302T103000", zone) == datetime(2026, 3, 2, 10, 30).astimezone()
    assert Zones("").moment("20260302", "") == datetime(2026, 3, 2).astimezone()


@given(st.text(max_size=30), st.text(max_size=20), st.text(max_size=60))
def test_no_value_breaks_the_reading(value: str, zone: str, described: str) -> None:
    text = OUTLOOK.replace("DTSTART:16010101T030000", described)
    for moment in (value, "20260302T103000"):
        found = Zones(text).moment(moment, zone or "W. Europe Standard Time")
        assert found is None or found.tzinfo is not None
