"""An import that is being prepared: which files, what was recognised, and everything the person chose so far.

The pages of the import window change it and follow it; the check and the import take its `options`.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from contactbook.ui.tasks import Job

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from contactbook.actions.import_inspection import InspectedFile, InspectedTable, Inspection
    from contactbook.actions.import_mappings import Mapping
    from contactbook.actions.import_options import Decision, ImportOptions, RowRef
    from contactbook.domain.problems import Problem
    from contactbook.ui.book_session import BookSession


class ImportDraft(QObject):
    """Looks into the files on a thread of its own whenever what they are read by has changed."""

    inspecting = Signal(bool)
    """A look into the files has begun (True) or ended."""
    inspected = Signal()
    """`files` are new."""
    failed = Signal(object)
    """The `Problem` why nothing could be looked at."""
    changed = Signal()
    """A choice that bears upon the result was made: a check made before no longer holds."""

    def __init__(self, session: BookSession, parent: QObject | None = None, *, rows_are: str = "") -> None:
        """Args: rows_are: what the rows of tables are, "" to find out (see `ReadOptions.rows_are`)."""
        super().__init__(parent)
        self._session = session
        self._rows_are = rows_are
        self.paths: list[Path] = []
        self.files: list[InspectedFile] = []
        self.decisions: dict[RowRef, Decision] = {}
        self.kept_used: dict[str, str] = {}
        self._said: dict[str, Any] = {}
        self._choices: dict[str, Any] = {}
        self._job: Job[Any] | None = None

    def add(self, paths: Iterable[Path]) -> None:
        """More files; those that are there already stay once."""
        new = [path for path in dict.fromkeys(map(Path, paths)) if path not in self.paths]
        if new:
            self.paths += new
            self.start_again()

    def remove(self, file: InspectedFile) -> None:
        """Leave a file out. Of a folder or archive, everything that came with it goes too."""
        self.paths = [path for path in self.paths if not _holds(path, Path(file.path))]
        self.start_again()

    def choose(self, **choices: object) -> None:
        """Set choices of `ImportOptions` by name: `existing`, `match`, `policies`, `tags`, `companies` ..."""
        if any(self._choices.get(name) != value for name, value in choices.items()):
            self._choices.update(choices)
            self.changed.emit()

    def choice(self, name: str) -> Any:  # noqa: ANN401 - as the option is
        """What was chosen, or the default."""
        return getattr(self.options(), name)

    def read_as(self, file: InspectedFile, **how: str) -> None:
        """Overrule what was recognised of a file (`format`, `encoding`, `delimiter`); looks again."""
        self._said[file.key] = replace(self._said.get(file.key, file.options), mapping=None, **how)
        self.start_again()

    def map(self, file: InspectedFile, table: InspectedTable, mapping: Mapping) -> None:
        """Set what the columns of a table become."""
        table.mapping = mapping
        for column, chosen in zip(table.columns, mapping.columns, strict=False):
            column.column = chosen
        said = self._said.get(file.key, file.options)
        mappings = {one.name: one.mapping for one in file.tables}
        self._said[file.key] = replace(said, mapping=mappings, date_order=mapping.date_order)
        self.decisions.clear()
        self.changed.emit()

    def decide(self, refs: Sequence[RowRef], decision: Decision | None) -> None:
        """What the person wants for single rows; None goes back to the rules. The check is told by hand."""
        for ref in refs:
            if decision is None:
                self.decisions.pop(ref, None)
            else:
                self.decisions[ref] = decision

    def options(self, rows_are: str | None = None) -> ImportOptions:
        """All choices, for the check and the import; `rows_are` what the rows of tables are."""
        from contactbook.actions.import_options import ImportOptions
        from contactbook.domain.entry_columns import CONTACTS, ENTRIES

        if rows_are is None:
            rows_are = ENTRIES if self.of_entries else CONTACTS
        options = ImportOptions(**self._choices, decisions=dict(self.decisions), rows_are=rows_are)
        country = options.country
        files = {
            key: replace(
                said, country=said.country or country, date_order=said.date_order or options.date_order
            )
            for key, said in self._said.items()
        }
        return replace(options, files=files)

    @property
    def readable(self) -> list[InspectedFile]:
        """The files that can be imported."""
        return [file for file in self.files if file.problem is None]

    @property
    def tables(self) -> list[tuple[InspectedFile, InspectedTable]]:
        """Every table of every file, with the file it is in."""
        return [(file, table) for file in self.readable for table in file.tables]

    @property
    def of_entries(self) -> bool:
        """Whether all files list purchases and other entries, which come onto contacts that are there."""
        return bool(self.readable) and all(map(lists_entries, self.readable))

    @property
    def mixed(self) -> bool:
        """Whether some files list entries and others contacts: they are imported one after the other."""
        return not self.of_entries and any(map(lists_entries, self.readable))

    @property
    def busy(self) -> bool:
        """Whether files are being looked into."""
        return self._job is not None

    def inspect(self) -> None:
        """Look into the files (again)."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if not self.paths:
            self.files = []
            self.inspected.emit()
            return
        paths, options = list(self.paths), self.options(self._rows_are)
        book = self._session.book if self._session.is_open else None

        def work(_job: Job[Any]) -> Inspection:
            from contactbook.actions.import_inspection import inspect

            return inspect(paths, options, book)

        job: Job[Any] = Job(work=work, owner=self)
        job.on_done = lambda found: self._on_done(job, found)
        job.on_problem = lambda problem: self._on_problem(job, problem)
        self._job = job
        self.inspecting.emit(True)
        self._session.tasks.start(job)

    def start_again(self) -> None:
        """Look into the files anew; what was decided about single rows may be about other ones now."""
        self.decisions.clear()
        self.changed.emit()
        self.inspect()

    def stop(self) -> None:
        """Forget everything: the window goes, or the book does."""
        if self._job is not None:
            self._job.cancel()
        self._job = None
        self.paths, self.files = [], []
        self._said.clear()
        self.decisions.clear()

    def _on_done(self, job: Job[Any], found: Inspection) -> None:
        if job is self._job:
            self._job = None
            self.files = found.files
            self._use_kept()
            self.inspecting.emit(False)
            self.inspected.emit()

    def _use_kept(self) -> None:
        """A table with the headings of a mapping that was kept is mapped by it, unless somebody said else."""
        from contactbook.actions.import_mappings import applied

        for file, table in self.tables:
            said = self._said.get(file.key)
            if said is not None and said.mapping is not None:
                continue
            told = bool(self._rows_are or (said is not None and said.rows_are))
            for kept in table.kept:
                if not told or bool(kept.mapping.entries) == bool(table.mapping.entries):
                    self.map(file, table, applied(kept.mapping, table.mapping.headings))
                    self.kept_used[table.fingerprint] = kept.name
                    break

    def _on_problem(self, job: Job[Any], problem: Problem) -> None:
        if job is self._job:
            self._job = None
            self.files = []
            self.inspecting.emit(False)
            self.failed.emit(problem)
            self.inspected.emit()


def lists_entries(file: InspectedFile) -> bool:
    """Whether the tables of a file are of entries."""
    return any(table.mapping.entries for table in file.tables)


def _holds(path: Path, file: Path) -> bool:
    return path == file or path in file.parents
