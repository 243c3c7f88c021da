"""From file to file without a book."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.actions import browsing
from contactbook.actions.books import sample_files
from contactbook.actions.converting import convert
from contactbook.actions.importing import import_files
from contactbook.domain.problems import Cancelled, Problem
from tests.actions.conftest import card, write

if TYPE_CHECKING:
    from pathlib import Path

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
