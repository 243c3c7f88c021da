"""Tables and rows inside the open file: migrations, journal, derived rows, queries."""

from __future__ import annotations
