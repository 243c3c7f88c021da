"""How fast contacts become vCards, new or beside their originals, against only splitting lines."""

from __future__ import annotations

import io
import time
import tracemalloc
from functools import partial
from itertools import islice
from statistics import median
from typing import TYPE_CHECKING

from contactbook.formats import vcard_fidelity, vcard_reader, vcard_writer
from contactbook.formats.records import ReadCard
from tests.bench.book_files import vcards
from tests.bench.measuring import against, report, seconds, split_lines

if TYPE_CHECKING:
    from pathlib import Path

CARDS = 10_000
MANY = 100_000
ROUNDS = 3
AT_ONCE = 1_000


def _records(path: Path) -> list[ReadCard]:
    with path.open("rb") as stream:
        return [record for record in vcard_reader.read(stream) if isinstance(record, ReadCard)]


def _write(records: list[ReadCard], *, original: bool) -> int:
    entries = ((record.contact, record.raw if original else None) for record in records)
    return vcard_writer.write(entries, io.BytesIO())


def _compare(records: list[ReadCard]) -> int:
    return sum(vcard_fidelity.compare(record.contact, record.raw).lost for record in records)


def _write_many(path: Path) -> float:
    """Seconds that writing takes when cards are read and written some at a time; reading left out."""
    taken = 0.0
    with path.open("rb") as stream:
        records = vcard_reader.read(stream)
        while batch := [each for each in islice(records, AT_ONCE) if isinstance(each, ReadCard)]:
            start = time.perf_counter()
            _write(batch, original=False)
            taken += time.perf_counter() - start
    return taken


def _many() -> None:
    """Write 100,000 cards: the ratio, median of alternating runs, and the memory."""
    path = vcards(MANY, "v3")
    pairs = [(seconds(partial(split_lines, path)), _write_many(path)) for _ in range(ROUNDS)]
    ratio = median(work / reference for reference, work in pairs)
    report(f"write {MANY:,} cards of vCard 3.0 / splitting lines", f"{ratio:.2f} x", "1.5 x")
    tracemalloc.start()
    _write_many(path)
    report("memory of reading and writing them", f"{tracemalloc.get_traced_memory()[1] >> 20} MB", "150 MB")
    tracemalloc.stop()


def main() -> None:
    """Print the ratios."""
    path = vcards(CARDS, "v3")
    records = _records(path)
    tasks = (
        ("write", partial(_write, records, original=False), "1.5 x"),
        ("write beside their originals", partial(_write, records, original=True), "as fast as reading"),
        ("prove the fidelity of", partial(_compare, records), "as fast as reading"),
    )
    for what, task, limit in tasks:
        ratio, reference, work = against(partial(split_lines, path), task, 7)
        speeds = f"{CARDS / work:,.0f} cards/s; the reference {CARDS / reference:,.0f}"
        report(f"{what} {CARDS:,} cards of vCard 3.0 / splitting lines", f"{ratio:.2f} x", limit, speeds)
    _many()


if __name__ == "__main__":
    main()
