"""Names of people and companies: how one is shown, filed, and taken apart when it came in one piece."""

# ruff: noqa: RUF001 - letters of many scripts, on purpose
from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from contactbook.domain import collation, folding, name_words
from contactbook.domain.contact import COMPANY, EMAIL, PHONE, Contact

_EAST_ASIAN = (("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uac00", "\ud7a3"), ("\U00020000", "\U0003ffff"))
"""First and last letter of kana, Han, Hangul and the further planes of Han."""

_HANGUL = _EAST_ASIAN[2:3]


class NameParts(NamedTuple):
    """A personal name taken apart; "" for a part that the name does not have."""

    prefix: str = ""
    given: str = ""
    middle: str = ""
    family: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class NameStyle:
    """How a book shows and orders names: family name first or not, and in the order of which language.

    `language` is one of `collation.LANGUAGES`, "" for the usual order of letters.
    """

    family_first: bool = False
    by_given: bool = False
    language: str = ""


USUAL = NameStyle()
"""Shown given name first, ordered by family name."""


def display_name(contact: Contact, style: NameStyle = USUAL) -> str:
    """The name to show, given name first: as the source formatted it, else put together from its parts.

    With `style.family_first` a person whose two names are known is "Lovelace, Ada", unless the formatted name
    is something else than those ("The Countess").

    Companies show their organization. Without any name: nickname, organization, e-mail, phone or other
    address, in this order; "" when there is nothing at all. Nothing is made up.
    """
    if contact.kind == COMPANY:
        return _line(contact.organization or contact.full_name) or compose(contact) or _fallback(contact)
    whole = _line(contact.full_name)
    if style.family_first and (turned := _family_first(contact, whole)):
        return turned
    if whole and not (contact.family or contact.given):
        return whole
    composed = compose(contact)
    if whole and ("@" not in whole or not composed) and not _is_inverted(whole, contact):
        return whole
    return composed or _fallback(contact)


def compose(contact: Contact) -> str:
    """The name put together from its parts, given name first; East Asian names family first."""
    if _has(contact.family, _EAST_ASIAN) and _has(contact.given, _EAST_ASIAN):
        gap = " " if contact.middle else ""
        return _line(
            f"{contact.prefix} {contact.family}{gap}{contact.middle}{gap}{contact.given} {contact.suffix}"
        )
    name = _line(f"{contact.prefix} {contact.given} {contact.middle} {contact.family}")
    suffix = contact.suffix.strip()
    if not suffix:
        return name
    if not name:
        return suffix
    return f"{name} {suffix}" if _bare_word(suffix) in name_words.GENERATIONS else f"{name}, {suffix}"


def sort_name(contact: Contact, style: NameStyle = USUAL) -> str:
    """The name by which a contact is filed: "Lovelace, Ada", or "Ada Lovelace" `by_given`. `file_as` wins.

    Prefixes such as "Dr." do not count. Particles in lower case follow the given name: Ludwig van Beethoven
    is filed under B, Jean-Claude Van Damme under V. If a phonetic spelling of an East Asian name is known,
    it is what counts.
    """
    if filed := _line(contact.file_as):
        return filed
    if contact.kind == COMPANY:
        return display_name(contact)
    family, given, middle = contact.family, contact.given, contact.middle
    if (contact.phonetic_family or contact.phonetic_given) and _has(family or given, _EAST_ASIAN):
        family, given = contact.phonetic_family or family, contact.phonetic_given or given
        middle = contact.phonetic_middle or middle
    particles, family = split_particles(_line(family))
    rest = _line(f"{given} {middle} {particles}")
    if not (family or rest):
        return display_name(contact)
    suffix = _line(contact.suffix)
    if style.by_given:
        name = _line(f"{given} {middle} {particles} {family}")
        return f"{name}, {suffix}" if suffix else name
    name = f"{family}, {rest}" if family and rest else family or rest
    return f"{name}, {suffix}" if suffix else name


def sort_key(contact: Contact, style: NameStyle = USUAL) -> str:
    """The key by which lists of names are ordered; "" for a contact without any name."""
    return collation.sort_key(sort_name(contact, style), style.language)


def are_alike(words: set[str], others: set[str]) -> bool:
    """Whether the folded words of two names are nearly the same: one letter in ten may differ."""
    if words <= others or others <= words:
        return min(len(words), len(others)) > 1
    from difflib import SequenceMatcher

    left, right = " ".join(sorted(words)), " ".join(sorted(others))
    return SequenceMatcher(None, left, right).ratio() >= _ALIKE


_ALIKE = 0.9


def split_particles(family: str) -> tuple[str, str]:
    """Lower-case particles before a family name, and the rest: "van der Berg" gives ("van der", "Berg")."""
    if not family[:1].islower() and family[:1] not in "'’":
        return "", family
    words = family.split()
    count = 0
    while count < len(words) - 1 and words[count] in name_words.PARTICLES:
        count += 1
    if count:
        return " ".join(words[:count]), " ".join(words[count:])
    for elided in ("d'", "d’"):
        if family.startswith(elided) and len(family) > len(elided):
            return elided, family[len(elided) :]
    return "", family


