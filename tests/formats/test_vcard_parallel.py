"""Two processes read what one would have read, in the same order."""

from __future__ import annotations

import io
import marshal
import multiprocessing
from dataclasses import fields
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain.contact import Contact
from contactbook.formats import vcard_packing, vcard_parallel, vcard_reader
from contactbook.formats.records import ReadCard, Record

if TYPE_CHECKING:
    from pathlib import Path


def book(cards: int) -> bytes:
    """Clean cards, odd ones, a group, text between and a card without its end."""
    pieces: list[bytes] = []
    for number in range(cards):
        name = f"FN:Zoë {number}\r\nN:{number};Zoë;;;"
        body = f"{name}\r\nTEL;TYPE=CELL:{number}\r\nNOTE:{'x' * (number % 50)}\r\nCATEGORIES:a,b"
        pieces.append(f"BEGIN:VCARD\r\nVERSION:3.0\r\n{body}\r\nEND:VCARD\r\n".encode())
        if number % 97 == 5:
            pieces.append(
                b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;QUOTED-PRINTABLE:M=FCller\r\nbroken\r\nEND:VCARD\r\n"
            )
        if number % 101 == 7:
            pieces.append(
                b"BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:group\r\nFN:G\r\nMEMBER:urn:uuid:1\r\nEND:VCARD\r\n"
            )
        if number % 103 == 9:
            pieces.append(b"\r\nsome text\r\n\r\nBEGIN:VCARD\r\nFN:no end\r\n")
    return b"".join(pieces)


def serial(data: bytes) -> list[Record]:
    return list(vcard_reader.read(io.BytesIO(data)))


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vcard_parallel, "LEAST", 0)


@pytest.mark.usefixtures("small")
def test_the_records_are_the_same_and_in_order(tmp_path: Path) -> None:
    data = book(6000)
    path = tmp_path / "book.vcf"
    path.write_bytes(data)
    assert list(vcard_parallel.read(path)) == serial(data)


@pytest.mark.usefixtures("small")
def test_a_process_that_dies_leaves_its_work_to_the_other(tmp_path: Path) -> None:
    data = book(6000)
    path = tmp_path / "book.vcf"
    path.write_bytes(data)
    reading = vcard_parallel.read(path)
    found = [next(reading)]
    (process,) = multiprocessing.active_children()
    process.kill()
    found += reading
    assert found == serial(data)


@pytest.mark.usefixtures("small")
def test_stopping_early_ends_the_process(tmp_path: Path) -> None:
    path = tmp_path / "book.vcf"
    path.write_bytes(book(6000))
    reading = vcard_parallel.read(path)
    next(reading)
    assert multiprocessing.active_children()
    reading.close()  # pyright: ignore[reportAttributeAccessIssue]
    assert not multiprocessing.active_children()


def test_small_and_wide_files_are_read_by_one(tmp_path: Path) -> None:
    data = book(3)
    path = tmp_path / "book.vcf"
    path.write_bytes(data.decode().encode("utf-16"))
    found = list(vcard_parallel.read(path))
    assert [record.contact for record in found if isinstance(record, ReadCard)] == [
        record.contact for record in serial(data) if isinstance(record, ReadCard)
    ]


@given(st.integers(1, 60), st.integers(50, 3000))
def test_pieces_begin_with_cards_and_leave_nothing_out(cards: int, size: int) -> None:
    data = book(cards)
    pieces = list(vcard_parallel.divide(io.BytesIO(data), size))
    assert [pieces[0].start, *(piece.stop for piece in pieces)] == [
        0,
        *(piece.start for piece in pieces[1:]),
        len(data),
    ]
    for piece in pieces:
        assert data.startswith(b"BEGIN:VCARD", piece.start)
        assert data.count(b"\n", 0, piece.start) == piece.lines


def test_records_survive_packing() -> None:
    for record in serial(book(120)):
        packed = marshal.dumps(vcard_packing.pack(record))
        assert vcard_packing.unpack(marshal.loads(packed)) == record
        assert vcard_packing.unpack(marshal.loads(packed), 10).line == record.line + 10


def test_packing_knows_every_list_of_a_contact() -> None:
    lists = [field.name for field in fields(Contact) if isinstance(getattr(Contact(), field.name), list)]
    assert set(lists) == {*vcard_packing.PARTS, "tags"}
