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
    return tuple(map(_words, _columns_of_texts(contact)))


def searched_texts(contact: Contact) -> list[str]:
    """Every text that can be found, as it stands, for what must be looked at in its order."""
    return [text for column in _columns_of_texts(contact) for text in column]


def _columns_of_texts(contact: Contact) -> tuple[Iterable[str], ...]:
    return (
        (
            contact.full_name, contact.prefix, contact.given, contact.middle, contact.family,
            contact.suffix, contact.nickname, contact.phonetic_given, contact.phonetic_middle,
            contact.phonetic_family, contact.file_as,
        ),
        _organization_texts(contact),
        [point.value for point in contact.points if point.kind != domain.PHONE],
        _place_texts(contact),
        contact.tags,
        [value.value for value in contact.fields],
        (contact.note, *(relation.text for relation in contact.relations)),
    )  # fmt: skip


def part_columns(contact: Contact) -> tuple[str, str]:
    """The columns of `search_part`: e-mail addresses, and digits of phone numbers as typed and as dialled."""
    addresses: list[str] = []
    numbers: list[str] = []
    for point in contact.points:
        kind = point.kind
        if kind == domain.EMAIL:
            addresses.append(fold(emails.bare(point.value)))
        elif kind == domain.PHONE:
            dialled = digits(point.key.partition(";")[0])
            typed = digits(point.value.replace("(0)", ""))
            if dialled:
                numbers.append(dialled)
            if typed and typed not in dialled:
                numbers.append(typed)
    return " ".join(addresses), " ".join(dict.fromkeys(numbers))


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
    """The distinct words of the texts in order of appearance, separated by spaces.

    Scripts that set no spaces between words are found by any part: every end of such a word counts as a word.
    """
    whole = " ".join(filter(None, texts))
    words = tokens(whole) if whole else []
    if not words:
        return ""
    if len(whole) > _LONGEST_WORD:
        words = [word[:_LONGEST_WORD] for word in words]
    found = " ".join(dict.fromkeys(words))
    if found.isascii() or not _UNSPACED.search(found):
        return found
    ends: dict[str, None] = {}
    for word in words:
        ends[word] = None
        if len(word) <= _LONGEST_UNSPACED and _UNSPACED.search(word):
            ends.update((word[start:], None) for start in range(1, len(word)))
    return " ".join(ends)
