"""What a query can ask about: one registry of terms, with the other names each answers to.

A term that is new (last contact, purchases ...) is one line here, one in `store.query_sources`, which knows
where it lies, and one in `wording.queries`, which says it in words.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from contactbook.domain import folding


class Shape(Enum):
    """What kind of value a term takes."""

    TEXT = "text"
    """Words of which each begins a word of the value; after `=` the value as a whole."""
    NAME = "name"
    """The name of something, whole, or with * behind its beginning."""
    CHOICE = "choice"
    """One of a few words."""
    NUMBER = "number"
    """A number, compared."""
    DAY = "day"
    """A day of the calendar of which parts may be missing."""
    MOMENT = "moment"
    """A point in time, given as a day, month, year, or how long ago."""
    PRESENCE = "presence"
    """The name of another thing, which must be there, or must not."""
    FIELD = "field"
    """A value of a custom field, whose type decides."""


@dataclass(frozen=True, slots=True)
class TermKind:
    """One term: its name, what it takes, its other names, and for a choice what there is."""

    name: str
    shape: Shape
    aliases: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()


PRESENT = (
    "email", "phone", "address", "photo", "birthday", "note", "tag", "company", "title", "website", "chat",
    "relation", "date", "city", "country", "field",
)  # fmt: skip
"""What `has:` and `no:` can be followed by, beside `field.KEY`."""

_OTHER_PRESENT = {"picture": "photo", "born": "birthday", "bday": "birthday", "mobile": "phone"}
FIELD = "field"

KINDS = (
    TermKind("name", Shape.TEXT),
    TermKind("given", Shape.TEXT, ("first", "firstname")),
    TermKind("family", Shape.TEXT, ("last", "lastname", "surname")),
    TermKind("nickname", Shape.TEXT, ("nick",)),
    TermKind("company", Shape.TEXT, ("organization", "organisation", "org")),
    TermKind("department", Shape.TEXT, ("dept",)),
    TermKind("title", Shape.TEXT, ("job", "position")),
    TermKind("role", Shape.TEXT),
    TermKind("email", Shape.TEXT, ("mail", "e-mail")),
    TermKind("phone", Shape.TEXT, ("tel", "mobile", "fax")),
    TermKind("website", Shape.TEXT, ("url", "web", "site")),
    TermKind("chat", Shape.TEXT, ("im", "social")),
    TermKind("address", Shape.TEXT, ("adr", "place")),
    TermKind("street", Shape.TEXT),
    TermKind("city", Shape.TEXT, ("locality", "town")),
    TermKind("region", Shape.TEXT, ("state", "province", "county")),
    TermKind("zip", Shape.TEXT, ("postal_code", "postcode", "plz")),
    TermKind("country", Shape.TEXT),
    TermKind("note", Shape.TEXT, ("notes",)),
    TermKind("relation", Shape.TEXT, ("related",)),
    TermKind("tag", Shape.NAME, ("tags", "label", "group")),
    TermKind("import", Shape.NAME, ("source",)),
    TermKind("uid", Shape.NAME),
    TermKind("kind", Shape.CHOICE, ("is",), ("person", "company", "starred")),
    TermKind("born", Shape.DAY, ("birthday", "bday")),
    TermKind("created", Shape.MOMENT, ("added",)),
    TermKind("updated", Shape.MOMENT, ("changed", "modified")),
    TermKind("checked", Shape.MOMENT, ("confirmed",)),
    TermKind("contacted", Shape.MOMENT, ("last_contact", "lastcontact")),
    TermKind("followup", Shape.MOMENT, ("follow_up", "follow-up", "due")),
    TermKind("rhythm", Shape.CHOICE, (), ("overdue", "intime", "none")),
    TermKind("purchases", Shape.NUMBER, ("orders",)),
    TermKind("purchases_year", Shape.NUMBER, ("purchases_12m",)),
    TermKind("spent", Shape.NUMBER, ("revenue",)),
    TermKind("average", Shape.NUMBER, ("average_purchase",)),
    TermKind("bought", Shape.MOMENT, ("last_purchase",)),
    TermKind("donations", Shape.NUMBER, ("gifts",)),
    TermKind("donations_year", Shape.NUMBER, ("donations_12m",)),
    TermKind("donated", Shape.NUMBER, ("donation_total",)),
    TermKind("last_donation", Shape.MOMENT),
    TermKind("entry", Shape.TEXT, ("timeline", "logged")),
    TermKind("has", Shape.PRESENCE, ("with",)),
    TermKind("no", Shape.PRESENCE, ("without",)),
    TermKind(FIELD, Shape.FIELD),
)
"""Every term, in the order in which they are offered."""

_BY_NAME = {name: kind for kind in KINDS for name in (kind.name, *kind.aliases)}
_CHOICE_NAMES = {"people": "person", "persons": "person", "companies": "company", "star": "starred"}


def named(name: str) -> TermKind | None:
    """The term that this name, or an alias of it, stands for, whatever its case; None when there is none."""
    return _BY_NAME.get(folding.fold(name))


def shape_of(name: str) -> Shape:
    """What the term of this name takes."""
    return _BY_NAME[name].shape


def names() -> list[str]:
    """Every name and alias."""
    return list(_BY_NAME)


def choice(kind: TermKind, value: str) -> str:
    """The choice that a value names, "" when it names none."""
    word = folding.fold(value)
    word = _CHOICE_NAMES.get(word, word)
    return word if word in kind.choices else ""


def present(value: str) -> str:
    """What `has:` and `no:` ask for, by its own name: `tag`, or `field.KEY` as it stands; "" for neither."""
    head, dot, key = value.partition(".")
    if folding.fold(head) == FIELD and dot and key:
        return f"{FIELD}.{key}"
    word = folding.fold(value)
    for each in (word, word.removesuffix("s")):
        if each in PRESENT:
            return each
        kind = _BY_NAME.get(each)
        named_so = _OTHER_PRESENT.get(each, kind.name if kind is not None else "")
        if named_so in PRESENT:
            return named_so
    return ""
