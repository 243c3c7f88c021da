"""What stands in a custom field: reading what a person typed, what is wrong with it, and how it sorts.

A value is kept as text in the plain form of its type: "1234.5", "12.50 EUR", "1980-05", "yes", "4". Text that
cannot be read as the type is kept as it stands and warned about, never refused: nothing is lost.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from contactbook.domain import emails, fields, numbers, partial_dates, phones
from contactbook.domain.folding import fold

if TYPE_CHECKING:
    from contactbook.domain.field_definition import FieldDefinition

YES = "yes"
NO = "no"

_YES_WORDS = frozenset({
    "yes", "y", "true", "1", "x", "on", "ja", "j", "wahr", "oui", "o", "vrai", "si", "s", "vero", "verdadero",
    "sim", "tak", "t", "prawda", "da", "ano", "kylla", "igen", "hai", "да", "\N{CHECK MARK}",
    "\N{BALLOT BOX WITH CHECK}",
})  # fmt: skip
_NO_WORDS = frozenset({
    "no", "n", "false", "0", "off", "-", "nein", "falsch", "non", "faux", "falso", "nao", "nie", "falsz",
    "ne", "ei", "nem", "нет",
})  # fmt: skip
_WEB = re.compile(r"(?:[a-z][a-z0-9+.-]*:\S+|(?:[\w-]+\.)+[^\W\d_]{2,}(?::\d+)?(?:[/?#]\S*)?)", re.IGNORECASE)
_PHONE = re.compile(r"[+(]?(?:[\s()./-]*\d){3,17}[\s()./-]*")
_LINK = re.compile(r"(?P<name>.*?)\s*<(?P<ref>[^<>\s]+)>\s*", re.DOTALL)
_LONE_ZERO = re.compile(r"[+-]?0\d")

WARNINGS = (
    "not_a_number", "not_an_amount", "not_a_date", "not_yes_or_no", "not_a_choice", "not_a_web_address",
    "not_an_email", "not_a_phone", "not_a_rating", "not_linked", "too_small", "too_large", "too_short",
    "too_long", "missing",
)  # fmt: skip
"""Every code that `warning` gives."""

_NOT_A = {
    fields.NUMBER: "not_a_number", fields.MONEY: "not_an_amount", fields.DATE: "not_a_date",
    fields.YES_NO: "not_yes_or_no", fields.CHOICE: "not_a_choice", fields.CHOICES: "not_a_choice",
    fields.URL: "not_a_web_address", fields.EMAIL: "not_an_email", fields.PHONE: "not_a_phone",
    fields.RATING: "not_a_rating", fields.CONTACT: "not_linked",
}  # fmt: skip
TEXT_TYPES = frozenset(
    {fields.TEXT, fields.LONG_TEXT, fields.URL, fields.EMAIL, fields.PHONE, fields.CONTACT}
)
"""Types that sort as text."""


def parse(definition: FieldDefinition, text: str, *, decimal: str = "", order: str = "") -> str | None:
    """The plain form of what a person typed, None when it is nothing of the field's type.

    Args:
        definition: the field.
        text: what stands there; of a field of several choices one of them.
        decimal: the mark between whole and decimals of whoever writes, "" when it is not known.
        order: how 03/04/1980 is meant, see `partial_dates.parse`.
    """
    clean = text.strip()
    match definition.type:
        case fields.NUMBER:
            return numbers.parse(clean, decimal)
        case fields.MONEY:
            return numbers.parse_money(clean, definition.settings.currency, decimal)
        case fields.DATE:
            return partial_dates.parse(clean, order)
        case fields.YES_NO:
            word = fold(clean)
            return YES if word in _YES_WORDS else NO if word in _NO_WORDS else None
        case fields.CHOICE | fields.CHOICES:
            place = definition.choice_at(clean)
            return definition.settings.choices[place].label if place >= 0 else None
        case fields.RATING:
            return _rating(clean, definition.stars)
        case fields.URL:
            return clean if _WEB.fullmatch(clean) else None
        case fields.EMAIL:
            return clean if emails.is_address(emails.bare(clean)) else None
        case fields.PHONE:
            return clean if _PHONE.fullmatch(clean) or phones.key(clean) else None
        case fields.CONTACT:
            return clean if link(clean)[1] else None
        case _:
            return text


def plain(definition: FieldDefinition, text: str, *, decimal: str = "", order: str = "") -> str:
    """What is stored for a text: its plain form, or the text as it stands when it has none."""
    found = parse(definition, text, decimal=decimal, order=order)
    return text.strip() if found is None else found


def number_of(definition: FieldDefinition, value: str) -> float | None:
    """The value as a number to sort and compare by, None for text.

    Dates are year + month / 100 + day / 10000, without a year those of year 0; yes is 1, no is 0; choices
    count in their order from 0.
    """
    if definition.type in TEXT_TYPES:
        return None
    if definition.type in (fields.CHOICE, fields.CHOICES):
        place = definition.choice_at(value)
        return float(place) if place >= 0 else None
    found = parse(definition, value)
    if found is None:
        return None
    if definition.type == fields.DATE:
        year, month, day = partial_dates.parts(found)
        return (year or 0) + (month or 0) / 100 + (day or 0) / 10_000
    if definition.type == fields.YES_NO:
        return float(found == YES)
    return numbers.value(numbers.split_money(found)[0])


def warning(definition: FieldDefinition, value: str) -> str:
    """What is wrong with a value, one of WARNINGS; "" for nothing. Empty is wrong where it is required."""
    if not value.strip():
        return "missing" if definition.settings.required else ""
    if parse(definition, value) is None:
        return _NOT_A[definition.type]
    low, high = definition.settings.minimum, definition.settings.maximum
    if definition.type in (fields.TEXT, fields.LONG_TEXT):
        length = len(value)
        if low.isdigit() and length < int(low):
            return "too_short"
        return "too_long" if high.isdigit() and length > int(high) else ""
    if definition.type in (fields.NUMBER, fields.MONEY, fields.DATE):
        found = number_of(definition, value)
        least = number_of(definition, low) if low else None
        most = number_of(definition, high) if high else None
        if found is not None and least is not None and found < least:
            return "too_small"
        if found is not None and most is not None and found > most:
            return "too_large"
    return ""


def link(text: str) -> tuple[str, str]:
    """Name and reference (id or UID) of a link to a contact, written "Ada <1234>"; no reference: ""."""
    found = _LINK.fullmatch(text)
    return (found["name"].strip(), found["ref"]) if found else (text.strip(), "")


def link_to(name: str, reference: str) -> str:
    """The text of a link to a contact: readable everywhere, and found again by its reference."""
    clean = " ".join(name.replace("<", " ").replace(">", " ").split())
    return f"{clean} <{reference}>"


def shown(definition: FieldDefinition, value: str) -> str:
    """The value for lists, search and tables: of a link to a contact only its name."""
    return link(value)[0] if definition.type == fields.CONTACT else value


def keeps_all(text: str) -> bool:
    """Whether a text keeps what it says when it becomes a number: "007" would not."""
    return not _LONE_ZERO.match(text.strip())


def _rating(text: str, most: int) -> str | None:
    filled, empty = text.count("\N{BLACK STAR}"), text.count("\N{WHITE STAR}")
    if filled and filled + empty == len(text):
        return str(filled) if filled <= most else None
    whole, slash, of = text.partition("/")
    if slash and of.strip() != str(most):
        return None
    found = numbers.parse(whole.strip())
    worth = numbers.value(found) if found else None
    if worth is None or worth != int(worth) or not 0 <= worth <= most:
        return None
    return str(int(worth))
