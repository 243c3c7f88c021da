"""What users of other address books complained about when they imported tables, each with its test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.actions import editing, import_mappings, undoing
from contactbook.actions.import_checking import check_import
from contactbook.actions.import_inspection import inspect
from contactbook.actions.import_options import ImportOptions
from contactbook.actions.importing import import_files
from contactbook.domain.contact import COMPANY
from contactbook.formats.records import ReadOptions
from contactbook.store import book_settings, contacts, queries
from tests.actions.conftest import tables

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.domain.contact import Contact
    from contactbook.store.book import Book

HEAD = "First Name,Last Name,Email,Phone,Company,Customer No,Notes\n"
ROWS = (
    "Ada,Byron,ada@x.example,+441234567890,Acme,7,knows maths\n",
    "Bob,Roe,bob@x.example,+441234567891,Acme,8,\n",
)


def write(path: Path, *rows: str, head: str = HEAD, encoding: str = "utf-8") -> Path:
    path.write_bytes((head + "".join(rows)).encode(encoding))
    return path


def people(book: Book) -> dict[str, Contact]:
    ids = queries.ids_of(book.reader, queries.View("all"))
    found = queries.load_many(book.reader, ids)
    return {one.given: one for one in found if one.kind != COMPANY}


def values(contact: Contact, kind: str) -> list[str]:
    return [point.value for point in contact.points_of(kind)]


def test_r1_the_same_table_twice_and_one_changed_phone(book: Book, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", *ROWS)
    import_files(book, [path])
    before = tables(book)
    again = import_files(book, [path])
    assert (again.report.created, again.report.updated, again.report.unchanged) == (0, 0, 2)
    assert tables(book) == before
    changed = write(tmp_path / "a.csv", ROWS[0].replace("7890", "7777"), ROWS[1])
    report = import_files(book, [changed]).report
    assert (report.created, report.updated, report.unchanged) == (0, 1, 1)
    assert values(people(book)["Ada"], "phone") == ["+441234567777"]


@pytest.mark.parametrize(("key", "value"), [("name_sort", "given_first"), ("name_language", "sv")])
def test_r1_holds_however_the_book_orders_names(book: Book, tmp_path: Path, key: str, value: str) -> None:
    with book.step("setting") as step:
        book_settings.put(step, key, value)
    import_files(book, [write(tmp_path / "a.csv", *ROWS)])
    changed = write(tmp_path / "a.csv", ROWS[0].replace("7890", "7777"), ROWS[1])
    report = import_files(book, [changed]).report
    assert (report.created, report.updated, report.unchanged) == (0, 1, 1)


def test_r1_another_program_with_the_same_people_changes_nobody_unasked(book: Book, tmp_path: Path) -> None:
    import_files(book, [write(tmp_path / "a.csv", *ROWS)])
    other = write(tmp_path / "b.csv", "Ada,Byron,ada@x.example,+441234567000,,,\n")
    check = check_import(book, [other])
    assert [(row.fate, row.reason) for row in check.page()] == [("duplicate", "same_email")]


def test_r6_one_undo_keeps_and_lists_what_was_edited_since(book: Book, tmp_path: Path) -> None:
    empty = tables(book, derived=False)
    rows = [f"P{number},Q,p{number}@x.example,,Firm{number % 3},,\n" for number in range(30)]
    imported = import_files(book, [write(tmp_path / "a.csv", *rows)]).changes.step
    edited = people(book)["P7"].id
    with book.step("edit") as step:
        contact = queries.load(book.reader, edited)
        contact.note = "called"
        contacts.replace(step, contact)
    edit = step.changes.step
    changes = undoing.undo(book, imported)
    kept = people(book)
    assert list(kept) == ["P7"]
    assert (kept["P7"].note, values(kept["P7"], "email")) == ("called", ["p7@x.example"])
    assert edited in changes.kept
    company = queries.load(book.reader, kept["P7"].company_id or 0)
    assert (company.organization, changes.kept, changes.needed) == ("Firm1", (edited,), (company.id,))
    undoing.undo(book, changes.step)
    assert len(people(book)) == 30
    undoing.undo(book, edit)
    undoing.undo(book, imported)
    left = tables(book, derived=False)
    assert {name: rows for name, rows in left.items() if rows} == {
        name: rows for name, rows in empty.items() if rows
    }


def test_r7_a_kept_mapping_brings_delimiter_encoding_and_date_order_along(book: Book, tmp_path: Path) -> None:
    head = "Kto;Kiedy;Ile\n"
    path = write(tmp_path / "a.csv", "Zo\u0119;3/4/1980;5\n", head=head, encoding="cp1250")
    options = ReadOptions(encoding="cp1250", delimiter=";", date_order="dmy")
    [file] = inspect([path], ImportOptions(files={str(path): options})).files
    mapping = file.tables[0].mapping
    for column, spec in zip(
        mapping.columns, ("full_name", "date:birthday", "field=number:Shoes"), strict=True
    ):
        made = import_mappings.from_spec(column.heading, spec)
        column.target, column.label, column.type = made.target, made.label, made.type
    import_mappings.keep_mapping(book, "Polish list", mapping)
    other = write(tmp_path / "b.csv", "Jan;5/6/1981;9\n", head=head, encoding="cp1250")
    [found] = inspect([other], ImportOptions(delimiter=";", format="csv"), book).files
    [kept] = found.tables[0].kept
    import_mappings.save_mapping_file(kept.mapping, tmp_path / "m.json")
    loaded = import_mappings.load_mapping(tmp_path / "m.json")
    assert (loaded.encoding, loaded.delimiter, loaded.date_order) == ("cp1250", ";", "dmy")
    import_files(book, [other], options=ImportOptions(mapping=loaded))
    jan = people(book)["Jan"]
    assert [date.value for date in jan.dates] == ["1981-06-05"]
    assert [(value.label, value.value, value.type) for value in jan.fields] == [("Shoes", "9", "number")]


@pytest.mark.parametrize(
    ("match", "row"),
    [
        ("uid", "ada-1,Ada,B,new@x.example,+44111,9"),
        ("email", ",Ada,B,ADA@x.example,+44111,9"),
        ("phone", ",Ada,B,new@x.example,+44 1234 567890,9"),
        ("customer_no", ",Ada,B,new@x.example,+44111,7"),
    ],
)
def test_r8_rows_find_their_contact_by_the_chosen_key(
    book: Book, tmp_path: Path, match: str, row: str
) -> None:
    head = "UID,First Name,Last Name,Email,Phone,Customer No\n"
    first = "ada-1,Ada,Byron,ada@x.example,+441234567890,7\n"
    import_files(book, [write(tmp_path / "a.csv", first, head=head)])
    before = people(book)["Ada"].id
    path = write(tmp_path / "b.csv", row + "\n", head=head)
    report = import_files(book, [path], options=ImportOptions(match=(match,))).report
    assert (report.created, report.updated) == (0, 1)
    assert (people(book)["Ada"].id, people(book)["Ada"].family) == (before, "B")


def test_r8_policies_by_field_and_blanks_that_never_erase(book: Book, tmp_path: Path) -> None:
    import_files(book, [write(tmp_path / "a.csv", *ROWS, "Cy,Dee,cy@x.example,+441234567892,Acme,9,old\n")])
    cy = people(book)["Cy"].id
    path = write(tmp_path / "b.csv", "CY,,cy@x.example,+441234567000,Bolt,10,new\n")
    options = ImportOptions(
        match=("email",),
        policies={"organization": "skip", "phone": "add", "note": "add", "field.customer_no": "fill"},
    )
    assert import_files(book, [path], options=options).report.updated == 1
    found = queries.load(book.reader, cy)
    assert (found.given, found.family, found.organization, found.note) == (
        "CY",
        "Dee",
        "Acme",
        "old\n\nnew",
    )
    assert values(found, "phone") == ["+441234567892", "+441234567000"]
    assert [value.value for value in found.fields] == ["9"]


def test_r9_four_spellings_of_a_company_are_one_with_four_people(book: Book, tmp_path: Path) -> None:
    spelt = ("Smith &amp; Sons", "smith & sons", " Smith & Sons ", "SMITH &amp; SONS")
    path = write(tmp_path / "a.csv", *(f"P{at},Q,,,{name},,\n" for at, name in enumerate(spelt)))
    report = import_files(book, [path]).report
    assert (report.created, report.companies) == (4, 1)
    [company] = {one.company_id for one in people(book).values()}
    assert queries.load(book.reader, company or 0).organization == "Smith & Sons"
    dry = check_import(book, [write(tmp_path / "b.csv", "New,One,,,smith & sons,,\n")]).report
    assert dry.companies == 0


def test_r9_accounts_managers_and_contacts_of_salesforce_in_any_order(book: Book, tmp_path: Path) -> None:
    people_file = write(
        tmp_path / "contacts.csv",
        "003000000000001AAA,Roe,Bob,001000000000001AAA,003000000000002AAB\n",
        "003000000000002,Byron,Ada,001000000000001,\n",
        head="Id,LastName,FirstName,AccountId,ReportsToId\n",
    )
    accounts = write(
        tmp_path / "accounts.csv",
        "001000000000001AAA,Acme Ltd,1 Road\n",
        head="Id,Name,BillingStreet\n",
    )
    import_files(book, [people_file])
    import_files(book, [accounts])
    found = people(book)
    acme = queries.find(book.reader, "salesforce-001000000000001")
    assert {one.company_id for one in found.values()} == {acme}
    assert found["Bob"].organization == "Acme Ltd"
    assert [one.related_id for one in found["Bob"].relations if one.label == "manager"] == [found["Ada"].id]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"])
def test_r30_encodings_are_recognised_and_shown(tmp_path: Path, encoding: str) -> None:
    text = "J\u00fcrgen,Kr\u00fcger,,,B\u00e4ckerei M\u00fcller,,Stra\u00dfe\n"
    [file] = inspect([write(tmp_path / "a.csv", text, encoding=encoding)]).files
    assert "J\u00fcrgen,Kr\u00fcger" in file.text
    assert file.tables[0].rows[0][4] == "B\u00e4ckerei M\u00fcller"


def test_r30_text_that_was_encoded_twice_is_repaired_on_request(book: Book, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "Ada,M\u00c3\u00bcller,,,,,\n")
    [file] = inspect([path]).files
    mapping = file.tables[0].mapping
    assert (file.tables[0].double_encoded, mapping.mend) == (1, False)
    mapping.mend = True
    import_files(book, [path], options=ImportOptions(mapping=mapping))
    assert people(book)["Ada"].family == "M\u00fcller"


def test_r31_what_excel_spoiled_is_flagged_and_its_protection_taken_off(book: Book, tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.csv",
        "Ada,Byron,,4.41E+11,,,'=1+1\n",
        "Bob,Roe,,51871983880.0,,,'-none\n",
        "Cy,Dee,,'+44 1234 567890,,007,\n",
    )
    report = import_files(book, [path]).report
    found = people(book)
    assert values(found["Ada"], "phone") == []
    assert values(found["Bob"], "phone") == ["51871983880"]
    assert values(found["Cy"], "phone") == ["+44 1234 567890"]
    assert [found[name].note for name in ("Ada", "Bob")] == ["=1+1", "-none"]
    assert [value.value for value in found["Cy"].fields] == ["007"]
    assert {remark.code for remark in report.remarks} == {"phone_damaged", "phone_repaired"}


def test_r32_the_order_of_a_column_is_inferred_and_asked_when_it_does_not_tell(
    book: Book, tmp_path: Path
) -> None:
    head = "Vorname;Nachname;Geburtstag;Jahrestag\n"
    path = write(tmp_path / "a.csv", "Ada;B;31/12/1980;12/31/2001\n", "Bob;C;1/2/1981;3/4/2002\n", head=head)
    [file] = inspect([path]).files
    assert [one.order for one in file.tables[0].columns] == ["", "", "dmy", "mdy"]
    assert not file.tables[0].ambiguous_dates
    import_files(book, [path])
    assert [date.value for date in people(book)["Bob"].dates] == ["1981-02-01", "2002-03-04"]
    doubtful = write(tmp_path / "b.csv", "Cy;D;1/2/1981;\n", head=head)
    [file] = inspect([doubtful]).files
    assert file.tables[0].ambiguous_dates
    report = import_files(book, [doubtful]).report
    assert [remark.code for remark in report.remarks] == ["date_ambiguous"]
    assert [date.value for date in people(book)["Cy"].dates] == ["1/2/1981"]
    [file] = inspect([doubtful], ImportOptions(date_order="dmy")).files
    assert not file.tables[0].ambiguous_dates


def test_r33_phones_are_stored_as_typed_and_compared_by_the_right_country(book: Book, tmp_path: Path) -> None:
    head = "First Name,Last Name,Phone,Business Country\n"
    rows = ("Ada,B,0664 123 4567,Austria\n", "Bob,C,0151-23456789,\n", 'Cy,D,"+48 22 123 45 67,,12",\n')
    path = write(tmp_path / "a.csv", *rows, head=head)

    def keys(options: ImportOptions) -> dict[str, tuple[str, str]]:
        step = import_files(book, [path], options=options).changes.step
        found = {name: one.points_of("phone")[0] for name, one in people(book).items()}
        undoing.undo(book, step)
        return {name: (point.value, point.key) for name, point in found.items()}

    assert keys(ImportOptions(country="DE")) == {
        "Ada": ("0664 123 4567", "+436641234567"),
        "Bob": ("0151-23456789", "+4915123456789"),
        "Cy": ("+48 22 123 45 67,,12", "+48221234567;ext=12"),
    }
    assert keys(ImportOptions())["Bob"] == ("0151-23456789", "")
    [file] = inspect([path]).files
    mapping = file.tables[0].mapping
    mapping.phones, mapping.country = "file", "DE"
    assert keys(ImportOptions(mapping=mapping))["Ada"][1] == "+496641234567"
    mapping.phones = "none"
    assert keys(ImportOptions(mapping=mapping))["Ada"][1] == ""


def test_a_table_read_by_a_corrected_mapping_updates_its_people(book: Book, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "Ada,Byron,ada@x.example,+441234567890,,7,\n")
    import_files(book, [path])
    [file] = inspect([path]).files
    mapping = file.tables[0].mapping
    mapping.columns[5].label, mapping.columns[5].target = "Number", "field"
    options = ImportOptions(mapping=mapping)
    assert check_import(book, [path]).count("unchanged") == 1
    assert check_import(book, [path], options=options).count("updated") == 1
    assert import_files(book, [path], options=options).report.updated == 1
    assert [value.label for value in people(book)["Ada"].fields] == ["Customer No", "Number"]
    assert import_files(book, [path], options=options).report.unchanged == 1
    assert import_files(book, [path]).report.unchanged == 1


def test_an_import_with_companies_is_taken_back_after_edits(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "staff.csv"
    rows = [
        f"Given{at},Family{at},Firm {at % 40},g{at}@firm.example,Given{(at * 7) % 400} Family{(at * 7) % 400}"
        for at in range(400)
    ]
    path.write_text("\n".join(["First Name,Last Name,Company,E-mail Address,Spouse", *rows]), "utf-8")
    report = import_files(book, [path]).report
    people = queries.ids_of(book.reader, queries.View("people"))
    edited = set(people[:30])
    for contact_id in edited:
        editing.edit_contact(book, contact_id, {"note": "edited since"})
    seen = undoing.preview(book, report.step)
    changes = undoing.undo(book, report.step)
    assert set(changes.kept) == edited, "those that were edited, and nobody else"
    assert (seen.kept, seen.needed) == (changes.kept, changes.needed)
    companies = {queries.load(book.reader, one).company_id for one in edited}
    assert companies - {0, None} <= set(changes.needed), "their companies stay for their sake"
    assert set(queries.ids_of(book.reader, queries.View("all"))) == {*changes.kept, *changes.needed}
    assert not list(book.reader.query("PRAGMA foreign_key_check"))
