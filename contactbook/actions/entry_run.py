"""The writing side of an import of entries: rows to timelines inside one step, and the report of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from contactbook.actions import entry_known, entry_rows, import_fates, logging
from contactbook.actions.entry_matching import EntryMatching
from contactbook.actions.entry_rows import RowKeys
from contactbook.actions.import_fates import Fates
from contactbook.actions.import_options import RowRef
from contactbook.actions.import_report import FileReport, ImportReport, Rejected
from contactbook.actions.import_sources import name_of
from contactbook.domain import entry_columns, interactions
from contactbook.domain.problems import Problem
from contactbook.formats import table_mapping
from contactbook.formats.records import ReadEntry, RefusedCard
from contactbook.store import imports
from contactbook.store import interactions as stored

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.actions.import_options import Decision, ImportOptions
    from contactbook.actions.import_rejects import Rejects
    from contactbook.actions.import_sources import Source
    from contactbook.domain.interactions import Interaction
    from contactbook.formats.reading import Reading
    from contactbook.formats.records import Record
    from contactbook.formats.table_mapping import Mapping
    from contactbook.store.book import Book
    from contactbook.store.step import Step

MANY = 1_000
"""Rows from which on the pages that they lie on must be kept in memory."""
_COUNTED: Final = {
    import_fates.CREATED: "created",
    import_fates.UPDATED: "updated",
    import_fates.UNCHANGED: "unchanged",
    import_fates.SKIPPED: "skipped",
}


class EntryFates:
    """What became of every row, for the check; and which rows that nobody was found for are the same's."""

    def __init__(self) -> None:
        self.fates = Fates()
        self._whose: dict[str, list[RowRef]] = {}

    def note(self, ref: RowRef, row: ReadEntry, fate: str, contact: int, reason: str, *, open: bool) -> None:
        """Note the fate of one row; `open`: it is for the person to say whose it is."""
        self.fates.note(ref, row.line, fate, entry_rows.about(row.values), contact, reason, row.sheet)
        if open:
            self._whose.setdefault(entry_rows.who_of(row.values), []).append(ref)

    def same(self) -> dict[RowRef, list[RowRef]]:
        """By row: all that say the same of whose they are."""
        return {ref: refs for refs in self._whose.values() if len(refs) > 1 for ref in refs}


