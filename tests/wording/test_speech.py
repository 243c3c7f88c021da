from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.wording import speech

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def polish() -> Iterator[None]:
    """A translator with three plural forms, as Qt's would be."""

    def translate(context: str, text: str, number: int = -1, /) -> str:
        if text != "{n} contacts" or number < 0:
            return {"Hello {name}": "Witaj, {name}"}.get(text, text)
        if number == 1:
            return "{n} kontakt"
        few = number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14)
        return "{n} kontakty" if few else "{n} kontaktów"

    speech.set_translator(translate)
    yield
    speech.set_translator(None)


def test_english_has_one_and_many() -> None:
    said = [speech.say_number(n, "{n} contact", "{n} contacts") for n in (0, 1, 2, 1_284, 1_000_000)]
    assert said == ["0 contacts", "1 contact", "2 contacts", "1,284 contacts", "1,000,000 contacts"]


@pytest.mark.usefixtures("polish")
def test_another_language_has_its_own_plurals() -> None:
    said = [speech.say_number(n, "{n} contact", "{n} contacts") for n in (1, 2, 5, 22)]
    assert said == ["1 kontakt", "2 kontakty", "5 kontaktów", "22 kontakty"]
    assert speech.say("Hello {name}", name="Ada") == "Witaj, Ada"


def test_values_are_filled_in_and_missing_ones_leave_a_gap() -> None:
    assert speech.say("{a} of {b}{c}", a=1, b=12_345) == "1 of 12,345"
    assert speech.say("on: {flag}", flag=True) == "on: True"


@pytest.mark.parametrize(
    ("parts", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists_in_a_sentence(parts: list[str], said: str) -> None:
    assert speech.joined(parts) == said


def test_english_in_a_mirrored_window_begins_with_its_figure() -> None:
    mirrored = True
    try:
        speech.set_translator(None, mirrored=lambda: mirrored)
        assert speech.say_number(1, "1 person", "{n} people") == "\u200e1 person"
        assert speech.say("“{name}” is new", name="a").startswith("\u200e")
        assert speech.say("New: {name}", name="a") == "New: a"
        mirrored = False
        assert speech.say_number(1, "1 person", "{n} people") == "1 person"
    finally:
        speech.set_translator(None)
