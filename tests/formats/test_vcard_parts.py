"""Addresses whose street came in parts."""

from __future__ import annotations

import io

import pytest

from contactbook.formats import vcard_fidelity, vcard_reader, vcard_writer
from contactbook.formats.records import ReadCard

PARTS = ":;;;Town;;12345;Land;R1;A2;F3;12;Main Street;Tower;B;S;D;L;N"


def one(line: str) -> ReadCard:
    card = f"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:A\r\n{line}\r\nEND:VCARD\r\n".encode()
    (record,) = vcard_reader.read(io.BytesIO(card))
    assert isinstance(record, ReadCard)
    return record


@pytest.mark.parametrize(
    ("line", "street", "extended"),
    [
        (f"ADR{PARTS}", "12 Main Street", "Tower, F3, A2, R1"),
        (f"ADR;CC=DE{PARTS}", "Main Street 12", "Tower, F3, A2, R1"),
        ("ADR:;x;;Town;;;;;;;;Only a road;;;;;;", "Only a road", "x"),
        ("ADR:;;12 Main St;Town;;;;R1;;;12;Main St;;;;;;", "12 Main St", ""),
        ("ADR:;;;Town;;;", "", ""),
    ],
)
def test_a_street_in_the_parts_of_rfc_9554_is_shown_and_its_line_stays(
    line: str, street: str, extended: str
) -> None:
    record = one(line)
    (address,) = record.contact.addresses
    assert (address.street, address.extended, address.locality) == (street, extended, "Town")
    assert f"\r\n{line}\r\n".encode() in vcard_writer.card(record.contact, "4.0", original=record.raw)
    for version in ("2.1", "3.0", "4.0"):
        assert vcard_fidelity.compare(record.contact, record.raw, version).names == ()
        there = vcard_writer.card(record.contact, version, original=record.raw)
        (again,) = vcard_reader.read(io.BytesIO(there))
        assert isinstance(again, ReadCard)
        assert again.contact.addresses[0].street == street


@pytest.mark.parametrize("version", ["2.1", "3.0", "4.0"])
def test_a_data_uri_beside_an_encoding_is_a_photo(version: str) -> None:
    uri = "data:image/png;base64,iVBORw0KGgo="
    record = one(f"PHOTO;ENCODING=b;TYPE=PNG:{uri}\r\nPHOTO;ENCODING=BASE64:{uri}")
    assert [photo.data for photo in record.contact.photos] == [b"\x89PNG\r\n\x1a\n"] * 2
    assert vcard_fidelity.compare(record.contact, record.raw, version).names == ()
    (again,) = vcard_reader.read(io.BytesIO(vcard_writer.card(record.contact, version, original=record.raw)))
    assert isinstance(again, ReadCard)
    assert [photo.data for photo in again.contact.photos] == [photo.data for photo in record.contact.photos]
