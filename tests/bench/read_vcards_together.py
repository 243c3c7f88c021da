"""How fast two processes together turn 100,000 vCards into contacts, against only splitting their lines."""

from __future__ import annotations

import tracemalloc
from functools import partial
from typing import TYPE_CHECKING

from contactbook.formats import vcard_parallel, vcard_reader
from tests.bench.book_files import vcards
from tests.bench.measuring import against, report, split_lines

if TYPE_CHECKING:
    from pathlib import Path

CARDS = 100_000


def _together(path: Path) -> int:
    return sum(1 for _ in vcard_parallel.read(path))


def _alone(path: Path) -> int:
    with path.open("rb") as stream:
        return sum(1 for _ in vcard_reader.read(stream))


def main() -> None:
    """Print the ratios and the peak of memory."""
    path = vcards(CARDS, "v3")
    for what, task in (("two processes", _together), ("one process", _alone)):
        ratio, reference, work = against(partial(split_lines, path), partial(task, path), 3)
        speeds = f"{CARDS / work:,.0f} cards/s; the reference {CARDS / reference:,.0f}"
        report(f"read {CARDS:,} cards, {what} / splitting lines", f"{ratio:.2f} x", "1.5 x", speeds)
    tracemalloc.start()
    _alone(path)
    report("memory of reading them", f"{tracemalloc.get_traced_memory()[1] >> 20} MB", "150 MB")
    tracemalloc.stop()


if __name__ == "__main__":
    main()
