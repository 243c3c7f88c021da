"""Random contacts, and cards as a reader would give them, for hypothesis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from contactbook.domain.contact import (
    COMPANY,
    PERSON,
    POINT_KINDS,
    Address,
    Affiliation,
    Contact,
    ContactDate,
    ContactPoint,
    Extra,
    FieldValue,
    Photo,
    Relation,
)

WORDS = ("", "Ada", "Łukasz", "Straße", "山田太郎", "O'Neil", "acme", "x" * 70, "\0", "a\nb", "Ada Kowalska")
TAG_NAMES = ("VIP", "vip", "Familie", "Łódź", "a, b")

text = st.sampled_from(WORDS) | st.text(max_size=8)
label = st.sampled_from(["", "home", "work", "Ferienhaus"])
origin = st.integers(-1, 3)
value = st.sampled_from(["ada@acme.example", "+48 123 456 789", "0664 123", "https://acme.example"]) | text


def contacts() -> st.SearchStrategy[Contact]:
    """Contacts as they come from anywhere: any part, any text."""
    point = st.builds(
        ContactPoint, st.sampled_from(POINT_KINDS), value, label, st.booleans(), text, value, origin
    )
    address = st.builds(
        Address, street=text, locality=text, country=text, label=label, preferred=st.booleans()
    )
    date = st.builds(ContactDate, st.sampled_from(["1980-05-09", "--02-29", "1980", "soon"]), label, origin)
    field = st.builds(
        FieldValue, st.sampled_from(["Size", "Since"]), text, type=st.sampled_from(["text", "number", "date"])
    )
    parts: dict[str, Any] = {
        "points": st.lists(point, max_size=4),
        "addresses": st.lists(address, max_size=2),
        "dates": st.lists(date, max_size=2),
        "relations": st.lists(st.builds(Relation, text, label, text, origin), max_size=2),
        "affiliations": st.lists(st.builds(Affiliation, text, decision_maker=st.booleans()), max_size=2),
        "photos": st.lists(st.builds(Photo, st.binary(max_size=4), text), max_size=1),
        "fields": st.lists(field, max_size=2),
        "tags": st.lists(st.sampled_from(TAG_NAMES), max_size=3),
        "extras": st.lists(st.builds(Extra, text, text), max_size=2),
    }
    own: dict[str, Any] = {
        "kind": st.sampled_from([PERSON, COMPANY]),
        "uid": st.sampled_from(["", "u1", "u2", "u3"]),
        "starred": st.booleans(),
        "created_at": st.sampled_from([0, 1_700_000_000_000]),
    }
    for name in ("given", "family", "full_name", "organization", "file_as", "note"):
        own[name] = text
    return st.builds(Contact, **own, **parts)


@dataclass(slots=True)
class Card:
    """A card as a reader gives it."""

    contact: Contact
    raw: bytes
    line: int


def cards() -> st.SearchStrategy[list[Card]]:
    """Some cards of one file."""
    return st.lists(st.builds(Card, contacts(), st.binary(max_size=200), st.integers(1, 99)), max_size=6)
