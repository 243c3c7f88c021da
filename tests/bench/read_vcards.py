"""How fast vCards become contacts, against only splitting their lines, and how much memory that takes."""

from __future__ import annotations

import tracemalloc
from functools import partial
from typing import TYPE_CHECKING

from contactbook.formats.reading import read_file
from contactbook.formats.records import ReadCard
from tests.bench.book_files import vcards
from tests.bench.measuring import against, report, split_lines

if TYPE_CHECKING:
    from pathlib import Path

CARDS = 100_000
ROUNDS = (("v3", "3.0", 10_000, "3 x", 7), ("v4", "4.0", 10_000, "-", 7), ("v3", "3.0", CARDS, "1.5 x", 3))
"""Which cards, how they are called, how many, the limit, how often."""


def _read(path: Path) -> int:
    with read_file(path) as reading:
        return sum(isinstance(record, ReadCard) for record in reading)


def main() -> None:
    """Print the ratios and the peak of memory."""
    for version, name, cards, limit, times in ROUNDS:
        path = vcards(cards, version)
        read, there = _read(path), split_lines(path)
        if not read == there == cards:
            raise SystemExit(f"{path}: {there} cards there, {read} read, {cards} made")
        ratio, reference, work = against(partial(split_lines, path), partial(_read, path), times)
        speeds = f"{cards / work:,.0f} cards/s; the reference {cards / reference:,.0f}"
        report(f"read {cards:,} cards of vCard {name} / splitting lines", f"{ratio:.2f} x", limit, speeds)
    tracemalloc.start()
    _read(vcards(CARDS, "v3"))
    report(f"memory of reading {CARDS:,} cards", f"{tracemalloc.get_traced_memory()[1] >> 20} MB", "150 MB")
    tracemalloc.stop()


if __name__ == "__main__":
    main()
