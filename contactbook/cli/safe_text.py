"""Text of a contact made safe for a terminal: a foreign name must not move the cursor."""

from __future__ import annotations

import re

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_BREAKS = re.compile(r"\s*[\r\n\t\u2028\u2029]+\s*")


def line(text: str) -> str:
    """The text on one line, without control characters: tabs and line breaks become one blank."""
    if text.isascii() and text.isprintable():
        return text
    return _CONTROL.sub("\ufffd", _BREAKS.sub(" ", text.strip()))


def block(text: str) -> str:
    """The text with its line breaks, without other control characters."""
    return _CONTROL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
