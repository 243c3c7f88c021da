"""Tags of a card."""

from __future__ import annotations

import io

from contactbook.formats import vcard_reader
from contactbook.formats.records import ReadCard


def test_a_card_with_very_many_tags_is_read_as_any_other() -> None:
    """Comparing each with all of the others took minutes, in which nothing could be stopped."""
    many = [f"tag{number}" for number in range(100_000)]
    lines = ["BEGIN:VCARD", "VERSION:3.0", "FN:Ada", f"CATEGORIES:{','.join(many)}", "CATEGORIES:tag7,last"]
    card = "\r\n".join([*lines, "END:VCARD", ""]).encode()
    (record,) = vcard_reader.read(io.BytesIO(card))
    assert isinstance(record, ReadCard)
    assert record.contact.tags == [*many, "last"]


def test_a_comma_in_a_nickname_of_2_1_separates_nothing() -> None:
    card = b"BEGIN:VCARD\r\nVERSION:2.1\r\nN:A\r\nNICKNAME:a,b\\\\\r\nEND:VCARD\r\n"
    (record,) = vcard_reader.read(io.BytesIO(card))
    assert isinstance(record, ReadCard)
    assert record.contact.nickname == "a,b\\"
