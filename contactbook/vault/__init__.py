"""The encrypted file: deriving the key, creating, opening, changing the password, key file, recovery code."""

from __future__ import annotations
