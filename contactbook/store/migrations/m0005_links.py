"""Finding what is named but not linked yet when the one it names arrives."""

from __future__ import annotations

SQL = """
CREATE INDEX relation_text ON relation(text COLLATE NOCASE) WHERE related_id IS NULL AND text <> '';
CREATE INDEX relation_uid ON relation(uid) WHERE related_id IS NULL AND uid <> '';
CREATE INDEX affiliation_organization ON affiliation(organization COLLATE NOCASE) WHERE company_id IS NULL;
"""
