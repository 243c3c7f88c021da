"""Who shares a name, an address or a number with somebody is not taken for them, but shown (R4, R9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.actions.import_checking import check_import
from contactbook.actions.import_options import ImportOptions
from contactbook.actions.importing import import_files
from contactbook.domain.contact import COMPANY
from contactbook.store import queries

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.domain.contact import Contact
    from contactbook.store.book import Book

HEAD = "First Name,Last Name,Email,Phone,Company,Title\n"


def bring(book: Book, folder: Path, text: str, **options: object) -> list[tuple[str, str]]:
    """Import a table; gives fate and reason of each row as the check said, which must be what happened."""
    path = folder / f"table{len(list(folder.glob('*.csv')))}.csv"
    path.write_text(text, "utf-8")
    chosen = ImportOptions(**options)  # type: ignore[arg-type]
    check = check_import(book, [path], options=chosen)
    report = import_files(book, [path], options=chosen).report
    assert check.report.counts == report.counts
    assert [one.to_json() for one in check.report.doubtful] == [one.to_json() for one in report.doubtful]
    assert check.count("duplicate") == report.possible_duplicates
    return [(row.fate, row.reason) for row in check.page()]


def everybody(book: Book) -> list[Contact]:
    return list(queries.load_many(book.reader, queries.ids_of(book.reader, queries.View("all"))))


def called(book: Book) -> list[str]:
    return sorted(f"{one.given} {one.family}".strip() for one in everybody(book) if one.kind != COMPANY)


@pytest.mark.parametrize(
    ("key", "shared", "other"),
    [
        ("email", "fam@x.example,", "Jan,Nowak"),
        ("email", "info@x.example,", "Bob,Roe"),
        ("email", "office@x.example,", "Anna,Kowalska"),
        ("phone", ",+48221234567", "Jan,Nowak"),
    ],
)
def test_who_shares_an_address_stays_apart(
    book: Book, tmp_path: Path, key: str, shared: str, other: str
) -> None:
    bring(book, tmp_path, f"{HEAD}Anna,Nowak,{shared},,\n")
    assert bring(book, tmp_path, f"{HEAD}{other},{shared},,Boss\n", match=(key,)) == [
        ("duplicate", "other_name")
    ]
    assert called(book) == sorted(["Anna Nowak", other.replace(",", " ")])
    assert bring(book, tmp_path, f"{HEAD}Anna,Nowak,{shared},,Chief\n", match=(key,)) == [("updated", "")]
    assert {one.given + one.job_title for one in everybody(book)} >= {"AnnaChief"}


def test_within_one_file_each_of_a_family_is_one(book: Book, tmp_path: Path) -> None:
    rows = "Jan,Nowak,f@x.example,,,\nAnna,Nowak,f@x.example,,,\nAnna,Nowak,f@x.example,,,Boss\n"
    fates = bring(book, tmp_path, HEAD + rows, match=("email",))
    assert fates == [("new", ""), ("duplicate", "same_email"), ("updated", "")]
    assert called(book) == ["Anna Nowak", "Jan Nowak"]
    assert [one.job_title for one in everybody(book) if one.given == "Anna"] == ["Boss"]


def test_a_company_and_its_owner_share_an_address(book: Book, tmp_path: Path) -> None:
    bring(book, tmp_path, f"{HEAD},,info@acme.example,,Acme,\n")
    assert bring(book, tmp_path, f"{HEAD}Bob,Roe,info@acme.example,,Acme,\n", match=("email",)) == [
        ("duplicate", "other_name")
    ]
    assert bring(book, tmp_path, f"{HEAD},,info@acme.example,+48221234567,ACME,\n", match=("email",)) == [
        ("updated", "")
    ]
    assert sorted(one.kind for one in everybody(book)) == ["company", "person"]


def test_a_row_without_a_name_makes_no_person_of_a_company(book: Book, tmp_path: Path) -> None:
    bring(book, tmp_path, f"{HEAD},,info@acme.example,,Acme,\n")
    bring(book, tmp_path, "Email,Phone\ninfo@acme.example,+48221234567\n", match=("email",))
    [acme] = everybody(book)
    assert (acme.kind, len(acme.points)) == ("company", 2)


def test_a_row_that_may_be_of_two_is_of_neither_until_more_is_known(book: Book, tmp_path: Path) -> None:
    twins = "Anna,Nowak,a@x.example,+48221234567,,\nAnna,Nowak,a@x.example,+48221234568,,\n"
    bring(book, tmp_path, HEAD + twins + "Anna,Nowak,,+48221234569,,\n")
    row = f"{HEAD}Anna,Nowak,a@x.example,%s,,CEO\n"
    several = [("duplicate", "several_matches")]
    assert bring(book, tmp_path, row % "", match=("email",), lookalikes="skip") == [("skipped", "")]
    assert bring(book, tmp_path, row % "+48221234569", match=("email", "phone")) == several
    assert bring(book, tmp_path, row % "+48221234568", match=("phone", "email")) == [("updated", "")]
    titled = [one.points[1].value for one in everybody(book) if one.job_title and len(one.points) > 1]
    assert sorted(titled) == ["+48221234568", "+48221234569"]


@pytest.mark.parametrize("first", ["email", "phone"])
def test_the_order_of_the_keys_decides(book: Book, tmp_path: Path, first: str) -> None:
    bring(book, tmp_path, f"{HEAD}Anna,Nowak,a@x.example,,,\nAnna,Nowak,,+48221234568,,\n")
    second = {"email": "phone", "phone": "email"}[first]
    row = f"{HEAD}Anna,Nowak,a@x.example,+48221234568,,CEO\n"
    assert bring(book, tmp_path, row, match=(first, second), existing="overwrite") == [("updated", "")]
    [chief] = [one for one in everybody(book) if one.job_title]
    [other] = [one for one in everybody(book) if not one.job_title]
    assert {point.kind for point in chief.points} == {"email", "phone"}
    assert [point.kind for point in other.points] == [second]


@pytest.mark.parametrize(
    ("lookalikes", "people", "fate"),
    [("new", 2, "duplicate"), ("skip", 1, "skipped"), ("update", 1, "updated")],
)
def test_what_becomes_of_homonyms_is_chosen(
    book: Book, tmp_path: Path, lookalikes: str, people: int, fate: str
) -> None:
    bring(book, tmp_path, f"{HEAD}Anna,Nowak,a@x.example,,,\n")
    row = f"{HEAD}Anna,Nowak,other@x.example,,,CEO\n"
    assert bring(book, tmp_path, row, lookalikes=lookalikes, existing="add")[0][0] == fate
    assert len(everybody(book)) == people
    assert ("CEO" in {one.job_title for one in everybody(book)}) == (lookalikes != "skip")


def test_a_company_of_the_book_is_the_one_of_a_later_table(book: Book, tmp_path: Path) -> None:
    bring(book, tmp_path, f"{HEAD}Bob,Roe,bob@acme.example,,Acme,\n")
    fates = bring(
        book, tmp_path, "Company,Phone,Website\n ACME &amp; Co,+48221234567,\nACME,+48221,acme.example\n"
    )
    assert [fate for fate, _ in fates] == ["new", "updated"]
    companies = {one.organization: one for one in everybody(book) if one.kind == COMPANY}
    assert set(companies) == {"ACME & Co", "ACME"}
    [bob] = [one for one in everybody(book) if one.kind != COMPANY]
    assert bob.company_id == companies["ACME"].id


@pytest.mark.parametrize(
    ("one", "other"),
    [("Berlin,", "Paris,"), (",a.example", ",b.example")],
)
def test_companies_of_one_name_that_differ_stay_two(book: Book, tmp_path: Path, one: str, other: str) -> None:
    head = "Company,Phone,Business City,Website\n"
    rows = f"Acme,+48221234567,{one}\nAcme,+48221234568,,\nACME,+48221234569,{other}\n"
    fates = bring(book, tmp_path, head + rows)
    assert fates == [("new", ""), ("updated", ""), ("duplicate", "same_name")]
    assert len(everybody(book)) == 2


def test_of_a_switchboard_that_hundreds_share_everybody_is_found(book: Book, tmp_path: Path) -> None:
    rows = [f"Ada,Byron{'x' * (at % 7)}{at},,+48221234567,," for at in range(700)]
    bring(book, tmp_path, HEAD + "\n".join([*rows, ""]), match=("phone",))
    assert len(everybody(book)) == 700
    titled = [f"{row}Chief" for row in rows]
    fates = bring(book, tmp_path, HEAD + "\n".join([*titled, ""]), match=("phone",))
    assert {fate for fate, _ in fates} == {"updated"}
    assert len(everybody(book)) == 700
