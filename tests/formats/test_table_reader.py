"""Tables of every shape: the heading, the rows and the person decide, nothing is guessed silently."""

from __future__ import annotations

import io

import pytest

from contactbook.formats import table_mapping, table_reader
from contactbook.formats.column_values import guess_column, looks_like
from contactbook.formats.records import ReadCard, ReadOptions, Record, RefusedCard
from contactbook.formats.table_cells import date_of, order_of, phone_of, unprotected
from contactbook.formats.table_header import guess_mapping
from contactbook.formats.table_mapping import Column, Mapping, from_spec, to_spec
from contactbook.formats.table_shape import guess_shape


def records(text: str, options: ReadOptions | None = None) -> list[Record]:
    return list(table_reader.read(io.BytesIO(text.encode()), options or ReadOptions()))


def cards(text: str, options: ReadOptions | None = None) -> list[ReadCard]:
    found = records(text, options)
    assert all(isinstance(record, ReadCard) for record in found)
    return [record for record in found if isinstance(record, ReadCard)]


def codes(card: ReadCard) -> list[tuple[str, str]]:
    return [(remark.code, remark.detail) for remark in card.remarks]


def test_lines_above_the_heading_blank_rows_and_repeated_headings_are_no_contacts() -> None:
    text = "List of May\n\nName,E-mail\nAda,ada@example.com\n,\n\nName,E-mail\nBob,bob@example.com\n"
    found = cards(text)
    assert [(card.line, card.contact.full_name) for card in found] == [(4, "Ada"), (8, "Bob")]


def test_short_rows_are_filled_up_and_long_rows_keep_their_surplus() -> None:
    short, long_ = cards("Name,E-mail,Phone\nAda\nBob,bob@example.com,+4812,surplus,,more\n")
    assert short.contact.given == "Ada"
    assert [(part.label, part.value) for part in long_.contact.fields] == [
        ("Column 4", "surplus"),
        ("Column 6", "more"),
    ]
    assert (long_.properties, long_.mapped) == (5, 5)


def test_a_table_without_heading_is_read_by_what_the_cells_look_like() -> None:
    first, _ = cards("Ada,ada@example.com,+48 601 202 303\nBob,bob@example.com,+48 601 202 304\n")
    assert [(point.kind, point.value) for point in first.contact.points] == [
        ("email", "ada@example.com"),
        ("phone", "+48 601 202 303"),
    ]
    assert (first.contact.given, first.contact.fields) == ("Ada", [])


def test_three_hundred_columns_are_all_kept() -> None:
    heading = ["Name", *(f"Question {number}" for number in range(299))]
    (card,) = cards(",".join(heading) + "\nAda," + ",".join(map(str, range(299))) + "\n")
    assert [part.value for part in card.contact.fields] == [str(number) for number in range(299)]


def test_the_order_of_day_and_month_comes_from_the_whole_column() -> None:
    first, second = cards("Name,Birthday\nAda,03/04/1980\nBob,25/04/1980\n")
    assert first.contact.dates[0].value == "1980-04-03"
    assert second.contact.dates[0].value == "1980-04-25"
    first, second = cards("Name,Birthday\nAda,03/04/1980\nBob,04/25/1980\n")
    assert first.contact.dates[0].value == "1980-03-04"


def test_an_ambiguous_date_stays_as_it_is_and_is_remarked_on() -> None:
    (card,) = cards("Name,Birthday\nAda,03/04/1980\n")
    assert card.contact.dates[0].value == "03/04/1980"
    assert codes(card) == [("date_ambiguous", "Birthday")]
    (card,) = cards("Name,Birthday\nAda,03/04/1980\n", ReadOptions(date_order="dmy"))
    assert card.contact.dates[0].value == "1980-04-03"
    assert codes(card) == []


def test_a_day_that_a_spreadsheet_gave_as_its_number_stays_and_is_remarked_on() -> None:
    first, second = cards("Name,Birthday\nAda,29314\nBob,1980\n")
    assert first.contact.dates[0].value == "29314"
    assert codes(first) == [("date_number", "Birthday")]
    assert codes(second) == []


