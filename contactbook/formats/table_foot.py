"""Lines of a table that are no rows of it: totals, and what a report says at its foot."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from contactbook.domain import folding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.formats.table_mapping import Mapping

_WIDE, _WORDS_OF_A_NAME = 4, 4
_LONGEST_WORD = 40
_NUMBER = re.compile(r"[^\w\s]{0,3}\s?[-+]?\d[\d\s.,'’]*(?:%|[^\W\d_]{0,3}|[^\w\s]{0,3})")  # noqa: RUF001 - as typed
_NUMBERS = ("field", "extra", "amount", "quantity", "skip")
"""Targets of columns that may be added up."""
_TOTALS = frozenset(
    """
    summe gesamt gesamtsumme zwischensumme insgesamt total totals totale totaal toplam suma sumas somme ukupno
    celkem razem osszesen subtotal sum yhteensa итого 合計 anzahl count grand overall general
    """.split()
)
_BESIDE = frozenset("of der die the de du des contacts kontakte rows records".split())


def is_total(cells: Sequence[str], mapping: Mapping, *, after_blank: bool = False) -> bool:
    """Whether a line adds up the rows above: "Total" and then only numbers, none of them a phone or the like.

    What a program exports has no such line, so nothing is one in a layout that was recognised. Behind a blank
    line (`after_blank`) the word alone is enough.
    """
    if mapping.dialect:
        return False
    at = next((at for at, cell in enumerate(cells) if cell), 0)
    word = cells[at] if cells else ""
    if len(word) > _LONGEST_WORD or word[:1].isdigit():
        return False
    said = folding.tokens(word)
    if not said or said[0] not in _TOTALS:
        return False
    rest = said[1:]
    if not all(one in _BESIDE or one in _TOTALS or one.isdigit() for one in rest):
        return False
    numbers = [index for index in range(at + 1, len(cells)) if cells[index].strip()]
    columns = mapping.columns
    plain = all(
        _NUMBER.fullmatch(cells[index].strip()) and index < len(columns) and columns[index].target in _NUMBERS
        for index in numbers
    )
    return plain and bool(after_blank or numbers or any(one.isdigit() for one in rest))


def is_below(cells: Sequence[str], width: int, *, alone: bool) -> bool:
    """Whether a line behind a blank one is no row but what a report says at its foot.

    It has nothing but its first cell, which has more words than a name, or stands `alone` in the line of a
    text whose rows were all whole so far.
    """
    if width < _WIDE or not cells[0].strip() or any(map(str.strip, cells[1:])):
        return False
    return alone or len(cells[0].split()) > _WORDS_OF_A_NAME
