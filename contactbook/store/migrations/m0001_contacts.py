"""The contact and its parts, tags, custom fields, and where contacts came from.

Every journaled table has an integer id of `domain.ids` (link tables: the pair of ids), because the session
extension records changes by primary key. `origin` is the ordinal of the property in the contact's source
card (-1: none). Empty text means "not given"; NULL is left to times, links and numbers.
"""

from __future__ import annotations

CONTACT = """
CREATE TABLE contact (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    uid TEXT NOT NULL DEFAULT '',
    prefix TEXT NOT NULL DEFAULT '',
    given TEXT NOT NULL DEFAULT '',
    middle TEXT NOT NULL DEFAULT '',
    family TEXT NOT NULL DEFAULT '',
    suffix TEXT NOT NULL DEFAULT '',
    nickname TEXT NOT NULL DEFAULT '',
    phonetic_given TEXT NOT NULL DEFAULT '',
    phonetic_middle TEXT NOT NULL DEFAULT '',
    phonetic_family TEXT NOT NULL DEFAULT '',
    full_name TEXT NOT NULL DEFAULT '',
    file_as TEXT NOT NULL DEFAULT '',
    organization TEXT NOT NULL DEFAULT '',
    department TEXT NOT NULL DEFAULT '',
    job_title TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL DEFAULT '',
    gender TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    starred INTEGER NOT NULL DEFAULT 0,
    checked_at INTEGER,
    deleted_at INTEGER,
    created_at INTEGER NOT NULL DEFAULT 0,
    updated_at INTEGER NOT NULL DEFAULT 0,
    company_id INTEGER REFERENCES contact(id) ON DELETE SET NULL,
    parent_id INTEGER REFERENCES contact(id) ON DELETE SET NULL,
    rhythm_days INTEGER,
    owner TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX contact_uid ON contact(uid) WHERE uid <> '';
CREATE INDEX contact_company ON contact(company_id) WHERE company_id IS NOT NULL;
CREATE INDEX contact_parent ON contact(parent_id) WHERE parent_id IS NOT NULL;
"""
"""`company_id`: the company record behind `organization`. `parent_id`: parent company, or whom a person
reports to. `rhythm_days`: how often one wants to be in touch."""

PARTS = """
CREATE TABLE contact_point (
    id INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    label TEXT NOT NULL DEFAULT '',
    preferred INTEGER NOT NULL DEFAULT 0,
    service TEXT NOT NULL DEFAULT '',
    key TEXT NOT NULL DEFAULT '',
    origin INTEGER NOT NULL DEFAULT -1
) STRICT;
CREATE INDEX contact_point_contact ON contact_point(contact_id);
CREATE INDEX contact_point_key ON contact_point(key) WHERE key <> '';

CREATE TABLE address (
    id INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    po_box TEXT NOT NULL DEFAULT '',
    extended TEXT NOT NULL DEFAULT '',
    street TEXT NOT NULL DEFAULT '',
    locality TEXT NOT NULL DEFAULT '',
    region TEXT NOT NULL DEFAULT '',
    postal_code TEXT NOT NULL DEFAULT '',
    country TEXT NOT NULL DEFAULT '',
    country_code TEXT NOT NULL DEFAULT '',
    formatted TEXT NOT NULL DEFAULT '',
    label TEXT NOT NULL DEFAULT '',
    preferred INTEGER NOT NULL DEFAULT 0,
    origin INTEGER NOT NULL DEFAULT -1
) STRICT;
CREATE INDEX address_contact ON address(contact_id);

CREATE TABLE contact_date (
    id INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    value TEXT NOT NULL,
    label TEXT NOT NULL DEFAULT '',
    origin INTEGER NOT NULL DEFAULT -1
) STRICT;
CREATE INDEX contact_date_contact ON contact_date(contact_id);

CREATE TABLE relation (
    id INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text TEXT NOT NULL DEFAULT '',
    label TEXT NOT NULL DEFAULT '',
    uid TEXT NOT NULL DEFAULT '',
    origin INTEGER NOT NULL DEFAULT -1,
    related_id INTEGER REFERENCES contact(id) ON DELETE SET NULL
) STRICT;
CREATE INDEX relation_contact ON relation(contact_id);
CREATE INDEX relation_related ON relation(related_id) WHERE related_id IS NOT NULL;

CREATE TABLE affiliation (
    id INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    organization TEXT NOT NULL,
    department TEXT NOT NULL DEFAULT '',
    job_title TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL DEFAULT '',
    since TEXT NOT NULL DEFAULT '',
    until TEXT NOT NULL DEFAULT '',
    decision_maker INTEGER NOT NULL DEFAULT 0,
    origin INTEGER NOT NULL DEFAULT -1,
    company_id INTEGER REFERENCES contact(id) ON DELETE SET NULL
) STRICT;
CREATE INDEX affiliation_contact ON affiliation(contact_id);
CREATE INDEX affiliation_company ON affiliation(company_id) WHERE company_id IS NOT NULL;

CREATE TABLE photo (
    id INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    payload_id INTEGER NOT NULL,
    media_type TEXT NOT NULL DEFAULT '',
    url TEXT NOT NULL DEFAULT '',
    label TEXT NOT NULL DEFAULT '',
    origin INTEGER NOT NULL DEFAULT -1
) STRICT;
CREATE INDEX photo_contact ON photo(contact_id);

CREATE TABLE extra (
    id INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    params TEXT NOT NULL DEFAULT '',
    "group" TEXT NOT NULL DEFAULT '',
    origin INTEGER NOT NULL DEFAULT -1
) STRICT;
CREATE INDEX extra_contact ON extra(contact_id);
"""

