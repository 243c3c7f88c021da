"""Changes of single fields in words: "Phone (work): +48 1 → +48 2"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.wording.speech import say

if TYPE_CHECKING:
    from typing import Protocol

    class FieldChange(Protocol):
        """What `store.step_details` tells of one thing that a step changed."""

        @property
        def field(self) -> str: ...  # noqa: D102
        @property
        def label(self) -> str: ...  # noqa: D102
        @property
        def before(self) -> str: ...  # noqa: D102
        @property
        def after(self) -> str: ...  # noqa: D102


WORDS = {
    "kind": "Kind", "prefix": "Title before the name", "given": "Given name", "middle": "Middle name",
    "family": "Family name", "suffix": "Suffix", "nickname": "Nickname",
    "phonetic_given": "Given name as spoken",
    "phonetic_middle": "Middle name as spoken", "phonetic_family": "Family name as spoken",
    "full_name": "Full name", "file_as": "Filed as", "organization": "Company", "department": "Department",
    "job_title": "Job title", "role": "Role", "gender": "Gender", "language": "Language", "note": "Note",
    "starred": "Star", "checked_at": "Checked", "deleted_at": "In the trash", "company_id": "Linked company",
    "parent_id": "Reports to", "rhythm_days": "Days between contacts", "owner": "Owner", "uid": "UID",
    "phone": "Phone", "email": "E-mail", "url": "Web address", "chat": "Chat", "social": "Profile",
    "address": "Address", "date": "Date", "relation": "Relation", "affiliation": "Also at",
    "decision_maker": "Decision maker", "photo": "Photo",
    "extra": "Kept as it came", "field": "Field", "tag": "Tag", "preferred": "Preferred", "part": "Entry",
    "form": "Form", "segment": "Segment", "setting": "Setting", "interaction": "Timeline",
    "task": "Follow-up",
    "attachment": "Attachment", "import_run": "Import", "import_mapping": "Mapping",
}  # fmt: skip
"""By `field`: what it is called."""

_YES_NO = frozenset({"starred", "checked_at", "deleted_at", "decision_maker"})
_LONGEST = 300


def name(change: FieldChange) -> str:
    """What was changed: "Phone (work)"; a custom field by its own name."""
    if change.field == "field" and change.label:
        return change.label
    word = say(WORDS.get(change.field, change.field))
    return f"{word} ({change.label})" if change.label else word


def values(change: FieldChange) -> str:
    """From what to what: "+48 1 → +48 2", "+48 2 added", "+48 1 removed"."""
    if change.field in _YES_NO:
        return say("yes") if change.after else say("no")
    before, after = _short(change.before), _short(change.after)
    if not before:
        return say("{value} added", value=after)
    if not after:
        return say("{value} removed", value=before)
    return f"{before} → {after}"


def phrase(change: FieldChange) -> str:
    """All of it in one line."""
    return f"{name(change)}: {values(change)}"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
