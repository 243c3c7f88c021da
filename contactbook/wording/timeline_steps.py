"""Steps about entries and follow-ups in words, for the undo menu and the history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from contactbook.domain.interactions import kind_of
from contactbook.wording import timeline_words
from contactbook.wording.speech import say, say_number

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLAIN = {
    "add_follow_up": "Follow-up added",
    "change_follow_up": "Follow-up changed",
    "detach": "File taken from an entry",
    "add_kind": "Kind of entry “{name}” added",
    "remove_kind": "Kind of entry “{name}” removed",
}
_COUNTED = {
    "delete_entries": ("entries", "1 entry deleted", "{n} entries deleted"),
    "mail": ("entries", "1 e-mail logged", "{n} e-mails logged"),
    "calendar": ("entries", "1 meeting logged", "{n} meetings logged"),
    "entries": ("entries", "1 entry imported", "{n} entries imported"),
    "mail_news": ("contacts", "1 contact updated from a signature", "{n} contacts updated from signatures"),
    "attach": ("files", "1 file attached", "{n} files attached"),
    "finish": ("follow_ups", "1 follow-up done", "{n} follow-ups done"),
    "reopen": ("follow_ups", "1 follow-up opened again", "{n} follow-ups opened again"),
    "snooze": ("follow_ups", "1 follow-up put off", "{n} follow-ups put off"),
    "reschedule": ("follow_ups", "1 follow-up moved to another day", "{n} follow-ups moved to another day"),
    "remove_follow_ups": ("follow_ups", "1 follow-up removed", "{n} follow-ups removed"),
    "set_rhythm": ("contacts", "Rhythm of 1 contact", "Rhythm of {n} contacts"),
}
ACTIONS = frozenset({*_PLAIN, *_COUNTED, "log", "edit_entry", "set_tag_rhythm"})


def label(action: str, data: Mapping[str, Any]) -> str:
    """A step as a short phrase; "" for a step of another topic."""
    if action in _PLAIN:
        return say(_PLAIN[action], name=str(data.get("name", "")))
    if action in _COUNTED:
        key, one, many = _COUNTED[action]
        amount = data.get(key)
        return say_number(amount if isinstance(amount, int) else 1, one, many)
    if action == "set_tag_rhythm":
        return say("Rhythm of tag “{tag}”", tag=str(data.get("tag", "")))
    if action in ("log", "edit_entry"):
        kind = str(data.get("label", "")) or timeline_words.kind(kind_of(str(data.get("kind", ""))))
        return say("{kind} logged", kind=kind) if action == "log" else say("{kind} changed", kind=kind)
    return ""
