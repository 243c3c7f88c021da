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
