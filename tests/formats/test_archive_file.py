"""The archive as a file: rows as lines, whatever is in them."""

from __future__ import annotations

import io
import math
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain.problems import Problem
from contactbook.formats.archive_file import ArchiveReader, ArchiveWriter, decoded, encoded, recognised

if TYPE_CHECKING:
    from pathlib import Path

VALUES = st.none() | st.integers(-(2**63), 2**63 - 1) | st.text() | st.binary() | st.floats(allow_nan=False)


@given(st.lists(VALUES))
def test_a_row_comes_back_from_its_line(row: list[object]) -> None:
    line = encoded(row)
    assert "\n" not in line
    assert line.isascii()
    found = decoded(line)
    assert found == row
    assert [type(value) for value in found] == [type(value) for value in row]


def test_infinity_comes_back() -> None:
    assert decoded(encoded([math.inf])) == [math.inf]


def test_parts_are_written_and_read(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with path.open("wb") as stream:
        archive = ArchiveWriter(stream)
        archive.lines("rows", (encoded((number, b"\0")) for number in range(3)))
        with archive.stream("text") as part:
            part.write(b"hello")
        archive.file("bytes", b"\xff")
        archive.finish({"contacts": 3})
    assert recognised(path)
    reader = ArchiveReader(path)
    assert reader.manifest["contacts"] == 3
    assert list(reader.rows("rows")) == [[0, b"\0"], [1, b"\0"], [2, b"\0"]]
    assert (reader.file("text"), reader.file("bytes")) == (b"hello", b"\xff")
    with pytest.raises(Problem) as raised:
        reader.file("nothing")
    assert raised.value.code == "archive.damaged"
    reader.close()


def test_what_is_abandoned_is_no_archive(tmp_path: Path) -> None:
    stream = io.BytesIO()
    ArchiveWriter(stream).abandon()
    (tmp_path / "a.zip").write_bytes(stream.getvalue())
    assert not recognised(tmp_path / "a.zip")
    assert not recognised(tmp_path / "missing.zip")
    with pytest.raises(Problem) as raised:
        ArchiveReader(tmp_path / "a.zip")
    assert raised.value.code == "archive.damaged"
