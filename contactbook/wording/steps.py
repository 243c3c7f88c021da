"""Steps of the history in words: what the undo menu, the message bar and the history say."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any, cast

from contactbook.wording import timeline_steps
from contactbook.wording.edit_words import edit_label
from contactbook.wording.field_steps import FIELD_STEPS
from contactbook.wording.speech import joined, say, say_number
from contactbook.wording.step_words import ABOUT_CONTACTS, ABOUT_OTHERS

if TYPE_CHECKING:
    from collections.abc import Mapping

Data = dict[str, Any]

_FIELDS_SHOWN = 3

NAMED: dict[str, str] = {
    "rename_tag": "Tag “{tag}” renamed to “{name}”",
    "color_tag": "Colour of tag “{tag}”",
    "delete_tag": "Tag “{tag}” deleted",
    "merge_tags": "Tag “{tag}” made one with “{name}”",
    "setting": "Setting changed",
    "book_setting": "Setting “{label}” changed",
    "save_segment": "Segment “{name}” saved",
    "change_segment": "Segment “{name}” changed",
    "remove_segment": "Segment “{name}” removed",
    "save_mapping": "Mapping “{name}” kept",
    "forget_mapping": "Mapping “{name}” forgotten",
}
"""By action: what is said with the `name` of what it is about."""

ACTIONS = frozenset(
    {
        *ABOUT_CONTACTS,
        *ABOUT_OTHERS,
        *NAMED,
        *timeline_steps.ACTIONS,
        *FIELD_STEPS,
        "add",
        "edit",
        "undo",
        "redo",
    }
)
"""Every action that has words of its own."""


def label(action: str, data: Mapping[str, Any]) -> str:
    """A step as a short phrase, such as "Import of 1,284 contacts from book.vcf".

    Args:
        action: the name under which `store` recorded the step.
        data: what was recorded with it. For "undo" and "redo": `action` and `data` of the step that was taken
            back or brought again.
    """
    if action in ("undo", "redo"):
        return _again(action, data)
    if action == "add":
        name = str(data.get("name", ""))
        return say("New contact {name}", name=name) if name else say("New contact")
    if action == "edit":
        return _edit(data)
    if action == "import":
        return _import(data)
    if action in NAMED:
        named = {key: str(data.get(key, "")) for key in ("name", "tag", "label")}
        return say(NAMED["setting" if action == "book_setting" and not named["label"] else action], **named)
    if action in FIELD_STEPS:
        return say(FIELD_STEPS[action], **data)
    if action in ABOUT_CONTACTS or action in ABOUT_OTHERS:
        return _about(action, data)
    return timeline_steps.label(action, data) or say("Change ({action})", action=action)


def undo_label(action: str, data: Mapping[str, Any]) -> str:
    """The menu entry that takes a step back: "Undo: Import of 1,284 contacts from book.vcf"."""
    return say("Undo: {step}", step=label(action, data))


def redo_label(action: str, data: Mapping[str, Any]) -> str:
    """The menu entry that brings a step again; takes the undo to be taken back, or the step undone."""
    if action == "undo" and data.get("action"):
        return label("redo", data)
    return say("Redo: {step}", step=label(action, data))


def _again(action: str, data: Mapping[str, Any]) -> str:
    of = str(data.get("action", ""))
    if not of:
        return say("Undo") if action == "undo" else say("Redo")
    inner = data.get("data")
    rest = cast("Data", inner) if isinstance(inner, dict) else dict(data)
    if inner is None and of in ("undo", "redo"):
        rest.pop("action", None)
    return undo_label(of, rest) if action == "undo" else redo_label(of, rest)


def _about(action: str, data: Mapping[str, Any]) -> str:
    plain, one, many, counted = (
        (*ABOUT_CONTACTS[action], "contacts") if action in ABOUT_CONTACTS else ABOUT_OTHERS[action]
    )
    amount = data.get(counted)
    values = {key: value for key, value in data.items() if isinstance(value, str)}
    if isinstance(amount, int):
        return say_number(amount, one, many, **values)
    return say(plain, **values)


def _edit(data: Mapping[str, Any]) -> str:
    if told := edit_label(data):
        return told
    given = data.get("fields")
    fields = [str(name) for name in cast("list[object]", given)] if isinstance(given, list | tuple) else []
    if not fields:
        return say("Edit")
    shown = [_plain(name) for name in fields[:_FIELDS_SHOWN]]
    if len(fields) > _FIELDS_SHOWN:
        more = len(fields) - _FIELDS_SHOWN
        shown.append(say_number(more, "1 more field", "{n} more fields"))
    return say("Edit of {fields}", fields=joined(list(dict.fromkeys(shown))))


def _plain(field: str) -> str:
    """`email[2].label` as "email", `job_title` as "job title"."""
    return field.split("[")[0].split(".")[0].replace("_", " ").strip("+ ")


def _import(data: Mapping[str, Any]) -> str:
    """From the name of the first file, the number of files, and the counts of the report."""
    counts = [data[key] for key in ("created", "updated") if isinstance(data.get(key), int)]
    what = _about("import", {"contacts": sum(counts)} if counts else data)
    name = PurePath(str(data.get("name", ""))).name
    files = data.get("files", 1)
    further = files - 1 if isinstance(files, int) else 0
    if not name:
        return what
    if further < 1:
        return say("{what} from {file}", what=what, file=name)
    return say_number(
        further,
        "{what} from {file} and 1 more file",
        "{what} from {file} and {n} more files",
        what=what,
        file=name,
    )
