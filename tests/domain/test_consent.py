"""Who wants no mailings any more (contactbook.domain.consent)."""

from __future__ import annotations

import pytest

from contactbook.domain import consent
from contactbook.domain.contact import EMAIL, Contact, ContactPoint, FieldValue


@pytest.mark.parametrize(
    ("key", "value", "no"),
    [
        ("unsub_time", "2024-05-06 07:08:09", True),
        ("clean_time", "2024-05-06", True),
        ("unsub_time", " ", False),
        ("optin_time", "2024-05-06", False),
        ("hasoptedoutofemail", "true", True),
        ("hasoptedoutofemail", "false", False),
        ("unsubscribed_from_all_email", "Yes", True),
    ],
)
def test_what_fields_say(key: str, value: str, no: bool) -> None:
    assert consent.has_withdrawn(Contact(fields=[FieldValue(key, value, key)])) is no


def test_another_contact_with_the_address_counts_as_well() -> None:
    contact = Contact(points=[ContactPoint(EMAIL, "Ada@Acme.example ")])
    assert not consent.has_withdrawn(contact)
    assert consent.has_withdrawn(contact, frozenset({"ada@acme.example"}))
