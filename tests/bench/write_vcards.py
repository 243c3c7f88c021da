"""How fast 10,000 contacts become vCards, new or beside their originals, against only splitting lines."""

from __future__ import annotations

import io
from functools import partial
from typing import TYPE_CHECKING

from contactbook.formats import vcard_fidelity, vcard_reader, vcard_writer
from contactbook.formats.records import ReadCard
from tests.bench.book_files import vcards
from tests.bench.measuring import against, report, split_lines

if TYPE_CHECKING:
    from pathlib import Path

CARDS = 10_000


def _records(path: Path) -> list[ReadCard]:
    with path.open("rb") as stream:
        return [record for record in vcard_reader.read(stream) if isinstance(record, ReadCard)]


def _write(records: list[ReadCard], *, original: bool) -> int:
    entries = ((record.contact, record.raw if original else None) for record in records)
    return vcard_writer.write(entries, io.BytesIO())


def _compare(records: list[ReadCard]) -> int:
    return sum(vcard_fidelity.compare(record.contact, record.raw).lost for record in records)


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


if __name__ == "__main__":
    main()
