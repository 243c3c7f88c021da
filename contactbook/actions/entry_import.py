"""Purchases, donations, tickets and survey answers from a table onto the contacts that are there: one step.

What came before under the same number of order, or as the very same row, is not written again.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from contactbook.actions.entry_matching import EntryMatching
from contactbook.actions.target_file import replacing
from contactbook.domain import entry_columns, interactions, money, numbers
from contactbook.domain.interactions import Interaction
from contactbook.domain.problems import Cancelled, Problem
from contactbook.formats import table_cells
from contactbook.formats.entry_table import HEAD, EntryTable
from contactbook.store import interactions as stored

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from contactbook.domain.changes import Changes
    from contactbook.formats.entry_table import EntryRow
    from contactbook.store.book import Book
    from contactbook.store.step import Step

BATCH = 5_000
MOST_REFUSED = 10_000
"""Rows that are listed with their reason; the rest is counted."""


@dataclass(frozen=True, slots=True)
class EntryOptions:
    """How a table of entries is read.

    `kind`: of all rows, "" for what the table says or looks like; `currency`: of amounts that name none;
    `country`: of phones without one; `date_order`: "dmy", "mdy", "ymd" or ""; `columns`: field by heading.
    """

    kind: str = ""
    currency: str = ""
    country: str = ""
    date_order: str = ""
    columns: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(slots=True)
class EntryReport:
    """What became of the rows; `refused` are line, reason and cells."""

    kind: str
    headings: list[str]
    fields: list[str]
    counts: Counter[str] = field(default_factory=Counter[str])
    refused: list[tuple[int, str, list[str]]] = field(default_factory=list[tuple[int, str, list[str]]])
    changes: Changes | None = None


def import_entries(
    book: Book,
    path: Path,
    *,
    options: EntryOptions | None = None,
    dry_run: bool = False,
    progress: Callable[[int, int, int], object] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> EntryReport:
    """Log each row with the contact that it names by id, e-mail, phone or unique name.

    Args:
        book: open for writing.
        path: of a delimited text.
        options: see `EntryOptions`.
        dry_run: report what would happen, keep nothing.
        progress: told bytes read, bytes there are, rows so far.
        cancelled: asked with every batch; true ends it with nothing kept.

    Raises:
        Problem: entries.not_readable, entries.no_columns, log.no_such_kind,
            vault.read_only.
        Cancelled: as asked.
    """
    options = options or EntryOptions()
    if book.read_only:
        raise Problem("vault.read_only", path=str(book.path))
    try:
        with path.open("rb") as stream:
            size = path.stat().st_size
            table = EntryTable(stream.read(HEAD), options.columns, options.date_order)
            stream.seek(0)
            if not set(table.fields) & set(entry_columns.WHO):
                raise Problem("entries.no_columns", file=path.name)
            kind = options.kind or entry_columns.kind_of(table.headings)
            report = EntryReport(kind, table.headings, table.fields)
            with (book.scratch if dry_run else book.step)("entries", kind=kind) as step:
                run = _Run(step, options, table.date_order, report)
                found = table.read(stream)
                while rows := list(islice(found, BATCH)):
                    if cancelled is not None and cancelled():
                        raise Cancelled
                    run.write(rows)
                    if progress is not None:
                        progress(min(stream.tell(), size), size, report.counts["read"])
                step.data["entries"] = report.counts["logged"]
    except OSError as error:
        raise Problem("entries.not_readable", file=path.name, reason=error.strerror or "") from error
    report.changes = step.changes
    return report


def save_refused(report: EntryReport, path: Path, say: Callable[[str], str]) -> None:
    """Write the rows that were left out as a table with the reason, to be corrected and read again."""
    with replacing(path) as stream:
        text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=True)
        rows = csv.writer(text)
        rows.writerow([*report.headings, say("")])
        for _line, reason, cells in report.refused:
            rows.writerow([*cells, say(reason)])
        text.detach()


class _Run:
    """Writes rows by the batch."""

    def __init__(self, step: Step, options: EntryOptions, date_order: str, report: EntryReport) -> None:
        self._step = step
        self._options = options
        self._order = date_order
        self._report = report
        self._matching = EntryMatching(step.reader, options.country)
        self._seen: Counter[str] = Counter()

    def write(self, rows: list[EntryRow]) -> None:
        counts = self._report.counts
        counts["read"] += len(rows)
        entries: dict[str, Interaction] = {}
        for row, who in zip(rows, self._matching.match(rows), strict=True):
            key = self._key(row)
            if isinstance(who, str):
                self._refuse(row, who)
                continue
            try:
                entries[key] = self._entry(row, key, who)
            except ValueError as error:
                self._refuse(row, str(error))
        there = stored.by_external_id(self._step.reader, entries)
        counts["known"] += len(there)
        new = [entry for key, entry in entries.items() if key not in there]
        counts["logged"] += len(new)
        stored.insert(self._step, new)

    def _refuse(self, row: EntryRow, reason: str) -> None:
        self._report.counts["refused"] += 1
        self._report.counts[reason] += 1
        if len(self._report.refused) < MOST_REFUSED:
            self._report.refused.append((row.line, reason, row.cells))

    def _key(self, row: EntryRow) -> str:
        """The same for the same order of the same table; its further rows are numbered."""
        known = row.values.get("external", "")
        if not known:
            known = hashlib.sha256("\0".join(row.cells).encode("utf-8", "surrogatepass")).hexdigest()[:32]
        key = f"{self._report.kind}:{known}"
        self._seen[key] += 1
        return key if self._seen[key] == 1 else f"{key}/{self._seen[key]}"

    def _entry(self, row: EntryRow, key: str, contact_id: int) -> Interaction:
        """Raises ValueError with the reason."""
        values = row.values
        kind = self._report.kind
        if not self._options.kind and "kind" in values:
            named = interactions.find_kind(values["kind"])
            kind = named.key if named is not None else kind
        entry = Interaction(kind=kind, external_id=key, contacts=[contact_id])
        entry.subject, entry.body = values.get("subject", ""), values.get("body", "")
        entry.outcome = values.get("outcome", "")
        if "date" in values:
            entry.occurred_at = _moment(values["date"], self._order)
        if "amount" in values:
            try:
                currency = values.get("currency", "") or self._options.currency
                entry.amount, entry.currency = _amount(values["amount"], currency)
            except ValueError:
                raise ValueError("amount") from None
        if "quantity" in values:
            entry.quantity = numbers.value(numbers.parse(values["quantity"]) or "")
        if "score" in values:
            score = numbers.value(numbers.parse(values["score"].partition("/")[0]) or "")
            if score is None or not 0 <= score <= interactions.BEST_SCORE:
                raise ValueError("score")
            entry.score = round(score)
        if interactions.trouble(entry):
            raise ValueError("empty")
        return entry


_amount = lru_cache(maxsize=4096)(money.read)


@lru_cache(maxsize=4096)
def _moment(text: str, order: str) -> int:
    """Milliseconds since 1970 UTC; of a day without a time its beginning here. Raises ValueError("date")."""
    try:
        moment = datetime.fromisoformat(text.removesuffix(" UTC"))
        if text.endswith(" UTC"):
            moment = moment.replace(tzinfo=UTC)
    except ValueError:
        day = table_cells.date_of(text, order)
        try:
            moment = datetime.combine(date.fromisoformat(day), time())
        except ValueError:
            reason = "date_order" if table_cells.is_ambiguous_date(text) else "date"
            raise ValueError(reason) from None
    try:
        return round(moment.astimezone().timestamp() * 1000)
    except (OverflowError, OSError, ValueError):
        raise ValueError("date") from None
