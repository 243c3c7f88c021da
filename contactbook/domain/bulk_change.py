"""What is to be changed in many contacts at once, and what they have in common."""

from __future__ import annotations

from dataclasses import dataclass, field

SET, ADD, REMOVE, REPLACE = "set", "add", "remove", "replace"

FIELD_PREFIX = "field."
TAG = "tag"
STARRED = "starred"
COLUMNS = (
    "organization", "department", "job_title", "role", "note", "prefix", "given", "middle", "family",
    "suffix", "nickname", "gender", "language",
)  # fmt: skip
"""Single texts of a contact that can be changed in many at once."""

NAME_PARTS = frozenset({"prefix", "given", "middle", "family", "suffix"})
"""Of these the full name is made anew."""


@dataclass(frozen=True, slots=True)
class BulkChange:
    """One change to all of them.

    Args:
        target: one of COLUMNS, "field." and the key of a custom field, TAG or STARRED.
        value: the new text; "" takes away what stands there. Of a tag its name; of STARRED "yes" or "no".
        how: SET replaces what stands there; ADD and REMOVE are for tags and repeated fields; REPLACE puts
            `value` wherever `find` stands within the text.
        find: what REPLACE looks for; upper and lower case count only with `exact`.
    """

    target: str
    value: str = ""
    how: str = SET
    find: str = ""
    exact: bool = False

    @property
    def key(self) -> str:
        """The key of the custom field, "" when it is none."""
        return self.target.removeprefix(FIELD_PREFIX) if self.target.startswith(FIELD_PREFIX) else ""


@dataclass(frozen=True, slots=True)
class CommonValue:
    """What some contacts say in one place: the text that all of them have, or that they differ."""

    text: str = ""
    different: bool = False
    filled: int = 0


@dataclass(frozen=True, slots=True)
class Sample:
    """What a change makes of one contact, for looking at it beforehand."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class BulkPreview:
    """How many contacts a bulk edit changes, how many stay as they are, and some of the changes."""

    changed: int
    unchanged: int
    samples: tuple[Sample, ...] = field(default_factory=tuple[Sample, ...])
