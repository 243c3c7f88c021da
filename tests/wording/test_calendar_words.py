"""Titles and sentences about calendars (contactbook.wording.calendar_words)."""

from __future__ import annotations

from contactbook.wording import calendar_words


def test_titles_of_days() -> None:
    assert calendar_words.title_of_day("birthday", "Ada", "1980") == "Birthday of Ada (1980)"
    assert calendar_words.title_of_day("anniversary", "Ada", "") == "Anniversary of Ada"
    assert calendar_words.title_of_day("Contract", "Ada", "2020") == "Contract: Ada (2020)"


def test_only_what_happened_is_said() -> None:
    counts = {"logged": 1, "known": 2, "planned": 0, "unmatched": 0, "cancelled": 0}
    assert calendar_words.imported(counts) == "1 meeting logged. 2 meetings were here already."
    said = calendar_words.imported(counts | {"planned": 3})
    assert said.endswith("3 meetings ahead: they stand in Today.")
    none = dict.fromkeys(counts, 0)
    assert calendar_words.imported(none) == "No meeting logged."
    assert calendar_words.imported(none | {"planned": 1}) == "1 meeting ahead: it stands in Today."


def test_what_has_no_day_is_told() -> None:
    counts = {"tasks": 1, "days": 2, "left_out": 0}
    assert calendar_words.exported(counts) == "1 follow-up and 2 birthdays and other dates written."
    assert calendar_words.exported(counts | {"left_out": 1}).endswith("1 without a day is not there.")
