"""All the dialects, and which one a header is written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.formats import dialect_google, dialect_outlook
from contactbook.formats.dialect import Dialect, key_of
from contactbook.formats.table_mapping import Column, Mapping

if TYPE_CHECKING:
    from collections.abc import Sequence

ALL: tuple[Dialect, ...] = (
    dialect_google.GOOGLE,
    dialect_google.GOOGLE_BEFORE_2024,
    dialect_google.GOOGLE_SECTIONS,
    dialect_outlook.OUTLOOK,
    dialect_outlook.OUTLOOK_ADDRESSES_ONLY,
)
"""In the order in which equal scores are decided."""


def recognise(headings: Sequence[str]) -> tuple[Dialect | None, float]:
    """The dialect that knows most of these headings, and what share of them (0..1); None when none does."""
    keys = [key_of(heading) for heading in headings]
    best: Dialect | None = None
    best_score = 0.0
    for dialect in ALL:
        score = dialect.score(keys)
        if score > best_score:
            best, best_score = dialect, score
    return best, best_score


def mapping_of(dialect: Dialect, headings: Sequence[str], other: dict[int, Column]) -> Mapping:
    """The mapping of a header of this dialect; `other` holds guesses for columns that it does not know."""
    columns: list[Column] = []
    for index, heading in enumerate(headings):
        column = dialect.column(heading) or other.get(index) or Column(heading, confidence=0)
        columns.append(column)
    if not any(column.target == "job_title" for column in columns):
        for column in columns:
            if column.target == "prefix" and key_of(column.heading) == "title":
                column.target = "job_title"
    return Mapping(columns, dialect.name, dialect.kind, dialect.uid_prefix)
