"""Real files of other programs: every card is created or refused, and a second time nothing is new."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from contactbook.actions.import_options import ImportOptions
from contactbook.actions.importing import import_files
from contactbook.domain.problems import Problem
from tests.actions.conftest import tables

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.actions.import_report import ImportReport
    from contactbook.store.book import Book

BEGIN = re.compile(rb"^[ \t\xef\xbb\xbf]*begin[ \t]*:[ \t]*vcard[ \t]*$", re.IGNORECASE | re.MULTILINE)
NOT_CARDS = frozenset({"Empty.vcf", "caldavtester__vcarderrors__4.vcf"})
"""One without a byte, and one whose BEGIN line is no BEGIN line: it is refused as a whole."""


def cards_in(data: bytes) -> int:
    """The BEGIN lines of a file, counted without the reader."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = data.decode("utf-16").encode()
    elif b"\0" in data[:2]:
        data = data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-16-be").encode()
    return len(BEGIN.findall(data.replace(b"\r", b"\n")))


def check_sums(report: ImportReport) -> None:
    refused = sum(1 for rejected in report.rejected if rejected.line)
    assert report.read == (
        report.created + report.updated + report.unchanged + report.skipped + report.groups + refused
    )
    assert report.properties.lost == 0
    for rejected in report.rejected:
        assert rejected.reason
        assert rejected.raw or rejected.reason == "text_between_cards" or not rejected.line


def test_every_card_is_created_or_refused(book: Book, corpus: Path) -> None:
    files = sorted(path for path in (corpus / "vcard").rglob("*.vcf") if path.name not in NOT_CARDS)
    assert len(files) > 100
    for path in files:
        report = import_files(book, [path], options=ImportOptions(dry_run=True)).report
        check_sums(report)
        assert report.read == cards_in(path.read_bytes()), path.name
        assert report.created + report.groups + len(report.rejected) == report.read, path.name


def test_a_card_without_a_begin_line_is_named(book: Book, corpus: Path) -> None:
    (path,) = (corpus / "vcard").rglob("caldavtester__vcarderrors__4.vcf")
    report = import_files(book, [path]).report
    assert (report.read, report.created) == (1, 0)
    (rejected,) = report.rejected
    assert (rejected.line, rejected.reason) == (1, "begin_missing")
    assert rejected.raw == path.read_bytes()


def test_every_table_is_read_or_refused_with_a_reason(book: Book, corpus: Path) -> None:
    read = 0
    refused: list[str] = []
    for path in sorted((corpus / "csv").rglob("*.csv")):
        try:
            report = import_files(book, [path], options=ImportOptions(dry_run=True)).report
        except Problem as problem:
            refused.append(problem.code)
            continue
        check_sums(report)
        assert report.created > 0, path.name
        read += 1
    assert read >= 25
    assert set(refused) <= {"import.empty_file", "import.not_recognised"}


@pytest.mark.timeout(180)
def test_the_whole_corpus_twice(book: Book, corpus: Path) -> None:
    folder = [corpus / "vcard"]
    dry = import_files(book, folder, options=ImportOptions(dry_run=True)).report
    first = import_files(book, folder).report
    assert dry.counts == first.counts
    assert dry.to_json()["rejected"] == first.to_json()["rejected"]
    check_sums(first)
    before = tables(book)
    second = import_files(book, folder)
    check_sums(second.report)
    assert (second.report.created, second.report.updated) == (0, 0)
    assert second.report.unchanged == first.created + first.updated + first.unchanged
    assert not second.changes
    assert tables(book) == before
