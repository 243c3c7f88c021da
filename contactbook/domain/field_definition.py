"""What a custom field is: its type, what may stand in it, and for whom it is shown."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

from contactbook.domain import fields as types
from contactbook.domain.contact import COMPANY, PERSON
from contactbook.domain.folding import fold
from contactbook.domain.json_shape import Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

EVERYONE = ""
TAG_PREFIX = "tag:"
"""`shown_for`: EVERYONE, PERSON, COMPANY, or this and the name of a tag."""

COLORS = ("gray", "red", "orange", "yellow", "green", "teal", "blue", "purple", "pink")
"""Names of the colours that a choice may have."""

STARS = 5
"""Highest rating where the field sets no other."""

_TEXTS = ("default", "minimum", "maximum", "currency", "shown_for")
_FLAGS = ("required", "repeated", "unique")


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values that a choice field offers."""

    label: str
    color: str = ""


@dataclass(frozen=True, slots=True)
class FieldSettings:
    """What a field asks of its values; texts are plain values of the field's type, "" for none.

    `minimum` and `maximum` limit numbers, amounts, dates and ratings, and the length of texts. `unique` marks
    a value that tells contacts apart (a customer number), by which imports may match. `rest` holds what a
    newer program wrote, so that it is not lost.
    """

    default: str = ""
    required: bool = False
    minimum: str = ""
    maximum: str = ""
    currency: str = ""
    choices: tuple[Choice, ...] = ()
    repeated: bool = False
    unique: bool = False
    shown_for: str = EVERYONE
    rest: Mapping[str, Any] = field(default_factory=dict[str, Any])

    def to_json(self) -> dict[str, Any]:
        """The settings that say something, as values that `json.dumps` takes."""
        said: dict[str, Any] = dict(self.rest)
        for name in (*_TEXTS, *_FLAGS):
            if value := getattr(self, name):
                said[name] = value
        if self.choices:
            said["choices"] = [
                {"label": choice.label, "color": choice.color} if choice.color else {"label": choice.label}
                for choice in self.choices
            ]
        return said

    @classmethod
    def from_json(cls, shape: Shape) -> FieldSettings:
        """The way back from `to_json`. Raises Problem "json.wrong_shape"."""
        known = {name.name for name in fields(cls)}
        return cls(
            shape.text("default"),
            shape.flag("required"),
            shape.text("minimum"),
            shape.text("maximum"),
            shape.text("currency"),
            repeated=shape.flag("repeated"),
            unique=shape.flag("unique"),
            shown_for=shape.text("shown_for"),
            choices=tuple(Choice(item.text("label"), item.text("color")) for item in shape.items("choices")),
            rest={key: value for key, value in shape.data.items() if key not in known},
        )

    @classmethod
    def from_text(cls, text: str) -> FieldSettings:
        """The settings as they are stored: JSON."""
        return cls.from_json(Shape.of(json.loads(text or "{}"), "settings"))

    def to_text(self) -> str:
        """The settings as they are stored."""
        return json.dumps(self.to_json(), ensure_ascii=False, sort_keys=True)


@dataclass(frozen=True, slots=True)
class FieldDefinition:
    """A custom field. `id` is 0 before it is stored; `key` is its stable name, `label` what people read."""

    label: str
    type: str = types.TEXT
    key: str = ""
    help: str = ""
    settings: FieldSettings = FieldSettings()
    id: int = 0
    position: int = 0

    def named(self) -> FieldDefinition:
        """The same with a key, made from the label where there is none."""
        return self if self.key else replace(self, key=types.key_of(self.label))

    @property
    def is_repeated(self) -> bool:
        """Whether a contact may have several values."""
        return self.settings.repeated or self.type == types.CHOICES

    @property
    def stars(self) -> int:
        """The highest rating."""
        return int(self.settings.maximum) if self.settings.maximum.isdigit() else STARS

    def choice_at(self, text: str) -> int:
        """The place of the choice that a text means, however it is spelt; -1 for none."""
        wanted = fold(text.strip())
        folded = (fold(choice.label) for choice in self.settings.choices)
        return next((place for place, label in enumerate(folded) if label == wanted), -1)


def applies(shown_for: str, kind: str, tags: Iterable[str]) -> bool:
    """Whether something shown for these contacts is shown for one of this kind with these tags."""
    if shown_for in (PERSON, COMPANY):
        return kind == shown_for
    if shown_for.startswith(TAG_PREFIX):
        wanted = fold(shown_for[len(TAG_PREFIX) :])
        return any(fold(tag) == wanted for tag in tags)
    return True
