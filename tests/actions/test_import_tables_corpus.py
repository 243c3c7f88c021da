"""Every table of other programs, row by row: nothing is lost, and the check says what happens (R5)."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from contactbook.actions.import_checking import check_import
from contactbook.actions.import_fates import FATES, REFUSED
from contactbook.actions.import_inspection import InspectedFile, inspect
from contactbook.actions.import_options import ImportOptions
from contactbook.actions.importing import import_files
from contactbook.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from contactbook.store.book import Book


MATCHING = ImportOptions(match=("uid", "email", "phone", "source"), existing="add", companies="create")


def rows_in(path: Path, file: InspectedFile) -> int:
    """The filled rows below the heading, split without our own reader."""
    text = path.read_bytes().decode(file.encoding, "replace").removeprefix("\ufeff")
    if file.format == "ldif":
        blocks = text.replace("\r", "").split("\n\n")
        lines = [[line for line in block.splitlines() if ":" in line] for block in blocks]
        return sum(any(not line.lower().startswith("version:") for line in block) for block in lines)
    [table] = file.tables
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=file.delimiter))
    heading = rows[table.header_row - 1] if table.header_row else None
    return sum(any(map(str.strip, row)) and row != heading for row in rows[table.header_row :])


def problem_of(action: Callable[[Book, list[Path]], object], book: Book, path: Path) -> str:
    with pytest.raises(Problem) as caught:
        action(book, [path])
    return caught.value.code


def tables_of(corpus: Path) -> Iterator[tuple[Path, InspectedFile]]:
    for path in sorted((corpus / "csv").rglob("*")):
        if path.suffix.lower() in (".csv", ".ldif", ".txt"):
            [file] = inspect([path]).files
            if file.problem is None:
                yield path, file


@pytest.mark.timeout(240)
def test_rows_in_are_contacts_created_or_merged_or_refused_with_a_reason(book: Book, corpus: Path) -> None:
    counted = 0
    for path, file in tables_of(corpus):
        report = import_files(book, [path]).report
        refused = [one for one in report.rejected if one.line]
        taken = report.created + report.updated + report.unchanged
        assert taken + len(refused) == report.read == rows_in(path, file), path.name
        assert all(one.reason for one in refused), path.name
        assert report.properties.lost == 0, path.name
        counted += report.read
        told = report.files[0].counts
        assert told["read"] == report.read == sum(told.values()) - told["read"], path.name
    assert counted > 2000


@pytest.mark.timeout(240)
def test_the_equation_holds_for_each_of_many_files(book: Book, corpus: Path) -> None:
    paths = [path for path, _ in tables_of(corpus)]
    report = import_files(book, paths, options=MATCHING).report
    assert len(report.files) == len(paths) > 20
    for file in report.files:
        assert file.counts["read"] == sum(file.counts.values()) - file.counts["read"], file.file
    for name in ("created", "updated", "unchanged", "skipped", "groups"):
        assert sum(file.counts[name] for file in report.files) == getattr(report, name)
    assert report.updated
    assert sum(file.rejected for file in report.files) == report.refused


@pytest.mark.timeout(240)
def test_r5_the_check_equals_an_import_that_updates_by_email_and_phone(book: Book, corpus: Path) -> None:
    updated = 0
    for path, _ in tables_of(corpus):
        check = check_import(book, [path], options=MATCHING)
        report = import_files(book, [path], options=MATCHING).report
        assert check.report.counts == report.counts, path.name
        assert check.report.files[0].counts == report.files[0].counts, path.name
        assert check.count("duplicate") == report.possible_duplicates, path.name
        updated += report.updated
    assert updated


@pytest.mark.timeout(240)
def test_r5_the_check_equals_the_import_on_every_file(book: Book, corpus: Path) -> None:
    files = sorted(path for path in corpus.rglob("*") if path.parent.parent.name in ("csv", "vcard"))
    checked = 0
    for path in files:
        if inspect([path]).files[0].problem is not None:
            assert problem_of(check_import, book, path) == problem_of(import_files, book, path), path.name
            continue
        check = check_import(book, [path])
        report = import_files(book, [path]).report
        assert check.report.counts == report.counts, path.name
        assert check.report.companies == report.companies, path.name
        fates = {fate: check.count(fate) for fate in FATES}
        assert fates["new"] + fates["duplicate"] == report.created, path.name
        for fate in ("updated", "unchanged", "skipped"):
            assert fates[fate] == getattr(report, fate), path.name
        assert fates["group"] == report.groups, path.name
        assert fates[REFUSED] == sum(one.line > 0 for one in report.rejected), path.name
        assert len(check.fates) == report.read, path.name
        checked += 1
    assert checked > 200
