"""Imports: everything or nothing, the same twice, one undo, and a report that adds up."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from contactbook.actions import fields, import_feed, undoing
from contactbook.actions.import_mappings import Mapping, from_spec
from contactbook.actions.import_options import ImportOptions
from contactbook.actions.importing import import_files, save_rejected
from contactbook.domain.field_definition import FieldDefinition
from contactbook.domain.problems import Cancelled, Problem
from contactbook.store import queries
from tests.actions.conftest import card, tables, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from contactbook.actions.import_report import ImportReport
    from contactbook.store.book import Book


@pytest.fixture(params=["here", "second process"])
def anywhere(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run the test with the file read in this process and in a second one."""
    monkeypatch.setattr(
        import_feed, "SECOND_PROCESS_FROM", -1 if request.param == "second process" else 1 << 40
    )


def names(book: Book) -> list[str]:
    ids = queries.ids_of(book.reader, queries.View("all"))
    return [row.display_name for row in queries.rows(book.reader, ids)]


def adds_up(report: ImportReport) -> bool:
    refused = sum(1 for rejected in report.rejected if rejected.line)
    parts = report.created + report.updated + report.unchanged + report.skipped + report.groups
    return report.read == parts + refused


@pytest.mark.usefixtures("anywhere")
@pytest.mark.parametrize("size", [0, 300, 1 << 20])
def test_a_file_that_changes_while_it_is_read_leaves_nothing(book: Book, tmp_path: Path, size: int) -> None:
    path = write(tmp_path / "a.vcf", *map(card, range(1000)))
    other = write(tmp_path / "b.vcf", card(5000))
    with pytest.raises(Problem, match=r"import\.file_changed") as caught:
        import_files(book, [other, path], progress=lambda *_: os.truncate(path, size))
    assert caught.value.data["path"] == str(path)
    assert names(book) == []


@pytest.mark.usefixtures("anywhere")
def test_cards_become_contacts(book: Book, tmp_path: Path) -> None:
    path = write(tmp_path / "a.vcf", card(1), card(2, CATEGORIES="Friends,Club"))
    result = import_files(book, [path], options=ImportOptions(tags=("new",)))
    report = result.report
    assert (report.read, report.created, report.rejected) == (2, 2, [])
    assert adds_up(report)
    assert names(book) == ["Jo Doe1", "Jo Doe2"]
    assert {(tag.name, tag.count) for tag in queries.counts(book.reader).tags} == {
        ("Friends", 1),
        ("Club", 1),
        ("new", 2),
    }
    assert report.step == result.changes.step != 0
    assert report.files[0].format == "vcard3"
    assert report.properties.read == report.properties.mapped + report.properties.kept_raw > 0
    [run] = queries.counts(book.reader).imports
    assert (run.name, run.count) == ("a.vcf", 2)
    contact = queries.load(book.reader, queries.find(book.reader, "uid-2"))
    [source] = queries.source_cards(book.reader, contact.id)
    assert source.raw.decode() == card(2, CATEGORIES="Friends,Club")
    assert (source.line, source.file_name, source.format) == (9, "a.vcf", "vcard3")


@pytest.mark.usefixtures("anywhere")
def test_the_same_file_again_changes_nothing(book: Book, tmp_path: Path) -> None:
    path = write(tmp_path / "a.vcf", *(card(number, uid=number % 2 == 0) for number in range(20)))
    import_files(book, [path])
    before = tables(book)
    result = import_files(book, [path])
    assert result.report.counts == {
        "read": 20, "created": 0, "updated": 0, "unchanged": 20, "skipped": 0, "groups": 0, "rejected": 0,
        "companies": 0, "possible_duplicates": 0,
    }  # fmt: skip
    assert not result.changes
    assert tables(book) == before


@pytest.mark.usefixtures("anywhere")
def test_one_changed_phone_updates_one_contact(book: Book, tmp_path: Path) -> None:
    import_files(book, [write(tmp_path / "a.vcf", *(card(number) for number in range(9)))])
    changed = write(
        tmp_path / "b.vcf", *(card(number, phone="+15550199" * (number == 4)) for number in range(9))
    )
    report = import_files(book, [changed]).report
    assert (report.created, report.updated, report.unchanged) == (0, 1, 8)
    contact = queries.load(book.reader, queries.find(book.reader, "uid-4"))
    assert [point.value for point in contact.points] == ["+15550199", "jo4@doe.example"]
    again = import_files(book, [changed])
    assert (again.report.unchanged, bool(again.changes)) == (9, False)
    assert len(queries.source_cards(book.reader, contact.id)) == 2


