"""What an update changes, in lines (contactbook.ui.importing.difference_words)."""

from __future__ import annotations

from contactbook.domain.contact import (
    PHONE,
    Address,
    Contact,
    ContactDate,
    ContactPoint,
    FieldValue,
    Relation,
)
from contactbook.ui.importing.difference_words import lines


def test_everything_that_comes_goes_or_becomes_another_is_said() -> None:
    before = Contact(
        given="Ada",
        note="one\ntwo",
        points=[ContactPoint(PHONE, "+1 1")],
        addresses=[Address(street="Main St 1", locality="Boston")],
        fields=[FieldValue("Shoe size", "38", "shoe_size")],
        tags=["old"],
    )
    after = Contact(
        given="Ada",
        job_title="Boss",
        note="three",
        points=[ContactPoint(PHONE, "+1 2")],
        addresses=[Address(street="Main St 1", locality="Boston")],
        dates=[ContactDate("1815-12-10")],
        relations=[Relation("Bo", "spouse")],
        fields=[FieldValue("Shoe size", "39", "shoe_size")],
        tags=["old", "new"],
    )
    assert lines(before, after) == [
        "Job title: – → Boss",  # noqa: RUF001 - a dash
        "Note: one two → three",
        "New: +1 2",
        "New: Birthday: 1815-12-10",
        "New: Spouse: Bo",
        "New: Shoe size: 39",
        "New: new",
        "Gone: +1 1",
        "Gone: Shoe size: 38",
    ]
    assert lines(before, before) == []


def test_very_many_changes_are_counted() -> None:
    told = lines(Contact(), Contact(tags=[f"tag {number}" for number in range(30)]))
    assert len(told) == 15
    assert told[-1] == "And 16 more."
