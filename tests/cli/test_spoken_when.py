"""Days as they are typed at the command line (contactbook.cli.spoken_when)."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from contactbook.cli import spoken_when
from contactbook.domain.problems import Problem


def test_days_are_read_towards_the_past_or_the_future() -> None:
    today = spoken_when.now().date()
    assert spoken_when.read("yesterday", past=True).day == today - timedelta(days=1)
    assert spoken_when.read("in 2 weeks").day == today + timedelta(days=14)
    with pytest.raises(Problem, match=r"when\."):
        spoken_when.read("nonsense")


def test_a_day_begins_where_the_person_is() -> None:
    begins = datetime(2025, 7, 1).astimezone().timestamp() * 1000
    assert spoken_when.day_start("2025-07-01") == begins
    assert spoken_when.day_start("2025-06-30", later=1) == begins