@pytest.mark.parametrize(
    ("policy", "outcome", "phones", "note"),
    [
        ("skip", "skipped", ["+15550100001"], ""),
        ("fill", "updated", ["+15550100001"], "new"),
        ("overwrite", "updated", ["+15550177"], "new"),
        ("add", "updated", ["+15550100001", "+15550177"], "new"),
    ],
)
def test_policies(
    book: Book, tmp_path: Path, policy: str, outcome: str, phones: list[str], note: str
) -> None:
    import_files(book, [write(tmp_path / "a.vcf", card(1))])
    changed = write(tmp_path / "b.vcf", card(1, phone="+15550177", NOTE="new"))
    report = import_files(book, [changed], options=ImportOptions(existing=policy)).report
    assert getattr(report, outcome) == 1
    assert adds_up(report)
    contact = queries.load(book.reader, queries.find(book.reader, "uid-1"))
    assert [point.value for point in contact.points_of("phone")] == phones
    assert contact.note == note


@pytest.mark.usefixtures("anywhere")
def test_dry_run_says_what_happens_and_does_not_do_it(book: Book, tmp_path: Path) -> None:
    import_files(book, [write(tmp_path / "a.vcf", card(1), card(2))])
    path = write(
        tmp_path / "b.vcf", card(1), card(2, phone="+15550177"), card(3), "BEGIN:VCARD\r\nVERSION:3.0\r\n"
    )
    before = tables(book)
    dry = import_files(book, [path], options=ImportOptions(dry_run=True, tags=("t",)))
    assert tables(book) == before
    assert not dry.changes
    real = import_files(book, [path], options=ImportOptions(tags=("t",)))
    assert dry.report.counts == real.report.counts
    assert (real.report.created, real.report.updated, real.report.unchanged) == (1, 2, 0)  # one gets a tag
    assert {**dry.report.to_json(), "step": 0, "dry_run": False} == {**real.report.to_json(), "step": 0}
    json.dumps(dry.report.to_json())


@pytest.mark.usefixtures("anywhere")
def test_cancel_leaves_nothing(book: Book, tmp_path: Path) -> None:
    import_files(book, [write(tmp_path / "a.vcf", card(0))])
    before = tables(book)
    path = write(tmp_path / "b.vcf", *(card(number) for number in range(3000)))
    seen: list[int] = []

    def stop() -> bool:
        return bool(seen)

    def progress(done: int, total: int, cards: int) -> None:
        assert 0 <= done <= total == path.stat().st_size
        if cards:
            seen.append(cards)

    with pytest.raises(Cancelled):
        import_files(book, [path], progress=progress, cancelled=stop)
    assert 0 < seen[0] < 3000
    assert tables(book) == before
    assert len(queries.history(book.reader)) == 1


def test_undo_and_redo_of_an_import(book: Book, tmp_path: Path) -> None:
    before = tables(book)
    path = write(tmp_path / "a.vcf", *(card(number, CATEGORIES="Club") for number in range(30)))
    result = import_files(book, [path])
    after = tables(book)
    assert undoing.undo(book).step
    assert tables(book) == before
    assert undoing.redo(book).step
    assert tables(book) == after
    assert undoing.undo(book, result.report.step).step
    assert tables(book) == before


@pytest.mark.usefixtures("anywhere")
def test_several_files_a_folder_and_an_archive_are_one_step(book: Book, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    write(folder / "one.vcf", card(1))
    write(folder / "two.vcf", card(2))
    (folder / "notes.md").write_text("no contacts")
    single = write(tmp_path / "three.vcf", card(3), card(1))
    archive = tmp_path / "four.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a/four.vcf", card(4))
        made.writestr("five.vcf", card(5))
    report = import_files(book, [folder, single, archive]).report
    assert [file.file for file in report.files] == [
        "one.vcf",
        "two.vcf",
        "three.vcf",
        "four.zip/a/four.vcf",
        "four.zip/five.vcf",
    ]
    assert (report.read, report.created, report.unchanged) == (6, 5, 1)
    assert len(queries.history(book.reader)) == 1
    undoing.undo(book)
    assert names(book) == []


