"""How a text is said: translated, with its numbers grouped and its plurals right."""

from __future__ import annotations

from typing import ClassVar, Protocol

CONTEXT = "wording"
"""The translation context of every text of this room."""


class Translate(Protocol):
    """Finds the translation of an English text; gives the text itself back where there is none.

    `number` chooses between plural forms where it is not negative, as in `QCoreApplication.translate`.
    """

    def __call__(self, context: str, text: str, number: int = -1, /) -> str:
        """The translation."""
        ...


class Mirrored(Protocol):
    """Whether the windows run from right to left."""

    def __call__(self) -> bool:
        """At present."""
        ...


def _as_it_is(context: str, text: str, number: int = -1, /) -> str:
    return text


class _Speech:
    """What the program speaks at present."""

    translate: ClassVar[Translate] = staticmethod(_as_it_is)
    mirrored: ClassVar[Mirrored] = staticmethod(bool)


def set_translator(translate: Translate | None, mirrored: Mirrored = bool) -> None:
    """Let the app say how texts are translated; None goes back to English.

    `mirrored`: whether the windows run from right to left at present. English that begins with a figure, for
    want of a translation, is marked there, or the figure would be shown at its end (UAX 9).
    """
    _Speech.translate = translate or _as_it_is
    _Speech.mirrored = mirrored


def say(text: str, /, **values: object) -> str:
    """A text in the person's language, with `{name}` replaced by values. Whole numbers are grouped."""
    said = _Speech.translate(CONTEXT, text)
    return _marked(_filled(said, values), translated=said != text)


def say_number(amount: int, one: str, many: str, /, **values: object) -> str:
    """A text about a number of things: `one` or `many` in English, the plural forms of other languages.

    Args:
        amount: how many; `{n}` in the text.
        one: the English text for exactly one.
        many: the English text otherwise; the key of the translation.
        values: for further `{name}`s.
    """
    text = _Speech.translate(CONTEXT, many, amount)
    translated = text != many
    if not translated and amount == 1:
        text = one
    return _marked(_filled(text, {"n": amount, **values}), translated=translated)


def joined(parts: list[str]) -> str:
    """Parts of a sentence as a list: "a", "a and b", "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return say("{parts} and {last}", parts=", ".join(parts[:-1]), last=parts[-1])


def number(amount: int) -> str:
    """1284 as "1,284"."""
    return f"{amount:,}"


def _marked(text: str, *, translated: bool) -> str:
    begins_with_figure = text[:1].isdigit() or text[:1] in _NEUTRAL
    return f"{_LEFT_TO_RIGHT}{text}" if not translated and begins_with_figure and _Speech.mirrored() else text


_LEFT_TO_RIGHT = "\u200e"
_NEUTRAL = frozenset("“\"'(…+-")


class _Values(dict[str, object]):
    """Values by name; a missing one leaves a gap: a text about an error must not be a second one."""

    def __missing__(self, key: str) -> str:
        return ""


def _filled(text: str, values: dict[str, object]) -> str:
    told = {key: number(value) if type(value) is int else str(value) for key, value in values.items()}
    return text.format_map(_Values(told))
