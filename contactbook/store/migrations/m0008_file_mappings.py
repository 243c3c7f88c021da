"""By which mapping the rows of a table were read, so that reading them by another one is noticed."""

from __future__ import annotations

SQL = """
ALTER TABLE import_file ADD COLUMN mapping TEXT NOT NULL DEFAULT '';
"""