def test_phones_that_a_spreadsheet_spoiled_are_repaired_or_set_aside() -> None:
    (card,) = cards("Name,Phone,Mobile\nAda,4.41E+11,51871983880.0\n")
    assert [point.value for point in card.contact.points] == ["51871983880"]
    assert [(part.label, part.value) for part in card.contact.fields] == [("Phone", "4.41E+11")]
    assert codes(card) == [("phone_damaged", "Phone"), ("phone_repaired", "Mobile")]


def test_r9_html_entities_are_remarked_on_and_decoded_unless_switched_off() -> None:
    text = "Name,Company\nAda,Nowak &amp; Syn\n"
    (card,) = cards(text)
    assert card.contact.organization == "Nowak & Syn"
    assert codes(card) == [("html_entities", "Company")]
    mapping = Mapping([from_spec("Name", "full_name"), from_spec("Company", "organization")], entities=False)
    (card,) = cards(text, ReadOptions(mapping=mapping))
    assert card.contact.organization == "Nowak &amp; Syn"


def test_text_that_was_encoded_twice_is_remarked_on_and_mended_on_request() -> None:
    text = "Name,City\nÅukasz,MÃ¼nchen\nÄnne,São Paulo\n".replace("Åukasz", "Å\u0081ukasz")
    twice, once = cards(text)
    assert twice.contact.addresses[0].locality == "MÃ¼nchen"
    assert codes(twice) == [("double_encoded", "Name"), ("double_encoded", "City")]
    assert codes(once) == []
    mapping = Mapping([from_spec("Name", "full_name"), from_spec("City", "address.locality")], mend=True)
    twice, once = cards(text, ReadOptions(mapping=mapping))
    assert (twice.contact.full_name, twice.contact.addresses[0].locality) == ("Łukasz", "München")
    assert codes(twice) == [("mended", "Name"), ("mended", "City")]
    assert (once.contact.full_name, once.contact.addresses[0].locality) == ("Änne", "São Paulo")


def test_a_row_with_a_company_and_nobody_is_a_company() -> None:
    found = cards("Company,First Name,Last Name,Job Title\nAcme,,,\nAcme,Ada,L,\nAcme,,,Buyer\n")
    assert [card.contact.kind for card in found] == ["company", "person", "person"]


def test_a_name_in_one_column_is_taken_apart() -> None:
    found = cards('Name\nDr. Ludwig van Beethoven\n"Lovelace, Ada"\nada@example.com\n')
    assert [(card.contact.prefix, card.contact.given, card.contact.family) for card in found] == [
        ("Dr.", "Ludwig", "van Beethoven"),
        ("", "Ada", "Lovelace"),
        ("", "", ""),
    ]


def test_title_is_the_form_of_address_only_beside_a_job() -> None:
    (card,) = cards("First Name,Title,Job Title\nAda,Countess,Programmer\n")
    assert (card.contact.prefix, card.contact.job_title) == ("Countess", "Programmer")
    (card,) = cards("First Name,Title\nAda,Programmer\n")
    assert (card.contact.prefix, card.contact.job_title) == ("", "Programmer")


def test_a_person_decides_what_columns_mean() -> None:
    columns = [
        from_spec("Who", "full_name"),
        from_spec("Lists", "tags"),
        from_spec("Secret", "skip"),
        from_spec("Born", "date:birthday"),
        from_spec("Born in", "note"),
        from_spec("Hobbies", "note"),
        Column("Sites", "url", "work", separator=" "),
    ]
    mapping = Mapping(
        columns, constants=[("tags", "Fair 2024"), ("field:Source", "fair.csv")], date_order="dmy"
    )
    text = (
        "Who,Lists,Secret,Born,Born in,Hobbies,Sites\nAda,a; b,x,1.2.1815,London,Flying,a.example b.example\n"
    )
    (card,) = cards(text, ReadOptions(mapping=mapping))
    contact = card.contact
    assert contact.tags == ["a", "b", "Fair 2024"]
    assert contact.dates[0].value == "1815-02-01"
    assert contact.note == "London\n\nFlying"
    assert [point.value for point in contact.points] == ["a.example", "b.example"]
    assert [(part.label, part.value) for part in contact.fields] == [("Source", "fair.csv")]
    assert (card.properties, card.mapped, card.kept_raw) == (7, 6, 1)


