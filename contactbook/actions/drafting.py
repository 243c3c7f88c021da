"""Keeping a half-edited contact, so that it survives locking, a crash and a power cut (R37)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from contactbook.domain.contact_json import from_json, to_json
from contactbook.domain.problems import Problem
from contactbook.store import drafts

if TYPE_CHECKING:
    from contactbook.domain.contact import Contact
    from contactbook.store.book import Book

_PREFIX = "contact:"


@dataclass(frozen=True, slots=True)
class Draft:
    """A form that was not saved: the contact as it was when editing began, and as it had become."""

    before: Contact
    contact: Contact

    @property
    def key(self) -> str:
        """Each contact has one draft, and so has the new one that is not there yet."""
        return f"{_PREFIX}{self.contact.id}"


def keep_draft(book: Book, draft: Draft) -> None:
    """Write a draft into the book at once; no step of the history."""
    shape = {"before": to_json(draft.before), "contact": to_json(draft.contact)}
    drafts.keep(book, draft.key, json.dumps(shape, ensure_ascii=False))


def drop_draft(book: Book, key: str) -> None:
    """Forget a draft: it was saved, or is not wanted."""
    drafts.drop(book, key)


def kept_drafts(book: Book) -> list[Draft]:
    """The drafts of contacts, the latest first; one that a newer version wrote otherwise is passed over."""
    found: list[Draft] = []
    for row in drafts.every(book.reader):
        if row.key.startswith(_PREFIX):
            try:
                shape = cast("dict[str, Any]", json.loads(row.data))
                found.append(Draft(from_json(shape["before"]), from_json(shape["contact"])))
            except (Problem, ValueError, KeyError, TypeError):
                continue
    return found
