"""Searches with terms, and the segments that they are saved as."""

from __future__ import annotations
