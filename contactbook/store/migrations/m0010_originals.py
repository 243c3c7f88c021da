"""An entry keeps the e-mail that it came from as it was."""

from __future__ import annotations

SQL = """
ALTER TABLE attachment ADD COLUMN original_size INTEGER;
"""
"""`original_size`: bytes, before packing, of the message that an entry came from; NULL for files."""