TAGS_AND_FIELDS = """
CREATE TABLE tag (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE,
    color TEXT NOT NULL DEFAULT '',
    rhythm_days INTEGER,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE contact_tag (
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    tag_id INTEGER NOT NULL REFERENCES tag(id) ON DELETE CASCADE,
    position INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (contact_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_tag_tag ON contact_tag(tag_id, contact_id);

CREATE TABLE field (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    label TEXT NOT NULL,
    type TEXT NOT NULL,
    help TEXT NOT NULL DEFAULT '',
    settings TEXT NOT NULL DEFAULT '{}',
    position INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE field_value (
    id INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    field_id INTEGER NOT NULL REFERENCES field(id) ON DELETE CASCADE,
    value TEXT NOT NULL,
    number REAL,
    origin INTEGER NOT NULL DEFAULT -1
) STRICT;
CREATE INDEX field_value_contact ON field_value(contact_id);
CREATE INDEX field_value_field ON field_value(field_id);

CREATE TABLE form (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    applies_to TEXT NOT NULL DEFAULT '',
    layout TEXT NOT NULL DEFAULT '{}',
    position INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE segment (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    position INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""
"""`tag.key` is the folded name. `field.settings` (choices, default, limits ...) and `form.layout` are JSON;
`field_value.number` is the value of a number, money, date (days) or rating field, for sorting and
filtering."""

PAYLOAD = """
CREATE TABLE payload (
    id INTEGER PRIMARY KEY,
    data BLOB NOT NULL,
    unused_since INTEGER
) STRICT;
"""
"""Bytes of photos, original cards and attachments. Not journaled: a payload is added and never changed, and
stays while the history can still bring back a row that names it, so that undo need not carry pictures
about."""

SOURCES = """
CREATE TABLE import_run (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    report TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE TABLE import_file (
    id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES import_run(id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    format TEXT NOT NULL DEFAULT '',
    program TEXT NOT NULL DEFAULT '',
    encoding TEXT NOT NULL DEFAULT '',
    delimiter TEXT NOT NULL DEFAULT '',
    size INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX import_file_run ON import_file(run_id);

CREATE TABLE source_card (
    id INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    file_id INTEGER NOT NULL REFERENCES import_file(id),
    line INTEGER NOT NULL,
    format TEXT NOT NULL DEFAULT '',
    uid TEXT NOT NULL DEFAULT '',
    hash BLOB NOT NULL,
    payload_id INTEGER NOT NULL
) STRICT;
CREATE INDEX source_card_contact ON source_card(contact_id);
CREATE INDEX source_card_file ON source_card(file_id, contact_id);
CREATE INDEX source_card_hash ON source_card(hash);
CREATE INDEX source_card_uid ON source_card(uid) WHERE uid <> '';

CREATE TABLE import_mapping (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    mapping TEXT NOT NULL,
    used_at INTEGER NOT NULL
) STRICT;
CREATE INDEX import_mapping_fingerprint ON import_mapping(fingerprint);

CREATE TABLE pair_decision (
    a_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    b_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    decision TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (a_id, b_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX pair_decision_b ON pair_decision(b_id);
"""
"""`source_card.hash`: 16 bytes of BLAKE2b over the bytes of the card; `payload_id`: those bytes, packed (see
`raw_cards`); `uid`: the card's UID where it is not the contact's own (the card came with a contact that was
merged into this one)."""

SQL = PAYLOAD + CONTACT + PARTS + TAGS_AND_FIELDS + SOURCES
