"""What columns mean whose headings say nothing, by what stands in them."""

from __future__ import annotations

import pytest

from contactbook.formats.table_header import guess_mapping
from contactbook.formats.table_mapping import to_spec

PEOPLE = (
    ("Ada", "Nowak", "Gdańsk", "ada.nowak@x.example"),
    ("Bo", "Bergström", "Oslo", "bo@fjord.example"),
    ("Hans", "Meier", "Berlin", "h.meier@x.example"),
)
COMPANIES = (("Acme GmbH", "Hauptstr. 5", "Berlin", "Germany"), ("Fjord AS", "Storgata 12", "Oslo", "Norway"))


def meanings(headings: list[str], rows: tuple[tuple[str, ...], ...]) -> list[str]:
    columns = guess_mapping(headings, rows).columns
    assert all(column.confidence < 60 for column in columns if column.target != "email")
    return [to_spec(column) for column in columns]


@pytest.mark.parametrize("headings", [["A", "B", "C", "D"], ["Column 1", "Column 2", "Column 3", "Column 4"]])
def test_people_are_told_by_their_names_and_addresses(headings: list[str]) -> None:
    assert meanings(headings, PEOPLE) == ["given", "family", "address.locality", "email"]


def test_whole_names_are_told_by_given_names_or_by_addresses() -> None:
    rows = tuple((f"{given} {family}", town, mail) for given, family, town, mail in PEOPLE)
    assert meanings(["Kto", "Gdzie", "Kontakt"], rows) == ["full_name", "address.locality", "email"]
    strange = (("Xymena Zyx", "zyx@y.example"), ("Qwert Uiop", "q.uiop@z.example"))
    assert meanings(["Q", "R"], strange) == ["full_name", "email"]


def test_companies_are_told_by_their_legal_form_and_streets_by_the_town_beside() -> None:
    assert meanings(["x", "y", "z", "w"], COMPANIES) == [
        "organization", "address.street", "address.locality", "address.country",
    ]  # fmt: skip


def test_one_column_may_hold_whole_addresses() -> None:
    rows = (("Ada Nowak", "Hauptstr. 5, 10115 Berlin"), ("Bo Berg", "Dorfweg 1, 20095 Hamburg"))
    assert meanings(["x", "y"], rows) == ["full_name", "address.line"]


def test_where_headings_tell_something_the_others_mean_what_they_say() -> None:
    rows = (("Ada Nowak", "Hans Meier", "Berlin"), ("Bo Berg", "Hans Meier", "Paris"))
    columns = guess_mapping(["Name", "Sales rep", "Project"], rows).columns
    assert [column.target for column in columns] == ["full_name", "field", "field"]


def test_what_looks_like_nothing_stays_a_field() -> None:
    rows = (("Red", "Golf 5", "XL"), ("Blue", "Polo 3", "M"))
    assert meanings(["p", "q", "r"], rows) == ["field", "field", "field"]
    assert meanings(["p"], (("Berlin",),)) == ["field"], "one cell proves nothing"
