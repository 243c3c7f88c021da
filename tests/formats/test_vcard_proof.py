"""A card that was written is read again, in every version and for every program, and says all of it."""

from __future__ import annotations

import io

import pytest

from contactbook.formats import vcard_proof
from contactbook.formats.vcard_target import target
from contactbook.formats.vcard_writer import CardWriter
from tests.formats.test_vcard_writer import DIALECTS, VERSIONS, everything


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("dialect", DIALECTS)
def test_everything_is_in_the_card(version: str, dialect: str) -> None:
    writer = CardWriter(io.BytesIO(), version, dialect)
    found = vcard_proof.written(everything(), writer.write(everything()), writer.target)
    assert (found.lost, found.names) == (0, ())
    assert found.read == found.mapped > 40


def test_what_is_missing_in_the_card_is_named() -> None:
    card = CardWriter(io.BytesIO()).write(everything()).replace(b"\r\nROLE:", b"\r\nX-ROLE:", 1)
    assert vcard_proof.written(everything(), card, target("3.0")).names == ("role",)


def test_what_is_no_card_holds_nothing() -> None:
    found = vcard_proof.written(everything(), b"BEGIN:VCARD", target("3.0"))
    assert found.lost == found.read > 40
