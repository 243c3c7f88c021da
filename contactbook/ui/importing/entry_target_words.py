"""What the rows of a table of entries are, and what their columns become, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from contactbook.qtmodels.marked_text import QT_TRANSLATE_NOOP

_CONTEXT = "EntryTargets"

_ROWS = {
    "purchase": QT_TRANSLATE_NOOP("EntryTargets", "Purchases"),
    "donation": QT_TRANSLATE_NOOP("EntryTargets", "Donations"),
    "case": QT_TRANSLATE_NOOP("EntryTargets", "Support cases"),
    "feedback": QT_TRANSLATE_NOOP("EntryTargets", "Scores and answers"),
    "event": QT_TRANSLATE_NOOP("EntryTargets", "Attended events"),
    "call": QT_TRANSLATE_NOOP("EntryTargets", "Calls"),
    "email": QT_TRANSLATE_NOOP("EntryTargets", "E-mails"),
    "meeting": QT_TRANSLATE_NOOP("EntryTargets", "Meetings"),
    "message": QT_TRANSLATE_NOOP("EntryTargets", "Messages"),
    "letter": QT_TRANSLATE_NOOP("EntryTargets", "Letters"),
    "note": QT_TRANSLATE_NOOP("EntryTargets", "Notes"),
}
_WHOSE = QT_TRANSLATE_NOOP("EntryTargets", "Whose it is")
_WHAT = QT_TRANSLATE_NOOP("EntryTargets", "What it was")
_OTHER = QT_TRANSLATE_NOOP("EntryTargets", "Other")

TARGETS: dict[str, tuple[str, str]] = {
    "email": (_WHOSE, QT_TRANSLATE_NOOP("EntryTargets", "E-mail")),
    "phone": (_WHOSE, QT_TRANSLATE_NOOP("EntryTargets", "Phone")),
    "name": (_WHOSE, QT_TRANSLATE_NOOP("EntryTargets", "Whole name")),
    "given": (_WHOSE, QT_TRANSLATE_NOOP("EntryTargets", "First name")),
    "family": (_WHOSE, QT_TRANSLATE_NOOP("EntryTargets", "Last name")),
    "id": (_WHOSE, QT_TRANSLATE_NOOP("EntryTargets", "ID of the contact")),
    "external": (_WHAT, QT_TRANSLATE_NOOP("EntryTargets", "Number of the order or ticket")),
    "date": (_WHAT, QT_TRANSLATE_NOOP("EntryTargets", "Date")),
    "subject": (_WHAT, QT_TRANSLATE_NOOP("EntryTargets", "Item, purpose or subject")),
    "quantity": (_WHAT, QT_TRANSLATE_NOOP("EntryTargets", "Quantity")),
    "amount": (_WHAT, QT_TRANSLATE_NOOP("EntryTargets", "Amount")),
    "currency": (_WHAT, QT_TRANSLATE_NOOP("EntryTargets", "Currency")),
    "score": (_WHAT, QT_TRANSLATE_NOOP("EntryTargets", "Score, 0 to 10")),
    "outcome": (_WHAT, QT_TRANSLATE_NOOP("EntryTargets", "Status or outcome")),
    "body": (_WHAT, QT_TRANSLATE_NOOP("EntryTargets", "Comment")),
    "kind": (_WHAT, QT_TRANSLATE_NOOP("EntryTargets", "Kind of entry")),
    "extra": (_OTHER, QT_TRANSLATE_NOOP("EntryTargets", "Keep with the entry")),
    "skip": (_OTHER, QT_TRANSLATE_NOOP("EntryTargets", "Leave out")),
}
"""By target: its group and its words."""


def rows_words(kind: str) -> str:
    """Rows of a kind of entry: "Purchases"; "" for a kind that somebody added."""
    return QCoreApplication.translate(_CONTEXT, _ROWS[kind]) if kind in _ROWS else ""


def target_words(target: str) -> str:
    """A target in words."""
    return QCoreApplication.translate(_CONTEXT, TARGETS[target][1])


def place_words(target: str) -> str:
    """The group that a target is offered in."""
    return QCoreApplication.translate(_CONTEXT, TARGETS[target][0])