def test_groups_become_tags_with_their_members(book: Book, tmp_path: Path) -> None:
    group = (
        "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:g\r\nN:Regatta;;;;\r\nFN:Regatta\r\nX-ADDRESSBOOKSERVER-KIND:group\r\n"
        "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:uid-1\r\nX-ADDRESSBOOKSERVER-MEMBER:urn:uuid:uid-3\r\nEND:VCARD\r\n"
    )
    path = write(tmp_path / "a.vcf", group, card(1), card(2), card(3))
    report = import_files(book, [path]).report
    assert (report.read, report.created, report.groups) == (4, 3, 1)
    [tag] = queries.counts(book.reader).tags
    assert (tag.name, tag.count) == ("Regatta", 2)
    assert "Regatta" not in names(book)
    assert not import_files(book, [path]).changes


@pytest.mark.usefixtures("anywhere")
def test_one_broken_card_in_a_thousand(book: Book, tmp_path: Path) -> None:
    cards = [card(number) for number in range(1000)]
    cards[500] = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Broken;Card\r\nFN:Broken Card\r\n"
    path = write(tmp_path / "a.vcf", *cards)
    rejects = tmp_path / "rejects.vcf"
    report = import_files(book, [path], options=ImportOptions(rejects=rejects)).report
    assert (report.read, report.created, len(report.rejected)) == (1000, 999, 1)
    [rejected] = report.rejected
    assert rejected.line == 1 + sum(text.count("\n") for text in cards[:500])
    assert (rejected.file, rejected.reason) == ("a.vcf", "end_missing")
    assert rejected.raw.decode() == cards[500]
    assert rejects.read_text() == Path(rejects).read_bytes().decode().replace("\r\n", "\n")
    assert rejects.read_bytes() == rejected.raw
    save_rejected(report, tmp_path / "again.vcf")
    assert (tmp_path / "again.vcf").read_bytes() == rejected.raw


def test_refused_cards_of_every_version_stand_in_one_file(book: Book, tmp_path: Path) -> None:
    old, new = tmp_path / "old.vcf", tmp_path / "new.vcf"
    old.write_bytes(b"BEGIN:VCARD\nVERSION:2.1\nN:A\nTEL:1\n")
    new.write_bytes(b"BEGIN:VCARD\nVERSION:3.0\nFN:B\n")
    import_files(book, [old, new], options=ImportOptions(rejects=tmp_path / "rejects.vcf"))
    assert (tmp_path / "rejects.vcf").read_bytes() == old.read_bytes() + new.read_bytes()
    assert not (tmp_path / "rejects-2.vcf").exists()


def test_a_uid_used_twice_in_a_file_makes_nobody_vanish(book: Book, tmp_path: Path) -> None:
    twin = card(2).replace("UID:uid-2", "UID:uid-1")
    more = card(1, phone="+15550155", NOTE="known as well")
    path = write(tmp_path / "a.vcf", card(1), twin, more)
    report = import_files(book, [path]).report
    assert (report.created, report.updated) == (2, 1)
    assert names(book) == ["Jo Doe1", "Jo Doe2"]
    contact = queries.load(book.reader, queries.ids_of(book.reader, queries.View("all"))[0])
    assert [point.value for point in contact.points_of("phone")] == ["+15550100001", "+15550155"]
    again = import_files(book, [path])
    assert (again.report.unchanged, bool(again.changes)) == (3, False)


def test_a_contact_in_the_trash_comes_back(book: Book, tmp_path: Path) -> None:
    from contactbook.actions import editing

    path = write(tmp_path / "a.vcf", card(1), card(2))
    import_files(book, [path])
    editing.trash(book, [queries.find(book.reader, "uid-1")])
    report = import_files(book, [path]).report
    assert (report.updated, report.unchanged) == (1, 1)
    assert names(book) == ["Jo Doe1", "Jo Doe2"]


