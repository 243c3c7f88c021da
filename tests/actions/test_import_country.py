"""Phone numbers without a country take it from the address, else from the import, else from nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.actions import browsing
from contactbook.actions.import_options import ImportOptions
from contactbook.actions.importing import import_files

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.store.book import Book

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nTEL:0664 1234567\r\n{more}END:VCARD\r\n"
AUSTRIAN = "ADR:;;Gasse 1;Wien;;1010;Austria\r\n"


@pytest.mark.parametrize(
    ("more", "country", "key"),
    [
        ("", "", ""),
        ("", "AT", "+436641234567"),
        (AUSTRIAN, "DE", "+436641234567"),
        (AUSTRIAN, "", "+436641234567"),
    ],
)
def test_no_country_is_guessed(book: Book, tmp_path: Path, more: str, country: str, key: str) -> None:
    file = tmp_path / "ada.vcf"
    file.write_bytes(CARD.format(more=more).encode())
    changes = import_files(book, [file], options=ImportOptions(country=country)).changes
    (made,) = changes.contacts
    (phone,) = browsing.show(book, made).points
    assert (phone.value, phone.key) == ("0664 1234567", key)
