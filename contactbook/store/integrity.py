"""Looking whether a book is whole, without changing anything."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from contactbook.store import changesets, derived, timeline_rows
from contactbook.store.broken_links import broken_links
from contactbook.store.history_rows import CHAIN_COLUMNS, chained
from contactbook.store.parts import PAYLOAD
from contactbook.vault.failures import explained

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from contactbook.store.book import Book
    from contactbook.store.reader import Reader

MOST = 100
"""Findings of one kind that are listed."""

PAGES, TABLES, LINKS, PAYLOADS, DERIVED, SEARCH, HISTORY = (
    "pages", "tables", "links", "payloads", "derived", "search", "history",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be.

    `code`: "pages" (changed from outside), "tables" (SQLite finds them damaged), "links" (a row points to
    nothing), "payloads" (bytes of a photo or card are missing), "derived" and "search" (lists or search do
    not say what the contacts say), "history" (a step of the history was changed). `place`: page, table or
    step; `count`: how many.
    """

    code: str
    place: str
    count: int = 1


@dataclass(slots=True)
class CheckReport:
    """What a check found; nothing when the book is whole."""

    contacts: int = 0
    steps: int = 0
    pages: int = 0
    findings: list[Finding] = field(default_factory=list[Finding])

    @property
    def ok(self) -> bool:
        """Whether the book is whole."""
        return not self.findings

    def to_json(self) -> dict[str, object]:
        """For the command line."""
        return {
            "ok": self.ok,
            "contacts": self.contacts,
            "steps": self.steps,
            "pages": self.pages,
            "findings": [{"code": one.code, "place": one.place, "count": one.count} for one in self.findings],
        }


def check(book: Book, progress: Callable[[int, int], None] | None = None) -> CheckReport:
    """Check pages, tables, links between rows, derived rows and the chain of the history.

    Args:
        book: stays open for others meanwhile.
        progress: called with (done, total) in contacts; may raise `Cancelled`.
    """
    reader = book.reader
    report = CheckReport()
    with explained(book.path):
        for page in book.file.damaged_pages()[:MOST]:
            report.findings.append(Finding(PAGES, str(page)))
        reader.connection.execute("BEGIN")
        try:
            report.pages = int(reader.connection.pragma("page_count"))
            report.findings += _tables(reader)
            report.findings += _links(reader)
            report.findings += _payloads(reader)
            report.findings += _derived(reader, report, progress)
            report.findings += _history(reader, report)
        finally:
            reader.connection.execute("ROLLBACK")
    return report


def _tables(reader: Reader) -> Iterator[Finding]:
    for (text,) in reader.query(f"PRAGMA integrity_check({MOST})"):
        if text != "ok":
            yield Finding(TABLES, text)


def _links(reader: Reader) -> Iterator[Finding]:
    counts: dict[str, int] = {}
    for link in broken_links(reader.connection):
        place = f"{link.table}.{link.column}"
        counts[place] = counts.get(place, 0) + 1
    for place, count in counts.items():
        yield Finding(LINKS, place, count)


def _payloads(reader: Reader) -> Iterator[Finding]:
    for table in ("photo", "source_card", "attachment"):
        sql = f"SELECT count(*) FROM {table} WHERE {PAYLOAD} NOT IN (SELECT id FROM payload)"
        missing = reader.id_list(sql)[0]
        if missing:
            yield Finding(PAYLOADS, table, missing)


def _derived(
    reader: Reader, report: CheckReport, progress: Callable[[int, int], None] | None
) -> Iterator[Finding]:
    ids = reader.ids("SELECT id FROM contact ORDER BY id")
    report.contacts = len(ids)
    wrong = 0
    for start in range(0, len(ids), derived.CHUNK):
        if progress is not None:
            progress(start, len(ids))
        chunk = ids[start : start + derived.CHUNK]
        stored = derived.stored_rows(reader.connection, chunk)
        wanted = derived.expected(reader.connection, chunk)
        wrong += sum(stored.get(key) != found.row for key, found in wanted.items())
        wrong += len(timeline_rows.differing(reader.connection, chunk))
    wrong += len(reader.id_list("SELECT id FROM contact_row WHERE id NOT IN (SELECT id FROM contact)"))
    if wrong:
        yield Finding(DERIVED, "contact_row", wrong)
    if missing := reader.id_list(timeline_rows.MISSING)[0]:
        yield Finding(DERIVED, "timeline_row", missing)
    for table in ("search_row", "search_part"):
        searched = reader.ids(f"SELECT id FROM {table}_docsize ORDER BY id")
        if searched != ids:
            yield Finding(SEARCH, table, len(set(searched) ^ set(ids)))


def _history(reader: Reader, report: CheckReport) -> Iterator[Finding]:
    before = b""
    columns = ", ".join(CHAIN_COLUMNS)
    rows: list[tuple[Any, ...]] = reader.query(f"SELECT {columns}, hash FROM history ORDER BY id")
    report.steps = len(rows)
    for *values, digest in rows:
        if chained(before, tuple(values)) != digest:
            yield Finding(HISTORY, str(values[0]))
        before = digest
    for step_id, size, digest in _own_changesets(reader):
        parts = changesets.part_ids(reader.connection, step_id)
        if parts and changesets.stored_hash(reader.connection, step_id) != digest:
            yield Finding(HISTORY, str(step_id), size)


def _own_changesets(reader: Reader) -> list[tuple[Any, ...]]:
    return reader.query("SELECT id, size, changeset_hash FROM history WHERE basis = id ORDER BY id")
