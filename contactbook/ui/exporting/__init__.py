"""Contacts out of the book: the form, the file, and how far it is."""

from __future__ import annotations
