"""What came of a table of purchases and other entries, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from contactbook.wording.speech import say, say_number

if TYPE_CHECKING:
    from collections.abc import Mapping

_REASONS: Final[dict[str, str]] = {
    "": "Reason",
    "no_contact": "nobody in the book has this id, e-mail address, phone or name",
    "several_contacts": "several contacts have this address, phone or name",
    "date": "the date is not understood",
    "date_order": "day and month may be either way round",
    "amount": "the amount is not understood",
    "score": "the score is not between 0 and 10",
    "empty": "nothing is said in it",
}


def summary(counts: Mapping[str, int]) -> str:
    """A few sentences, of the counts of a report."""
    parts = [say_number(counts.get("logged", 0), "1 entry imported.", "{n} entries imported.")]
    for key, one, many in (
        ("known", "1 was here already.", "{n} were here already."),
        ("refused", "1 row was left out.", "{n} rows were left out."),
    ):
        if counts.get(key):
            parts.append(say_number(counts[key], one, many))
    return " ".join(parts)


def reason(code: str) -> str:
    """Why a row was left out; the heading of that column for ""."""
    return say(_REASONS.get(code, code))
