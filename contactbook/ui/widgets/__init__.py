"""The small parts that every screen is made of: theme, icons, avatars, chips, fields."""

from __future__ import annotations
