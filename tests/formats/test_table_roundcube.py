"""The tables of the Roundcube project against the cards that its own importer makes of them.

The cards are read with our vCard reader; what differs is listed here, each with the reason why we differ.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from contactbook.domain.contact import CHAT, EMAIL, PHONE, URL, Contact
from contactbook.formats.reading import read_file
from contactbook.formats.records import ReadCard

if TYPE_CHECKING:
    from pathlib import Path


@dataclass
class Differences:
    """What stands in our contact instead of what stands in Roundcube's card."""

    names: dict[str, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)
    tags_left_out: set[str] = field(default_factory=set)


# Roundcube's types "home2" and "work2" only say that it was a second column: ours have one label twice.
NUMBERED = {"home2": "home", "work2": "work"}
# It types an "Other" column by leaving the type out; we say "other".
OTHER = {"other@example.com": "other", "444": "other", "https://other": "other"}

ARGUED = {
    "all": Differences(
        labels={
            **OTHER,
            "500": "home mobile",  # "Home Mobile": it drops "Home"
            "600": "primary",  # "Primary Phone" is not the company's main number
        },
        addresses={"Other Street": "other"},
    ),
    "email": Differences(
        # It makes the address the full name, and "Primary Email" a private address; the file says neither.
        names={"full_name": ""},
        labels={f"test{number}@domain.tld": "" for number in range(1, 5)},
    ),
    "gmail": Differences(
        labels={"other@email.com": "other"},  # Google's own label "Other"
        tags_left_out={"My Contacts"},  # "* My Contacts" is Google's word for "is a contact"
    ),
    "outlook": Differences(names={"full_name": ""}),
    "tb_plain": Differences(
        labels={
            "test@domain.tld": "",  # "Primary Email" does not say that it is the private one
            "fax": "fax",  # "Fax Number": neither private nor of work
            "http://page.com": "work",  # Thunderbird's own cards: Web Page 1 is the one of work ...
            "http://webpage.tld": "home",  # ... and Web Page 2 the private one
        }
    ),
}


def contacts(path: Path) -> list[Contact]:
    with read_file(path) as reading:
        return [record.contact for record in reading if isinstance(record, ReadCard)]


def points(contact: Contact, labels: dict[str, str]) -> set[tuple[str, str, str]]:
    found: set[tuple[str, str, str]] = set()
    for point in contact.points:
        if point.kind in (EMAIL, PHONE, URL):
            label = labels.get(point.value, NUMBERED.get(point.label, point.label))
            found.add((point.kind, point.value, {"homepage": "home page"}.get(label, label)))
    return found


@pytest.mark.parametrize("name", ARGUED)
def test_a_table_gives_what_roundcube_makes_of_it_but_for_what_is_argued(corpus: Path, name: str) -> None:
    argued = ARGUED[name]
    ours = contacts(corpus / "csv" / "roundcube" / f"{name}.csv")
    theirs = contacts(corpus / "vcard" / "roundcube" / f"src__Csv2vcard__{name}.vcf")
    assert len(ours) == len(theirs)
    for our, their in zip(ours, theirs, strict=True):
        for part in (
            "prefix",
            "given",
            "middle",
            "family",
            "suffix",
            "nickname",
            "full_name",
            "organization",
        ):
            assert getattr(our, part) == argued.names.get(part, getattr(their, part)), part
        assert our.job_title == their.job_title
        assert our.note == their.note
        assert points(our, {}) == points(their, argued.labels)
        assert addresses(our, {}) == addresses(their, argued.addresses)
        assert set(our.tags) == set(their.tags) - argued.tags_left_out
        assert days(our) == days(their)


def addresses(contact: Contact, labels: dict[str, str]) -> set[tuple[str, ...]]:
    return {
        (
            labels.get(part.street, part.label),
            part.street,
            part.locality,
            part.region,
            part.postal_code,
            part.country,
        )
        for part in contact.addresses
    }


def days(contact: Contact) -> set[tuple[str, str]]:
    return {(day.label, day.value) for day in contact.dates}


def test_what_roundcube_keeps_in_properties_of_its_own(corpus: Path) -> None:
    (our,) = contacts(corpus / "csv" / "roundcube" / "all.csv")
    assert our.department == "Department"
    assert our.gender == "female"
    assert {(part.label, part.text) for part in our.relations} == {
        ("manager", "Manager"), ("assistant", "Assistant"), ("spouse", "Spouse"),
    }  # fmt: skip
    assert {point.service: point.value for point in our.points_of(CHAT)} == {
        name: name for name in ("aim", "icq", "jabber", "msn", "skype", "yahoo")
    }
    assert [(part.label, part.value) for part in our.fields] == [("Maiden Name", "Maiden Name")]
