"""R5 and R6 as properties: what the check promises happens, and one undo brings back what was there."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contactbook.actions import undoing
from contactbook.actions.import_checking import check_import
from contactbook.actions.import_options import LOOKALIKES, POLICIES, ImportOptions
from contactbook.actions.importing import import_files
from contactbook.store import queries
from tests.actions.conftest import tables

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from contactbook.domain.contact import Contact
    from contactbook.store.book import Book

HEAD = ("UID", "First Name", "Last Name", "Email", "Phone", "Company", "Customer No", "Notes")
ROW = st.tuples(
    st.sampled_from(["", "", "u1", "u2"]),
    st.sampled_from(["", "Ada", "Bob", "A."]),
    st.sampled_from(["", "Roe", "ROE", "Byron"]),
    st.sampled_from(["", "a@x.example", "b@x.example"]),
    st.sampled_from(["", "+441234567890", "+441234567891"]),
    st.sampled_from(["", "Acme", "ACME "]),
    st.sampled_from(["", "7", "8"]),
    st.sampled_from(["", "old", "new"]),
)
ROWS = st.lists(ROW, min_size=1, max_size=6)
POLICY = st.sampled_from(POLICIES)
OPTIONS = st.builds(
    ImportOptions,
    existing=POLICY,
    policies=st.dictionaries(
        st.sampled_from(["phone", "note", "organization", "email", "field.customer_no", "tags"]),
        POLICY,
        max_size=3,
    ),
    match=st.lists(st.sampled_from(["uid", "email", "phone", "source"]), unique=True, min_size=1).map(tuple),
    lookalikes=st.sampled_from(LOOKALIKES),
    companies=st.sampled_from(["", "create", "link", "none"]),
    tags=st.sampled_from([(), ("fair",)]),
)


def write(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([HEAD, *rows])
    path.write_text(text.getvalue(), "utf-8")
    return path


def everybody(book: Book) -> dict[int, Contact]:
    ids = sorted(queries.ids_of(book.reader, queries.View("all")))
    return {one.id: one for one in queries.load_many(book.reader, ids)}


def said(contact: Contact) -> set[str]:
    values = {point.value for point in contact.points} | {value.value for value in contact.fields}
    return values | set(contact.tags) | {contact.given, contact.family, contact.organization, contact.note}


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=ROWS, rows=ROWS, options=OPTIONS)
def test_the_check_the_report_and_the_book_say_the_same_and_undo_takes_all_of_it_back(
    new_book: Callable[[], Book],
    tmp_path: Path,
    before: list[tuple[str, ...]],
    rows: list[tuple[str, ...]],
    options: ImportOptions,
) -> None:
    book = new_book()
    import_files(book, [write(tmp_path / "before.csv", before)])
    path = write(tmp_path / "rows.csv", rows)
    earlier, was = everybody(book), tables(book)
    check = check_import(book, [path], options=options)
    assert tables(book) == was
    report = import_files(book, [path], options=options).report
    assert check.report.counts == report.counts
    assert [one.to_json() for one in check.report.doubtful] == [one.to_json() for one in report.doubtful]
    assert check.count("new") + check.count("duplicate") == report.created
    assert check.count("duplicate") == report.possible_duplicates
    later = everybody(book)
    assert not earlier.keys() - later.keys()
    assert len(later.keys() - earlier.keys()) == report.created + report.companies
    changed = {key for key in earlier if said(earlier[key]) != said(later[key])}
    assert len(changed) <= report.updated
    for key, contact in earlier.items():  # a blank never erases
        now = later[key]
        assert not contact.note or now.note
        assert not contact.given or now.given
        assert len(now.points) >= min(1, len(contact.points))
        assert now.uid == contact.uid or not contact.uid
    if report.step:
        again = tables(book)
        undone = undoing.undo(book, report.step)
        assert not undone.kept
        assert tables(book) == was
        redone = import_files(book, [path], options=options).report
        assert redone.counts == report.counts
        undoing.undo(book, redone.step)
        undoing.undo(book, undone.step)
        assert tables(book) == again
