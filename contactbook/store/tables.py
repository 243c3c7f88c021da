"""Which tables the journal records, and which column of a row names the contact that the row belongs to."""

from __future__ import annotations

OWNERS: dict[str, tuple[int, ...]] = {
    "contact": (0,),
    "contact_point": (1,),
    "address": (1,),
    "contact_date": (1,),
    "relation": (1,),
    "affiliation": (1,),
    "photo": (1,),
    "extra": (1,),
    "tag": (),
    "contact_tag": (0,),
    "field": (),
    "field_value": (1,),
    "form": (),
    "segment": (),
    "setting": (),
    "import_run": (),
    "import_file": (),
    "source_card": (1,),
    "import_mapping": (),
    "pair_decision": (0, 1),
    "interaction": (),
    "interaction_contact": (1,),
    "task": (),
    "task_contact": (1,),
    "attachment": (1,),
}
"""Every journaled table; for each the ordinals (0-based) of the columns that name contacts."""

JOURNALED = tuple(OWNERS)

NOT_JOURNALED = (
    "payload", "history", "history_part", "history_contact", "draft", "contact_row", "search_row",
    "search_part",
    "field_row", "interaction_text", "interaction_stale", "timeline_row",
)  # fmt: skip
"""Bytes that never change, the journal itself, drafts, and what is derived."""

TAG_TABLES = frozenset({"tag", "contact_tag"})
TIMELINE_TABLES = frozenset({"interaction", "interaction_contact", "task", "task_contact", "attachment"})
BESIDE_TIMELINE = TIMELINE_TABLES | {"import_run", "import_file"}
"""A step that writes to no other tables leaves all of a contact's derived rows but those of its timeline."""
LINKED = {
    "interaction": (0, "interaction_contact", "interaction_id"),
    "attachment": (2, "interaction_contact", "interaction_id"),
    "task": (0, "task_contact", "task_id"),
}
"""Tables whose rows belong to the contacts that another table names: the ordinal of the id that is named
there, that table, and its column."""
FIELD_TABLES = frozenset({"field", "form"})
