"""Holding back Python's garbage collector while thousands of rows go by."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator


@contextmanager
def no_garbage_collection() -> Generator[None]:
    """Batches are many small tuples without cycles: looking through them would only hold up the windows."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
