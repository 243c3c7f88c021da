"""Cards of far more lines than any program writes are refused alone, before they fill the memory."""

from __future__ import annotations

import io

import pytest

from contactbook.formats import vcard_frames, vcard_reader, vcard_tolerant
from contactbook.formats.records import ReadCard, RefusedCard

GOOD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:After\r\nEND:VCARD\r\n"
HEAD = b"BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Ada\r\n"


@pytest.mark.parametrize(
    "lines",
    [
        b"NOTE;ENCODING=QUOTED-PRINTABLE:" + b"ab=\r\n" * 900 + b"c\r\n",
        b"NOTE:x\r\n" + b" \r\n" * 900,
        b"\r\n" * 900,
        b"PHOTO;ENCODING=BASE64:\r\n" + b" A\r\n" * 900 + b"\r\n",
        b"TEL:1\r\n" * 900,
    ],
    ids=["soft breaks", "folds", "blank lines", "base64", "properties"],
)
def test_a_card_of_too_many_lines_is_refused_alone(lines: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vcard_frames, "MOST_LINES", 800)
    first, second = vcard_reader.read(io.BytesIO(HEAD + lines + b"END:VCARD\r\n" + GOOD))
    assert isinstance(first, RefusedCard)
    assert (first.line, first.reason) == (1, "card_too_large")
    assert isinstance(second, ReadCard)
    assert second.line == 5 + lines.count(b"\n")


@pytest.mark.parametrize("version", [b"2.1", b"3.0", b"4.0"])
def test_a_card_of_too_many_properties_is_refused_alone(
    version: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vcard_tolerant, "MOST_PROPERTIES", 50)
    card = b"BEGIN:VCARD\r\nVERSION:" + version + b"\r\nFN:Ada\r\n" + b"TEL:1\r\n" * 60 + b"END:VCARD\r\n"
    first, second = vcard_reader.read(io.BytesIO(card + GOOD))
    assert isinstance(first, RefusedCard)
    assert first.reason == "card_too_large"
    assert isinstance(second, ReadCard)


def test_many_cards_together_have_as_many_lines_as_they_like(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vcard_frames, "MOST_LINES", 800)
    assert all(isinstance(record, ReadCard) for record in vcard_reader.read(io.BytesIO(GOOD * 5000)))


def test_a_line_with_more_parameters_than_anybody_means_is_kept_as_it_is() -> None:
    (card,) = vcard_reader.read(io.BytesIO(HEAD + b"TEL" + b";TYPE=home" * 5000 + b":1\r\nEND:VCARD\r\n"))
    assert isinstance(card, ReadCard)
    assert (card.contact.points, card.kept_raw) == ([], 1)
    assert [remark.code for remark in card.remarks] == ["line_not_understood"]
