"""How fast 10,000 vCards become contacts, against only splitting their lines."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from contactbook.formats.reading import read_file
from contactbook.formats.records import ReadCard
from tests.bench.book_files import vcards
from tests.bench.measuring import against, report, split_lines

if TYPE_CHECKING:
    from pathlib import Path

CARDS = 10_000


def _read(path: Path) -> int:
    with read_file(path) as reading:
        return sum(isinstance(record, ReadCard) for record in reading)


def main() -> None:
    """Print the ratios for vCard 3.0 and 4.0."""
    for version, name, limit in (("v3", "3.0", "3 x"), ("v4", "4.0", "-")):
        path = vcards(CARDS, version)
        read, there = _read(path), split_lines(path)
        if not read == there == CARDS:
            raise SystemExit(f"{path}: {there} cards there, {read} read, {CARDS} made")
        ratio, reference, work = against(partial(split_lines, path), partial(_read, path), 7)
        speeds = f"{CARDS / work:,.0f} cards/s; the reference {CARDS / reference:,.0f}"
        report(f"read {CARDS:,} cards of vCard {name} / splitting lines", f"{ratio:.2f} x", limit, speeds)


if __name__ == "__main__":
    main()
