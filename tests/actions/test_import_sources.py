"""Files, folders and archives become the list of files to read."""

from __future__ import annotations

import gzip
import os
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from contactbook.actions.import_opening import open_source, records_of
from contactbook.actions.import_sources import sources_of
from contactbook.domain.problems import Problem
from contactbook.formats import archive_file
from contactbook.formats.records import ReadOptions

if TYPE_CHECKING:
    from pathlib import Path


def problem_of(*paths: Path) -> str:
    with pytest.raises(Problem) as caught:
        sources_of(paths)
    return caught.value.code


def test_a_named_file_is_taken_whatever_its_name(tmp_path: Path) -> None:
    file = tmp_path / "contacts.dat"
    file.write_bytes(b"12345")
    [source] = sources_of([file])
    assert (source.path, source.name, source.size, source.member) == (str(file), "contacts.dat", 5, "")


def test_a_folder_gives_its_contact_files_in_order(tmp_path: Path) -> None:
    for name in ("b.vcf", "a.VCF", "sub/c.csv", "photo.jpg", ".hidden/d.vcf", ".e.vcf"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    assert [source.name for source in sources_of([tmp_path])] == ["a.VCF", "b.vcf", "sub/c.csv"]


def test_an_archive_gives_its_contact_files(tmp_path: Path) -> None:
    path = tmp_path / "phone.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("one.vcf", "deep/two.vcf", "__MACOSX/one.vcf", "readme.md", "deep/.x.vcf"):
            archive.writestr(name, "x" * 7)
    found = sources_of([path])
    assert [(source.name, source.member, source.size) for source in found] == [
        ("phone.zip/one.vcf", "one.vcf", 7),
        ("phone.zip/deep/two.vcf", "deep/two.vcf", 7),
    ]


def test_an_archive_with_nothing_to_read_keeps_the_others_out_of_nothing(tmp_path: Path) -> None:
    good, cut, empty = tmp_path / "good.vcf", tmp_path / "cut.zip", tmp_path / "empty"
    good.write_bytes(b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nEND:VCARD\r\n")
    cut.write_bytes(b"PK\x03\x04 and no more")
    empty.mkdir()
    found = sources_of([cut, good, empty])
    assert [source.name for source in found] == ["cut.zip", "good.vcf", "empty"]
    for source, code in ((found[0], "import.zip_damaged"), (found[2], "import.folder_empty")):
        with pytest.raises(Problem) as caught:
            open_source(source, ReadOptions())
        assert caught.value.code == code
    with open_source(found[1], ReadOptions()) as reading:
        assert len(list(reading)) == 1


def test_a_path_that_is_not_there_keeps_the_others_out_of_nothing(tmp_path: Path) -> None:
    good, gone = tmp_path / "good.vcf", tmp_path / "gone.vcf"
    good.write_bytes(b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nEND:VCARD\r\n")
    missing, found = sources_of([gone, good])
    assert (missing.name, found.name) == ("gone.vcf", "good.vcf")
    with pytest.raises(Problem, match=r"import\.file_missing"):
        open_source(missing, ReadOptions())
    assert sources_of([gone, good], [missing, found]) == [missing, found]
    gone.write_bytes(b"BEGIN:VCARD\r\n")
    with pytest.raises(Problem, match=r"import\.file_changed"):
        sources_of([gone, good], [missing, found])
    assert problem_of(tmp_path / "nowhere.vcf") == "import.file_missing"


def test_a_gzip_file_is_read_as_what_is_packed_in_it(tmp_path: Path) -> None:
    table = b"Name,E-mail\n" + b"Ada,ada@x.example\n" * 3000
    whole, cut = tmp_path / "people.csv.gz", tmp_path / "cut.csv.gz"
    whole.write_bytes(gzip.compress(table))
    cut.write_bytes(gzip.compress(table)[:-30])
    [source] = sources_of([whole])
    assert (source.name, source.member, source.size) == ("people.csv", "people.csv", len(table))
    with open_source(source, ReadOptions()) as reading:
        assert sum(1 for _ in records_of(reading, source)) == 3000
    [source] = sources_of([cut])
    with (
        pytest.raises(Problem, match=r"import\.zip_damaged"),
        open_source(source, ReadOptions()) as reading,
    ):
        list(records_of(reading, source))


def test_what_holds_nothing_is_said(tmp_path: Path) -> None:
    assert problem_of() == "import.nothing_to_import"
    assert problem_of(tmp_path / "gone.vcf") == "import.file_missing"
    assert problem_of(tmp_path) == "import.folder_empty"
    empty = tmp_path / "empty.zip"
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("readme.md", "x")
    assert problem_of(empty) == "import.zip_empty"
    cut = tmp_path / "cut.zip"
    cut.write_bytes(empty.read_bytes()[:40])
    assert problem_of(cut) == "import.zip_damaged"


def test_a_locked_archive_is_said(tmp_path: Path) -> None:
    path = tmp_path / "locked.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("one.vcf", "x")
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    assert problem_of(path) == "import.zip_encrypted"


def test_a_spreadsheet_is_no_archive(tmp_path: Path) -> None:
    for name in ("list.xlsx", "list.ods", "list"):
        path = tmp_path / name
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("mimetype" if name.endswith("ods") else "[Content_Types].xml", "x")
            archive.writestr("inner.csv", "x")
        assert [(source.name, source.member) for source in sources_of([path])] == [(name, "")]


def test_a_link_to_itself_cannot_be_read(tmp_path: Path) -> None:
    link = tmp_path / "loop.vcf"
    link.symlink_to(link)
    assert problem_of(link) == "import.not_readable"


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    assert problem_of(tmp_path / "a\0b.vcf") == "import.not_readable"
    assert problem_of(tmp_path / ("n" * 5000)) == "import.not_readable"


def test_a_place_that_may_not_be_looked_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those who run the tests may be allowed everything, so the system's answer is made up."""
    folder = tmp_path / "locked"
    folder.mkdir()
    (folder / "a.vcf").write_bytes(b"x")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(folder))

    with monkeypatch.context() as patch:
        patch.setattr("os.scandir", refuse)
        assert problem_of(folder) == "import.not_readable"
    monkeypatch.setattr("os.stat", refuse)
    assert problem_of(folder / "a.vcf") == "import.not_readable"


@pytest.mark.parametrize(
    ("name", "code"), [("a.xlsx", "import.spreadsheet_damaged"), ("a.zip", "import.zip_damaged")]
)
def test_a_packed_file_that_is_cut_off_is_called_what_it_is(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04 and no more")
    assert problem_of(tmp_path / name) == code


@pytest.mark.skipif(sys.platform != "linux", reason="names of files that are no text")
def test_a_file_with_a_name_that_is_no_text_is_taken(tmp_path: Path) -> None:
    file = tmp_path / "b\udcff.vcf"
    file.write_bytes(b"x")
    (source,) = sources_of([tmp_path])
    assert (source.path, source.name) == (str(file), "b\ufffd.vcf")


def test_a_file_that_is_not_the_one_any_more_that_was_looked_at(tmp_path: Path) -> None:
    path, other = tmp_path / "a.vcf", tmp_path / "b.vcf"
    path.write_bytes(b"12345")
    looked_at = sources_of([tmp_path])
    assert sources_of([tmp_path], looked_at) == looked_at
    other.write_bytes(b"another")
    with pytest.raises(Problem, match="file_changed"):
        sources_of([tmp_path], looked_at)
    looked_at[0].check_unchanged()
    path.write_bytes(b"123456")
    with pytest.raises(Problem, match="file_changed"):
        looked_at[0].check_unchanged(may_be_gone=True)
    path.unlink()
    looked_at[0].check_unchanged(may_be_gone=True)
    with pytest.raises(Problem, match="file_missing"):
        looked_at[0].check_unchanged()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    assert problem_of(tmp_path / "pipe.csv") == "import.no_file"
    assert not archive_file.recognised(tmp_path / "pipe.csv")
    (tmp_path / "a.csv").write_text("Name,E-mail\nAda,ada@a.example\n", "utf-8")
    assert [source.name for source in sources_of([tmp_path])] == ["a.csv"]
