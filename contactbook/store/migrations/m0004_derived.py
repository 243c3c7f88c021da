"""What lists and searches read. Computed from the other tables (see `derived`), never edited, not journaled.

The `..._key` columns are what lists are ordered by; NULL (nothing to order by) stands last in both
directions. The indexes cover whole lists of ids, so that sorting 100,000 contacts reads the index alone.
"""

from __future__ import annotations

ROWS = """
CREATE TABLE contact_row (
    id INTEGER PRIMARY KEY,
    company INTEGER NOT NULL,
    starred INTEGER NOT NULL,
    has_photo INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    name_key TEXT,
    organization_key TEXT,
    job_title_key TEXT,
    email_key TEXT,
    phone_key TEXT,
    locality_key TEXT,
    country_key TEXT,
    birthday_key TEXT,
    display_name TEXT NOT NULL,
    organization TEXT NOT NULL,
    job_title TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    locality TEXT NOT NULL,
    country TEXT NOT NULL,
    tags TEXT NOT NULL,
    birthday TEXT NOT NULL,
    search_hash INTEGER NOT NULL
) STRICT;
"""

_NAME = "substr(name_key, 1, 10)"
"""Orders the contacts of one organization, place ...: enough of the name, and little enough to be small."""

INDEXES = f"""
CREATE INDEX contact_row_kind ON contact_row(company, starred) WHERE deleted_at IS NULL;
CREATE INDEX contact_row_deleted ON contact_row(deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX contact_row_name ON contact_row(name_key, company, starred) WHERE deleted_at IS NULL;
CREATE INDEX contact_row_organization ON contact_row(organization_key, {_NAME}, company, starred)
    WHERE deleted_at IS NULL;
CREATE INDEX contact_row_job_title ON contact_row(job_title_key, {_NAME}, company, starred)
    WHERE deleted_at IS NULL;
CREATE INDEX contact_row_email ON contact_row(email_key, {_NAME}, company, starred)
    WHERE deleted_at IS NULL;
CREATE INDEX contact_row_phone ON contact_row(phone_key, {_NAME}, company, starred)
    WHERE deleted_at IS NULL;
CREATE INDEX contact_row_locality ON contact_row(locality_key, {_NAME}, company, starred)
    WHERE deleted_at IS NULL;
CREATE INDEX contact_row_country ON contact_row(country_key, {_NAME}, company, starred)
    WHERE deleted_at IS NULL;
CREATE INDEX contact_row_birthday ON contact_row(birthday_key, {_NAME}, company, starred)
    WHERE deleted_at IS NULL;
CREATE INDEX contact_row_created_at ON contact_row(created_at) WHERE deleted_at IS NULL;
CREATE INDEX contact_row_updated_at ON contact_row(updated_at) WHERE deleted_at IS NULL;
"""

SEARCH = """
CREATE VIRTUAL TABLE search_row USING fts5(
    names, organization, contact, places, tags, fields, notes,
    content='', contentless_delete=1, detail=column, prefix='1 2', tokenize='ascii'
);
CREATE VIRTUAL TABLE search_part USING fts5(
    email, digits,
    content='', contentless_delete=1, tokenize='trigram case_sensitive 1'
);
CREATE VIRTUAL TABLE interaction_text USING fts5(
    subject, body,
    content='', contentless_delete=1, detail=column, prefix='1 2', tokenize='ascii'
);
"""
"""Text comes folded and cut into words separated by spaces; the tokenizer `ascii` splits at nothing else, so
words of every script stay as `folding.tokens` made them."""

_BUFFERS = "".join(
    f"INSERT INTO {table} ({table}, rank) VALUES ('hashsize', 16777216);\n"
    for table in ("search_row", "search_part", "interaction_text")
)
"""Bytes that FTS5 gathers before it writes; its own 1 MiB makes large imports merge all the time."""

SQL = ROWS + INDEXES + SEARCH + _BUFFERS
