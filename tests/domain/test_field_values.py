from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain import field_values, fields
from contactbook.domain.field_conversion import convert
from contactbook.domain.field_definition import Choice, FieldDefinition, FieldSettings, applies
from contactbook.domain.json_shape import Shape

STAGES = FieldSettings(choices=(Choice("Lead", "blue"), Choice("Won", "green"), Choice("Lost")))


def of(kind: str, **settings: Any) -> FieldDefinition:  # noqa: ANN401 - whatever a setting takes
    return FieldDefinition("Something", kind, settings=FieldSettings(**settings))


@pytest.mark.parametrize(
    ("definition", "text", "plain", "number"),
    [
        (of(fields.TEXT), " as it is ", " as it is ", None),
        (of(fields.NUMBER), "1.234,5", "1234.5", 1234.5),
        (of(fields.MONEY, currency="EUR"), "12,50", "12.50 EUR", 12.5),
        (of(fields.DATE), "9 May 1980", "1980-05-09", 1980.0509),
        (of(fields.DATE), "1980-05", "1980-05", 1980.05),
        (of(fields.DATE), "--05-09", "--05-09", 0.0509),
        (of(fields.YES_NO), "Ja", "yes", 1.0),
        (of(fields.YES_NO), "FALSE", "no", 0.0),
        (FieldDefinition("Stage", fields.CHOICE, settings=STAGES), "wON", "Won", 1.0),
        (of(fields.RATING), "\u2605\u2605\u2605\u2606\u2606", "3", 3.0),
        (of(fields.RATING), "4/5", "4", 4.0),
        (of(fields.RATING, maximum="10"), "9", "9", 9.0),
        (of(fields.URL), "acme.example/shop", "acme.example/shop", None),
        (of(fields.EMAIL), "ada@acme.example", "ada@acme.example", None),
        (of(fields.PHONE), "+48 123 456 789", "+48 123 456 789", None),
        (of(fields.CONTACT), "Ada Kowalska <12>", "Ada Kowalska <12>", None),
    ],
)
def test_every_type_has_its_plain_form(
    definition: FieldDefinition, text: str, plain: str, number: float
) -> None:
    assert field_values.parse(definition, text) == plain
    assert field_values.number_of(definition, plain) == (
        pytest.approx(number) if number is not None else None
    )
    assert field_values.warning(definition, plain) == ""


@pytest.mark.parametrize(
    ("definition", "text", "code"),
    [
        (of(fields.NUMBER), "many", "not_a_number"), (of(fields.MONEY), "dear", "not_an_amount"),
        (of(fields.DATE), "soon", "not_a_date"), (of(fields.YES_NO), "perhaps", "not_yes_or_no"),
        (FieldDefinition("Stage", fields.CHOICE, settings=STAGES), "Maybe", "not_a_choice"),
        (of(fields.RATING), "6", "not_a_rating"), (of(fields.RATING), "2.5", "not_a_rating"),
        (of(fields.URL), "no web", "not_a_web_address"), (of(fields.EMAIL), "ada.acme", "not_an_email"),
        (of(fields.PHONE), "call me", "not_a_phone"), (of(fields.CONTACT), "Ada", "not_linked"),
        (of(fields.NUMBER, minimum="5"), "4", "too_small"),
        (of(fields.NUMBER, maximum="5"), "6", "too_large"),
        (of(fields.DATE, minimum="2000-01-01"), "1999-12-31", "too_small"),
        (of(fields.MONEY, maximum="100 EUR", currency="EUR"), "100.50 EUR", "too_large"),
        (of(fields.TEXT, maximum="3"), "abcd", "too_long"), (of(fields.TEXT, minimum="3"), "ab", "too_short"),
        (of(fields.TEXT, required=True), " ", "missing"), (of(fields.TEXT), "", ""),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_and_kept(definition: FieldDefinition, text: str, code: str) -> None:
    assert field_values.warning(definition, text) == code
    assert code in field_values.WARNINGS or not code
    assert field_values.plain(definition, text) in (text, text.strip())


@given(kind=st.sampled_from(fields.TYPES), text=st.text(max_size=60))
def test_plain_forms_are_read_as_themselves(kind: str, text: str) -> None:
    definition = FieldDefinition("Anything", kind, settings=STAGES)
    found = field_values.parse(definition, text)
    if found is not None:
        assert field_values.parse(definition, found) == found
    field_values.number_of(definition, text)
    field_values.warning(definition, text)


@given(name=st.text(max_size=40), reference=st.from_regex(r"[0-9a-z:-]{1,40}", fullmatch=True))
def test_links_are_found_again(name: str, reference: str) -> None:
    text = field_values.link_to(name, reference)
    assert field_values.link(text)[1] == reference
    assert field_values.shown(FieldDefinition("Boss", fields.CONTACT), text) == field_values.link(text)[0]


@pytest.mark.parametrize(
    ("before", "after", "value", "becomes"),
    [
        (of(fields.TEXT), of(fields.NUMBER), "12", ["12"]),
        (of(fields.TEXT), of(fields.NUMBER), "007", None),
        (of(fields.TEXT), of(fields.NUMBER), "a dozen", None),
        (of(fields.MONEY), of(fields.NUMBER), "12.50 EUR", ["12.50"]),
        (of(fields.LONG_TEXT), of(fields.TEXT), "two\nlines", ["two lines"]),
        (
            of(fields.TEXT),
            FieldDefinition("S", fields.CHOICES, settings=STAGES),
            "won; lead",
            ["Won", "Lead"],
        ),
        (
            of(fields.TEXT),
            FieldDefinition("S", fields.CHOICES, settings=STAGES),
            "won, lead",
            ["Won", "Lead"],
        ),
        (of(fields.TEXT), FieldDefinition("S", fields.CHOICES, settings=STAGES), "won, other", None),
        (of(fields.CONTACT), of(fields.TEXT), "Ada <5>", ["Ada"]),
    ],
)
def test_conversion(before: FieldDefinition, after: FieldDefinition, value: str, becomes: list[str]) -> None:
    assert convert(before, after, value) == becomes


def test_settings_there_and_back_with_what_is_unknown() -> None:
    said = {
        "choices": [{"label": "Lead", "color": "blue"}, {"label": "Won"}], "required": True, "maximum": "5",
        "shown_for": "tag:VIP", "from_the_future": [1, 2],
    }  # fmt: skip
    assert FieldSettings.from_json(Shape.of(said)).to_json() == said
    assert FieldSettings.from_text(FieldSettings.from_json(Shape.of(said)).to_text()).to_json() == said


def test_for_whom_something_is_shown() -> None:
    assert applies("", "person", [])
    assert applies("company", "company", [])
    assert not applies("company", "person", [])
    assert applies("tag:V\u00edp", "person", ["vip"])
    assert not applies("tag:vip", "person", ["other"])
