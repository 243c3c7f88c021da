"""The three sentences of a problem: what happened, why, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING

from contactbook.wording.problem_words_book import BOOK_PROBLEMS
from contactbook.wording.problem_words_export import EXPORT_PROBLEMS
from contactbook.wording.problem_words_fields import FIELD_PROBLEMS
from contactbook.wording.problem_words_query import QUERY_PROBLEMS
from contactbook.wording.problem_words_timeline import TIMELINE_PROBLEMS
from contactbook.wording.problem_words_work import WORK_PROBLEMS
from contactbook.wording.speech import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contactbook.domain.problems import Problem

SENTENCES: dict[str, tuple[str, str, str]] = (
    BOOK_PROBLEMS | WORK_PROBLEMS | QUERY_PROBLEMS | EXPORT_PROBLEMS | FIELD_PROBLEMS | TIMELINE_PROBLEMS
)
"""By code, or by code and variant ("vault.in_use#elsewhere"): what, why, remedy."""

_UNKNOWN = ("That did not work.", "The reason is “{code}”.", "Try it again.")
_LISTED = 12


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a person reads about a problem; `why` may be empty where nothing is known beyond `what`."""

    what: str
    why: str
    remedy: str

    def __str__(self) -> str:
        return " ".join(part for part in (self.what, self.why, self.remedy) if part)


def sentence(problem: Problem) -> Sentence:
    """The three sentences of a problem, in the person's language."""
    values = _values(problem)
    for key in (problem.code + _variant(problem), problem.code):
        if key in SENTENCES:
            return Sentence(*(_ended(say(text, **values).rstrip()) for text in SENTENCES[key]))
    return Sentence(*(say(text, **values) for text in _UNKNOWN))


def _ended(text: str) -> str:
    """A sentence that ends in words of the system has no full stop of its own."""
    return f"{text}." if text[-1:].isalnum() else text


def _variant(problem: Problem) -> str:
    """Which of several wordings of a code fits the data."""
    data = problem.data
    match problem.code:
        case "vault.in_use":
            if not data.get("here", True):
                return "#elsewhere"
            return "" if data.get("since") else "#unknown"
        case "vault.wrong_password":
            return "#key_file" if data.get("key_file") else ""
        case "vault.not_a_book":
            return f"#{data.get('kind', '')}"
        case "vault.damaged":
            return f"#{data.get('part', '')}"
        case "vault.recovery_code_length" | "vault.recovery_code_typo":
            return "#group" if data.get("group") else ""
        case "edit.value_not_understood" | "import.option_unknown":
            return "#choices" if data.get("choices") else ""
        case _:
            return ""


def _values(problem: Problem) -> dict[str, object]:
    """The data of a problem as it is said: file names without their folders, moments in local time."""
    data = problem.data
    values: dict[str, object] = {"code": problem.code, "file": _file(data), **data}
    folder = data.get("folder") or _parent(data.get("path"))
    values["folder"] = str(folder)
    if "user" in data:
        values["user"] = data["user"] or say("Somebody")
    choices = data.get("choices")
    if isinstance(choices, list | tuple | set | frozenset):
        values["choices"] = _listed([str(choice) for choice in choices])  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    since = data.get("since")
    if isinstance(since, int):
        values["since"] = moment(since)
    for name in ("pid", "at", "line", "id", "contact", "step", "tag"):
        if name in values:
            values[name] = str(values[name])
    return values


def _file(data: Mapping[str, object]) -> str:
    for name in ("path", "file", "name"):
        if value := data.get(name):
            return PurePath(str(value)).name or str(value)
    return say("the file")


def _parent(path: object) -> str:
    return str(PurePath(str(path)).parent) if path else ""


def _listed(choices: list[str]) -> str:
    shown = ", ".join(choices[:_LISTED])
    return shown if len(choices) <= _LISTED else shown + ", …"


def moment(milliseconds: int) -> str:
    """A moment (milliseconds since 1970, UTC) as local date and time."""
    try:
        return datetime.fromtimestamp(milliseconds / 1000).astimezone().strftime("%Y-%m-%d %H:%M")
    except (OverflowError, OSError, ValueError):
        return ""
