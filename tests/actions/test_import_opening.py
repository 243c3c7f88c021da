"""Files within archives are read without being unpacked, and broken ones are told apart."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from contactbook.actions.import_opening import open_source, records_of
from contactbook.actions.import_sources import sources_of
from contactbook.domain.problems import Problem
from contactbook.formats.records import ReadCard, ReadOptions
from tests.actions.conftest import card


def archive_of(path: Path, content: str, *, method: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        archive.writestr("in/one.vcf", content)
    return path


def test_a_member_is_read_in_place(tmp_path: Path) -> None:
    path = archive_of(tmp_path / "a.zip", card(1) + card(2), method=zipfile.ZIP_DEFLATED)
    [source] = sources_of([path])
    with open_source(source, ReadOptions()) as reading:
        uids = [record.contact.uid for record in records_of(reading, source) if isinstance(record, ReadCard)]
    assert uids == ["uid-1", "uid-2"]
    assert list(tmp_path.iterdir()) == [path]


def test_a_damaged_member(tmp_path: Path) -> None:
    path = archive_of(tmp_path / "a.zip", "".join(card(number) for number in range(5000)))
    data = bytearray(path.read_bytes())
    data[-20_000] ^= 0x20
    path.write_bytes(data)
    [source] = sources_of([path])
    with pytest.raises(Problem) as caught, open_source(source, ReadOptions()) as reading:
        list(records_of(reading, source))
    assert caught.value.code == "import.zip_damaged"


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="needs a list of open files")
def test_an_archive_that_is_damaged_at_once_is_closed_again(tmp_path: Path) -> None:
    path = archive_of(tmp_path / "a.zip", card(1), method=zipfile.ZIP_DEFLATED)
    data = bytearray(path.read_bytes())
    start = data.index(b"one.vcf") + len("one.vcf")
    data[start : start + 50] = bytes(50)
    path.write_bytes(data)
    [source] = sources_of([path])
    with pytest.raises(Problem, match=r"import\.zip_damaged") as caught:
        open_source(source, ReadOptions())
    opened = [entry.resolve() for entry in Path("/proc/self/fd").iterdir()]
    assert caught.value.__traceback__ is not None, "still held, and with it the frames that opened the file"
    assert path.resolve() not in opened


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
@pytest.mark.parametrize("place", [0.1, 0.8])
def test_a_damaged_member_whatever_it_was_packed_with(tmp_path: Path, method: int, place: float) -> None:
    path = archive_of(tmp_path / "a.zip", "".join(card(number) for number in range(20_000)), method=method)
    data = bytearray(path.read_bytes())
    start = int(len(data) * place)
    data[start : start + 50] = bytes(50)
    path.write_bytes(data)
    [source] = sources_of([path])
    with pytest.raises(Problem, match=r"import\.zip_damaged"), open_source(source, ReadOptions()) as reading:
        list(records_of(reading, source))
