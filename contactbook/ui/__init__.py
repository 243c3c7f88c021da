"""Windows, panels, dialogs, delegates: one folder a topic."""

from __future__ import annotations

import builtins
import linecache

import PySide6.QtCore  # noqa: F401 - its import puts in what is taken out here


def _import_plainly() -> None:
    """Ends PySide6's reading of the source of every module that is imported after it.

    It looks there for users of its `__feature__` switch, of which there is none here; and all that was read
    would stay in `linecache`: 12 MB, and a third of the time that starting takes.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    linecache.clearcache()


_import_plainly()
