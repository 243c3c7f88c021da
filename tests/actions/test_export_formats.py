"""Formats by name and by file ending."""

from __future__ import annotations

import io
import zipfile

import pytest

from contactbook.actions.export_formats import FORMATS, format_of, writer
from contactbook.domain.contact import Contact, ContactDate
from contactbook.domain.problems import Problem


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.vcf", "vcard3"),
        ("A.VCF", "vcard3"),
        ("b.json", "json"),
        ("b.csv", "csv"),
        ("b.xlsx", "xlsx"),
        ("b.ldif", "ldif"),
        ("b.zip", "archive"),
        ("c", "vcard3"),
        ("d.e.txt", "vcard3"),
    ],
)
def test_the_ending_names_the_format(name: str, expected: str) -> None:
    assert format_of(name) == expected


@pytest.mark.parametrize("to", FORMATS)
def test_every_format_writes(to: str) -> None:
    stream = io.BytesIO()
    target = writer(to, stream)
    target.write(Contact(given="Ada", family="Lovelace"), None)
    target.finish()
    data = stream.getvalue()
    if data.startswith(b"PK"):
        data = zipfile.ZipFile(stream).read("xl/worksheets/sheet1.xml")
    assert b"Lovelace" in data


def test_a_vcard_for_a_program_speaks_its_language() -> None:
    birthday = b"BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-09\r\n"
    original = b"BEGIN:VCARD\r\nVERSION:3.0\r\nN:A;B;;;\r\nFN:B A\r\n" + birthday + b"END:VCARD\r\n"
    contact = Contact(family="A", given="B", full_name="B A", dates=[ContactDate("--05-09", "birthday", 2)])
    said: dict[str, bytes] = {}
    for to in ("vcard3", "vcard3-google", "vcard3-outlook"):
        stream = io.BytesIO()
        target = writer(to, stream)
        target.write(contact, original)
        target.finish()
        said[to] = stream.getvalue()
    assert said["vcard3"] == original
    assert b"\r\nBDAY:--05-09\r\n" in said["vcard3-google"]
    assert b"\r\nX-CONTACTBOOK-CARRY-BDAY:--05-09\r\n" in said["vcard3-outlook"]


def test_apple_gets_the_tags_as_groups() -> None:
    stream = io.BytesIO()
    target = writer("vcard3-apple", stream)
    target.write(Contact(uid="u1", given="Ada", tags=["Club"]), None)
    target.finish()
    assert b"X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:u1" in stream.getvalue()


def test_an_unknown_format() -> None:
    with pytest.raises(Problem) as caught:
        writer("fax", io.BytesIO())
    assert caught.value.code == "export.format_unknown"
