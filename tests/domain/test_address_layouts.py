"""Addresses as their countries write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain import address_layouts, countries
from contactbook.domain.contact import Address

PLACES = [
    (Address(street="Mill Lane 2", locality="Gdańsk", postal_code="80-001", country="Poland"),
     ["Mill Lane 2", "80-001 Gdańsk", "Poland"]),
    (Address(street="1 Main St", extended="Apt 4", locality="Springfield", region="IL", postal_code="62701",
             country_code="US"), ["1 Main St", "Apt 4", "Springfield, IL 62701", "United States"]),
    (Address(street="10 High Street", locality="LONDON", postal_code="SW1A 2AA", country="UK"),
     ["10 High Street", "LONDON", "SW1A 2AA", "UK"]),
    (Address(street="Fő utca 1", locality="Budapest", postal_code="1011", country="Magyarország"),
     ["Budapest", "Fő utca 1", "1011", "Magyarország"]),
    (Address(street="千代田1-1", locality="千代田区", region="東京都", postal_code="100-8111",
             country="日本"), ["100-8111", "東京都 千代田区", "千代田1-1", "日本"]),
    (Address(street="1-1 Chiyoda", locality="Chiyoda-ku", region="Tokyo", postal_code="100-8111",
             country_code="JP"), ["1-1 Chiyoda", "Chiyoda-ku, Tokyo", "100-8111", "Japan"]),
    (Address(street="Rua A 5", locality="São Paulo", region="SP", postal_code="01310-100", country="Brasil"),
     ["Rua A 5", "São Paulo-SP", "01310-100", "Brasil"]),
    (Address(locality="Wien", country_code="AT"), ["Wien", "Austria"]),
    (Address(formatted="Hinter dem Wald\n3. Haus"), ["Hinter dem Wald", "3. Haus"]),
]  # fmt: skip


@pytest.mark.parametrize(("address", "written"), PLACES)
def test_an_address_is_written_as_in_its_country(address: Address, written: list[str]) -> None:
    assert address_layouts.lines(address) == written


@given(st.sampled_from(["", *countries.every_code()]), st.booleans())
def test_nothing_is_left_out_anywhere(code: str, latin: bool) -> None:
    street = "Street 1" if latin else "千代田1-1"
    address = Address("Box 7", "Floor 3", street, "Town", "Region", "Code9", country_code=code)
    written = "\n".join(address_layouts.lines(address))
    for text in ("Box 7", "Floor 3", street, "Town", "Region", "Code9", countries.name(code)):
        assert text in written


@pytest.mark.parametrize(
    ("country", "code", "fits"),
    [
        ("DE", "80331", True), ("DE", "D-80331", True), ("DE", "8033", False), ("GB", "sw1a2aa", True),
        ("GB", "12345", False), ("US", "62701-1234", True), ("US", "6270", False), ("CZ", "11000", True),
        ("CZ", "110 00", True), ("CA", "K1A 0B1", True), ("NL", "1234 AB", True), ("", "anything", True),
        ("DE", "", True), ("XX", "?", True), ("PL", "80001", True), ("IE", "D02 X285", True),
    ],
)  # fmt: skip
def test_a_code_has_the_shape_of_its_country(country: str, code: str, fits: bool) -> None:
    assert address_layouts.code_fits(country, code) is fits


def test_every_code_in_the_tables_is_a_country() -> None:
    named = {code.partition("-")[0] for code in address_layouts._layouts()} | set(address_layouts._shapes())
    assert named - set(countries.every_code()) <= {"AC", "TA", "XK"}


def test_words_of_the_parts() -> None:
    assert address_layouts.region_word("US") == "state"
    assert address_layouts.region_word("") == "region"
    assert address_layouts.code_word("US") == "zip"
    assert address_layouts.code_word("FR") == "postal code"


@pytest.mark.parametrize(
    ("country", "code"),
    [
        ("FK", "FIQQ 1ZZ"), ("IO", "BBND 1ZZ"), ("TC", "TKCA 1ZZ"), ("AI", "AI-2640"), ("GI", "GX11 1AA"),
        ("MT", "VLT 117"), ("VN", "70000"), ("VN", "700000"), ("LV", "LV-1050"), ("AD", "AD500"),
    ],
)  # fmt: skip
def test_codes_of_small_countries_are_not_doubted(country: str, code: str) -> None:
    assert address_layouts.code_fits(country, code)
    assert not address_layouts.code_fits(country, code + "999999")