def test_a_tag_reaches_those_that_were_there_already(book: Book, tmp_path: Path) -> None:
    path = write(tmp_path / "a.vcf", card(1), card(2))
    import_files(book, [path])
    import_files(book, [path], options=ImportOptions(tags=("second",)))
    assert [(tag.name, tag.count) for tag in queries.counts(book.reader).tags] == [("second", 2)]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.vcf", b"", "import.empty_file"),
        ("blank.csv", b" \r\n\r\n", "import.empty_file"),
        ("binary.vcf", bytes(range(256)) * 40, "import.binary_file"),
        ("page.csv", b"<!DOCTYPE html><html><body>Sign in</body></html>", "import.is_html"),
        ("paper.vcf", b"%PDF-1.7 ...", "import.is_pdf"),
        ("endless.vcf", b"BEGIN:VCARD\r\nVERSION:3.0\r\n" + b"NOTE:" + b"x" * 200_000, "end_missing"),
    ],
)
@pytest.mark.usefixtures("anywhere")
def test_bad_files_are_named_and_leave_the_book_alone(
    book: Book, tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    before = tables(book)
    if code.startswith("import."):
        with pytest.raises(Problem) as caught:
            import_files(book, [path])
        assert caught.value.code == code
    else:
        report = import_files(book, [path]).report
        assert [rejected.reason for rejected in report.rejected] == [code]
        assert report.created == 0
    assert tables(book) == before
    assert queries.history(book.reader) == []


def test_a_bad_file_among_good_ones_is_listed(book: Book, tmp_path: Path) -> None:
    (tmp_path / "bad.vcf").write_bytes(b"")
    write(tmp_path / "good.vcf", card(1))
    report = import_files(book, [tmp_path]).report
    assert (report.created, report.read) == (1, 1)
    assert [(one.file, one.line, one.reason) for one in report.rejected] == [
        ("bad.vcf", 0, "import.empty_file")
    ]
    assert report.files[0].problem == "import.empty_file"


def test_much_garbage_ends_with_a_clear_word(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "garbage.vcf"
    block = os.urandom(1 << 20)
    with path.open("wb") as stream:
        for _ in range(30):
            stream.write(block)
    with pytest.raises(Problem) as caught:
        import_files(book, [path])
    assert caught.value.code in ("import.binary_file", "import.not_recognised")
    assert queries.history(book.reader) == []


def test_a_card_that_never_ends(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "endless.vcf"
    with path.open("wb") as stream:
        stream.write(card(1).encode() + b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Endless\r\n")
        for number in range(300_000):
            stream.write(b"NOTE:on and on it goes, line %d and no end in sight, none at all\r\n" % number)
    report = import_files(book, [path]).report
    assert report.created == 1
    assert [(one.line, one.reason) for one in report.rejected] == [(9, "end_missing")]
    assert len(report.rejected[0].raw) <= 1 << 16


def test_options_that_mean_nothing(book: Book, tmp_path: Path) -> None:
    path = write(tmp_path / "a.vcf", card(1))
    for options in (
        ImportOptions(existing="eat"),
        ImportOptions(date_order="ydm"),
        ImportOptions(match=("aura",)),
    ):
        with pytest.raises(Problem) as caught:
            import_files(book, [path], options=options)
        assert caught.value.code == "import.option_unknown"


def test_a_failure_of_the_reader_is_a_problem_not_a_crash(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "a.vcf", card(1))

    def fail(*_: object) -> Callable[[], None]:
        raise ValueError("Jo Doe1 lives at a secret place")

    monkeypatch.setattr("contactbook.store.bulk.prepare", fail)
    with pytest.raises(Problem) as caught:
        import_files(book, [path])
    assert caught.value.code == "import.reader_failed"
    assert "secret" not in str(caught.value)
    assert "ValueError" in str(caught.value)


def test_a_field_of_choices_made_on_the_way_takes_its_choices_from_the_rows(
    book: Book, tmp_path: Path
) -> None:
    fields.add_field(book, FieldDefinition("Empty on purpose", "choice"))
    path = tmp_path / "list.csv"
    path.write_text("Name,Level\nAda One,Gold\nBo Two,Silver\nCy Three,gold\n", "utf-8")
    columns = [from_spec("Name", "full_name"), from_spec("Level", "field=choice")]
    import_files(book, [path], options=ImportOptions(mapping=Mapping(columns)))
    made = {one.label: [choice.label for choice in one.settings.choices] for one in fields.list_fields(book)}
    assert made == {"Empty on purpose": [], "Level": ["Gold", "Silver"]}
    undoing.undo(book)
    assert [one.label for one in fields.list_fields(book)] == ["Empty on purpose"]
