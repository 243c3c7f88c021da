"""Has memory that is no longer needed given back to the system."""

from __future__ import annotations

import ctypes
import sys

_MMAP_THRESHOLD, _ARENA_MAX = -3, -8
"""Numbers of glibc's malloc.h."""
_LARGE = 128 << 10
"""Bytes from which on a block is its own and goes back as soon as it is freed: glibc's own beginning."""


def give_back() -> None:
    """Sets the allocator of glibc; other systems give memory back by themselves.

    Left alone, glibc takes every large block that is freed as a sign that many more will come and keeps
    those from then on; and it keeps apart what each thread has freed. A few searches among 100,000 contacts
    and the counts beside the list would leave 9 MB of holes.
    """
    if sys.platform == "linux":
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt is not None:  # not every Linux has glibc
            mallopt(_MMAP_THRESHOLD, _LARGE)
            mallopt(_ARENA_MAX, 1)
