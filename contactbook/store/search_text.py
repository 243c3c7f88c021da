"""What of a contact can be found by typing, folded and cut into words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from contactbook.domain import contact as domain
from contactbook.domain import emails
from contactbook.domain.folding import digits, fold, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from contactbook.domain.contact import Contact

_UNSPACED = re.compile(
    "[\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\uac00-\\ud7af\\u0e00-\\u0e7f\\U00020000-\\U0003ffff]"
)
_LONGEST_UNSPACED = 16
_LONGEST_WORD = 64
"""Characters of a word that are kept; nobody types more of it."""


def search_columns(contact: Contact) -> tuple[str, ...]:
    """The columns of `search_row`: names, organization, contact, places, tags, fields, notes."""
    return (
        _words(
            (
                contact.full_name, contact.prefix, contact.given, contact.middle, contact.family,
                contact.suffix, contact.nickname, contact.phonetic_given, contact.phonetic_middle,
                contact.phonetic_family, contact.file_as,
            )
        ),
        _words(_organization_texts(contact)),
        _words(point.value for point in contact.points if point.kind != domain.PHONE),
        _words(_place_texts(contact)),
        _words(contact.tags),
        _words(value.value for value in contact.fields),
        _words((contact.note, *(relation.text for relation in contact.relations))),
    )  # fmt: skip


def part_columns(contact: Contact) -> tuple[str, str]:
    """The columns of `search_part`: e-mail addresses, and digits of phone numbers as typed and as dialled."""
    addresses: list[str] = []
    numbers: dict[str, None] = {}
    for point in contact.points:
        if point.kind == domain.EMAIL:
            addresses.append(fold(emails.bare(point.value)))
        elif point.kind == domain.PHONE:
            typed, dialled = digits(point.value.replace("(0)", "")), digits(point.key.partition(";")[0])
            if dialled:
                numbers[dialled] = None
            if typed and typed not in dialled:
                numbers[typed] = None
    return " ".join(addresses), " ".join(numbers)


def _organization_texts(contact: Contact) -> list[str]:
    texts = [contact.organization, contact.department, contact.job_title, contact.role]
    for other in contact.affiliations:
        texts += (other.organization, other.department, other.job_title, other.role)
    return texts


def _place_texts(contact: Contact) -> list[str]:
    texts: list[str] = []
    for place in contact.addresses:
        texts += (
            place.street, place.extended, place.po_box, place.postal_code, place.locality, place.region,
            place.country,
        )  # fmt: skip
        if place.formatted:
            texts.append(place.formatted)
    return texts


def _words(texts: Iterable[str]) -> str:
    """The distinct words of the texts in order of appearance, separated by spaces."""
    whole = " ".join(text for text in texts if text)
    if not whole:
        return ""
    words = dict.fromkeys(tokens(whole))
    if whole.isascii():
        return (
            " ".join(words)
            if len(whole) < _LONGEST_WORD
            else " ".join(word[:_LONGEST_WORD] for word in words)
        )
    found: dict[str, None] = {}
    for word in words:
        word = word[:_LONGEST_WORD]
        found[word] = None
        if len(word) <= _LONGEST_UNSPACED and not word.isascii() and _UNSPACED.search(word):
            found.update((word[start:], None) for start in range(1, len(word)))
    return " ".join(found)
