"""Everything that can be read from a book, under one name; the files beside it hold it topic by topic."""

from __future__ import annotations

from contactbook.store.contact_queries import SourceCard, find, load, load_many, picture_bytes, source_cards
from contactbook.store.field_queries import (
    distinct_values,
    field,
    fields,
    filled,
    linked_name,
    sections,
    usage,
)
from contactbook.store.history_queries import HistoryRow, history, redo_target, step, touched, undo_target
from contactbook.store.list_queries import (
    FIELD_SORT,
    SORTS,
    Counts,
    ImportCount,
    ListRow,
    TagCount,
    View,
    counts,
    ids_of,
    import_counts,
    in_order,
    members,
    rows,
    tag_counts,
)
from contactbook.store.lookalikes import Lookalike, lookalikes
from contactbook.store.name_styles import name_style
from contactbook.store.search import all_matches, first_matches
from contactbook.store.view_search import search

__all__ = [
    "FIELD_SORT",
    "SORTS",
    "Counts",
    "HistoryRow",
    "ImportCount",
    "ListRow",
    "Lookalike",
    "SourceCard",
    "TagCount",
    "View",
    "all_matches",
    "counts",
    "distinct_values",
    "field",
    "fields",
    "filled",
    "find",
    "first_matches",
    "history",
    "ids_of",
    "import_counts",
    "in_order",
    "linked_name",
    "load",
    "load_many",
    "lookalikes",
    "members",
    "name_style",
    "picture_bytes",
    "redo_target",
    "rows",
    "search",
    "sections",
    "source_cards",
    "step",
    "tag_counts",
    "touched",
    "undo_target",
    "usage",
]
