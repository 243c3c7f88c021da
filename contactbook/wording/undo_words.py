"""Who stays when a step is taken back, and why, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.wording import field_changes
from contactbook.wording.speech import say_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def changed_since(kept: Sequence[int]) -> str:
    """Says of the contacts that were changed since that they stay; "" when there are none."""
    return _said(
        kept,
        "1 contact was changed since and keeps what was changed.",
        "{n} contacts were changed since and keep what was changed.",
    )


def kept_fields(changes: Iterable[field_changes.FieldChange]) -> str:
    """What of a contact stays, in one line: "Job title: CEO → CTO"."""
    return " · ".join(field_changes.phrase(one) for one in changes)


def needed(kept: Sequence[int], others: Sequence[int]) -> str:
    """Says of `others` that they stay only because a contact that stays refers to them; "" for none."""
    if kept:
        return _said(
            others,
            "1 more was not changed, but stays because a contact that stays refers to it.",
            "{n} more were not changed, but stay because contacts that stay refer to them.",
        )
    return _said(
        others,
        "1 contact stays because another one refers to it.",
        "{n} contacts stay because others refer to them.",
    )


def stayed(kept: Sequence[int], others: Sequence[int]) -> str:
    """Both of them, in one line; "" when nothing stays."""
    return " ".join(said for said in (changed_since(kept), needed(kept, others)) if said)


def _said(contacts: Sequence[int], one: str, many: str) -> str:
    return say_number(len(contacts), one, many) if contacts else ""
