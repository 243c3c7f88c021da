"""From file to file without a book."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from contactbook.actions import archiving, browsing
from contactbook.actions.books import sample_files
from contactbook.actions.converting import convert
from contactbook.actions.export_formats import FORMATS, ExportFormat
from contactbook.actions.importing import import_files
from contactbook.domain.problems import Cancelled, Problem
from contactbook.formats.fidelity import Fidelity, without
from tests.actions.conftest import card, write

if TYPE_CHECKING:
    from typing import BinaryIO

    from contactbook.domain.contact import Contact
    from contactbook.store.book import Book

GROUP = (
    "BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:group\r\nUID:g\r\nFN:Regatta\r\n"
    "MEMBER:urn:uuid:uid-1\r\nMEMBER:uid-2\r\nEND:VCARD\r\n"
)


def test_the_same_format_keeps_every_byte(tmp_path: Path) -> None:
    path = write(tmp_path / "in.vcf", card(1, NOTE="as\\, it is"), card(2))
    report = convert([path], tmp_path / "out.vcf")
    assert (tmp_path / "out.vcf").read_bytes() == path.read_bytes()
    assert (report.format, report.reading.read, report.reading.created) == ("vcard3", 2, 2)
    assert report.to_json()["size"] == path.stat().st_size


def test_several_kinds_into_one_file_that_imports(book: Book, tmp_path: Path) -> None:
    out = tmp_path / "all.vcf"
    report = convert(sample_files(), out, to="vcard4")
    assert report.reading.rejected == []
    assert import_files(book, [out]).report.created == report.reading.created >= 55
    assert "Regatta 2024" in {tag.name for tag in browsing.counts(book).tags}


def test_groups_stand_with_their_members(book: Book, tmp_path: Path) -> None:
    path = write(
        tmp_path / "in.vcf", card(1, version="4.0"), card(2, version="4.0"), card(3, version="4.0"), GROUP
    )
    report = convert([path], tmp_path / "out.json")
    assert (report.reading.read, report.reading.groups, report.reading.created) == (4, 1, 3)
    import_files(book, [tmp_path / "out.json"])
    assert [(tag.name, tag.count) for tag in browsing.counts(book).tags] == [("Regatta", 2)]


def test_refused_cards_are_listed(tmp_path: Path) -> None:
    path = write(tmp_path / "in.vcf", card(1), "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:cut\r\n")
    report = convert([path], tmp_path / "out.vcf")
    assert [(one.file, one.line, one.reason) for one in report.reading.rejected] == [
        ("in.vcf", 9, "end_missing")
    ]
    assert report.reading.read == 2


def test_nothing_is_written_when_nothing_was_read(tmp_path: Path) -> None:
    empty = tmp_path / "empty.vcf"
    empty.write_bytes(b"")
    with pytest.raises(Problem) as caught:
        convert([empty], tmp_path / "out.vcf")
    assert caught.value.code == "import.empty_file"
    assert not (tmp_path / "out.vcf").exists()


def test_a_bad_file_among_good_ones_is_listed(tmp_path: Path) -> None:
    empty = tmp_path / "empty.vcf"
    empty.write_bytes(b"")
    report = convert([empty, write(tmp_path / "in.vcf", card(1))], tmp_path / "out.vcf")
    assert report.reading.created == 1
    assert report.reading.files[0].problem == "import.empty_file"


def test_a_file_does_not_eat_itself(tmp_path: Path) -> None:
    path = write(tmp_path / "in.vcf", card(1))
    with pytest.raises(Problem) as caught:
        convert([path], path)
    assert caught.value.code == "export.same_file"
    assert path.read_text().startswith("BEGIN")


def test_cancelling_leaves_nothing(tmp_path: Path) -> None:
    path = write(tmp_path / "in.vcf", card(1))
    with pytest.raises(Cancelled):
        convert([path], tmp_path / "out.vcf", cancelled=lambda: True)
    assert not (tmp_path / "out.vcf").exists()


def test_properties_are_counted_per_file_and_none_is_lost(tmp_path: Path) -> None:
    first = write(tmp_path / "a.vcf", card(1, NOTE="n\r\nX-FOO:1\r\nGEO:1.5;2.5"))
    second = write(tmp_path / "b.vcf", card(2, version="4.0"), card(3, version="4.0"))
    for to in ("vcard4", "vcard2.1", "vcard3-google", "json"):
        report = convert([first, second], tmp_path / "out", to=to)
        counts = [file.properties.to_json() for file in report.reading.files]
        assert counts == [
            {"read": 8, "mapped": 6, "kept_raw": 2, "lost": 0},
            {"read": 10, "mapped": 10, "kept_raw": 0, "lost": 0},
        ]
        assert report.to_json()["properties"] == {"read": 18, "mapped": 16, "kept_raw": 2, "lost": 0}
        assert report.to_json()["warnings"] == []


def test_what_the_target_has_no_place_for_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Names:
        def __init__(self, stream: BinaryIO) -> None:
            self.stream = stream

        def write(self, contact: Contact, original: bytes | None) -> Fidelity:
            self.stream.write(contact.family.encode())
            return without(contact, ["phone", "property"] if contact.extras else ["phone"])

        def finish(self) -> None:
            pass

    monkeypatch.setitem(FORMATS, "names", ExportFormat(".txt", Names))
    path = write(tmp_path / "in.vcf", card(1), card(2, NOTE="n\r\nX-FOO:1"))
    report = convert([path], tmp_path / "out.txt", to="names")
    assert [(one.code, one.contacts) for one in report.warnings] == [("phone", 2), ("property", 1)]
    assert report.to_json()["properties"] == {"read": 12, "mapped": 9, "kept_raw": 0, "lost": 3}


def test_the_archive_of_a_book_and_an_archive_of_tables_are_converted(book: Book, tmp_path: Path) -> None:
    import_files(book, [write(tmp_path / "in.vcf", card(1), card(2))])
    archive = tmp_path / "whole.zip"
    archiving.export_archive(book, archive)
    report = convert([archive], tmp_path / "out.vcf").reading
    assert (report.read, report.created, report.rejected) == (2, 2, [])
    packed = tmp_path / "tables.zip"
    with zipfile.ZipFile(packed, "w") as target:
        target.writestr("a/people.csv", "Name,E-mail\nAda,ada@x.example\n")
        target.writestr("b/more.csv", "Name;Phone\nBo;+48 601 100 200\n")
        target.writestr("readme.txt", "hello")
    report = convert([packed], tmp_path / "both.csv").reading
    assert [(file.delimiter, file.cards) for file in report.files] == [(",", 1), (";", 1)]
    assert import_files(book, [tmp_path / "both.csv"]).report.created == 2


@pytest.mark.parametrize("to", list(FORMATS))
@pytest.mark.parametrize("source", ["vcard2.1", "vcard4", "csv", "xlsx", "ldif", "json", "csv-google"])
def test_every_format_turns_into_every_other(source: str, to: str, tmp_path: Path) -> None:
    start = write(tmp_path / "in.vcf", card(1), card(2))
    first = convert([start], tmp_path / f"first.{source.partition('-')[0][:5]}", to=source)
    second = convert([Path(first.file)], tmp_path / "second", to=to)
    assert (second.reading.created, second.reading.rejected) == (2, [])
    back = convert([Path(second.file)], tmp_path / "third.json", to="json")
    assert (back.reading.created, back.reading.rejected) == (2, [])
    people = json.loads((tmp_path / "third.json").read_text("utf-8"))
    assert len({str(person["emails"]) for person in people}) == 2


def test_a_file_that_changes_while_it_is_read_is_not_converted(tmp_path: Path) -> None:
    path, out = write(tmp_path / "in.vcf", card(1), card(2)), tmp_path / "out.csv"
    with pytest.raises(Problem, match=r"import\.file_changed"):
        convert([path], out, progress=lambda *_: os.truncate(path, 300))
    assert not out.exists()


def test_a_file_that_is_not_there_keeps_the_others_out_of_nothing(tmp_path: Path) -> None:
    path, out = write(tmp_path / "in.vcf", card(1)), tmp_path / "out.vcf"
    report = convert([tmp_path / "gone.vcf", path], out)
    assert (report.reading.created, [file.problem for file in report.reading.files]) == (
        1,
        ["import.file_missing", ""],
    )
    assert [(one.reason, one.detail) for one in report.reading.rejected] == [
        ("import.file_missing", "gone.vcf")
    ]
    with pytest.raises(Problem, match=r"export\.same_file"):
        convert([tmp_path / "gone.vcf", path], path)
    assert path.exists()
