"""Countries are known by their names in several languages and by their codes."""

from __future__ import annotations

import phonenumbers
import pytest

from contactbook.domain import countries, country_names


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Polska", "PL"),
        ("deutschland", "DE"),
        ("DEU", "DE"),
        ("de", "DE"),
        ("The Netherlands", "NL"),
        ("U.S.A.", "US"),
        ("UK", "GB"),
        ("Bosnia and Herzegovina", "BA"),
        ("OSTERREICH", "AT"),
        ("Turkey", "TR"),
        ("Côte d'Ivoire", "CI"),
        ("日本", "JP"),
        ("", ""),
        ("Atlantis", ""),
        ("ZZ", ""),
    ],
)
def test_a_country_is_recognised(text: str, code: str) -> None:
    assert countries.code(text) == code


def test_every_name_leads_back_to_its_code() -> None:
    for code in countries.every_code():
        assert countries.code(countries.name(code)) == code
        assert countries.code(code) == code


def test_every_region_with_phones_is_a_country() -> None:
    without_post = {"AC", "TA"}
    assert set(phonenumbers.SUPPORTED_REGIONS) - without_post <= set(countries.every_code())


def test_no_name_is_written_twice() -> None:
    listed = [
        name
        for line in country_names.COUNTRIES.replace("\n  ", " ").split("\n")
        for name in line[7:].split(" | ")
    ]
    listed = [name for name in listed if name]
    assert len(listed) == len(set(listed)) > 500
