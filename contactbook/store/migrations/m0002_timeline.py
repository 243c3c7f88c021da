"""What was said, bought and planned: interactions, follow-ups, attachments."""

from __future__ import annotations

SQL = """
CREATE TABLE interaction (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    occurred_at INTEGER NOT NULL,
    duration INTEGER,
    direction TEXT NOT NULL DEFAULT '',
    subject TEXT NOT NULL DEFAULT '',
    body TEXT NOT NULL DEFAULT '',
    outcome TEXT NOT NULL DEFAULT '',
    author TEXT NOT NULL DEFAULT '',
    amount INTEGER,
    currency TEXT NOT NULL DEFAULT '',
    quantity REAL,
    score INTEGER,
    external_id TEXT NOT NULL DEFAULT '',
    details TEXT NOT NULL DEFAULT '{}',
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX interaction_time ON interaction(occurred_at);
CREATE INDEX interaction_external ON interaction(external_id) WHERE external_id <> '';

CREATE TABLE interaction_contact (
    interaction_id INTEGER NOT NULL REFERENCES interaction(id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    role TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (interaction_id, contact_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX interaction_contact_contact ON interaction_contact(contact_id, interaction_id);

CREATE TABLE task (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    due TEXT NOT NULL DEFAULT '',
    due_at INTEGER,
    remind_at INTEGER,
    repeat TEXT NOT NULL DEFAULT '',
    priority INTEGER NOT NULL DEFAULT 0,
    assignee TEXT NOT NULL DEFAULT '',
    interaction_id INTEGER REFERENCES interaction(id) ON DELETE SET NULL,
    done_at INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX task_open ON task(due_at) WHERE done_at IS NULL;
CREATE INDEX task_interaction ON task(interaction_id) WHERE interaction_id IS NOT NULL;

CREATE TABLE task_contact (
    task_id INTEGER NOT NULL REFERENCES task(id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    PRIMARY KEY (task_id, contact_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX task_contact_contact ON task_contact(contact_id, task_id);

CREATE TABLE attachment (
    id INTEGER PRIMARY KEY,
    contact_id INTEGER REFERENCES contact(id) ON DELETE CASCADE,
    interaction_id INTEGER REFERENCES interaction(id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL DEFAULT '',
    payload_id INTEGER NOT NULL,
    hash BLOB NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX attachment_contact ON attachment(contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX attachment_interaction ON attachment(interaction_id) WHERE interaction_id IS NOT NULL;
"""
"""Amounts are in the smallest unit of the currency; `due` is a partial date for follow-ups without a time of
day; `repeat` an RFC 5545 rule; durations are in seconds."""
