"""Books are made, opened and filled with the sample, which is an import like any other."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from contactbook.actions import books, browsing, editing, undoing
from contactbook.domain.problems import Problem
from contactbook.store import book_settings
from contactbook.vault.credentials import Credential

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.store.book import Book

RAW = Credential(raw_key=bytes(range(32)))


def test_create_close_and_open(tmp_path: Path) -> None:
    path = tmp_path / "friends.contactbook"
    books.close_book(books.create_book(path, RAW))
    book = books.open_book(path, RAW)
    try:
        assert browsing.counts(book).all == 0
    finally:
        books.close_book(book)
    with pytest.raises(Problem) as caught:
        books.create_book(path, RAW)
    assert caught.value.code == "vault.file_exists"


def test_the_recovery_code_opens_the_book(book: Book) -> None:
    code = books.recovery_code(book)
    books.close_book(book)
    again = books.open_book(book.path, books.credential(recovery_code=code.lower()))
    books.close_book(again)
    assert again.path == book.path


def test_a_mistyped_recovery_code(book: Book) -> None:
    code = books.recovery_code(book)
    wrong = ("0" if code[0] != "0" else "1") + code[1:]
    with pytest.raises(Problem) as caught:
        books.credential(recovery_code=wrong)
    assert caught.value.code == "vault.recovery_code_typo"


def test_the_sample_is_an_honest_import(book: Book) -> None:
    report = books.make_sample(book).report
    assert report.rejected == []
    assert report.remarks == []
    assert report.properties.lost == 0
    assert report.created + report.companies == browsing.counts(book).all >= 55
    counts = browsing.counts(book)
    assert counts.companies >= 5
    assert "Regatta 2024" in {tag.name for tag in counts.tags}
    rows = list(browsing.list_contacts(book))
    assert {row.country for row in rows} >= {"Polska", "Türkiye", "日本", "United States", "Ελλάδα", "ישראל"}
    assert sum(row.has_photo for row in rows) >= 5
    assert any(row.birthday.startswith("--") for row in rows)
    assert not books.make_sample(book).changes


def test_the_sample_names_nobody_who_could_be_real(book: Book) -> None:
    books.make_sample(book)
    for contact in browsing.contacts(book, [row.id for row in browsing.list_contacts(book)]):
        for point in contact.points:
            if point.kind == "email":
                assert point.value.endswith(".example")


def test_a_sample_book(tmp_path: Path) -> None:
    path = tmp_path / "sample.contactbook"
    book = books.create_sample_book(path, RAW)
    try:
        assert browsing.counts(book).all >= 55
    finally:
        books.close_book(book)


def test_a_sample_that_fails_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(books, "SAMPLE_FILES", ("gone.vcf",))
    with pytest.raises(Problem) as caught:
        books.create_sample_book(tmp_path / "sample.contactbook", RAW)
    assert caught.value.code == "sample.missing"
    assert list(tmp_path.iterdir()) == []


def test_closing_thins_the_history_as_the_book_is_set(tmp_path: Path) -> None:
    path = tmp_path / "friends.contactbook"
    with books.create_book(path, RAW) as book:
        for name in ("Ada", "Ben"):
            editing.add_contact(book, {"given": name})
        with book.step("settings") as step:
            book_settings.put(step, "history_megabytes", 0)
            book_settings.put(step, "history_days", 1)
        with book.writer.lock:
            book.writer.connection.execute("UPDATE history SET at = at - 2 * 86400000")
        books.close_book(book)
        books.close_book(book)
    with books.open_book(path, RAW, read_only=True) as book:
        assert [row.kept for row in undoing.history(book)] == [True, False, False]


@pytest.mark.skipif(sys.platform == "win32", reason="open files cannot be replaced there")
def test_a_book_whose_place_was_taken_is_closed_without_a_fault(tmp_path: Path) -> None:
    path, other = tmp_path / "friends.contactbook", tmp_path / "other"
    book = books.create_book(path, RAW)
    editing.add_contact(book, {"given": "Ada"})
    other.write_bytes(b"")
    other.replace(path)
    books.close_book(book)
    assert path.read_bytes() == b""
    (kept,) = tmp_path.glob("friends (*.contactbook")
    with books.open_book(kept, RAW, read_only=True) as again:
        assert len(undoing.history(again)) == 1
