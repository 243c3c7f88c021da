"""All the dialects, and which one a header is written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.formats import (
    contactbook_rows,
    dialect_crm,
    dialect_google,
    dialect_lists,
    dialect_outlook,
    dialect_thunderbird,
    dialect_yahoo,
)
from contactbook.formats.dialect import Dialect, key_of
from contactbook.formats.table_mapping import Column, Mapping

if TYPE_CHECKING:
    from collections.abc import Sequence

ALL: tuple[Dialect, ...] = (
    contactbook_rows.DIALECT,
    contactbook_rows.CHOSEN,
    contactbook_rows.CHOSEN_FOR_EXCEL,
    dialect_google.GOOGLE,
    dialect_google.GOOGLE_BEFORE_2024,
    dialect_google.GOOGLE_SECTIONS,
    dialect_outlook.OUTLOOK,
    dialect_outlook.OUTLOOK_ADDRESSES_ONLY,
    *dialect_outlook.IN_LANGUAGES,
    *dialect_thunderbird.DIALECTS,
    dialect_yahoo.YAHOO,
    dialect_lists.LINKEDIN,
    dialect_lists.MAILCHIMP,
    dialect_crm.HUBSPOT,
    dialect_crm.HUBSPOT_COMPANIES,
    dialect_crm.SALESFORCE,
    dialect_crm.SALESFORCE_REPORT,
    dialect_crm.SALESFORCE_ACCOUNTS,
    dialect_crm.SALESFORCE_ACCOUNT_REPORT,
)
"""In the order in which equal scores are decided."""


def recognise(headings: Sequence[str]) -> tuple[Dialect | None, float]:
    """The dialect that knows most of these headings, and what share of them (0..1); None when none does."""
    best: Dialect | None = None
    best_score = 0.0
    for dialect in ALL:
        score = dialect.score(headings)
        if score > best_score:
            best, best_score = dialect, score
    return best, best_score


def mapping_of(dialect: Dialect, headings: Sequence[str], other: dict[int, Column]) -> Mapping:
    """The mapping of a header of this dialect; `other` holds guesses for columns that it does not know."""
    columns = [
        column or other.get(index) or Column(heading, confidence=0)
        for index, (heading, column) in enumerate(zip(headings, dialect.columns_of(headings), strict=True))
    ]
    if not any(column.target == "job_title" for column in columns):
        for column in columns:
            if column.target == "prefix" and key_of(column.heading) == "title":
                column.target = "job_title"
    return Mapping(columns, dialect.name, dialect.kind, dialect.uid_prefix, dialect.date_order)
