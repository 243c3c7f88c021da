"""Who is above whom goes through files: into another book, in any order, and back into the same one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.actions import books, browsing, companies, editing, exporting, importing, undoing
from contactbook.store.parent_links import PARENT
from contactbook.vault.credentials import Credential

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from contactbook.store.book import Book

FORMATS = {"json": "all.json", "vcard3": "all.vcf", "vcard4": "all.vcf", "vcard2.1": "all.vcf"}


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    with books.create_book(tmp_path / "a.contactbook", Credential(raw_key=bytes(range(32)))) as made:
        yield made


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Book]:
    with books.create_book(tmp_path / "b.contactbook", Credential(raw_key=bytes(range(32)))) as made:
        yield made


def fill(book: Book, *, uids: bool = True) -> dict[str, int]:
    """Ada above Jan above Li; Acme above Acme Poland."""
    ids = {
        name: editing.add_contact(book, {"given": name, "uid": f"u-{name}" if uids else ""}).made[0]
        for name in ("Li", "Jan", "Ada")
    }
    for name in ("Acme Poland", "Acme"):
        values = {"kind": "company", "organization": name, "uid": f"u-{name}" if uids else ""}
        ids[name] = editing.add_contact(book, values).made[0]
    for below, above in (("Li", "Jan"), ("Jan", "Ada"), ("Acme Poland", "Acme")):
        companies.set_parent(book, [ids[below]], ids[above])
    return ids


def above(book: Book) -> dict[str, str]:
    rows = {row.id: row.display_name for row in browsing.list_contacts(book)}
    found = {name: browsing.show(book, one).parent_id for one, name in rows.items()}
    return {name: rows[parent] for name, parent in found.items() if parent is not None}


def waiting(book: Book) -> list[str]:
    everybody = [browsing.show(book, row.id) for row in browsing.list_contacts(book)]
    return [extra.value for one in everybody for extra in one.extras if extra.name.startswith(PARENT)]


WHOLE = {"Li": "Jan", "Jan": "Ada", "Acme Poland": "Acme"}


@pytest.mark.parametrize("uids", [True, False])
@pytest.mark.parametrize("to", FORMATS)
def test_into_another_book_and_back_into_the_same(
    book: Book, other: Book, tmp_path: Path, to: str, uids: bool
) -> None:
    fill(book, uids=uids)
    file = tmp_path / FORMATS[to]
    report = exporting.export(book, file, to=to)
    assert report.properties.lost == 0
    importing.import_files(other, [file])
    assert above(other) == WHOLE
    assert waiting(other) == []
    if not uids:  # nothing but their names, so they come a second time
        return
    before = undoing.history(book)
    result = importing.import_files(book, [file]).report
    assert above(book) == WHOLE
    assert (result.created, waiting(book)) == (0, [])
    if to == "json":  # a vCard says the full name as well
        assert result.updated == 0
    assert len(undoing.history(book)) <= len(before) + 1


@pytest.mark.parametrize("to", ["json", "vcard4"])
def test_the_one_above_may_come_later_or_never(book: Book, other: Book, tmp_path: Path, to: str) -> None:
    ids = fill(book)
    below, file = tmp_path / f"1-{FORMATS[to]}", tmp_path / FORMATS[to]
    exporting.export(book, below, to=to, ids=[ids["Li"]])
    importing.import_files(other, [below])
    assert waiting(other) == [browsing.show(book, ids["Jan"]).uid]
    exporting.export(book, file, to=to, ids=[ids["Jan"], ids["Ada"]])
    importing.import_files(other, [file])
    assert above(other) == {"Li": "Jan", "Jan": "Ada"}
    assert waiting(other) == []


def test_what_the_book_says_stays_and_no_circle_is_made(book: Book, tmp_path: Path) -> None:
    ids = fill(book)
    file = tmp_path / "all.json"
    exporting.export(book, file, to="json")
    for below in ("Li", "Jan"):
        companies.set_parent(book, [ids[below]], None)
    companies.set_parent(book, [ids["Ada"]], ids["Jan"])
    importing.import_files(book, [file])
    told = above(book)
    assert told["Ada"] == "Jan"
    assert "Jan" not in told
    assert waiting(book) == [browsing.show(book, ids["Ada"]).uid]
