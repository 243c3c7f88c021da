"""What each column of a table means: the mapping that a dialect gives, a person edits, and a file keeps.

A column's meaning is written as a short text, the same in the dialects, in a saved mapping and on the mapping
screen: `target[=type][:label][#group]`. Columns of one group make one part of the contact together ("phone#1"
and "phone.label#1"; "address.street:home" and "address.locality:home"). A target never leaves anything out:
what has no home of its own is "field" (a custom field named like the heading); only "skip", which a person
must choose, keeps a column out.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

from contactbook.domain import entry_columns, fields, folding

if TYPE_CHECKING:
    from collections.abc import Iterable

SCALARS = (
    "uid", "prefix", "given", "middle", "family", "suffix", "nickname", "phonetic_given", "phonetic_middle",
    "phonetic_family", "full_name", "file_as", "organization", "department", "job_title", "role", "gender",
    "language", "note", "starred",
)  # fmt: skip
FAMILY_FIRST = "full_name.family_first"
"""A whole name of which the family name is written first, without a comma: "Meier Anna"."""
ADDRESS_PARTS = (
    "street", "house", "street2", "street3", "extended", "po_box", "locality", "region", "postal_code",
    "country", "country_code", "formatted", "line", "label",
)  # fmt: skip
TARGETS = frozenset(
    (
        *SCALARS, FAMILY_FIRST, *(f"address.{part}" for part in ADDRESS_PARTS), "email", "email.label",
        "email.type", "email.name",
        "phone", "phone.label",
        "phone.preferred", "url", "url.label", "chat", "chat.label", "chat.service", "social", "date",
        "date.label", "date.year", "date.month", "date.day", "relation", "relation.label", "relation.uid",
        "field",
        "field.label", "organization.name", "organization.department", "organization.title",
        "organization.role", "organization.uid",
        "tags", "photo", "initials", "kind", "skip",
    )
)  # fmt: skip
"""Every word that may stand before the colon."""

EXTRA = "extra"
"""A column of a table of entries that stays with the entry under its heading."""
ENTRY_TARGETS = frozenset((*entry_columns.WHO, *entry_columns.WHAT, EXTRA, "skip"))
"""What the columns of a table of purchases and other entries can become, each once but for the last two."""

BY_CONTACT, BY_FILE, BY_NONE = "contact", "file", "none"
"""Values of `Mapping.phones`."""

VERSION = 1
CLEANING_RULES = ("trim", "fillers", "entities", "unprotect", "mend", "shouted", "emails", "zeros")
"""The names of the cleaning rules, each a switch of `Mapping`."""

_OPTIONS = ("label", "group", "separator", "order")
_TEXTS = ("dialect", "kind", "uid_prefix", "date_order", "encoding", "delimiter", "country")


@dataclass(slots=True)
class Column:
    """One column: its heading and what becomes of its cells.

    `separator` splits a cell into several values; `ignore` lists cell texts (folded) by which a program says
    "nothing"; `confidence` 0..100 is how sure the guess is; `type` is the type of a custom field. `order` is
    the order of day and month where it is not that of the whole table.
    """

    heading: str
    target: str = "field"
    label: str = ""
    group: str = ""
    separator: str = ""
    ignore: tuple[str, ...] = ()
    type: str = "text"
    confidence: int = 100
    order: str = ""


@dataclass(slots=True)
class Mapping:
    """What to do with a whole table.

    `constants` are (spec, value) pairs that every row gets ("tags", "Fair 2024"). `dialect` names the program
    whose layout was recognised, "" for none. `kind` "company" makes every row a company. `trim` takes blanks
    off both ends of every cell; `fillers` leaves out what says only "n/a" or "-"; `entities` turns "&amp;"
    and the like back into characters; `unprotect` takes off the apostrophe or tab that an export for Excel
    puts before = + - @; `mend` reads text that was encoded twice ("MÃ¼nchen") right; `shouted` writes NAMES
    IN CAPITALS as names are written; `emails` takes off what stands around an address
    ("<mailto:a@b.example>"); `zeros` gives postal codes the zeros back that a spreadsheet took off. `phones`
    says by which country a phone without one is compared: "contact" (the contact's, else `country`), "file"
    (`country`), "none".

    `entries` is the key of the kind of entry that every row becomes, "" for a table of contacts; the targets
    of its columns are `ENTRY_TARGETS` then, `currency` is that of amounts that name none, and `source` the
    shop or program whose numbers of orders these are.
    """

    columns: list[Column] = field(default_factory=list[Column])
    dialect: str = ""
    kind: str = ""
    uid_prefix: str = ""
    date_order: str = ""
    encoding: str = ""
    delimiter: str = ""
    country: str = ""
    trim: bool = True
    fillers: bool = False
    entities: bool = True
    unprotect: bool = False
    mend: bool = False
    shouted: bool = False
    emails: bool = True
    zeros: bool = False
    phones: str = BY_CONTACT
    constants: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    entries: str = ""
    currency: str = ""
    source: str = ""

    @property
    def headings(self) -> list[str]:
        """The headings of all columns, in order."""
        return [column.heading for column in self.columns]

    @property
    def confidence(self) -> int:
        """How sure it is as a whole, 0..100: the mean of the columns that have a target of their own."""
        sure = [column.confidence for column in self.columns if column.target not in ("field", EXTRA)]
        return sum(sure) // len(sure) if sure else 0

    def to_json(self) -> dict[str, object]:
        """A plain shape for a file; only what differs from the default is written for a column."""
        columns: list[dict[str, object]] = []
        for column in self.columns:
            entry: dict[str, object] = {"heading": column.heading, "to": column.target}
            entry |= {name: value for name in _OPTIONS if (value := getattr(column, name))}
            if column.ignore:
                entry["ignore"] = list(column.ignore)
            if column.type != "text":
                entry["type"] = column.type
            columns.append(entry)
        plain = {name: getattr(self, name) for name in (*_TEXTS, "phones", *CLEANING_RULES)}
        if self.entries:
            plain |= {"entries": self.entries, "currency": self.currency, "source": self.source}
        return {
            "contactbook_mapping": VERSION,
            "fingerprint": fingerprint(self.headings),
            **plain,
            "constants": [list(pair) for pair in self.constants],
            "columns": columns,
        }


_JOINED = frozenset(SCALARS) - {"uid", "starred"}
_GROUPED = ("address.", "date.", "organization.")
"""Targets whose columns belong together when they have the same label."""


def from_spec(heading: str, spec: str, confidence: int = 100) -> Column:
    """A column from its short text.

    Raises:
        ValueError: the target is not one of TARGETS.
    """
    target, _, rest = spec.partition(":")
    target, _, kind = target.partition("=")
    label, hash_mark, group = rest.partition("#")
    if not hash_mark:
        target, _, group = target.partition("#")
    if target not in TARGETS:
        raise ValueError(spec)
    if not group and target.startswith(_GROUPED):
        group = label
    return Column(heading, target, label, group, type=kind or "text", confidence=confidence)


def to_spec(column: Column) -> str:
    """The short text of a column; the inverse of `from_spec`."""
    text = column.target if column.type == "text" else f"{column.target}={column.type}"
    text += f":{column.label}" if column.label else ""
    implied = column.label if column.target.startswith(_GROUPED) else ""
    return f"{text}#{column.group}" if column.group != implied else text


def from_json(data: object) -> Mapping:
    """The mapping a file holds.

    Raises:
        ValueError: the data is not a mapping of this version.
    """
    if not isinstance(data, dict):
        raise ValueError("not a mapping")
    entries = cast("dict[str, object]", data)
    if entries.get("contactbook_mapping") != VERSION or not isinstance(entries.get("columns"), list):
        raise ValueError("not a mapping")
    mapping = Mapping()
    for name in (*_TEXTS, "entries", "currency", "source"):
        setattr(mapping, name, str(entries.get(name, "")))
    mapping.phones = str(entries.get("phones", mapping.phones))
    for name in CLEANING_RULES:
        setattr(mapping, name, bool(entries.get(name, getattr(mapping, name))))
    for pair in cast("list[list[object]]", entries.get("constants", [])):
        mapping.constants.append((str(pair[0]), str(pair[1])))
    for entry in cast("list[dict[str, object]]", entries["columns"]):
        column = Column(str(entry.get("heading", "")), str(entry.get("to", "field")))
        if column.target not in (ENTRY_TARGETS if mapping.entries else TARGETS):
            raise ValueError(column.target)
        for name in _OPTIONS:
            setattr(column, name, str(entry.get(name, "")))
        column.ignore = tuple(map(str, cast("list[object]", entry.get("ignore", []))))
        column.type = str(entry.get("type", "text"))
        mapping.columns.append(column)
    return mapping


def holds_dates(column: Column) -> bool:
    """Whether the cells of a column are days whose order of day and month matters."""
    return column.target == "date" or (column.target == "field" and column.type == fields.DATE)


def are_joined(one: Column, other: Column) -> bool:
    """Whether the cells of two columns become one value together, in the order of the columns."""
    same = (one.target, one.label, one.group) == (other.target, other.label, other.group)
    return same and (one.target in _JOINED or one.target.startswith("address."))


def fingerprint(headings: list[str]) -> str:
    """A short name of a header: equal for equal headings in equal order, whatever their case."""
    text = "\n".join(" ".join(folding.tokens(heading)) for heading in headings).rstrip()
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def digest(mapping: Mapping) -> str:
    """A short name of all that decides what a row becomes: equal for mappings that read alike."""
    said = mapping.to_json()
    for name in ("fingerprint", "dialect", "encoding", "delimiter"):
        said.pop(name)
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def chosen(said: object, sheet: str = "") -> Mapping | None:
    """The mapping that a person chose for a sheet ("" for a table that is no workbook); None for none.

    Args:
        said: `ReadOptions.mapping`: one mapping for all, or some by the name of the sheet.
        sheet: the name of the sheet.
    """
    if isinstance(said, Mapping):
        return said
    if isinstance(said, dict):
        found = cast("dict[str, object]", said).get(sheet)
        return found if isinstance(found, Mapping) else None
    return None


def switched(mapping: Mapping, said: Iterable[str]) -> Mapping:
    """The mapping with cleaning rules switched on, or off where their name has a "-" before it."""
    rules = {rule.removeprefix("-"): not rule.startswith("-") for rule in said}
    return replace(mapping, **{rule: on for rule, on in rules.items() if rule in CLEANING_RULES})


def fits(mapping: Mapping, headings: list[str]) -> bool:
    """Whether a saved mapping is for a table of these headings: at least half of its own are there."""
    wanted = {folding.fold(column.heading.strip()) for column in mapping.columns} - {""}
    there = {folding.fold(heading.strip()) for heading in headings}
    return 2 * len(wanted & there) >= len(wanted)


def applied(mapping: Mapping, headings: list[str]) -> Mapping:
    """A saved mapping laid over a file's headings: by heading, not by position; new ones become fields.

    In a table of entries, which has no fields of its own, they are left out. A heading that stands there
    several times takes the saved columns of that name in their order.
    """
    waiting: dict[str, list[Column]] = {}
    for column in mapping.columns:
        waiting.setdefault(folding.fold(column.heading.strip()), []).append(column)
    columns: list[Column] = []
    for heading in headings:
        saved = waiting.get(folding.fold(heading.strip()))
        new = Column(heading, EXTRA if mapping.entries else "field", confidence=0)
        columns.append(replace(saved.pop(0), heading=heading) if saved else new)
    return replace(mapping, columns=columns)
