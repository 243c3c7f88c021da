"""What an import did, to the last card: the one report that the dry run and the real run both give."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from contactbook.actions.import_sources import CHANGED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contactbook.domain.changes import Changes
    from contactbook.domain.problems import Problem
    from contactbook.formats.fidelity import Fidelity

RAW_SHOWN = 64 * 1024
"""Bytes of one refused card that the report holds; the file of refused cards has them all."""

RAW_BUDGET = 16 * 1024 * 1024
"""Bytes of refused cards that one report holds together."""

REFUSED_LISTED = 10_000
"""Refused cards that one report lists; the file of refused cards has them all."""

REFUSED_KEPT = 1_000
"""Refused cards, and as many remarks, that stay in the book with the report of a run."""

REMARKS_HELD = 10_000
"""Remarks that one report lists; of those beyond, only their number by kind is known."""


@dataclass(slots=True)
class Rejected:
    """A card or row that was not taken: where it stands (line 1-based), why (code), and its bytes."""

    file: str
    line: int
    reason: str
    raw: bytes = b""
    column: str = ""
    detail: str = ""
    truncated: bool = False
    sheet: str = ""
    cells: tuple[str, ...] = ()

    def to_json(self) -> dict[str, object]:
        """The shape of command_line.md, with column and detail where they are known."""
        shape: dict[str, object] = {
            "file": self.file,
            "line": self.line,
            "reason": self.reason,
            "raw": text_of(self.raw),
        }
        further = {
            "column": self.column,
            "detail": self.detail,
            "truncated": self.truncated,
            "sheet": self.sheet,
        }
        return shape | {key: value for key, value in further.items() if value}


@dataclass(slots=True)
class Noticed:
    """Something that was read with a guess or a repair (code), and where."""

    file: str
    line: int
    code: str
    detail: str = ""

    def to_json(self) -> dict[str, object]:
        """File, line, code and detail."""
        return {"file": self.file, "line": self.line, "code": self.code, "detail": self.detail}


@dataclass(slots=True)
class Doubtful:
    """A new contact that looks like others: where its card stands, why (code), and like whom of the book."""

    file: str
    line: int
    name: str
    reason: str
    contacts: tuple[int, ...] = ()

    def to_json(self) -> dict[str, object]:
        """File, line, name, reason and contacts."""
        return {
            "file": self.file,
            "line": self.line,
            "name": self.name,
            "reason": self.reason,
            "contacts": [*self.contacts],
        }


@dataclass(slots=True)
class Properties:
    """How the properties (in tables: cells) fared; what is neither mapped nor kept raw is lost.

    The numbers come from comparing what came in with what is written again, not from trust.
    """

    read: int = 0
    mapped: int = 0
    kept_raw: int = 0

    @property
    def lost(self) -> int:
        """Properties of accepted cards that are nowhere in the book: must be 0."""
        return self.read - self.mapped - self.kept_raw

    def add(self, read: int, mapped: int, kept_raw: int) -> None:
        """Count further ones."""
        self.read += read
        self.mapped += mapped
        self.kept_raw += kept_raw

    def count(self, fidelity: Fidelity) -> None:
        """Count those of a contact that was written."""
        self.add(fidelity.read, fidelity.mapped, fidelity.kept_raw)

    def to_json(self) -> dict[str, int]:
        """The four counts."""
        return {"read": self.read, "mapped": self.mapped, "kept_raw": self.kept_raw, "lost": self.lost}


@dataclass(slots=True)
class FileReport:
    """How one file was understood and what was in it; `problem` is the code why it could not be read.

    Always: rows = created + updated + unchanged + skipped + groups + rejected.
    """

    file: str
    size: int = 0
    format: str = ""
    program: str = ""
    encoding: str = ""
    delimiter: str = ""
    guessed: bool = False
    cards: int = 0
    groups: int = 0
    rejected: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: int = 0
    problem: str = ""
    properties: Properties = field(default_factory=Properties)
    headings: dict[str, list[str]] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def counts(self) -> dict[str, int]:
        """The numbers that the sentence of a file needs; they add up to the first."""
        return {
            "read": self.cards + self.groups + self.rejected + self.skipped,
            "created": self.created,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "skipped": self.skipped,
            "groups": self.groups,
            "rejected": self.rejected,
        }

    def to_json(self) -> dict[str, object]:
        """Every attribute under its own name, but `headings` (by sheet), which are the file's own words.

        `columns`, the field of an entry by heading, are there for tables of entries.
        """
        shape: dict[str, object] = {
            "file": self.file,
            "size": self.size,
            "format": self.format,
            "program": self.program,
            "encoding": self.encoding,
            "delimiter": self.delimiter,
            "guessed": self.guessed,
            "cards": self.cards,
            "groups": self.groups,
            "rejected": self.rejected,
            "created": self.created,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "skipped": self.skipped,
            "problem": self.problem,
            "properties": self.properties.to_json(),
        }
        return shape | ({"columns": self.columns} if self.columns else {})


@dataclass(slots=True)
class ImportReport:
    """The whole run. Always: read = created + updated + unchanged + skipped + groups + refused cards.

    `companies` counts those that were made of the names of people's companies; they are no cards.
    `refused` counts what is in `rejected`, and what there was no room for. `rejected` also lists files that
    could not be read at all (line 0); those count no card. `possible_duplicates` of the created contacts look
    like others; `doubtful` lists the first of them. `entries` is the kind of the entries that the rows
    became, "" for an import of contacts.
    """

    read: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: int = 0
    groups: int = 0
    companies: int = 0
    refused: int = 0
    possible_duplicates: int = 0
    doubtful: list[Doubtful] = field(default_factory=list[Doubtful])
    rejected: list[Rejected] = field(default_factory=list)
    remarks: list[Noticed] = field(default_factory=list)
    files: list[FileReport] = field(default_factory=list)
    properties: Properties = field(default_factory=Properties)
    dry_run: bool = False
    step: int = 0
    run: int = 0
    entries: str = ""
    further_remarks: Counter[str] = field(default_factory=Counter[str])
    _raw_held: int = 0

    @property
    def counts(self) -> dict[str, int]:
        """The numbers that a summary needs; `of_entries` is 1 when they count entries.

        `rejected` counts the whole files that could not be read, which `unreadable` counts alone.
        """
        counts = {
            "read": self.read,
            "created": self.created,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "skipped": self.skipped,
            "groups": self.groups,
            "companies": self.companies,
            "rejected": self.refused,
            "possible_duplicates": self.possible_duplicates,
        }
        if unreadable := sum(bool(file.problem) for file in self.files):
            counts["unreadable"] = unreadable
        return counts | ({"of_entries": 1} if self.entries else {})

    def reject(self, rejected: Rejected) -> None:
        """Count a refused card and list it, with only as much of its bytes as a person would look at."""
        self.refused += 1
        if len(self.rejected) >= REFUSED_LISTED and rejected.line:
            return
        room = min(RAW_SHOWN, RAW_BUDGET - self._raw_held)
        if len(rejected.raw) > room:
            rejected.raw = rejected.raw[:room]
            rejected.truncated = True
        self._raw_held += len(rejected.raw)
        self.rejected.append(rejected)

    def doubt(self, doubtful: Doubtful) -> None:
        """Count a new contact that looks like others, and list it unless there are very many."""
        self.possible_duplicates += 1
        if len(self.doubtful) < REFUSED_KEPT:
            self.doubtful.append(doubtful)

    def tell_unreadable(self, problems: Mapping[int, Problem]) -> None:
        """Note which files could not be read, by number.

        Raises the problem of the first when none was, and that of a file that changed while it was read.
        """
        for problem in problems.values():
            if problem.code == CHANGED:
                raise problem
        if problems and len(problems) == len(self.files) and self.read == self.refused:
            raise problems[min(problems)]
        for number, problem in sorted(problems.items()):
            file = self.files[number]
            file.problem = problem.code
            self.reject(Rejected(file.file, 0, problem.code, detail=file.file.rpartition("/")[2]))

    def kinds_of_remarks(self) -> list[tuple[Noticed, int]]:
        """The first remark of each kind, and how many of the kind there are."""
        first: dict[str, Noticed] = {}
        for noticed in self.remarks:
            first.setdefault(noticed.code, noticed)
        counts = Counter(noticed.code for noticed in self.remarks) + self.further_remarks
        return [(noticed, counts[code]) for code, noticed in first.items()]

    def notice(self, noticed: Noticed) -> None:
        """List a remark, or count it when there are very many."""
        if len(self.remarks) < REMARKS_HELD:
            self.remarks.append(noticed)
        else:
            self.further_remarks[noticed.code] += 1

    def to_json(self) -> dict[str, object]:
        """The document of `import --json`; the same keys for a dry run."""
        kind: dict[str, object] = {"entries": self.entries} if self.entries else {}
        return kind | {
            "read": self.read,
            "created": self.created,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "skipped": self.skipped,
            "groups": self.groups,
            "rejected": [rejected.to_json() for rejected in self.rejected],
            "rejected_count": self.refused,
            "properties": self.properties.to_json(),
            "companies": self.companies,
            "possible_duplicates": self.possible_duplicates,
            "doubtful": [doubtful.to_json() for doubtful in self.doubtful],
            "step": self.step,
            "dry_run": self.dry_run,
            "files": [file.to_json() for file in self.files],
            "remarks": [remark.to_json() for remark in self.remarks],
            "further_remarks": dict(self.further_remarks),
        }

    def to_keep(self) -> dict[str, object]:
        """What stays in the book: as `to_json`, of refused cards and remarks at most `REFUSED_KEPT`.

        What saving refused rows as a table needs is added: their cells, and the headings of the files.
        """
        kept = self.to_json()
        kept["rejected"] = [one.to_json() | {"cells": one.cells} for one in self.rejected[:REFUSED_KEPT]]
        kept["remarks"] = [one.to_json() for one in self.remarks[:REFUSED_KEPT]]
        kept["files"] = [one.to_json() | {"headings": one.headings} for one in self.files]
        return kept


@dataclass(slots=True)
class ImportResult:
    """What `import_files` gives: the report and what changed in the book (nothing, after a dry run)."""

    report: ImportReport
    changes: Changes


def text_of(raw: bytes) -> str:
    """Bytes of a file for a person's eyes: UTF-8 where it is, else Windows-1252, never an error."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def report_from_json(kept: dict[str, Any]) -> ImportReport:
    """The report of `ImportReport.to_keep`; an older version kept no cells and headings."""
    report = ImportReport(refused=kept.get("rejected_count", 0), entries=kept.get("entries", ""))
    for name in (
        "read",
        "created",
        "updated",
        "unchanged",
        "skipped",
        "groups",
        "companies",
        "step",
        "possible_duplicates",
    ):
        setattr(report, name, kept.get(name, 0))
    report.properties = _properties(kept.get("properties", {}))
    for shape in kept.get("files", ()):
        properties = _properties(shape.pop("properties", {}))
        report.files.append(FileReport(**shape, properties=properties))
    for shape in kept.get("rejected", ()):
        raw = str(shape.pop("raw", "")).encode("utf-8", "surrogatepass")
        cells = tuple(shape.pop("cells", ()))
        report.rejected.append(Rejected(**shape, raw=raw, cells=cells))
    for shape in kept.get("doubtful", ()):
        contacts = tuple(shape.pop("contacts", ()))
        report.doubtful.append(Doubtful(**shape, contacts=contacts))
    report.remarks = [Noticed(**shape) for shape in kept.get("remarks", ())]
    report.further_remarks.update(cast("dict[str, int]", kept.get("further_remarks", {})))
    return report


def _properties(shape: dict[str, int]) -> Properties:
    return Properties(shape.get("read", 0), shape.get("mapped", 0), shape.get("kept_raw", 0))