class EntryRun:
    """One import into one step. Rows about the run itself are written only when there are entries.

    Args:
        book: knows the kinds that somebody added.
        step: the running one.
        sources: the files.
        options: see `ImportOptions`.
        rejects: where refused rows are written.
        watched: told of every row.
    """

    def __init__(
        self,
        book: Book,
        step: Step,
        sources: Sequence[Source],
        options: ImportOptions,
        rejects: Rejects | None = None,
        watched: EntryFates | None = None,
    ) -> None:
        self._book = book
        self._step = step
        self._sources = sources
        self._options = options
        self._rejects = rejects
        self._watched = watched
        self._tables: dict[str, Mapping] = {}
        self._keys: dict[tuple[int, str], RowKeys] = {}
        self._matchings: dict[str, EntryMatching] = {}
        self._problems: dict[int, Problem] = {}
        self._reading: Reading | None = None
        self.report = ImportReport(dry_run=options.dry_run)
        self.report.files = [FileReport(source.name, source.size) for source in sources]

    def begin(self, number: int, reading: Reading) -> None:
        """A file was recognised. Raises Problem: entries.no_columns, log.no_such_kind."""
        self._reading = reading
        self._tables = {}
        file = self.report.files[number]
        for table in reading.tables:
            mapping = table.mapping
            fields = {column.target for column in mapping.columns}
            if mapping.entries and fields & set(entry_columns.WHO):
                mapping.entries = logging.find_kind(self._book, mapping.entries).key
                self._tables[table.name] = mapping
                file.columns |= {column.heading: column.target for column in mapping.columns}
                self.report.entries = self.report.entries or mapping.entries
        if not self._tables:
            raise Problem("entries.no_columns", file=file.file)
        for name in ("format", "program", "encoding", "delimiter", "guessed"):
            setattr(file, name, getattr(reading.detected, name))
        file.headings = {table.name: table.shape.headings for table in reading.tables}
        if self._rejects is not None:
            told = {"format": file.format, "delimiter": file.delimiter, "headings": file.headings}
            self._rejects.begin(number, told)

    def failed(self, number: int, problem: Problem) -> None:
        """A file could not be read, or not to its end."""
        self._problems[number] = problem

    def write(self, number: int, records: Sequence[tuple[int, Record]]) -> None:
        """Write some rows, with their places in the file."""
        if len(records) > MANY:
            self._step.make_large()
        by_sheet: dict[str, list[tuple[RowRef, ReadEntry, Decision | None]]] = {}
        for place, record in records:
            ref = RowRef(number, place)
            decision = self._options.decisions.get(ref)
            if decision is not None and decision.cells is not None and self._reading is not None:
                record = self._reading.again(record, decision.cells)  # type: ignore[arg-type]
            if isinstance(record, RefusedCard):
                self._refuse(ref, record)
            elif isinstance(record, ReadEntry) and record.sheet in self._tables:
                by_sheet.setdefault(record.sheet, []).append((ref, record, decision))
        for sheet, rows in by_sheet.items():
            self._write(number, self._tables[sheet], rows)

    def finish(self) -> None:
        """Keep the report. Raises the problem of the files when none was read."""
        report = self.report
        report.tell_unreadable(self._problems)
        self._step.data.update(report.counts)
        self._step.data["entries"] = report.created + report.updated
        if report.created + report.updated:
            self._keep_run()

    def _keep_run(self) -> None:
        report = self.report
        report.run = imports.start_run(self._step, name_of(self._sources))
        for file in report.files:
            if not file.problem:
                told = (file.format, file.program, file.encoding, file.delimiter)
                imports.add_file(
                    self._step, report.run, file.file, size=file.size, format=told[0], program=told[1],
                    encoding=told[2], delimiter=told[3],
                )  # fmt: skip
        imports.finish_run(self._step, report.run, report.to_keep())

    def _write(
        self, number: int, mapping: Mapping, rows: Sequence[tuple[RowRef, ReadEntry, Decision | None]]
    ) -> None:
        country = self._options.country or mapping.country
        if mapping.phones == table_mapping.BY_NONE:
            country = ""
        matching = self._matchings.setdefault(country, EntryMatching(self._step.reader, country))
        naming = self._keys.setdefault((number, mapping.entries), RowKeys(mapping.entries))
        source = entry_known.source_of(mapping.source, self._sources[number].name)
        read = [row for _ref, row, _decision in rows]
        keys = [naming.key(row) for row in read]
        there = stored.imported(self._step.reader, keys)
        new: list[Interaction] = []
        changed: dict[int, tuple[RowRef, ReadEntry, Interaction]] = {}
        for (ref, row, decision), key, found in zip(rows, keys, matching.match(read), strict=True):
            if decision is not None and decision.skip:
                self._tell(ref, row, import_fates.SKIPPED, found)
                continue
            kind = self._kind(row, mapping)
            marks = entry_rows.marks_of(row, kind, mapping.currency)
            chosen = decision.into if decision is not None else None
            before = entry_known.same_row(there.get(key, ()), marks)
            if before is not None and not chosen:
                self._tell(ref, row, import_fates.UNCHANGED, found)
                continue
            entry, reason = _read(row, kind, mapping)
            if before is None:
                before = entry_known.same_order(there.get(key, ()), source, marks, entry)
            last = before.details.get(entry_known.ROW, [""]) if before is not None else [""]
            whose = [chosen] if chosen else [] if last[0] == marks[0] else found
            if len(whose) != 1 and last[0] != marks[0]:
                self._tell(ref, row, import_fates.SEVERAL if whose else import_fates.NOBODY, whose)
                continue
            if reason:
                self._tell(ref, row, import_fates.REFUSED, found, reason)
                continue
            entry.external_id, entry.contacts = key, whose
            entry.details |= {entry_known.ROW: marks, entry_known.SOURCE: source.name}
            if before is not None:
                changed[before.id] = (ref, row, entry)
            else:
                new.append(entry)
                self._tell(ref, row, import_fates.CREATED, whose, asked=bool(chosen))
        stored.insert(self._step, new)
        self._change(changed)

    def _change(self, changed: dict[int, tuple[RowRef, ReadEntry, Interaction]]) -> None:
        for old in stored.load_many(self._step.reader, list(changed)):
            ref, row, said = changed[old.id]
            marked = entry_known.ROW in old.details
            differs = entry_rows.apply(row, said, old)
            fate = import_fates.UPDATED if differs else import_fates.UNCHANGED
            self._tell(ref, row, fate, old.contacts)
            if differs or marked:
                old.details.pop(interactions.COLUMNS, None)
                old.details |= said.details
                stored.replace(self._step, old)

    def _kind(self, row: ReadEntry, mapping: Mapping) -> str:
        if "kind" in row.values:
            named = interactions.find_kind(row.values["kind"])
            if named is not None:
                return named.key
        return mapping.entries

    def _tell(
        self,
        ref: RowRef,
        row: ReadEntry,
        fate: str,
        contacts: Sequence[int],
        reason: str = "",
        *,
        asked: bool = False,
    ) -> None:
        report = self.report
        report.read += 1
        report.files[ref.file].cards += 1
        open_ = fate in (import_fates.NOBODY, import_fates.SEVERAL)
        if fate in _COUNTED:
            name = _COUNTED[fate]
            setattr(report, name, getattr(report, name) + 1)
        else:
            self._reject(ref, reason or fate, row.line, row.raw, row.cells, row.sheet)
        if self._watched is not None:
            contact = contacts[0] if contacts else 0
            self._watched.note(ref, row, fate, contact, reason, open=open_ or asked)

    def _refuse(self, ref: RowRef, record: RefusedCard) -> None:
        self.report.read += 1
        self._reject(ref, record.reason, record.line, record.raw, record.cells, record.sheet)
        if self._watched is not None:
            self._watched.fates.note(
                ref, record.line, import_fates.REFUSED, reason=record.reason, sheet=record.sheet
            )

    def _reject(
        self, ref: RowRef, reason: str, line: int, raw: bytes, cells: Sequence[str], sheet: str
    ) -> None:
        file = self.report.files[ref.file]
        file.rejected += 1
        if self._rejects is not None:
            self._rejects.write(ref.file, sheet, reason, raw, cells)
        self.report.reject(Rejected(file.file, line, reason, raw, sheet=sheet, cells=tuple(cells)))


def _read(row: ReadEntry, kind: str, mapping: Mapping) -> tuple[Interaction, str]:
    """What a row says, and why it cannot be an entry ("" when it can)."""
    try:
        return entry_rows.entry_of(row, kind, mapping.currency, mapping.date_order), ""
    except ValueError as error:
        return interactions.Interaction(kind=kind), str(error)
