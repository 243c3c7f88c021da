"""What the heading of a column says."""

# ruff: noqa: RUF001 - letters of many languages, on purpose
from __future__ import annotations

import pytest

from contactbook.domain import column_words, folding
from contactbook.domain.column_names import NOTHING, match, words_of


@pytest.mark.parametrize(
    ("heading", "spec"),
    [
        ("First Name", "given"),
        ("firstName", "given"),
        ("FIRST_NAME", "given"),
        ("Vorname", "given"),
        ("FIRSTNAME", "given"),
        ("LASTNAME", "family"),
        ("Adresse Strasse", "address.street"),
        ("Adresse PLZ", "address.postal_code"),
        ("Adresse Land", "address.country"),
        ("手机", "phone:mobile"),
        ("公司", "organization"),
        ("邮箱", "email"),
        ("地址", "address.formatted"),
        ("F. nacimiento", "date:birthday"),
        ("Apellidos", "family"),
        ("Soyadı", "family"),
        ("Full name", "full_name"),
        ("E-Mail", "email"),
        ("Email Home", "email:home"),
        ("E-Mail-Adresse geschäftlich", "email:work"),
        ("workPhone2", "phone:work"),
        ("Home Mobile", "phone:home mobile"),
        ("Tel. privat", "phone:home"),
        ("Handy", "phone:mobile"),
        ("Cep Telefonu", "phone:mobile"),
        ("Business Fax", "phone:work fax"),
        ("Fax", "phone:fax"),
        ("Straße", "address.street"),
        ("Home Street 2", "address.street2:home"),
        ("Billing City", "address.locality:work"),
        ("Kod pocztowy", "address.postal_code"),
        ("Other Country/Region", "address.country:other"),
        ("Date of birth", "date:birthday"),
        ("Geburtsdatum", "date:birthday"),
        ("Website Blog", "url:blog"),
        ("IM Skype", "chat:skype"),
        ("Manager's Name", "relation:manager"),
        ("会社名", "organization"),
        ("メモ", "note"),
        ("Person - Name", "full_name"),
        ("Donor Name", "full_name"),
        ("Member First Name", "given"),
        ("Client: E-mail", "email"),
        ("geb.", "date:birthday"),
        ("Ph(C)", "phone:mobile"),
        ("Addr 2", "address.street2"),
        ("PLZ / Ort", "address.line"),
        ("Téléphone fixe", "phone"),
    ],
)
def test_a_heading_is_understood(heading: str, spec: str) -> None:
    assert match(heading).spec == spec
    assert match(heading).confidence >= 80


def test_a_misspelt_heading_is_understood_with_less_confidence() -> None:
    found = match("Frist Name")
    assert found.spec == "given"
    assert 60 <= found.confidence < 80


@pytest.mark.parametrize("heading", ["", "Customer ID", "Created", "Lead Status", "xyz", "17"])
def test_a_heading_that_says_nothing_of_ours_is_left_alone(heading: str) -> None:
    assert match(heading) == NOTHING


def test_words_of_a_heading() -> None:
    assert words_of("workPhone2") == ["work", "phone", "2"]
    assert words_of("E-mail_Adresse (geschäftlich)") == ["e", "mail", "adresse", "geschaftlich"]


def test_all_words_are_folded_so_that_they_can_be_found() -> None:
    for words in (column_words.WHOLE, column_words.PLACES, column_words.DEVICES, column_words.THINGS):
        assert [text for text in words if " ".join(folding.tokens(text)) != text] == []