def test_a_mapping_may_keep_every_blank() -> None:
    mapping = Mapping([from_spec("Name", "nickname"), from_spec("Note", "note")], trim=False)
    (card,) = cards("Name,Note\n Ada ,  x\n", ReadOptions(mapping=mapping))
    assert (card.contact.nickname, card.contact.note) == (" Ada ", "  x")


def test_rows_after_an_open_quote_are_refused_until_one_is_whole_again() -> None:
    text = 'Name,E-mail,Note\nAda,a@x.org,n\n"Bob,b@x.org,cut off\nrest of the note\nEve,e@x.org,n\nshort\n'
    found = records(text)
    assert [type(record) for record in found] == [ReadCard, ReadCard, RefusedCard, ReadCard, ReadCard]
    bob, rest = found[1], found[2]
    assert isinstance(bob, ReadCard)
    assert codes(bob) == [("unclosed_quote", "")]
    assert isinstance(rest, RefusedCard)
    assert (rest.line, rest.reason) == (4, "after_unclosed_quote")


def test_cells_with_line_ends_of_windows_get_ours() -> None:
    (card,) = cards('Name,Notes\r\nAda,"one\r\ntwo"\r\n')
    assert card.contact.note == "one\ntwo"
    assert card.raw == b'Ada,"one\r\ntwo"\r\n'


@pytest.mark.parametrize(
    ("cell", "order", "expected"),
    [
        ("0/0/00", "", ""),
        ("00.00.0000", "", ""),
        ("7-Feb-22", "", "2022-02-07"),
        ("1/2/30", "dmy", "1930-02-01"),
        ("12 Mar 2024", "", "2024-03-12"),
        ("2024-03-12 09:14", "", "2024-03-12"),
        ("3/15/2024 2:30 PM", "", "2024-03-15"),
        ("1980", "", "1980"),
        ("soon", "", "soon"),
    ],
)
def test_dates_of_cells(cell: str, order: str, expected: str) -> None:
    assert date_of(cell, order) == expected


def test_contradicting_dates_tell_no_order() -> None:
    assert order_of(["13/01/2000", "01/13/2000"]) == ""
    assert order_of(["13.01.2000", "x", ""]) == ""
    assert order_of(["1/2/2000", "31/1/2000"]) == "dmy"


def test_what_protects_cells_from_excel_is_taken_off() -> None:
    assert unprotected("'+48 601") == "+48 601"
    assert unprotected("'t Hooft") == "'t Hooft"
    assert phone_of("'+48 601") == ("+48 601", "")


def test_columns_are_judged_by_their_cells_where_the_name_does_not_tell() -> None:
    assert looks_like(["a@x.org", "b@x.org", ""]) == ("email", 100)
    assert looks_like(["https://x.org", "www.x.org"]) == ("url", 100)
    assert looks_like(["+48 601 202 303", "0664/123456"]) == ("phone", 100)
    assert looks_like(["1.2.1980", "12.3.1990"]) == ("date", 100)
    assert looks_like(["4711", "4712"]) == ("", 0)
    assert to_spec(guess_column("Wie erreichbar", ["a@x.org", "b@x.org"])) == "email"
    assert to_spec(guess_column("Phone", ["a@x.org", "b@x.org"])) == "email"
    assert guess_column("Customer no.", ["0017", "0018"]).target == "field"


def test_a_second_column_for_a_single_thing_becomes_a_field() -> None:
    mapping = guess_mapping(["Name", "Company", "Firma"], [["Ada", "x", "y"]])
    assert [column.target for column in mapping.columns] == ["full_name", "organization", "field"]
    assert mapping.columns[2].confidence == 0


def test_quoted_delimiters_do_not_count_and_a_cut_off_row_is_not_looked_at() -> None:
    shape = guess_shape('a|b@x.org\n"c|d"|e@x.org\n"cut', complete=False)
    assert (shape.delimiter, len(shape.rows)) == ("|", 2)


def test_a_saved_mapping_finds_its_heading_below_other_lines() -> None:
    saved = Mapping([from_spec("Alpha", "given"), from_spec("Beta", "family")])
    (card,) = cards("Name,E-mail\n\nalpha,beta\nAda,L\n", ReadOptions(mapping=saved))
    assert (card.contact.given, card.contact.family) == ("Ada", "L")


