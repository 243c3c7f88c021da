"""Days and moments in words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale

from contactbook.ui.widgets import spoken_dates


@pytest.fixture(autouse=True)
def english() -> object:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("1980-05-09", "9 May 1980"),
        ("--05-09", "9 May"),
        ("1980-05", "May 1980"),
        ("1980", "1980"),
        ("circa 1800", "circa 1800"),
    ],
)
def test_partial_dates_say_only_what_is_known(value: str, words: str) -> None:
    assert spoken_dates.day(value) == words


def test_age_needs_a_year_and_a_day_that_has_come() -> None:
    today = date(2026, 5, 8)
    assert spoken_dates.age("1980-05-09", today) == 45
    assert spoken_dates.age("1980-05-08", today) == 46
    assert spoken_dates.age("--05-09", today) is None
    assert spoken_dates.age("2030-01-01", today) is None


@pytest.mark.parametrize(
    ("ago", "begins"),
    [
        (timedelta(0), "today"),
        (timedelta(days=1), "yesterday"),
        (timedelta(days=5), "5 days"),
        (timedelta(days=21), "3 weeks"),
    ],
)
def test_moments_are_said_from_today(ago: timedelta, begins: str) -> None:
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    then = int((now - ago).timestamp() * 1000)
    assert spoken_dates.moment(then, now).startswith(begins)
    assert "2026" in spoken_dates.exact(then)
