"""The writing side alone, with messages made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from contactbook.actions.import_options import ImportOptions
from contactbook.actions.import_reading import BATCH, FILE, UNREADABLE
from contactbook.actions.import_run import ImportRun
from contactbook.actions.import_sources import Source
from contactbook.domain.contact import Contact
from contactbook.domain.problems import Problem
from contactbook.formats.records import ReadCard
from contactbook.store import bulk, queries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.store.book import Book

SOURCES = (Source("/in/a.vcf", "a.vcf", 10), Source("/in/b.vcf", "b.vcf", 20))
RECOGNISED = {
    "format": "vcard3",
    "program": "",
    "encoding": "utf-8",
    "delimiter": "",
    "guessed": False,
    "headings": {},
}


class NoFeed:
    """A feed that nothing is asked of."""

    def __init__(self) -> None:
        self.written: list[int] = []

    def contacts(self, batch: int, wanted: Sequence[int]) -> list[Any]:
        pytest.fail("asked for cards")

    def done(self, batch: int) -> None:
        self.written.append(batch)


def batch_of(*names: str, refused: Sequence[tuple[Any, ...]] = ()) -> dict[str, Any]:
    cards = [(0, ReadCard(Contact(full_name=name, uid=name), name.encode(), 1)) for name in names]
    return {
        "cards": bulk.prepare(cards) if cards else None,
        "files": [0] * len(cards),
        "places": list(range(len(cards))),
        "sheets": {},
        "skipped": [],
        "position": 10,
        "groups": [(0, 9, 1, "Choir", ["Ada", "urn:uuid:nobody"])] if cards else [],
        "refused": list(refused),
        "remarks": [(0, 3, "charset_guessed", "cp1252")],
        "counts": [(0, len(cards), bool(cards), len(refused), 0, 9, 7, 2)],
    }


def test_batches_files_groups_and_refused(book: Book) -> None:
    feed = NoFeed()
    with book.step("import") as step:
        run = ImportRun(step, SOURCES, ImportOptions())
        run.take((FILE, 0, RECOGNISED), feed)  # type: ignore[arg-type]
        cut = (0, 4, 5, "end_missing", b"cut", "", "", "", ())
        run.take((BATCH, 1, batch_of("Ada", "Bea", refused=[cut])), feed)  # type: ignore[arg-type]
        run.take((UNREADABLE, 1, "import.empty_file", {"name": "b.vcf"}), feed)  # type: ignore[arg-type]
        run.finish()
    report = run.report
    assert feed.written == [1]
    assert (report.read, report.created, report.groups, run.cards) == (4, 2, 1, 4)
    assert [(one.file, one.line, one.reason) for one in report.rejected] == [
        ("a.vcf", 5, "end_missing"),
        ("b.vcf", 0, "import.empty_file"),
    ]
    assert report.rejected[1].detail == "b.vcf", "the sentence about a whole file names it"
    assert report.files[0].format == "vcard3"
    assert [(one.line, one.code, one.detail) for one in report.remarks] == [(3, "charset_guessed", "cp1252")]
    assert report.properties.to_json() == {"read": 9, "mapped": 7, "kept_raw": 2, "lost": 0}
    counts = queries.counts(book.reader)
    assert [(tag.name, tag.count) for tag in counts.tags] == [("Choir", 1)]
    assert [(one.name, one.count) for one in counts.imports] == [("a.vcf + 1", 2)]
    stored = book.reader.query("SELECT report FROM import_run")[0][0]
    assert '"charset_guessed"' in stored


def test_nothing_readable_is_the_first_files_problem(book: Book) -> None:
    with book.scratch("import") as step:
        run = ImportRun(step, SOURCES, ImportOptions())
        for number, code in ((1, "import.binary_file"), (0, "import.empty_file")):
            run.take((UNREADABLE, number, code, {}), NoFeed())  # type: ignore[arg-type]
        with pytest.raises(Problem) as caught:
            run.finish()
    assert (caught.value.code, caught.value.data["path"]) == ("import.empty_file", "/in/a.vcf")


def test_only_refused_cards_write_nothing(book: Book) -> None:
    with book.step("import") as step:
        run = ImportRun(step, SOURCES, ImportOptions())
        run.take((BATCH, 1, batch_of(refused=[(0, 0, 1, "end_missing", b"x", "", "", "", ())])), NoFeed())  # type: ignore[arg-type]
        run.finish()
    assert not step.changes
    assert len(run.report.rejected) == 1
