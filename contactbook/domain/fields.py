"""Custom fields: the types a value can have, and the stable name of a field."""

from __future__ import annotations

from contactbook.domain import folding

TEXT = "text"
LONG_TEXT = "long_text"
NUMBER = "number"
MONEY = "money"
DATE = "date"
YES_NO = "yes_no"
CHOICE = "choice"
CHOICES = "choices"
URL = "url"
EMAIL = "email"
PHONE = "phone"
CONTACT = "contact"
RATING = "rating"

TYPES = (
    TEXT, LONG_TEXT, NUMBER, MONEY, DATE, YES_NO, CHOICE, CHOICES, URL, EMAIL, PHONE, CONTACT, RATING,
)  # fmt: skip
"""Every type of custom field, in the order in which they are offered."""

KEY_LENGTH = 60
"""Longest key in characters."""

NO_NAME = "field"
"""Key of a label that has no letter and no digit."""


def key_of(label: str) -> str:
    """The stable name of a field from the label people read: "Shoe size (EU)" gives "shoe_size_eu"."""
    return "_".join(folding.tokens(label))[:KEY_LENGTH].strip("_") or NO_NAME
