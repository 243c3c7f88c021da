"""Titles and sentences about calendars (contactbook.wording.calendar_words)."""

from __future__ import annotations

from contactbook.wording import calendar_words


def test_titles_of_days() -> None:
    assert calendar_words.title_of_day("birthday", "Ada", "1980") == "Birthday of Ada (1980)"
    assert calendar_words.title_of_day("anniversary", "Ada", "") == "Anniversary of Ada"
    assert calendar_words.title_of_day("Contract", "Ada", "2020") == "Contract: Ada (2020)"


def test_only_what_happened_is_said() -> None:
    counts = {"logged": 1, "known": 2, "ahead": 0, "unmatched": 0, "cancelled": 0}
    assert calendar_words.imported(counts) == "1 meeting logged. 2 were here already."
