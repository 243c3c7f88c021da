"""The journal: undo stack, change log of contacts and audit log in one; and drafts. Not journaled."""

from __future__ import annotations

SQL = """
CREATE TABLE history (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    device TEXT NOT NULL,
    author TEXT NOT NULL,
    action TEXT NOT NULL,
    data TEXT NOT NULL,
    tables TEXT NOT NULL,
    contacts INTEGER NOT NULL,
    undoes INTEGER NOT NULL DEFAULT 0,
    undone_by INTEGER NOT NULL DEFAULT 0,
    basis INTEGER NOT NULL,
    inverted INTEGER NOT NULL DEFAULT 0,
    size INTEGER NOT NULL,
    changeset_hash BLOB NOT NULL,
    hash BLOB NOT NULL
) STRICT;
CREATE INDEX history_undoes ON history(undoes);

CREATE TABLE history_part (
    id INTEGER PRIMARY KEY,
    history_id INTEGER NOT NULL REFERENCES history(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    data BLOB NOT NULL
) STRICT;
CREATE INDEX history_part_history ON history_part(history_id);

CREATE TABLE history_contact (
    contact_id INTEGER NOT NULL,
    history_id INTEGER NOT NULL REFERENCES history(id) ON DELETE CASCADE,
    PRIMARY KEY (contact_id, history_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX history_contact_history ON history_contact(history_id);

CREATE TABLE draft (
    key TEXT NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    data TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""
"""`history.basis` is the step whose changeset (in `history_part`, compressed, in order of id) describes this
step, `inverted` whether backwards: an undo that met no conflict needs no changeset of its own."""
