"""The check says what the import does, row by row, and the decisions made there are carried out (R4, R5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.actions import editing
from contactbook.actions.import_checking import check_import
from contactbook.actions.import_fates import CREATED, DUPLICATE, REFUSED, SKIPPED, UNCHANGED, UPDATED
from contactbook.actions.import_options import NEW, Decision, ImportOptions
from contactbook.actions.importing import import_files
from contactbook.domain.contact import PHONE, ContactPoint
from contactbook.domain.problems import Problem
from contactbook.store import queries
from tests.actions.conftest import card, tables, write

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.store.book import Book

HEAD = "First Name,Last Name,Email,Phone\n"


def table(path: Path, *rows: str, head: str = HEAD) -> Path:
    path.write_text(head + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def names(book: Book) -> list[str]:
    ids = queries.ids_of(book.reader, queries.View("all"))
    return [row.display_name for row in queries.rows(book.reader, ids)]


def test_every_row_has_its_fate_and_the_import_does_the_same(book: Book, tmp_path: Path) -> None:
    import_files(book, [write(tmp_path / "a.vcf", card(1), card(2))])
    path = write(
        tmp_path / "b.vcf", card(1), card(2, phone="+15550177"), card(3), "BEGIN:VCARD\r\nVERSION:3.0\r\n"
    )
    before = tables(book)
    check = check_import(book, [path])
    assert tables(book) == before
    rows = check.page()
    assert [(row.fate, row.name, row.line) for row in rows] == [
        (UNCHANGED, "Jo Doe1", 1),
        (UPDATED, "Jo Doe2", 9),
        (CREATED, "Jo Doe3", 17),
        (REFUSED, "", 25),
    ]
    assert rows[1].contact == queries.find(book.reader, "uid-2")
    assert check.page(REFUSED) == [rows[3]]
    assert (check.count(UPDATED), check.page(size=1, start=2)) == (1, [rows[2]])
    assert import_files(book, [path]).report.counts == check.report.counts


def test_what_a_card_will_change_is_shown_with_what_a_person_changed_since(
    book: Book, tmp_path: Path
) -> None:
    import_files(book, [write(tmp_path / "a.vcf", card(1))])
    contact = queries.load(book.reader, queries.find(book.reader, "uid-1"))
    contact.given, contact.note = "Joanna", "mine"
    contact.points.append(ContactPoint(PHONE, "+1 555 0199", label="home"))
    editing.save_contact(book, contact)
    path = write(tmp_path / "b.vcf", card(1, phone="+15550177"))
    check = check_import(book, [path])
    opened = check.open_row(book, check.page()[0])
    import_files(book, [path])
    made = queries.load(book.reader, contact.id)
    assert opened.result is not None
    assert [point.value for point in opened.result.points] == [point.value for point in made.points]
    assert opened.result.note == made.note == "mine"
    assert opened.result.given == made.given == "Joanna"


def test_an_update_is_shown_before_it_is_made(book: Book, tmp_path: Path) -> None:
    import_files(book, [write(tmp_path / "a.vcf", card(1))])
    check = check_import(book, [write(tmp_path / "b.vcf", card(1, phone="+15550177"))])
    opened = check.open_row(book, check.page()[0])
    assert opened.existing
    assert opened.result
    assert [point.value for point in opened.existing.points] == ["+15550100001", "jo1@doe.example"]
    assert [point.value for point in opened.result.points] == ["+15550177", "jo1@doe.example"]


def test_r4_homonyms_are_told_and_stay_apart(book: Book, tmp_path: Path) -> None:
    import_files(book, [table(tmp_path / "a.csv", "John,Smith,j@one.example,")])
    path = table(
        tmp_path / "b.csv", "John,Smith,j@two.example,", "Jane,Roe,j@one.example,", "Max,Roe,m@x.example,"
    )
    check = check_import(book, [path])
    assert [(row.fate, row.reason) for row in check.page()] == [
        (DUPLICATE, "same_name"),
        (DUPLICATE, "same_email"),
        (CREATED, ""),
    ]
    assert import_files(book, [path]).report.created == 3
    assert sorted(names(book)) == ["Jane Roe", "John Smith", "John Smith", "Max Roe"]


def test_what_the_person_decides_is_what_happens(book: Book, tmp_path: Path) -> None:
    import_files(book, [table(tmp_path / "a.csv", "John,Smith,j@one.example,")])
    [john] = queries.ids_of(book.reader, queries.View("all"))
    path = table(
        tmp_path / "b.csv",
        "John,Smith,j@two.example,",
        "Jane,Roe,,",
        "Max,Roe,m@x.example,",
        "John,Smith,j@three.example,",
    )
    rows = check_import(book, [path]).page()
    options = ImportOptions(
        existing="add",
        decisions={
            rows[0].ref: Decision(into=john),
            rows[1].ref: Decision(skip=True),
            rows[2].ref: Decision(cells=("Maxi", "Roe", "m@x.example", "")),
            rows[3].ref: Decision(into=NEW),
        },
    )
    check = check_import(book, [path], options=options)
    assert [row.fate for row in check.page()] == [UPDATED, SKIPPED, CREATED, CREATED]
    report = import_files(book, [path], options=options).report
    assert report.counts == check.report.counts
    assert (report.read, report.created, report.updated, report.skipped) == (4, 2, 1, 1)
    assert sorted(names(book)) == ["John Smith", "John Smith", "Maxi Roe"]
    emails = [point.value for point in queries.load(book.reader, john).points]
    assert emails == ["j@one.example", "j@two.example"]


def test_a_refused_row_is_opened_corrected_and_taken(book: Book, tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", "Ada,Byron,a@b.example,", '"Bea,Cole,b@c.example', "Cy,Dee,c@d.example,")
    check = check_import(book, [path])
    [refused] = check.page(REFUSED)
    opened = check.open_row(book, refused)
    assert opened.headings == ["First Name", "Last Name", "Email", "Phone"]
    assert opened.cells[0].strip('"') == "Bea"
    options = ImportOptions(decisions={refused.ref: Decision(cells=("Bea", "Cole", "b@c.example", ""))})
    assert check_import(book, [path], options=options).count(REFUSED) == 0
    import_files(book, [path], options=options)
    assert sorted(names(book)) == ["Ada Byron", "Bea Cole", "Cy Dee"]


def test_a_file_that_changed_since_the_check_is_not_imported(book: Book, tmp_path: Path) -> None:
    """The decisions of the check are about rows by their number: of another file they would hit others."""
    path = table(tmp_path / "a.csv", "John,Smith,j@one.example,", "Jane,Roe,,")
    check = check_import(book, [path])
    leave_out = {check.page()[0].ref: Decision(skip=True)}
    options = ImportOptions(decisions=leave_out, checked=tuple(check.sources))
    table(path, "Max,Roe,m@x.example,", "John,Smith,j@one.example,", "Jane,Roe,,")
    with pytest.raises(Problem, match=r"import\.file_changed"):
        import_files(book, [path], options=options)
    with pytest.raises(Problem, match=r"import\.file_changed"):
        check.open_row(book, check.page()[0])
    assert names(book) == []
