"""Contacts made up by hypothesis: every attribute of every part can hold anything its type allows."""

from __future__ import annotations

from hypothesis import strategies as st

from contactbook.domain.contact import (
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

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
origin = st.integers(-1, 40)
times = st.integers(0, 2**45)

points = st.builds(ContactPoint, st.sampled_from(POINT_KINDS), text, text, st.booleans(), text, text, origin)
addresses = st.builds(Address, *[text] * 10, st.booleans(), origin)
dates = st.builds(ContactDate, text, text, origin)
links = st.none() | st.integers(1, 2**63 - 1)
relations = st.builds(Relation, text, text, text, origin, links)
affiliations = st.builds(Affiliation, *[text] * 6, st.booleans(), origin, links)
photos = st.builds(Photo, st.binary(max_size=40), text, text, text, origin)
field_keys = st.sampled_from(["", "size", "shoe_size"])
field_values = st.builds(
    FieldValue, text, text, field_keys, st.sampled_from(["text", "number", "date"]), origin
)
extras = st.builds(Extra, text, text, text, text, origin)

contacts = st.builds(
    Contact,
    id=st.integers(0, 2**63 - 1),
    kind=st.sampled_from(["person", "company"]),
    **{
        name: text
        for name in (
            "uid prefix given middle family suffix nickname phonetic_given phonetic_middle phonetic_family "
            "full_name file_as organization department job_title role gender language note"
        ).split()
    },
    starred=st.booleans(),
    checked_at=st.none() | times,
    deleted_at=st.none() | times,
    created_at=times,
    updated_at=times,
    company_id=links,
    parent_id=links,
    points=st.lists(points, max_size=4),
    addresses=st.lists(addresses, max_size=2),
    dates=st.lists(dates, max_size=2),
    relations=st.lists(relations, max_size=2),
    affiliations=st.lists(affiliations, max_size=2),
    photos=st.lists(photos, max_size=2),
    fields=st.lists(field_values, max_size=4),
    tags=st.lists(text, max_size=3),
    extras=st.lists(extras, max_size=3),
)
