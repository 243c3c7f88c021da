"""How a book shows and orders names, read from the settings that travel with it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from contactbook.domain.names import USUAL, NameStyle

if TYPE_CHECKING:
    from contactbook.store.reader import Reader
    from contactbook.store.sqlite import Connection

DISPLAY, SORT, LANGUAGE = "name_display", "name_sort", "name_language"
"""Keys of the settings, as `settings.declarations` has them."""


def style_of(connection: Connection) -> NameStyle:
    """The style that the settings of the book say at present."""
    sql = "SELECT key, value FROM setting WHERE key IN (?, ?, ?)"
    found: dict[str, str] = {
        key: str(json.loads(value)) for key, value in connection.execute(sql, (DISPLAY, SORT, LANGUAGE))
    }
    if not found:
        return USUAL
    return NameStyle(
        found.get(DISPLAY) == "family_first",
        found.get(SORT) == "given_first",
        found.get(LANGUAGE, ""),
    )


def name_style(reader: Reader) -> NameStyle:
    """The style of a book, for whoever reads."""
    return style_of(reader.connection)
