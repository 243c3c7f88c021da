"""Changing how names are shown and ordered: once through the book, undone like anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.actions import book_options, books, browsing, checking, editing, importing, undoing
from contactbook.domain.contact import Contact
from contactbook.settings import declarations
from contactbook.store import name_styles

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.store.book import Book

CREDENTIAL = books.credential("quiet river")


def person(given: str, family: str, **more: str) -> Contact:
    return Contact(given=given, family=family, full_name=f"{given} {family}", **more)  # type: ignore[arg-type]


def listed(book: Book) -> list[str]:
    return [row.display_name for row in browsing.list_contacts(book)]


def filled(path: Path) -> Book:
    book = books.create_book(path / "a.contactbook", CREDENTIAL)
    for contact in (
        person("Zoe", "Adams"),
        person("Ann", "Öberg"),
        person("Bo", "Olsen"),
        Contact(full_name="The Countess", given="Ada", family="Lovelace"),
        Contact(kind="company", organization="Mill"),
        person("Ulf", "Zander", file_as="Captain"),
    ):
        editing.add_contact(book, contact)
    return book


def test_names_are_shown_and_ordered_as_the_book_says(tmp_path: Path) -> None:
    with filled(tmp_path) as book:
        usual = ["Zoe Adams", "Ulf Zander", "The Countess", "Mill", "Ann Öberg", "Bo Olsen"]
        assert listed(book) == usual
        told: list[tuple[int, int]] = []
        changes = book_options.change_option(
            book, declarations.NAME_DISPLAY, "family_first", progress=lambda done, of: told.append((done, of))
        )
        assert changes.everything
        assert told[-1] == (6, 6)
        assert listed(book)[:3] == ["Adams, Zoe", "Zander, Ulf", "The Countess"]
        book_options.change_option(book, declarations.NAME_SORT, "given_first")
        assert listed(book) == [
            "The Countess", "Öberg, Ann", "Olsen, Bo", "Zander, Ulf", "Mill", "Adams, Zoe",
        ]  # fmt: skip
        book_options.change_option(book, declarations.NAME_SORT, "family_first")
        book_options.change_option(book, declarations.NAME_LANGUAGE, "sv")
        assert listed(book)[-1] == "Öberg, Ann"
        assert not checking.check(book).findings
        for _ in range(4):
            undoing.undo(book)
        assert listed(book) == usual
        assert name_styles.style_of(book.reader.connection) == name_styles.USUAL


def test_imports_and_edits_follow_the_style(tmp_path: Path) -> None:
    with filled(tmp_path) as book:
        book_options.change_option(book, declarations.NAME_DISPLAY, "family_first")
        cards = tmp_path / "a.vcf"
        cards.write_text("BEGIN:VCARD\nVERSION:3.0\nN:Kay;Eva;;;\nFN:Eva Kay\nEND:VCARD\n", "utf-8")
        importing.import_files(book, [cards])
        assert "Kay, Eva" in listed(book)
        editing.add_contact(book, person("Uwe", "Lang"))
        assert "Lang, Uwe" in listed(book)
        assert not checking.check(book).findings
