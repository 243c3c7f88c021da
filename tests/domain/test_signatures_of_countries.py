"""Signatures as they are written in twenty places of the world, each taken apart into the right fields."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from contactbook.domain.signatures import contact_from_text

SAMPLES = json.loads(
    (Path(__file__).parent.parent / "samples" / "signatures.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample["text"][0])
def test_a_signature_of_its_country(sample: dict[str, list[str]]) -> None:
    """What it is taken apart into (name, job, company, address, phones), and the rest, which is the note."""
    found = contact_from_text("\n".join(sample["text"]))
    (address,) = found.addresses
    street = address.street.replace("\n", " / ")
    place = (street, address.postal_code, address.locality, address.region, address.country)
    assert (
        " | ".join(filter(None, (found.prefix, found.given, found.middle, found.family, found.suffix))),
        found.job_title,
        found.organization,
        " | ".join(filter(None, place)),
        ", ".join(f"{point.label or '-'} {point.value}" for point in found.points_of("phone")),
    ) == tuple(sample["wanted"])
    assert found.note.splitlines() == sample["rest"]
    assert len(found.points_of("email")) == (2 if "PEC" in str(sample["text"]) else 1)
    assert found.department == ""


def test_handles_and_labels_of_their_own() -> None:
    found = contact_from_text("Ada Nowak\nTwitter: @ada\nPEC: ada@pec.example\nE-mail: ada@acme.example")
    assert [(point.value, point.label, point.service) for point in found.points] == [
        ("@ada", "", "x"), ("ada@pec.example", "PEC", ""), ("ada@acme.example", "", ""),
    ]  # fmt: skip
    assert found.note == ""
