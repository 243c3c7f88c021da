"""What a saved form is called in the history."""

from __future__ import annotations

from copy import deepcopy

import pytest

from contactbook.actions.edit_summary import label_data, summary
from contactbook.domain.contact import Address, Affiliation, Contact, ContactPoint, Photo
from contactbook.wording import steps


def ada() -> Contact:
    return Contact(
        full_name="Ada Kowalska",
        given="Ada",
        organization="Orion",
        points=[ContactPoint("phone", "1"), ContactPoint("phone", "2"), ContactPoint("email", "a@b.c")],
        tags=["VIP"],
    )


def said(**changes: object) -> str:
    after = deepcopy(ada())
    for name, value in changes.items():
        setattr(after, name, value)
    return steps.label("edit", label_data(ada(), after))


def phones(*numbers: str) -> list[ContactPoint]:
    return [*(ContactPoint("phone", number) for number in numbers), ContactPoint("email", "a@b.c")]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"points": phones("3", "4")}, "Changed 2 phones of Ada Kowalska"),
        ({"points": phones("1", "2", "3")}, "Added 1 phone to Ada Kowalska"),
        ({"affiliations": [Affiliation("Orion", decision_maker=True)]},
         "Added the details of the job to Ada Kowalska"),
        ({"middle": "Maria"}, "Changed the name of Ada Kowalska"),
        ({"phonetic_given": "Eida"}, "Added how the name sounds to Ada Kowalska"),
        ({"affiliations": [Affiliation("Sirius")]}, "Added 1 organisation to Ada Kowalska"),
        ({"points": phones("2")}, "Removed 1 phone from Ada Kowalska"),
        ({"points": phones("2", "1")}, "Changed the order of the phones of Ada Kowalska"),
        ({"job_title": "Captain"}, "Added the job title to Ada Kowalska"),
        ({"full_name": "Ada King", "given": "Ada B."}, "Changed the name of Ada King"),
        ({"photos": [Photo(b"1")]}, "Added the picture to Ada Kowalska"),
        ({"checked_at": 5}, "Checked Ada Kowalska"),
        ({"tags": []}, "Removed 1 tag from Ada Kowalska"),
        ({"points": phones("1"), "addresses": [Address(street="x")]},
         "Changed 1 phone and 1 address of Ada Kowalska"),
    ],
)  # fmt: skip
def test_a_step_is_named_after_what_was_done(changes: dict[str, object], words: str) -> None:
    assert said(**changes) == words


def test_many_topics_are_not_all_named() -> None:
    words = said(points=phones("9", "8"), job_title="x", department="y", note="z", role="r")
    assert words == "Changed 2 phones, the department and 4 more of Ada Kowalska" or "more of" in words


def test_a_key_alone_is_no_change() -> None:
    after = ada()
    after.points[0].key = "+481"
    assert summary(ada(), after) == {}
