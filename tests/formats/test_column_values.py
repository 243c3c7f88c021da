"""What a column holds, judged by its cells."""

from __future__ import annotations

import io

import pytest

from contactbook.domain.contact import Address
from contactbook.formats import table_reader
from contactbook.formats.column_values import between_addresses
from contactbook.formats.records import ReadCard, ReadOptions
from contactbook.formats.table_header import guess_mapping
from contactbook.formats.table_mapping import Mapping, from_spec, to_spec


def read(text: str, mapping: Mapping | None = None) -> list[ReadCard]:
    records = table_reader.read(io.BytesIO(text.encode()), ReadOptions(mapping=mapping))
    return [record for record in records if isinstance(record, ReadCard)]


@pytest.mark.parametrize("heading", ["Mails", "E-mail"])
def test_lists_of_addresses_are_split_where_they_are_separated(heading: str) -> None:
    samples = [["Anna", "anna@berg.example; am@berg.example"], ["Hans", "hans@meier.example"], ["Bo", ""]]
    column = guess_mapping(["Name", heading], samples).columns[1]
    assert (column.target, column.separator) == ("email", ";")


def test_what_is_no_list_of_addresses_is_not_split() -> None:
    assert between_addresses(["a@x.example,b@x.example"]) == ","
    assert between_addresses(["a@x.example", "b@x.example"]) == ""
    assert between_addresses(["one; two", "a@x.example; three"]) == ""
    assert between_addresses([]) == ""


def targets(headings: list[str], *rows: list[str]) -> list[str]:
    return [to_spec(column) for column in guess_mapping(headings, list(rows)).columns]


def test_a_name_beside_a_first_name_is_the_family_name() -> None:
    assert targets(["Nom", "Prénom"], ["DUPONT", "Jean"]) == ["family", "given"]
    assert targets(["Name", "Vorname", "Nachname"], ["x", "y", "z"]) == ["full_name", "given", "family"]


def test_titles_are_known_by_sight_and_stand_behind_the_form_of_address() -> None:
    rows = ["Frau", "Dr.", "Anna", "Chefin"], ["Herr", "Prof. Dr.", "Bo", ""]
    assert targets(["Anrede", "Titel", "Vorname", "Position"], *rows) == [
        "prefix",
        "prefix",
        "given",
        "job_title",
    ]
    assert targets(["Name", "Title"], ["Ada", "Director"], ["Bo", "Dr."])[1] == "job_title"


def test_a_line_with_town_and_code_is_taken_apart_beside_its_street() -> None:
    headings = ["Name", "Addr 1", "Addr 2", "City/State/Zip"]
    data = (
        "|".join(headings)
        + "\nJo Smith|1 Elm St|Apt 4|Springfield, IL 62701\nAl Roe|2 Oak St||somewhere else\n"
    )
    first, second = [record.contact.addresses for record in read(data)]
    assert first == [
        Address(street="1 Elm St\nApt 4", locality="Springfield", region="IL", postal_code="62701")
    ]
    assert second == [Address(street="2 Oak St\nsomewhere else")]


def test_a_line_that_contradicts_other_columns_is_kept_whole() -> None:
    named = from_spec("Name", "full_name")
    mapping = Mapping([named, from_spec("Town", "address.locality"), from_spec("Line", "address.line")])
    (record,) = read('Name,Town,Line\nJo,Berlin,"Elm St, 01067 Dresden"\n', mapping)
    assert record.contact.addresses == [Address(street="Elm St, 01067 Dresden", locality="Berlin")]
