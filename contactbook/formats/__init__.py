"""Bytes to domain and back, streaming: vCard, tables, LDIF, JSON; detection; the report of what was read."""

from __future__ import annotations
