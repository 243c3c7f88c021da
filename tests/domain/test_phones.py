"""Phone keys are those of the phonenumbers package where the country is certain, and none where it is not."""

# ruff: noqa: RUF001 - letters of many scripts, on purpose
from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbook.domain import phone_plans, phones
from tests.domain import phone_table


@pytest.mark.parametrize(
    ("value", "region", "key"),
    [
        ("+48123456789", "", "+48123456789"),
        ("+43 (664) 123-45 67", "", "+436641234567"),
        ("+44 (0)20 7946 0000", "", "+442079460000"),
        ("+39 06 698 123", "", "+3906698123"),
        ("(+48) 123 456 789", "", "+48123456789"),
        ("tel:+48-123-456-789;ext=4", "", "+48123456789;ext=4"),
        ("+48 12 345 67 89 ext. 5", "", "+48123456789;ext=5"),
        ("+12125550100,,123#", "", "+12125550100;ext=123"),
        ("+12125550100p123", "", "+12125550100;ext=123"),
        ("Mobil: +48 123 456 789", "", "+48123456789"),
        ("＋81 3-1234-5678", "", "+81312345678"),
        ("123456789", "PL", "+48123456789"),
        ("0048123456789", "PL", "+48123456789"),
        ("0664 1234567", "AT", "+436641234567"),
        ("664 1234567", "AT", "+436641234567"),
        ("(212) 555-0100", "US", "+12125550100"),
        ("1 212 555 0100", "us", "+12125550100"),
        ("8 (495) 123-45-67", "RU", "+74951234567"),
        ("020 7946 0000", "GB", "+442079460000"),
        ("0664 1234567", "", ""),
        ("0048123456789", "", ""),
        ("12345", "DE", ""),
        ("555-0100", "US", ""),
        ("123456789", "XX", ""),
        ("+1 800 FLOWERS", "", ""),
        ("+48123456789 home", "", ""),
        ("+48 123 456 789 / +48 987 654 321", "", ""),
        ("+4812", "", ""),
        ("+999123456789", "", ""),
        ("+", "", ""),
        ("", "PL", ""),
        ("x12", "", ""),
        ("112", "PL", ""),
    ],
)
def test_a_number_has_a_key_only_when_it_is_certain(value: str, region: str, key: str) -> None:
    assert phones.key(value, region) == key


def test_the_tables_are_those_of_the_installed_package() -> None:
    """After an update of phonenumbers: run tests/domain/phone_table.py and paste what it prints."""
    assert phone_plans.COUNTRY_CODES.split() == phone_table.country_codes().split()
    assert phone_plans.REGIONS.split() == phone_table.regions().split()


def _by_the_package(value: str) -> str:
    try:
        number = phonenumbers.parse(value, None)
    except phonenumbers.NumberParseException:
        return ""
    if phonenumbers.is_possible_number_with_reason(number) != phonenumbers.ValidationResult.IS_POSSIBLE:
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


international = st.builds(
    "{}{}".format,
    st.sampled_from(sorted(phone_plans.codes())) | st.text("0123456789", max_size=3),
    st.text("0123456789", min_size=3, max_size=13),
)


@settings(max_examples=1500)
@given(international)
def test_a_plain_number_gets_the_very_key_of_the_package(digits: str) -> None:
    assert phones.key("+" + digits) == _by_the_package("+" + digits)


@settings(max_examples=1500)
@given(st.sampled_from(sorted(phone_plans.regions())), st.text("0123456789", min_size=3, max_size=13))
def test_an_inland_number_gets_the_key_of_the_package_or_none(region: str, digits: str) -> None:
    key = phones.key(digits, region)
    if key:
        number = phonenumbers.parse(digits, region)
        assert key == phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        assert phonenumbers.is_possible_number(number)
    else:
        assert not phones.is_valid(digits, region)


@given(st.sampled_from(sorted(phone_plans.regions())))
def test_every_example_number_has_its_key(region: str) -> None:
    example = phonenumbers.example_number(region)
    assert example is not None
    expected = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164)
    national = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.NATIONAL)
    assert phones.key(national, region) == phones.key(expected) == expected


@given(st.text(max_size=20), st.sampled_from(["", "PL", "US", "DE", "??"]))
def test_any_text_is_answered(text: str, region: str) -> None:
    key = phones.key(text, region)
    assert key == "" or key[0] == "+"
    assert phones.display(text, region).strip() == phones.display(text, region)


@pytest.mark.parametrize(
    ("value", "region", "shown"),
    [
        ("+48123456789", "", "+48 12 345 67 89"),
        ("+48123456789", "PL", "12 345 67 89"),
        ("123456789", "PL", "12 345 67 89"),
        ("+48 123-456-789", "PL", "+48 123-456-789"),
        ("0664 123", "", "0664 123"),
        ("06641234567", "", "06641234567"),
        ("+1 800 FLOWERS", "", "+1 800 FLOWERS"),
    ],
)
def test_a_number_is_shown_as_typed_unless_it_was_one_run(value: str, region: str, shown: str) -> None:
    assert phones.display(value, region) == shown


def test_validity_and_extension() -> None:
    assert phones.is_valid("+48 12 345 67 89 ext. 5")
    assert not phones.is_valid("+4812345678")
    assert not phones.is_valid("no number")
    assert phones.extension("+48123456789;ext=5") == "5"
    assert phones.extension("+48123456789") == ""


@pytest.mark.parametrize(
    ("value", "region", "fault"),
    [
        ("+48 58 555 01 23", "", ""),
        ("0048 58 555 01 23", "", ""),
        ("58 555 01 23", "", ""),
        ("58 555 01 23", "PL", ""),
        ("58 555 01 23 99 99 99", "PL", "impossible"),
        ("58 555 01 23 99 99 99", "", ""),
        ("+48 58 555 01 23 99 99 99", "", "impossible"),
        ("+999 12345", "", "impossible"),
        ("12345", "DE", ""),
        ("(555) 555-0100", "US", "unused"),
        ("(212) 555-0100 x12", "US", ""),
    ],
)
def test_what_stands_against_a_number(value: str, region: str, fault: str) -> None:
    assert phones.fault(value, region) == fault