def test_a_saved_mapping_finds_its_columns_by_name() -> None:
    saved = Mapping([from_spec("Mail", "email:work"), from_spec("Who", "full_name")], dialect="ours")
    (card,) = cards("who;extra;mail\nAda;x;ada@x.org\n", ReadOptions(mapping=saved, delimiter=";"))
    assert card.contact.points[0].label == "work"
    assert card.contact.fields[0].label == "extra"
    assert table_mapping.fingerprint(["who", "extra", "mail"]) != table_mapping.fingerprint(saved.headings)


def test_whole_addresses_in_one_column_are_taken_apart() -> None:
    (card,) = cards('Name,Address\nAda,"Hauptstr. 5, 10115 Berlin, Germany"\n')
    [address] = card.contact.addresses
    assert (address.street, address.postal_code, address.locality) == ("Hauptstr. 5", "10115", "Berlin")
    (card,) = cards('Name,Address,City\nAda,"Hauptstr. 5, 10115 Berlin",Berlin\n')
    [address] = card.contact.addresses
    assert (address.street, address.locality) == ("Hauptstr. 5, 10115 Berlin", "Berlin")
    mapping = Mapping([from_spec("Name", "full_name"), from_spec("Address", "address.line:work")])
    (card,) = cards("Name,Address\nAda,Nowhere 5\n", ReadOptions(mapping=mapping))
    assert [(one.street, one.label) for one in card.contact.addresses] == [("Nowhere 5", "work")]


def test_columns_are_split_joined_and_given_constants() -> None:
    specs = {
        "Wer": "full_name", "Hinweis": "note", "Mehr": "note", "Mails": "email:work", "Gruppe": "tags",
        "x": "skip",
    }  # fmt: skip
    columns = [from_spec(heading, spec) for heading, spec in specs.items()]
    columns[3].separator = columns[4].separator = ";"
    mapping = Mapping(columns, constants=[("tags", "Fair"), ("field:Source", "Booth 7")])
    text = "Wer,Hinweis,Mehr,Mails,Gruppe,x\nDr. Ada van Byron,one,two,a@b.example; c@d.example,A;B,gone\n"
    (card,) = cards(text, ReadOptions(mapping=mapping))
    contact = card.contact
    assert (contact.prefix, contact.given, contact.family, contact.note) == (
        "Dr.",
        "Ada",
        "van Byron",
        "one\n\ntwo",
    )
    assert [point.value for point in contact.points] == ["a@b.example", "c@d.example"]
    assert contact.tags == ["A", "B", "Fair"]
    assert [(value.label, value.value) for value in contact.fields] == [("Source", "Booth 7")]
    assert (card.properties, card.mapped, card.kept_raw) == (6, 5, 1)


def test_what_a_report_says_at_its_foot_is_no_contact() -> None:
    head = b"Salutation,First Name,Last Name,Email\nMs.,Rose,Gonzalez,rose@edge.example\n"
    foot = b'\n\n"New Contacts Report"\n\n"Generated By:  Kim Doe"\n"Example Org"\n'
    rose, *rest = records((head + foot).decode())
    assert isinstance(rose, ReadCard)
    assert [(one.line, one.reason) for one in rest if isinstance(one, RefusedCard)] == [
        (5, "below_the_table"), (7, "below_the_table"), (8, "below_the_table"),
    ]  # fmt: skip
    assert len(rest) == 3


def test_a_name_alone_behind_a_blank_row_is_a_contact_where_rows_are_cut_short() -> None:
    head = b"First Name,Last Name,Phone,Email\nRose,Gonzalez,,rose@edge.example\n"
    found = records((head + b"Al\n\nBo\n").decode())
    assert [one.contact.given for one in found if isinstance(one, ReadCard)] == ["Rose", "Al", "Bo"]


def test_rows_are_estimated_without_the_breaks_inside_of_cells() -> None:
    row = b'Ada,L,"a note\nof several\nlines",ada@x.example\n'
    text = b"First name,Last name,Note,E-mail\n" + row * 20_000
    about = table_reader.Table(text[: table_reader.HEAD], ReadOptions()).rows_about(len(text))
    assert abs(about - 20_000) < 200
