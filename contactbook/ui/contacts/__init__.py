"""The contact list and the pane beside it."""

from __future__ import annotations
