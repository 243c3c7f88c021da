"""What the program says when it has a fault of its own: where, in which versions, nothing of contacts."""

from __future__ import annotations

import platform
import traceback
from pathlib import Path

import contactbook

_PACKAGE = Path(contactbook.__file__).resolve().parent.parent


def note(error: BaseException) -> str:
    """A short report that may be sent to anybody: kinds of the errors, places in the program, versions.

    The message of an error may hold a name or a number of somebody, so it is left out.
    """
    told = ["Contactbook has a fault; it stopped here. What was not finished was not written.", ""]
    seen: BaseException | None = error
    while seen is not None:
        told.append(f"  {type(seen).__module__}.{type(seen).__qualname__}")
        told += [f"    {place}" for place in _places(seen)]
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    told += [
        "",
        f"  Contactbook {contactbook.__version__}, Python {platform.python_version()}, {platform.platform()}",
        "  This note holds nothing of your contacts. Please send it to the makers.",
    ]
    return "\n".join(told)


def _places(error: BaseException) -> list[str]:
    """Where the error passed: file within the program or library, line, function."""
    places: list[str] = []
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        try:
            shown = path.resolve().relative_to(_PACKAGE).as_posix()
        except ValueError:
            shown = path.name
        places.append(f"{shown}:{frame.lineno} {frame.name}")
    return places
