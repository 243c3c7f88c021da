"""The full archive restores into an empty book with everything in it, told by the content hash (R29)."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contactbook.actions import archiving, books, browsing, editing, segments, undoing
from contactbook.actions.importing import import_files
from contactbook.domain.contact import Contact, FieldValue, Photo
from contactbook.domain.problems import Cancelled, Problem
from contactbook.store import contacts, integrity, queries, whole_book
from contactbook.store.book import Book
from contactbook.vault.credentials import Credential
from tests.store import contact_strategies as some

if TYPE_CHECKING:
    from pathlib import Path


def rich(book: Book) -> None:
    """A book in which much was done, and some of it undone."""
    books.make_sample(book)
    editing.add_contact(
        book,
        Contact(
            given="Ada",
            photos=[Photo(b"\x89PNG\x00picture", "image/png")],
            fields=[FieldValue("Shoe size", "38", "shoe_size", "number")],
            tags=["VIP"],
        ),
    )
    segments.save_segment(book, "Stars", "tag:vip has:photo")
    everybody = [row.id for row in browsing.list_contacts(book)]
    editing.tag(book, everybody[:5], "First five")
    editing.trash(book, everybody[5:8])
    undoing.undo(book)
    editing.trash(book, everybody[9:11])
    with book.step("attach") as step:
        payload = step.connection
        payload.execute("INSERT INTO payload (id, data) VALUES (77, x'00ff')")
        payload.execute(
            "INSERT INTO attachment (id, contact_id, name, payload_id, hash, created_at)"
            " VALUES (78, ?, 'plan.pdf', 77, x'01', 5)",
            (everybody[0],),
        )


def test_everything_comes_back_history_included(book: Book, other: Book, tmp_path: Path) -> None:
    rich(book)
    out = tmp_path / "all.zip"
    report = archiving.export_archive(book, out)
    assert report.contacts == len(queries.ids_of(book.reader, queries.View())) + 2
    result = import_files(other, [out])
    assert archiving.content_hash(other) == archiving.content_hash(book)
    assert result.report.created == report.contacts
    assert result.changes.everything
    assert integrity.check(other).ok
    assert [step.id for step in undoing.history(other)] == [step.id for step in undoing.history(book)]
    assert [row.id for row in browsing.list_contacts(other)] == [
        row.id for row in browsing.list_contacts(book)
    ]
    assert browsing.found(other, "tag:vip has:photo") == browsing.found(book, "tag:vip has:photo")
    undoing.undo(book)
    undoing.undo(book)
    undoing.undo(other)
    undoing.undo(other)
    assert [row.id for row in browsing.list_contacts(other)] == [
        row.id for row in browsing.list_contacts(book)
    ]


def test_the_archive_can_be_read_without_this_program(book: Book, tmp_path: Path) -> None:
    rich(book)
    archiving.export_archive(book, tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        about = json.loads(archive.read("contactbook.json"))
        people = json.loads(archive.read("contacts.json"))
        assert archive.read("files/77") == b"\x00\xff"
        assert any(archive.read(name) == b"\x89PNG\x00picture" for name in archive.namelist())
        columns, *rows = map(json.loads, archive.read("tables/tag.jsonl").splitlines())
    assert about["hash"] == archiving.content_hash(book)
    assert about["contacts"] == len(people)
    assert "VIP" in [row[columns.index("name")] for row in rows]


@settings(
    max_examples=8, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(st.lists(some.contacts(), max_size=4))
def test_whatever_a_book_holds_comes_back(tmp_path: Path, made: list[Contact]) -> None:
    key = Credential(raw_key=bytes(range(32)))
    for name in ("a", "b"):
        (tmp_path / name).unlink(missing_ok=True)
    with Book.create(tmp_path / "a", key) as book, Book.create(tmp_path / "b", key) as other:
        with book.step("add") as step:
            for contact in made:
                contacts.insert(step, contact)
        archiving.export_archive(book, tmp_path / "all.zip")
        archiving.restore_archive(other, tmp_path / "all.zip")
        assert archiving.content_hash(other) == archiving.content_hash(book)
        loaded = [
            list(queries.load_many(one.reader, queries.ids_of(one.reader, queries.View())))
            for one in (book, other)
        ]
        assert loaded[0] == loaded[1]


def test_the_hash_tells_books_apart(book: Book) -> None:
    hashes = {archiving.content_hash(book)}
    editing.add_contact(book, {"given": "Ada"})
    hashes.add(archiving.content_hash(book))
    undoing.undo(book)
    hashes.add(archiving.content_hash(book))
    assert len(hashes) == 3
    assert archiving.content_hash(book) in hashes


def test_only_an_empty_book_takes_an_archive(book: Book, other: Book, tmp_path: Path) -> None:
    editing.add_contact(book, {"given": "Ada"})
    archiving.export_archive(book, tmp_path / "all.zip")
    editing.add_contact(other, {"given": "Bob"})
    undoing.undo(other)
    before = archiving.content_hash(other)
    with pytest.raises(Problem) as raised:
        import_files(other, [tmp_path / "all.zip"])
    assert raised.value.code == "archive.book_not_empty"
    assert archiving.content_hash(other) == before


def changed(path: Path, name: str, data: bytes) -> None:
    """The archive with another part."""
    with zipfile.ZipFile(path) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for each, content in (parts | {name: data}).items():
            archive.writestr(each, content)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("tables/tag.jsonl", b'["id","name","key","color","rhythm_days","created_at"]\n', "archive.damaged"),
        ("tables/tag.jsonl", b"nonsense\n", "archive.damaged"),
        ("tables/tag.jsonl", b"", "archive.damaged"),
        ("tables/tag.jsonl", b'["id","spin"]\n', "archive.newer"),
        ("tables/spin.jsonl", b'["id"]\n', "archive.newer"),
        ("contactbook.json", b'{"format": "contactbook-archive", "version": 9}', "archive.newer"),
    ],
)
def test_a_changed_archive_changes_nothing(
    book: Book, other: Book, tmp_path: Path, name: str, data: bytes, code: str
) -> None:
    rich(book)
    path = tmp_path / "all.zip"
    archiving.export_archive(book, path)
    changed(path, name, data)
    with pytest.raises(Problem) as raised:
        import_files(other, [path])
    assert raised.value.code == code
    assert whole_book.is_empty(other.reader)


@pytest.mark.parametrize("line", ["[[1, 2], 3]", "[1]", "[]", '["x", {"base64": "!"}]', "[" * 9000])
@pytest.mark.parametrize(
    "part", ["tables/contact.jsonl", "tables/tag.jsonl", "payload.jsonl", "tables/history.jsonl"]
)
def test_rows_that_no_book_can_hold_change_nothing(
    book: Book, other: Book, tmp_path: Path, part: str, line: str
) -> None:
    rich(book)
    path = tmp_path / "all.zip"
    archiving.export_archive(book, path)
    with zipfile.ZipFile(path) as archive:
        lines = archive.read(part).decode().splitlines()
    for place in (0, len(lines) - 1):
        changed(path, part, "\n".join([*lines[:place], line, *lines[place + 1 :]]).encode())
        with pytest.raises(Problem, match=r"archive\.(damaged|newer)"):
            archiving.restore_archive(other, path)
        assert whole_book.is_empty(other.reader)


def test_an_archive_is_imported_alone(book: Book, other: Book, tmp_path: Path) -> None:
    archiving.export_archive(book, tmp_path / "all.zip")
    (tmp_path / "a.vcf").write_text("BEGIN:VCARD\nEND:VCARD\n")
    with pytest.raises(Problem) as raised:
        import_files(other, [tmp_path / "all.zip", tmp_path / "a.vcf"])
    assert raised.value.code == "archive.not_alone"


def test_cancelling_leaves_nothing(book: Book, other: Book, tmp_path: Path) -> None:
    rich(book)
    with pytest.raises(Cancelled):
        archiving.export_archive(book, tmp_path / "all.zip", cancelled=lambda: True)
    assert not (tmp_path / "all.zip").exists()
    archiving.export_archive(book, tmp_path / "all.zip")
    with pytest.raises(Cancelled):
        archiving.restore_archive(other, tmp_path / "all.zip", cancelled=lambda: True)
    assert whole_book.is_empty(other.reader)
