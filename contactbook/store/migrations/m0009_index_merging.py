"""The search indexes are merged in the background (`store.index_merging`), no longer by a person's step."""

from __future__ import annotations

SQL = "".join(
    f"INSERT INTO {table} ({table}, rank) VALUES ('automerge', 0);\n"
    f"INSERT INTO {table} ({table}, rank) VALUES ('crisismerge', 64);\n"
    for table in ("search_row", "search_part", "interaction_text")
)
"""Sixty-four pieces are merged on the spot after all: more of them would make a search slow."""
