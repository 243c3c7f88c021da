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


def test_of_a_column_of_addresses_the_lists_alone_tell() -> None:
    cells = ["a@x.example; b@x.example", "not an address", "<c@x.example>"]
    assert between_addresses(cells) == ""
    assert between_addresses(cells, named=True) == ";"
    assert between_addresses(["Smith, Jo <jo@x.example>"], named=True) == ""


def targets(headings: list[str], *rows: list[str]) -> list[str]:
    return [to_spec(column) for column in guess_mapping(headings, list(rows)).columns]


def test_a_name_beside_a_first_name_is_the_family_name() -> None:
    assert targets(["Nom", "Prénom"], ["DUPONT", "Jean"]) == ["family", "given"]
    assert targets(["Nome", "Cognome"], ["Giulia", "Rossi"]) == ["given", "family"]
    assert targets(["Name", "Vorname", "Nachname"], ["y z", "y", "z"]) == ["full_name", "given", "family"]
    assert targets(["Customer", "First name", "Last name"], ["z, y", "y", "z"]) == [
        "field",
        "given",
        "family",
    ]


def test_a_name_that_holds_neither_first_nor_last_name_is_that_of_a_company() -> None:
    row = ["City Limousines", "Debbie", "Donovan", "x"]
    assert targets(["*ContactName", "FirstName", "LastName"], row) == ["organization", "given", "family"]
    headings = ["Name", "First name", "Last name", "Company"]
    assert targets(headings, row) == ["field", "given", "family", "organization"]


def test_the_surest_column_gets_what_there_is_one_of() -> None:
    headings = ["Account Name.id", "Account Name", "IP Address", "Record Id"]
    row = ["zcrm_1", "Moreno & Hijos SL", "198.51.100.4", "zcrm_2"]
    assert targets(headings, row) == ["field", "organization", "field", "field"]


def test_a_house_number_and_second_family_name_join_what_they_belong_to() -> None:
    headings = ["Nombre", "Primer apellido", "Segundo apellido", "Straat", "Huisnummer"]
    assert targets(headings, ["Íñigo", "Ruiz", "Vega", "Dorpsstraat", "12a"]) == [
        "given", "family", "family", "address.street", "address.house",
    ]  # fmt: skip


def test_a_home_address_beside_a_plain_town_is_one_address() -> None:
    row = ["Ayşe", "Atatürk Cad. No:5", "Ankara", "34710"]
    assert targets(["Ad", "Ev Adresi", "İlçe", "Posta Kodu"], row)[1:] == [
        "address.street:home", "address.locality:home", "address.postal_code:home",
    ]  # fmt: skip


def test_a_phone_is_labelled_by_what_its_heading_says_beside() -> None:
    row = ["Jo", "01234 555010", "02 555 0101", "01234 555011"]
    assert targets(["Name", "Emergency tel", "Work", "Column 4"], row)[1:] == [
        "phone:emergency", "phone:work", "phone",
    ]  # fmt: skip


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


def test_numbered_addresses_are_lines_of_one_street() -> None:
    row = ["Jo", "12 High St", "Unit 4", "Leeds"]
    wanted = ["address.street", "address.street2", "address.locality"]
    for first in ("Address", "Address 1"):
        assert targets(["Name", first, "Address 2", "City"], row)[1:] == wanted
    text = "Name,Address,Address 2,City\nJo,12 High St,Unit 4,Leeds\n"
    (card,) = read(text)
    assert card.contact.addresses[0].street == "12 High St\nUnit 4"


def test_two_whole_addresses_of_one_label_lose_nothing() -> None:
    mapping = Mapping([from_spec("Name", "full_name"), *[from_spec("x", "address.formatted")] * 2])
    (card,) = read("Name,x,x\nJo,12 High St,Leeds\n", mapping)
    assert card.contact.addresses[0].street == "12 High St\nLeeds"


def test_a_column_may_tell_companies_from_people() -> None:
    headings = ["Name", "Company Type", "Related Company", "Job Position"]
    rows = [
        ["Azure Interior", "company", "", ""],
        ["Brandon Freeman", "person", "Azure Interior", "Director"],
    ]
    assert targets(headings, *rows) == ["full_name", "kind", "organization", "job_title"]
    company, person = read("\n".join(map(",".join, [headings, *rows])))
    assert (company.contact.kind, company.contact.organization) == ("company", "Azure Interior")
    assert (person.contact.kind, person.contact.family, person.contact.fields) == ("person", "Freeman", [])


def test_kinds_that_are_neither_stay_as_they_are_called() -> None:
    assert targets(["Name", "Type"], ["A b", "Prospect"], ["C d", "Customer"]) == ["full_name", "field"]
    found = read("Name,Contact Type\nThe Adams,Household\nFood Bank,Organization\n")
    assert [field.value for field in found[0].contact.fields] == ["Household"]
    assert [card.contact.kind for card in found] == ["person", "company"]


def test_whole_names_with_a_legal_form_are_companies() -> None:
    found = read("Name,Tel\nTischlerei Huber KG,07242 99\nJoana Sá,07242 98\n")
    assert [(card.contact.kind, card.contact.organization) for card in found] == [
        ("company", "Tischlerei Huber KG"),
        ("person", ""),
    ]


@pytest.mark.parametrize("heading", ["TaxNumber", "Steuer-Nr.", "Customer ID", "IBAN"])
def test_numbers_of_something_else_are_no_phones(heading: str) -> None:
    assert targets(["Name", heading], ["Jo Park", "12-345-678"], ["Al Lee", "+12 345-679"])[1] == "field"


@pytest.mark.parametrize(
    ("shown", "kept"),
    [
        ("Ada Nowak (ada@x.example)", False),
        ("Nowak, Ada <ada@x.example>", False),
        ("ada@x.example", False),
        ("ada nowak", False),
        ("Fjord AS", False),
        ("Office of the mayor (ada@x.example)", True),
        ("Ada N.", True),
    ],
)
def test_the_name_shown_with_an_address_is_kept_where_it_says_something_of_its_own(
    shown: str, kept: bool
) -> None:
    heads = "First Name,Last Name,Company,E-mail Address,E-mail Type,E-mail Display Name"
    (card,) = read(f'{heads}\nAda,Nowak,Fjord AS,ada@x.example,SMTP,"{shown}"\n')
    assert [field.value for field in card.contact.fields] == [shown] * kept


def test_customers_by_number_are_no_names() -> None:
    rows = [["K1", "Hans Meier"], ["K2", "Eva Wolf"], ["", "Bo"]]
    assert [to_spec(one) for one in guess_mapping(["Kunde", "Name"], rows).columns] == ["field", "full_name"]
    named = [["Hans Meier", "K1"], ["Eva Wolf", "K2"]]
    assert to_spec(guess_mapping(["Kunde", "Nr"], named).columns[0]) == "full_name"


def test_lists_of_addresses_among_single_and_spoilt_ones_are_e_mail() -> None:
    cells = ["a@x.example", "b@x.example, c@x.example", "d@x.example; e@x.example", "oops@", ""]
    column = guess_mapping(["Name", "Zustellung"], [["Ada", cell] for cell in cells]).columns[1]
    assert column.target == "email"
    assert guess_mapping(["Name", "Zustellung"], [["Ada", ";"], ["Bo", ","]]).columns[1].target == "field"
