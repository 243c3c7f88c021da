"""Steps for people's eyes: kinds to filter by, what a step changed as sections, who did it and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from contactbook.ui.contacts.contact_sections import Line, Section
from contactbook.ui.contacts.link_sections import SCHEME
from contactbook.ui.widgets import spoken_dates
from contactbook.wording import field_changes, steps
from contactbook.wording.speech import say_number

if TYPE_CHECKING:
    from contactbook.actions.undoing import HistoryRow, StepDetails

_KINDS = (
    ("Every step", ()),
    ("New and edited", ("add", "edit", "save", "bulk_edit", "star", "unstar", "update_people")),
    ("Imports", ("import",)),
    ("Trash", ("trash", "restore", "empty_trash", "erase")),
    ("Tags", ("tag", "untag", "rename_tag", "color_tag", "delete_tag", "merge_tags")),
    ("Companies and merges", ("merge", "make_companies", "unite_names", "set_parent", "unset_parent")),
    ("Undone and done again", ("undo", "redo")),
)


def kinds() -> list[tuple[str, tuple[str, ...]]]:
    """What steps can be filtered by: words, and the actions behind them (none: all)."""
    return [(_say(words), actions) for words, actions in _KINDS]


def actions_that_say(text: str) -> tuple[str, ...]:
    """The actions whose words a text fits."""
    wanted = text.strip().casefold()
    return tuple(
        action for action in sorted(steps.ACTIONS) if wanted and wanted in steps.label(action, {}).casefold()
    )


def sections(found: StepDetails, *, heads: bool = True) -> list[Section]:
    """What a step changed, contact by contact; without `heads` the contacts are not named."""
    made: dict[int, Section] = {}
    for change in found.changes:
        section = made.get(change.contact_id)
        if section is None:
            name = found.names.get(change.contact_id, "")
            title = (name or _say("(no name)")) if change.contact_id else _say("In the book")
            section = made[change.contact_id] = Section(str(change.contact_id), title if heads else "", [])
            if heads and name:
                link = f"{SCHEME}{change.contact_id}"
                section.lines.append(Line("", _say("Show the contact"), link=link, copied=name))
        values = field_changes.values(change)
        section.lines.append(Line(field_changes.name(change), values, copied=change.after or change.before))
    return list(made.values())


def summary(row: HistoryRow) -> str:
    """What can be told of a step of which no field is listed."""
    if not row.kept:
        return _say("What it changed is no longer kept; only its name is.")
    touched = say_number(row.contacts, "1 contact", "{n} contacts")
    return _say("%1 were touched: too many to list what changed in each.").replace("%1", touched)


def told_by(row: HistoryRow) -> str:
    """When, by whom, on which computer, and whether it stands."""
    words = [spoken_dates.exact(row.at)]
    words += [one for one in (row.by, row.device) if one]
    if row.undone:
        words.append(_say("taken back since"))
    return " · ".join(words)


def _say(text: str) -> str:
    return QCoreApplication.translate("history", text)
