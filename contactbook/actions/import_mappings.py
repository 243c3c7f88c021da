"""Mappings of table columns: made by a person, kept in the book, offered again, carried in a file (R7)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from contactbook.actions.chosen_file import TooLarge, bytes_of
from contactbook.actions.target_file import replacing
from contactbook.domain.folding import fold
from contactbook.domain.json_shape import loaded
from contactbook.domain.problems import Problem
from contactbook.formats.table_mapping import (
    TARGETS,
    Column,
    Mapping,
    applied,
    are_joined,
    fingerprint,
    from_json,
    from_spec,
    to_spec,
)
from contactbook.store import import_mappings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from contactbook.domain.changes import Changes
    from contactbook.store.book import Book

__all__ = [
    "TARGETS",
    "Column",
    "KeptMapping",
    "Mapping",
    "applied",
    "are_joined",
    "fingerprint",
    "forget_mapping",
    "from_spec",
    "keep_mapping",
    "load_mapping",
    "near_mappings",
    "save_mapping_file",
    "saved_mappings",
    "to_spec",
]

_LARGEST = 4 << 20
_NEAR = 0.6
"""The share of headings that must be in common, for a mapping of other headings to be offered."""


class KeptMapping(NamedTuple):
    """A mapping in the book, with its name; `used_at` in milliseconds since 1970 UTC."""

    id: int
    name: str
    mapping: Mapping
    used_at: int


def saved_mappings(book: Book, mark: str = "") -> list[KeptMapping]:
    """The mappings in the book for headings of this fingerprint, or all; the last used first."""
    return [
        KeptMapping(one.id, one.name, from_json(one.mapping), one.used_at)
        for one in import_mappings.saved(book.reader, mark)
    ]


def near_mappings(book: Book, headings: Sequence[str]) -> list[KeptMapping]:
    """The mappings in the book for nearly these headings, the nearest first: a column came, went or moved."""
    mark, wanted = fingerprint(list(headings)), _folded(headings)
    found: list[tuple[float, KeptMapping]] = []
    for kept in saved_mappings(book):
        theirs = _folded(kept.mapping.headings)
        share = len(wanted & theirs) / max(len(wanted), len(theirs), 1)
        if share >= _NEAR and fingerprint(kept.mapping.headings) != mark:
            found.append((share, kept))
    return [kept for _share, kept in sorted(found, key=lambda one: -one[0])]


def _folded(headings: Iterable[str]) -> set[str]:
    return {folded for heading in headings if (folded := fold(heading.strip()))}


def keep_mapping(book: Book, name: str, mapping: Mapping) -> Changes:
    """Keep a mapping in the book; one of the same name and headings is replaced. One step."""
    with book.step("save_mapping", name=name) as step:
        import_mappings.save(step, name, fingerprint(mapping.headings), mapping.to_json())
    return step.changes


def forget_mapping(book: Book, mapping_id: int) -> Changes:
    """Take a mapping out of the book. One step."""
    name = next((one.name for one in import_mappings.saved(book.reader) if one.id == mapping_id), "")
    with book.step("forget_mapping", name=name) as step:
        import_mappings.delete(step, mapping_id)
    return step.changes


def save_mapping_file(mapping: Mapping, path: Path) -> None:
    """Write a mapping to a file, for another book or the command line. Raises as `target_file.replacing`."""
    text = json.dumps(mapping.to_json(), ensure_ascii=False, indent=2)
    with replacing(Path(path)) as stream:
        stream.write(text.encode() + b"\n")


def load_mapping(path: Path) -> Mapping:
    """The mapping in a file.

    Raises:
        Problem: import.mapping_unreadable (`reason` is the system's), import.mapping_wrong.
    """
    try:
        data = bytes_of(Path(path), _LARGEST)
    except TooLarge as error:
        raise Problem("import.mapping_wrong", path=str(path)) from error
    except OSError as error:
        raise Problem("import.mapping_unreadable", path=str(path), reason=error.strerror or "") from error
    try:
        return from_json(loaded(data))
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise Problem("import.mapping_wrong", path=str(path)) from error
