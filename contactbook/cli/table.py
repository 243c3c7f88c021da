"""Tables for a terminal, written while their rows are read: a list of everybody begins at once."""

from __future__ import annotations

import shutil
from itertools import chain, islice
from typing import TYPE_CHECKING

import click
from rich.cells import cell_len, set_cell_size

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SAMPLE = 500
"""Rows that decide about the widths of the columns; those behind them are cut where they do not fit."""

NARROWEST = 6
GAP = "  "
KEPT_WHOLE = frozenset({"ID", "Step", "When"})
"""Titles of columns that are of no use when cut."""


def lines(titles: Sequence[str], rows: Iterable[Sequence[str]], width: int = 0) -> Iterator[str]:
    """The lines of a table that fits the terminal; columns in which nothing stands are left out.

    Args:
        titles: one a column.
        rows: cells as text without control characters; one value for each title.
        width: columns of the terminal; 0 to ask it.
    """
    width = width or shutil.get_terminal_size().columns
    waiting = iter(rows)
    sample = list(islice(waiting, SAMPLE))
    if not sample:
        return
    natural = [max(cell_len(row[at]) for row in sample) for at in range(len(titles))]
    shown = [at for at, size in enumerate(natural) if size]
    sizes = _fitted(
        [titles[at] for at in shown], [max(natural[at], cell_len(titles[at])) for at in shown], width
    )
    yield click.style(_line([titles[at] for at in shown], sizes), bold=True)
    for row in chain(sample, waiting):
        yield _line([row[at] for at in shown], sizes)


def _line(cells: Sequence[str], sizes: Sequence[int]) -> str:
    return GAP.join(_cell(text, size) for text, size in zip(cells, sizes, strict=True)).rstrip()


def _cell(text: str, size: int) -> str:
    """The text in exactly so many columns of the terminal; wide letters count two."""
    return set_cell_size(text, size) if cell_len(text) <= size else set_cell_size(text, size - 1) + "…"


def _fitted(titles: Sequence[str], sizes: list[int], width: int) -> list[int]:
    """The sizes, the widest made narrower until the line fits; what must not be cut stays."""
    room = width - len(GAP) * (len(sizes) - 1)
    while sum(sizes) > room:
        elastic = [at for at, title in enumerate(titles) if title not in KEPT_WHOLE and sizes[at] > NARROWEST]
        if not elastic:
            break
        sizes[max(elastic, key=sizes.__getitem__)] -= 1
    return sizes
