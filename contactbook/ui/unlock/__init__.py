"""The front door: welcome, creating a book, unlocking one, the recovery sheet."""

from __future__ import annotations
