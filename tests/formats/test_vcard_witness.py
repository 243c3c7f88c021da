"""vobject as the independent witness: it holds of our 3.0 cards what it holds of the originals, or more."""

from __future__ import annotations

import logging
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
import vobject

from contactbook.formats import vcard_writer
from tests.formats.test_vcard_restore import corpus_cards, read_one, version_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BARE = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Doe;Jo;;;\r\nFN:Doe, Jo\r\n"
    "NOTE:One, two\r\nTITLE:CEO, CFO\r\nEND:VCARD\r\n"
)


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def held(data: bytes) -> Counter[tuple[str, str]]:
    """Name and value of every line of a card, as vobject has them."""
    (card,) = vobject.readComponents(data.decode(), allowQP=True)
    found: list[Any] = list(card.lines())
    return Counter((line.name, repr(line.value)) for line in found)


def test_in_its_own_version_vobject_holds_of_each_line_what_it_held_of_the_original(corpus: Path) -> None:
    count = 0
    for record in corpus_cards(corpus):
        if version_of(record) != "3.0":
            continue
        try:
            before = held(record.raw)
        except Exception:  # vobject cannot read the original at all, in one of many ways
            continue
        written = vcard_writer.card(record.contact, "3.0", original=record.raw)
        assert before - held(written) == Counter(), record.raw
        count += 1
    assert count > 190


@pytest.mark.parametrize("dialect", ["apple", "google", "outlook"])
def test_for_another_program_bare_commas_are_escaped(dialect: str) -> None:
    record = read_one(BARE.encode())
    written = vcard_writer.card(record.contact, "3.0", original=record.raw, dialect=dialect)
    assert {("FN", "'Doe, Jo'"), ("NOTE", "'One, two'"), ("TITLE", "'CEO, CFO'")} <= set(held(written))
    through = vcard_writer.card(record.contact, "4.0", original=record.raw)
    assert b"NOTE:One\\, two\r\n" in through
    assert vcard_writer.card(record.contact, "3.0", original=record.raw) == BARE.encode()


@pytest.mark.parametrize("dialect", ["apple", "google", "outlook"])
def test_for_another_program_vobject_holds_the_whole_text_of_the_corpus(corpus: Path, dialect: str) -> None:
    for record in corpus_cards(corpus):
        written = vcard_writer.card(record.contact, "3.0", original=record.raw, dialect=dialect)
        texts = {value for _, value in held(written)}
        for text in (record.contact.full_name, record.contact.note, record.contact.job_title):
            assert not text or repr(text) in texts, record.raw
