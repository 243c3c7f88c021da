"""Keeps the memory of the program, with the key and contacts in it, out of the file a crash may leave."""

from __future__ import annotations

import contextlib
import sys


def forbid() -> None:
    """No core dumps from now on, of this process and those it starts; Windows makes none by itself."""
    if sys.platform != "win32":
        import resource

        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
