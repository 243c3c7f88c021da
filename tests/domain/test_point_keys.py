"""Keys come from the contact's own country, else from the one that was given, else there is none."""

from __future__ import annotations

import pytest

from contactbook.domain import point_keys
from contactbook.domain.contact import Address, Contact, ContactPoint


def _with(addresses: list[Address], country: str = "") -> list[str]:
    contact = Contact(
        points=[
            ContactPoint("email", " Ada@Acme.example"),
            ContactPoint("phone", "12 345 67 89"),
            ContactPoint("phone", "+43 664 1234567"),
            ContactPoint("url", "https://acme.example"),
            ContactPoint("phone", "555", key="kept"),
        ],
        addresses=addresses,
    )
    point_keys.fill(contact, country)
    return [point.key for point in contact.points]


@pytest.mark.parametrize(
    ("addresses", "country", "expected"),
    [
        ([], "", ""),
        ([], "PL", "+48123456789"),
        ([Address(country="Polska")], "", "+48123456789"),
        ([Address(country_code="pl"), Address(country="Poland"), Address(street="x")], "US", "+48123456789"),
        ([Address(country="Polska"), Address(country="Österreich")], "", ""),
        ([Address(country="Polska"), Address(country="Österreich")], "PL", "+48123456789"),
        ([Address(country="Atlantis")], "PL", "+48123456789"),
    ],
)
def test_a_number_without_country_gets_that_of_the_contact(
    addresses: list[Address], country: str, expected: str
) -> None:
    assert _with(addresses, country) == ["ada@acme.example", expected, "+436641234567", "", "kept"]
