"""Qt item models over store reads: ids and a small cache of rows, never SQL."""

from __future__ import annotations
