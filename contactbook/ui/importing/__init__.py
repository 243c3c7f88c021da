"""Files into the book: choosing or dropping them, progress, and the report."""

from __future__ import annotations
