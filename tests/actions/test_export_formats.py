"""Formats by name and by file ending."""

from __future__ import annotations

import io

import pytest

from contactbook.actions.export_formats import FORMATS, format_of, writer
from contactbook.domain.contact import Contact
from contactbook.domain.problems import Problem


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.vcf", "vcard3"), ("A.VCF", "vcard3"), ("b.json", "json"), ("c", "vcard3"), ("d.e.txt", "vcard3")],
)
def test_the_ending_names_the_format(name: str, expected: str) -> None:
    assert format_of(name) == expected


@pytest.mark.parametrize("to", FORMATS)
def test_every_format_writes(to: str) -> None:
    stream = io.BytesIO()
    target = writer(to, stream)
    target.write(Contact(given="Ada", family="Lovelace"), None)
    target.finish()
    assert b"Lovelace" in stream.getvalue()


def test_an_unknown_format() -> None:
    with pytest.raises(Problem) as caught:
        writer("fax", io.BytesIO())
    assert caught.value.code == "export.format_unknown"
