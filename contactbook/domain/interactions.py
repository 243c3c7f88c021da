"""What happens between people: the kinds of entries of a timeline, and what an entry says."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from contactbook.domain.folding import fold, tokens

CALL, EMAIL, MEETING, MESSAGE, LETTER, NOTE = "call", "email", "meeting", "message", "letter", "note"
PURCHASE, DONATION, EVENT, CASE, FEEDBACK, DONE = (
    "purchase", "donation", "event", "case", "feedback", "done",
)  # fmt: skip

GIVING = (PURCHASE, DONATION)
"""Kinds whose amounts are added up."""

IN, OUT = "in", "out"
DIRECTIONS = ("", IN, OUT)

REACHED, NO_ANSWER, LEFT_MESSAGE, POSITIVE, NEGATIVE, OPEN, SOLVED = (
    "reached", "no_answer", "left_message", "positive", "negative", "open", "solved",
)  # fmt: skip
OUTCOMES = (REACHED, NO_ANSWER, LEFT_MESSAGE, POSITIVE, NEGATIVE, OPEN, SOLVED)
"""Outcomes that the program has words for; any other text is one too."""

BEST_SCORE = 10
COLUMNS = "columns"
"""The detail of an entry that holds what stood in columns of its table that mean nothing to the program."""
CUSTOM = "own:"
"""How the keys of kinds begin that somebody added."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry; what it asks for beside the text. `label` is given for kinds that somebody added."""

    key: str
    icon: str
    label: str = ""
    directed: bool = False
    lasting: bool = False
    priced: bool = False
    counted: bool = False
    scored: bool = False
    outcomes: tuple[str, ...] = (POSITIVE, NEGATIVE)


KINDS = (
    Kind(CALL, "phone", directed=True, lasting=True, outcomes=(REACHED, NO_ANSWER, LEFT_MESSAGE)),
    Kind(EMAIL, "email", directed=True),
    Kind(MEETING, "relation", lasting=True),
    Kind(MESSAGE, "chat", directed=True),
    Kind(LETTER, "file", directed=True),
    Kind(NOTE, "note"),
    Kind(PURCHASE, "cart", priced=True, counted=True),
    Kind(DONATION, "heart", priced=True),
    Kind(EVENT, "calendar", lasting=True),
    Kind(CASE, "lifebuoy", directed=True, outcomes=(OPEN, SOLVED)),
    Kind(FEEDBACK, "chart", scored=True),
    Kind(DONE, "done"),
)
"""The kinds every book has, in the order in which they are offered."""

_BY_KEY = {kind.key: kind for kind in KINDS}


def kind_of(key: str, own: tuple[Kind, ...] = ()) -> Kind:
    """The kind of a key; one that is no longer there is shown like a note, under its own name."""
    found = _BY_KEY.get(key) or next((kind for kind in own if kind.key == key), None)
    return found or Kind(key, "note", key.removeprefix(CUSTOM).replace("_", " "))


def own_kind(label: str, icon: str) -> Kind:
    """A kind that somebody adds. Raises ValueError when the label has no letter in it."""
    words = tokens(label)
    if not words:
        raise ValueError(label)
    return Kind(CUSTOM + "_".join(words), icon, " ".join(label.split()), directed=True, lasting=True)


def find_kind(text: str, own: tuple[Kind, ...] = ()) -> Kind | None:
    """The kind that a person named by its key or label, in any spelling."""
    wanted = fold(text.strip())
    for kind in (*KINDS, *own):
        if wanted in (fold(kind.key), fold(kind.label), fold(kind.key.removeprefix(CUSTOM))):
            return kind
    return None


@dataclass(slots=True)
class Attachment:
    """A file kept with an entry; `size` in bytes. Its bytes are asked for only when it is opened.

    `original`: it is the message that the entry came from, as it was.
    """

    id: int = 0
    name: str = ""
    media_type: str = ""
    size: int = 0
    original: bool = False


@dataclass(slots=True)
class Interaction:
    """One entry.

    `occurred_at`: milliseconds since 1970 UTC; `duration`: seconds; `amount`: minor units of `currency`;
    `score`: 0..10; `details`: whatever else programs know of it, JSON; `contacts`: whom it was with.
    """

    id: int = 0
    kind: str = NOTE
    occurred_at: int = 0
    duration: int | None = None
    direction: str = ""
    subject: str = ""
    body: str = ""
    outcome: str = ""
    author: str = ""
    amount: int | None = None
    currency: str = ""
    quantity: float | None = None
    score: int | None = None
    external_id: str = ""
    details: dict[str, Any] = field(default_factory=dict[str, Any])
    contacts: list[int] = field(default_factory=list[int])
    attachments: list[Attachment] = field(default_factory=list[Attachment])
    created_at: int = 0
    updated_at: int = 0

    @property
    def files(self) -> list[Attachment]:
        """What somebody attached: everything but the message that the entry came from."""
        return [each for each in self.attachments if not each.original]

    @property
    def columns(self) -> dict[str, str]:
        """What stood beside it in the table that it came from, by heading."""
        return self.details.get(COLUMNS, {})

    @property
    def text(self) -> str:
        """Everything that was said, the subject first."""
        return "\n".join(part for part in (self.subject, self.body) if part)


@dataclass(frozen=True, slots=True)
class EntryFilter:
    """Which entries of a timeline are wanted: of some kinds, of one person of a company, a period, by words.

    Times in milliseconds since 1970 UTC, `until` exclusive.
    """

    kinds: tuple[str, ...] = ()
    contact_id: int = 0
    since: int | None = None
    until: int | None = None
    text: str = ""


ALL_ENTRIES = EntryFilter()


def split_text(text: str) -> tuple[str, str]:
    """What was typed as subject (the first line) and body (the rest)."""
    subject, _, body = text.strip().partition("\n")
    return subject.strip(), body.strip()


def trouble(entry: Interaction) -> str:
    """Why an entry cannot be kept as it is: the name of a field, "" when all is well."""
    if entry.score is not None and not 0 <= entry.score <= BEST_SCORE:
        return "score"
    if entry.duration is not None and entry.duration < 0:
        return "duration"
    if entry.direction not in DIRECTIONS:
        return "direction"
    if not entry.contacts:
        return "contacts"
    if not entry.text and entry.amount is None and entry.score is None and entry.kind == NOTE:
        return "text"
    return ""
