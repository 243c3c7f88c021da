"""Cards as the address books of phones, servers and old programs write them: read right, and kept whole."""

from __future__ import annotations

import io
import json
import logging
from pathlib import Path
from typing import Any

import pytest
import vobject

from contactbook.formats import vcard_fidelity, vcard_proof, vcard_reader, vcard_writer
from contactbook.formats.records import ReadCard, ReadOptions
from tests.formats.test_vcard_reader import described

PROGRAMS = sorted((Path(__file__).resolve().parents[1] / "samples" / "vcard_programs").glob("*.vcf"))
VERSIONS = ("2.1", "3.0", "4.0")


def one(path: Path) -> ReadCard:
    (record,) = vcard_reader.read(io.BytesIO(path.read_bytes()), ReadOptions(proved=True))
    assert isinstance(record, ReadCard)
    return record


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_a_card_says_what_its_program_meant(path: Path) -> None:
    assert [described(one(path))] == json.loads(path.with_suffix(".json").read_text("utf-8"))


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
@pytest.mark.parametrize("version", ["", *VERSIONS])
def test_nothing_of_it_is_lost(path: Path, version: str) -> None:
    record = one(path)
    for dialect in ("", "apple", "google", "outlook"):
        assert vcard_fidelity.compare(record.contact, record.raw, version, dialect).names == ()
        if version:
            for original in (record.raw, None):
                writer = vcard_writer.CardWriter(io.BytesIO(), version, dialect)
                card = writer.write(record.contact, original)
                assert vcard_proof.written(record.contact, card, writer.target).names == ()


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_vobject_takes_it_in_3_0(path: Path) -> None:
    record = one(path)
    logging.disable(logging.CRITICAL)
    try:
        for original in (record.raw, None):
            text = vcard_writer.card(record.contact, "3.0", original=original).decode()
            found: list[Any] = list(vobject.readComponents(text))
            (card,) = found
            card.validate(raiseException=True)
            photos = [each.value for each in card.contents.get("photo", ()) if isinstance(each.value, bytes)]
            wanted = [photo.data for photo in record.contact.photos if photo.data and photo.label != "logo"]
            assert photos == wanted
            if original is None:  # a line of the original stays, with commas that vobject takes for an end
                assert card.contents["fn"][0].value == record.contact.full_name
    finally:
        logging.disable(logging.NOTSET)
