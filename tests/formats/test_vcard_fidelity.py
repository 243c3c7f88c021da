"""What is lost is counted by looking, and it is nothing."""

from __future__ import annotations

import copy
import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from contactbook.formats import vcard_carry, vcard_fidelity, vcard_reader
from contactbook.formats.records import ReadCard, ReadOptions
from contactbook.formats.vcard_fidelity import Fidelity

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "vcard"
CARD = (
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nN:A;B;;;\r\nFN:B A\r\nTEL;TYPE=HOME:1\r\nX-FOO;P=q:2\r\n"
    b"CATEGORIES:x,y\r\nNOTE:n\r\nEND:VCARD\r\n"
)


def cards(path: Path) -> Iterator[ReadCard]:
    with path.open("rb") as stream:
        yield from (each for each in vcard_reader.read(stream) if isinstance(each, ReadCard))


def one(data: bytes) -> ReadCard:
    (record,) = vcard_reader.read(io.BytesIO(data))
    assert isinstance(record, ReadCard)
    return record


@pytest.mark.parametrize("version", ["", "2.1", "3.0", "4.0"])
def test_nothing_of_the_samples_is_lost(version: str) -> None:
    for path in sorted(SAMPLES.glob("*.vcf")):
        for record in cards(path):
            found = vcard_fidelity.compare(record.contact, record.raw, version)
            assert (found.lost, found.names) == (0, ()), path.name


@pytest.mark.parametrize("version", ["", "2.1", "3.0", "4.0"])
def test_nothing_of_the_corpus_is_lost(corpus: Path, version: str) -> None:
    total = Fidelity()
    for path in sorted((corpus / "vcard").rglob("*")):
        if path.is_file():
            for record in cards(path):
                found = vcard_fidelity.compare(record.contact, record.raw, version)
                assert found.names == (), path
                assert (found.read, found.mapped, found.kept_raw) == (
                    record.properties,
                    record.mapped,
                    record.kept_raw,
                )
                total += found
    assert total.lost == 0
    assert total.read == total.mapped + total.kept_raw > 6000


def test_the_short_proof_counts_like_the_long_one() -> None:
    record = one(CARD)
    short = vcard_fidelity.compare(record.contact, CARD)
    long = vcard_fidelity.compare(record.contact, CARD, dialect="apple")
    assert short == long == Fidelity(6, 5, 1)


@pytest.mark.parametrize(
    ("attribute", "value", "name"),
    [
        ("points", [], "TEL"),
        ("extras", [], "X-FOO"),
        ("note", "other", "NOTE"),
        ("tags", ["x"], "CATEGORIES"),
        ("family", "Z", "N"),
    ],
)
def test_a_loss_is_noticed(attribute: str, value: object, name: str) -> None:
    contact = copy.deepcopy(one(CARD).contact)
    setattr(contact, attribute, value)
    found = vcard_fidelity.compare(contact, CARD)
    assert (found.lost, found.names) == (1, (name,))


def test_a_lost_parameter_of_a_kept_property_is_noticed() -> None:
    contact = copy.deepcopy(one(CARD).contact)
    contact.extras[0].params = ""
    assert vcard_fidelity.compare(contact, CARD, "4.0").names == ("X-FOO",)


def test_numbers_of_a_file_are_the_sum_of_its_cards() -> None:
    assert Fidelity(3, 2, 1) + Fidelity(4, 3, 1, 1, ("N",)) == Fidelity(7, 5, 2, 1, ("N",))


@pytest.mark.parametrize("ends", [b"\r\n", b"\n"])
def test_reading_with_proof_counts_the_same_and_finds_nothing_lost(ends: bytes) -> None:
    for path in sorted(SAMPLES.glob("*.vcf")):
        data = path.read_bytes()
        data = data.replace(b"\r\n", ends) if b"\r\n" in data else data
        plain = list(vcard_reader.read(io.BytesIO(data)))
        proved = list(vcard_reader.read(io.BytesIO(data), ReadOptions(proved=True)))
        assert proved == plain, path.name


def test_reading_with_proof_tells_what_would_be_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    card = CARD.replace(b"X-FOO", b"X-\xc3\xa4")
    monkeypatch.setattr(vcard_carry, "extra", lambda part, aim, **_: ("X-OTHER", "", "nothing"))
    (record,) = vcard_reader.read(io.BytesIO(card), ReadOptions(proved=True))
    assert isinstance(record, ReadCard)
    assert (record.properties, record.mapped, record.kept_raw) == (6, 4, 1)
    assert [(remark.code, remark.detail) for remark in record.remarks] == [("property_lost", "X-ä")]
