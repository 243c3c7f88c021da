"""What came of reading e-mail, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.wording import field_changes
from contactbook.wording.speech import say, say_number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contactbook.domain.signature_news import Detail


def news(detail: Detail) -> list[str]:
    """One thing that a signature says: "Job title: Buyer" and, if it replaces something, "so far: Clerk"."""
    said = [f"{field_changes.name(detail)}: {detail.after}"]
    return [*said, say("so far: {before}", before=detail.before)] if detail.before else said


def summary(counts: Mapping[str, int]) -> str:
    """A few sentences, of the counts of a report."""
    said = say_number(counts["logged"], "1 e-mail logged", "{n} e-mails logged")
    if counts["people"]:
        said += " " + say_number(counts["people"], "with 1 contact", "with {n} contacts")
    parts = [said + "."]
    for number, one, many in (
        (counts["known"], "1 was here already.", "{n} were here already."),
        (
            counts["unmatched"],
            "1 is about nobody in the book.",
            "{n} are about nobody in the book.",
        ),
        (counts["refused"], "1 was no e-mail.", "{n} were no e-mails."),
    ):
        if number:
            parts.append(say_number(number, one, many))
    return " ".join(parts)
