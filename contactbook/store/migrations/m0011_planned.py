"""Meetings that are planned are follow-ups, which know the calendar they come from."""

from __future__ import annotations

SQL = """
ALTER TABLE task ADD COLUMN external_id TEXT NOT NULL DEFAULT '';
ALTER TABLE task ADD COLUMN details TEXT NOT NULL DEFAULT '{}';
CREATE INDEX task_external ON task(external_id) WHERE external_id <> '';
"""
"""`details`: JSON, see `domain.follow_ups.FollowUp`."""