def parse_full_name(text: str) -> NameParts:
    """A whole name taken apart: "Dr. Ludwig van Beethoven, PhD" or "Beethoven, Ludwig van".

    Titles and degrees of the main European languages are known, particles stay with the family name. East
    Asian names without a blank are split only where the family name is certain. What cannot be told apart is
    given name.
    """
    text = _line(text)
    prefix, text = _take_titles(text)
    pieces = [piece.strip() for piece in text.split(",", 2)]
    if len(pieces) > 1 and pieces[0] and pieces[1] and not is_suffix(pieces[1]):
        family, given, suffix = pieces[0], pieces[1], "".join(pieces[2:])
        more, given = _take_titles(given)
        return _inverted_parts(_line(f"{prefix} {more}"), family, given, suffix)
    name, _, suffix = text.partition(",")
    words = name.split()
    trailing: list[str] = []
    while len(words) > 1 and _bare_word(words[-1]) in name_words.SUFFIXES:
        trailing.insert(0, words.pop())
    suffix = ", ".join(part for part in (" ".join(trailing), suffix.strip()) if part)
    if not words:
        return NameParts(prefix=prefix, suffix=suffix)
    if len(words) == 1:
        return _single_word(prefix, words[0], suffix)
    if _has(name, _EAST_ASIAN):
        return NameParts(prefix, " ".join(words[1:]), "", words[0], suffix)
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in name_words.PARTICLES:
        start -= 1
    if start > 2 and words[start - 1] in name_words.CONJUNCTIONS:
        start -= 2
    return NameParts(prefix, words[0], " ".join(words[1:start]), " ".join(words[start:]), suffix)


def without_titles(name: str) -> list[str]:
    """The words of a name as it is shown, without "Dr." before and "Jr." behind; at least one is left.

    A degree counts only after a comma: Yo-Yo Ma is no Master of Arts.
    """
    words = _take_titles(name)[1].split()
    while len(words) > 1:
        last = _bare_word(words[-1])
        if last not in name_words.GENERATIONS and not (words[-2][-1] == "," and is_suffix(words[-1])):
            break
        words.pop()
    return words


def _family_first(contact: Contact, whole: str) -> str:
    """As "Lovelace, Ada"; "" where the two names are not known, or the name shown is not made of them."""
    family, given = _line(contact.family), _line(contact.given)
    if not (family and given) or _has(family, _EAST_ASIAN):
        return ""
    if whole and not {*folding.tokens(family), *folding.tokens(given)} <= set(folding.tokens(whole)):
        return ""
    name = f"{family}, {_line(f'{contact.prefix} {given} {contact.middle}')}"
    suffix = _line(contact.suffix)
    return f"{name}, {suffix}" if suffix else name


def _inverted_parts(prefix: str, family: str, given: str, suffix: str) -> NameParts:
    words = given.split()
    end = len(words)
    while end > 1 and words[end - 1] in name_words.PARTICLES:
        end -= 1
    family = _line(" ".join(words[end:]) + " " + family)
    return NameParts(prefix, words[0] if words else "", " ".join(words[1:end]), family, suffix)


def _single_word(prefix: str, word: str, suffix: str) -> NameParts:
    if 3 <= len(word) <= 4 and word[:2] in name_words.DOUBLE_FAMILY_NAMES:
        return NameParts(prefix, word[2:], "", word[:2], suffix)
    if 2 <= len(word) <= 3 and all(_has(letter, _HANGUL) for letter in word):
        return NameParts(prefix, word[1:], "", word[:1], suffix)
    if prefix:
        return NameParts(prefix=prefix, family=word, suffix=suffix)
    return NameParts(given=word, suffix=suffix)


def _take_titles(text: str) -> tuple[str, str]:
    words = text.split()
    count = 0
    while count < len(words) - 1 and _bare_word(words[count]) in name_words.TITLES:
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def is_title(text: str) -> bool:
    """Whether nothing but forms of address and academic titles stand there: "Frau", "Prof. Dr."."""
    words = text.split()
    return bool(words) and all(_bare_word(word) in name_words.TITLES for word in words)


def is_suffix(text: str) -> bool:
    """Whether nothing but degrees and the like stand there, as they follow a name: "PhD", "jun."."""
    return all(_bare_word(word) in name_words.SUFFIXES for word in text.split())


def _is_inverted(whole: str, contact: Contact) -> bool:
    family = contact.family.strip()
    return bool(family and contact.given) and whole.startswith(f"{family},")


def _bare_word(word: str) -> str:
    return word.replace(".", "").rstrip(",").lower()


def _has(text: str, ranges: tuple[tuple[str, str], ...]) -> bool:
    return not text.isascii() and any(first <= letter <= last for letter in text for first, last in ranges)


def _line(text: str) -> str:
    """One line with single blanks."""
    return " ".join(text.split())


def _fallback(contact: Contact) -> str:
    for text in (contact.nickname, contact.organization):
        if text.strip():
            return _line(text)
    for kind in (EMAIL, PHONE, ""):
        for point in contact.points:
            if (not kind or point.kind == kind) and point.value.strip():
                return _line(point.value)
    return ""
