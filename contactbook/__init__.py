"""Contactbook: an address book in one encrypted file that loses nothing and can undo everything."""

from __future__ import annotations

__version__ = "0.1.0"
