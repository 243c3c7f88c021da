"""Dates keep exactly the parts that were written, in every spelling that leaves no doubt."""

# ruff: noqa: RUF001 - letters of many scripts, on purpose
from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain import month_names, partial_dates

YEAR_MONTH_DAY = (
    "1980-05-09", "19800509", "1980-5-9", "1980-05-09T00:00:00Z", "19800509T231000Z", "1980-05-09 10:11:12",
    "1980-05-09T10:11:12.5+02:00", "1980/05/09", "1980.05.09", "1980-05-09;", " 1980-05-09 ", "9 May 1980",
    "May 9, 1980", "9. Mai 1980", "9th of May 1980", "9 de mayo de 1980", "09.05.1980", "9.5.1980",
    "9 мая 1980", "1980年5月9日", "٩.٥.١٩٨٠", "9-May-1980", "9 maja 1980",
)  # fmt: skip


@pytest.mark.parametrize("text", YEAR_MONTH_DAY)
def test_whole_dates(text: str) -> None:
    assert partial_dates.parse(text) == "1980-05-09"


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("--0509", "--05-09"),
        ("--05-09", "--05-09"),
        ("9 May", "--05-09"),
        ("May 9", "--05-09"),
        ("9.5.", "--05-09"),
        ("5月9日", "--05-09"),
        ("0000-05-09", "--05-09"),
        ("--02-29", "--02-29"),
        ("--05", "--05"),
        ("---09", "---09"),
        ("1980-05", "1980-05"),
        ("May 1980", "1980-05"),
        ("05/1980", "1980-05"),
        ("1980", "1980"),
        ("13/04/1980", "1980-04-13"),
        ("04/13/1980", "1980-04-13"),
        ("5/5/1980", "1980-05-05"),
        ("3/15/2024 2:30 PM", "2024-03-15"),
    ],
)
def test_partial_and_unambiguous_dates(text: str, canonical: str) -> None:
    assert partial_dates.parse(text) == canonical


@pytest.mark.parametrize(
    "text",
    ["", "circa 1800", "03/04/1980", "7-Feb-22", "0/0/00", "00/00/00", "1980-02-30", "1981-02-29",
     "2013-13-01", "T102200", "198005", "0509", "May", "9 May 10 June", "May 99", "spring",
     "1980-05-09 and later", "1" * 100],
)  # fmt: skip
def test_prose_and_doubt_give_no_date(text: str) -> None:
    assert partial_dates.parse(text) is None


def test_the_order_settles_what_is_ambiguous() -> None:
    assert partial_dates.parse("03/04/1980", "dmy") == "1980-04-03"
    assert partial_dates.parse("03/04/1980", "mdy") == "1980-03-04"
    assert partial_dates.parse("13/04/1980", "mdy") is None


@st.composite
def canonical_dates(draw: st.DrawFn) -> str:
    day = draw(st.dates(datetime.date(1000, 1, 1), datetime.date(2999, 12, 31)))
    text = day.isoformat()
    return draw(st.sampled_from([text, text[:4], text[:7], "-" + text[4:], "-" + text[4:7], "--" + text[7:]]))


@given(canonical_dates())
def test_canonical_text_is_understood_and_made_again(text: str) -> None:
    assert partial_dates.parse(text) == text
    assert partial_dates.is_valid(text)
    assert partial_dates.format_iso(*partial_dates.parts(text)) == text


@given(st.text(max_size=15))
def test_whatever_is_understood_is_canonical(text: str) -> None:
    found = partial_dates.parse(text)
    assert found is None or partial_dates.is_valid(found)


def test_parts_of_other_text_are_none() -> None:
    assert partial_dates.parts("9 May") == (None, None, None)
    assert not partial_dates.is_valid("9 May")
    assert not partial_dates.is_valid("1980-02-30")


@pytest.mark.parametrize(
    "wrong", [(1980, 2, 30), (1980, None, 9), (None, 13, 1), (None, None, None), (0, 1, 1)]
)
def test_impossible_parts_are_refused(wrong: partial_dates.Parts) -> None:
    with pytest.raises(ValueError, match="no such date"):
        partial_dates.format_iso(*wrong)


def test_the_year_that_stands_for_no_year_can_be_taken_away() -> None:
    assert partial_dates.without_year(f"{partial_dates.APPLE_NO_YEAR}-05-09") == "--05-09"
    assert partial_dates.without_year("1604") == "1604"
    assert partial_dates.without_year("--05-09") == "--05-09"


def test_no_month_name_means_two_months() -> None:
    assert set(month_names.MONTHS.values()) == set(range(1, 13))
    assert month_names.MONTHS["maerz"] == month_names.MONTHS["mars"] == 3
