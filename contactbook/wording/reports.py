"""Reports of imports and exports in words: what came in, what was refused and why, what was noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain.problems import Problem
from contactbook.wording import problems
from contactbook.wording.property_words import PROPERTY_WORDS
from contactbook.wording.reason_words import ENTRY_REFUSALS, REFUSALS, REMARKS
from contactbook.wording.speech import joined, say, say_number

if TYPE_CHECKING:
    from collections.abc import Mapping


def import_summary(counts: Mapping[str, int], *, dry_run: bool = False) -> str:
    """Say "Imported 1,284 contacts: 1,200 new and 84 updated. 3 unchanged, 2 refused.", as far as it is true.

    Args:
        counts: `read`, `created`, `updated`, `unchanged`, `skipped`, `groups`, `companies`, `rejected`, how
            many of those are `unreadable` files, and `possible_duplicates`; what is missing counts 0. With
            `of_entries` they are those of purchases and the like.
        dry_run: nothing was written; this is what would happen.
    """
    created, updated = counts.get("created", 0), counts.get("updated", 0)
    entries = bool(counts.get("of_entries"))
    rest = _rest(counts)
    if not created + updated:
        read = counts.get("read", 0)
        if not read and not rest:
            none = "There were no entries to import." if entries else "There were no contacts to import."
            return say(none)
        nothing = say("Nothing would be imported.") if dry_run else say("Nothing was imported.")
        return " ".join(part for part in (nothing, rest) if part)
    what = say_number(created + updated, *_IMPORTED[entries, dry_run])
    if updated:
        kinds = [say("{n} new", n=created)] if created else []
        kinds.append(say("{n} updated", n=updated))
        what = say("{what}: {kinds}", what=what, kinds=joined(kinds))
    return f"{what}. {rest}".rstrip()


_IMPORTED = {
    (False, False): ("Imported 1 contact", "Imported {n} contacts"),
    (False, True): ("Would import 1 contact", "Would import {n} contacts"),
    (True, False): ("Imported 1 entry", "Imported {n} entries"),
    (True, True): ("Would import 1 entry", "Would import {n} entries"),
}
"""By whether they are entries of timelines, and whether nothing is written."""


def likeness(reason: str) -> str:
    """Why a card became a new contact although it looks like somebody, by the code."""
    return say(_LIKENESS.get(reason, "New, but perhaps there already"))


_LIKENESS = {
    "same_name": "New, though the name is known",
    "same_email": "New, though the e-mail is known",
    "other_name": "New: that address has another name",
    "several_matches": "New: several contacts match",
}


def _rest(counts: Mapping[str, int]) -> str:
    """What became no new or changed contact: "3 unchanged, 1 group, 2 refused."."""
    parts: list[str] = []
    if unchanged := counts.get("unchanged", 0):
        parts.append(say("{n} unchanged", n=unchanged))
    if skipped := counts.get("skipped", 0):
        parts.append(say("{n} skipped", n=skipped))
    if groups := counts.get("groups", 0):
        parts.append(say_number(groups, "1 group made a tag", "{n} groups made tags"))
    if alike := counts.get("possible_duplicates", 0):
        parts.append(say_number(alike, "1 possible duplicate", "{n} possible duplicates"))
    if companies := counts.get("companies", 0):
        parts.append(say_number(companies, "1 company added", "{n} companies added"))
    unreadable = counts.get("unreadable", 0)
    if (rejected := counts.get("rejected", 0) - unreadable) > 0:
        parts.append(say("{n} refused", n=rejected))
    if unreadable:
        parts.append(say_number(unreadable, "1 file cannot be read", "{n} files cannot be read"))
    return ", ".join(parts) + "." if parts else ""


def file_summary(file: str, counts: Mapping[str, int]) -> str:
    """What became of the rows of one file: "a.csv: 12 in = 10 new + 1 unchanged + 1 refused"."""
    if not counts["read"]:
        return say("{file}: nothing in it could be read", file=file)
    words = (
        ("created", say("{n} new", n=counts["created"])),
        ("updated", say("{n} updated", n=counts["updated"])),
        ("unchanged", say("{n} unchanged", n=counts["unchanged"])),
        ("skipped", say("{n} skipped", n=counts["skipped"])),
        ("groups", say_number(counts["groups"], "1 group", "{n} groups")),
        ("rejected", say("{n} refused", n=counts["rejected"])),
    )
    parts = " + ".join(said for name, said in words if counts[name])
    return say("{file}: {n} in = {parts}", file=file, n=counts["read"], parts=parts)


def export_summary(contacts: int, file: str) -> str:
    """One sentence about an export; `file` is a name without its folder."""
    return say_number(contacts, "Wrote 1 contact to {file}.", "Wrote {n} contacts to {file}.", file=file)


def refused(count: int) -> str:
    """How many cards and rows were refused."""
    return say_number(count, "1 was refused.", "{n} were refused.")


def fidelity(properties: Mapping[str, int]) -> str:
    """How the properties of the cards fared: read, understood, kept as they were, lost."""
    read, kept = properties.get("read", 0), properties.get("kept_raw", 0)
    lost = properties.get("lost", 0)
    told = say_number(read, "1 property read", "{n} properties read")
    told = say("{told}, {mapped} understood", told=told, mapped=properties.get("mapped", 0))
    if kept:
        told = say("{told}, {kept} kept as they are", told=told, kept=kept)
    return say("{told}, {lost} lost.", told=told, lost=lost)


def not_encrypted(file: str) -> str:
    """That an export can be read by anybody; `file` is a name without its folder."""
    return say(
        "“{file}” is not encrypted: whoever has it can read all of it. Keep it in a safe place.", file=file
    )


def export_warning(code: str, contacts: int) -> str:
    """What the target of an export has no place for, and how many contacts have it."""
    if code == "unsubscribed":
        return say_number(
            contacts,
            "1 contact is left out: unsubscribed, or with an address that bounced.",
            "{n} contacts are left out: unsubscribed, or with an address that bounced.",
        )
    what = say(PROPERTY_WORDS.get(code, code))
    return say_number(
        contacts,
        "The file has no place for: {what} (1 contact).",
        "The file has no place for: {what} ({n} contacts).",
        what=what,
    )


def refusal(reason: str, detail: str = "", column: str = "") -> str:
    """Why a card, a row or a whole file was refused.

    Args:
        reason: the code; for a whole file the code of a problem.
        detail: what the sentence needs further.
        column: the column or key that it is about, where one is known.
    """
    if words := REFUSALS.get(reason) or ENTRY_REFUSALS.get(reason):
        return say(words, detail=detail, column=column or say("The value")).rstrip()
    if reason in problems.SENTENCES:
        sentence = problems.sentence(Problem(reason, name=detail))
        return f"{sentence.what} {sentence.remedy}".rstrip()
    return say("It could not be read ({reason}).", reason=reason)


def remark(code: str, detail: str = "") -> str:
    """What was noticed about a card or row that was read."""
    if code in REMARKS:
        return say(REMARKS[code], detail=detail)
    return say("Something was noticed ({code}) {detail}", code=code, detail=detail).rstrip()
