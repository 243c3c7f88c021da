"""What came of reading e-mail, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.wording import field_changes
from contactbook.wording.speech import say, say_number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from contactbook.domain.signature_news import Detail


SHOWN = 5
"""Files that are named."""
_REFUSED = {
    "damaged": "the file is damaged",
    "no_address": "it is no e-mail, for it names neither sender nor recipient",
}


def news(detail: Detail) -> list[str]:
    """One thing that a signature says: "Job title: Buyer" and, if it replaces something, "so far: Clerk"."""
    said = [f"{field_changes.name(detail)}: {detail.after}"]
    return [*said, say("so far: {before}", before=detail.before)] if detail.before else said


def refused(files: Sequence[tuple[str, str]]) -> list[str]:
    """The first few of what could not be read, and why: "3.msg: the file is damaged"."""
    said = [
        say("{file}: {reason}", file=file, reason=say(_REFUSED[reason])) for file, reason in files[:SHOWN]
    ]
    if len(files) > SHOWN:
        said.append(say_number(len(files) - SHOWN, "and 1 more", "and {n} more"))
    return said


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
        (counts["refused"], "1 could not be read.", "{n} could not be read."),
    ):
        if number:
            parts.append(say_number(number, one, many))
    return " ".join(parts)
