"""Tables of purchases, donations, tickets and scores onto contacts (contactbook.actions.entry_import)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.actions import editing, entry_mappings, import_runs, importing, timelines, undoing
from contactbook.actions.import_checking import check_import
from contactbook.actions.import_options import Decision, ImportOptions, RowRef
from contactbook.domain.problems import Cancelled, Problem
from contactbook.store import list_queries, queries
from contactbook.wording import reports
from tests.actions.conftest import tables

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.actions.import_report import ImportReport
    from contactbook.store.book import Book


def person(book: Book, given: str, **values: object) -> int:
    (contact_id,) = editing.add_contact(book, {"given": given, **values}).made
    return contact_id


def table(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "orders.csv"
    path.write_bytes(text.encode(encoding))
    return path


def bring(book: Book, path: Path, **options: object) -> ImportReport:
    said = ImportOptions(**{"rows_are": "entries", **options})  # type: ignore[arg-type]
    return importing.import_files(book, [path], options=said, say=reports.refusal).report


def counts(report: ImportReport) -> tuple[int, int, int, int, int]:
    assert report.read == sum(
        (report.created, report.updated, report.unchanged, report.skipped, report.refused)
    )
    return report.created, report.updated, report.unchanged, report.skipped, report.refused


def test_rows_find_their_contact_by_every_key_and_are_one_step(book: Book, tmp_path: Path) -> None:
    ada = person(book, "Ada", family="Kowalska", email="ada@a.example", phone="+48 58 555 01 01")
    ben = person(book, "Ben", email="ben@b.example")
    before = tables(book)
    path = table(
        tmp_path,
        "Order ID,Email,Contact ID,Phone,Name,Item,Quantity,Amount,Currency,Order date\n"
        "1,ADA@a.example,,,,Tent,3,\"1,249.50\",EUR,2026-03-02\n"
        f"2,,{ben},,,Lamp,1,20,EUR,2026-03-03 10:30\n"
        "3,,,+48585550101,,Chair,2,40,EUR,2026-03-04\n"
        "4,,,,ada kowalska,Table,1,80,EUR,2026-03-05\n"
        "5,x@x.example,,,,Sofa,1,80,EUR,2026-03-05\n"
        "6,ben@b.example,,,,Sofa,1,much,EUR,2026-03-05\n",
    )  # fmt: skip
    report = bring(book, path)
    print([(r.reason, r.cells, r.line) for r in report.rejected])
    assert (report.entries, counts(report)) == ("purchase", (4, 0, 0, 0, 2))
    assert [(one.line, one.reason) for one in report.rejected] == [(6, "no_contact"), (7, "amount")]
    assert [entry.subject for entry in timelines.timeline(book, ada)] == ["Table", "Chair", "Tent"]
    tent = list(timelines.timeline(book, ada))[-1]
    assert (tent.amount, tent.currency, tent.quantity, tent.external_id) == (124_950, "EUR", 3, "purchase:1")
    again = bring(book, path)
    assert (counts(again), again.step) == ((0, 0, 4, 0, 2), 0)
    undoing.undo(book, report.step)
    assert tables(book) == before


def test_a_changed_row_of_a_known_order_changes_its_entry_only(book: Book, tmp_path: Path) -> None:
    ada = person(book, "Ada", email="ada@a.example")
    head, same = "Order ID,Email,Item,Amount,Currency\n", "2,ada@a.example,Lamp,20,EUR\n"
    bring(book, table(tmp_path, f"{head}1,ada@a.example,Tent,10,EUR\n{same}"))
    (_lamp, tent) = timelines.timeline(book, ada)
    path = table(tmp_path, f"{head}1,ada@a.example,Tent (large),12.50,EUR\n{same}")
    report = bring(book, path)
    assert counts(report) == (0, 1, 1, 0, 0)
    changed = next(one for one in timelines.timeline(book, ada) if one.id == tent.id)
    assert (changed.subject, changed.amount) == ("Tent (large)", 1250)
    assert counts(bring(book, path)) == (0, 0, 2, 0, 0)
    undoing.undo(book, report.step)
    assert next(one for one in timelines.timeline(book, ada) if one.id == tent.id) == tent


def test_lines_of_one_order_are_entries_each_and_come_once(book: Book, tmp_path: Path) -> None:
    ada = person(book, "Ada", email="ada@a.example")
    rows = "Bestellnummer;E-Mail;Artikel;Betrag;Datum\n"
    rows += "7;ada@a.example;Großes Zelt für Österreich;1.249,50 €;02.03.2026\n"
    rows += "7;ada@a.example;Hering;5,00 €;02.03.2026\n"
    path = table(tmp_path, rows, "cp1252")
    assert counts(bring(book, path, encoding="cp1252")) == (2, 0, 0, 0, 0)
    assert counts(bring(book, path, encoding="cp1252")) == (0, 0, 2, 0, 0)
    assert sorted(entry.amount or 0 for entry in timelines.timeline(book, ada)) == [500, 124_950]


def test_donations_scores_and_tickets_are_told_by_their_columns(book: Book, tmp_path: Path) -> None:
    ada = person(book, "Ada", email="ada@a.example")
    for text in (
        "Donor email,Amount,Fund,Date\nada@a.example,€50,Spring,2026-01-02\n",
        "Email,NPS,Comment,Submitted at\nada@a.example,9,Fine,2026-01-03T10:00:00Z\n",
        "Email,Ticket ID,Subject,Status,Created\nada@a.example,T-1,Broken zip,open,2026-01-04\n",
    ):
        assert bring(book, table(tmp_path, text)).created == 1
    kinds = [entry.kind for entry in timelines.timeline(book, ada)]
    assert kinds == ["case", "feedback", "donation"]


def test_what_is_in_doubt_is_left_out_and_comes_back_corrected(book: Book, tmp_path: Path) -> None:
    person(book, "Ada", email="one@a.example")
    person(book, "Bea", email="one@a.example")
    person(book, "Cy", email="cy@c.example")
    path = table(
        tmp_path,
        "Email,Amount,Currency,Date\none@a.example,5,EUR,2026-01-01\ncy@c.example,5,EUR,03/04/2026\n"
        "cy@c.example,5,EUR,soon\n",
    )
    rejects = tmp_path / "left.csv"
    report = bring(book, path, rejects=rejects)
    assert [one.reason for one in report.rejected] == ["several_contacts", "date_order", "date"]
    lines = rejects.read_text("utf-8-sig").splitlines()
    assert lines[0] == "Why Contactbook refused this row,Email,Amount,Currency,Date"
    assert lines[3] == "The date is not understood.,cy@c.example,5,EUR,soon"
    assert counts(bring(book, path, date_order="dmy")) == (1, 0, 0, 0, 2)
    rejects.write_text(rejects.read_text("utf-8-sig").replace("soon", "2026-04-05"), "utf-8")
    assert counts(bring(book, rejects)) == (1, 0, 0, 0, 2)


def test_the_check_tells_every_row_and_does_what_was_decided(book: Book, tmp_path: Path) -> None:
    ada = person(book, "Ada", email="ada@a.example")
    person(book, "Bea", email="both@b.example")
    bea = person(book, "Beata", email="both@b.example")
    path = table(
        tmp_path,
        "Order,Email,Total\n1,ada@a.example,€5\n2,new@a.example,€6\n3,NEW@a.example,€7\n4,both@b.example,€8\n"
        "5,ada@a.example,much\n",
    )
    before = tables(book)
    options = ImportOptions(rows_are="purchase")
    seen = check_import(book, [path], options=options)
    assert tables(book) == before
    assert [(row.line, row.fate) for row in seen.page()] == [
        (2, "new"), (3, "no_contact"), (4, "no_contact"), (5, "several_contacts"), (6, "refused"),
    ]  # fmt: skip
    assert seen.page("no_contact")[0].name == "new@a.example  ·  €6"
    assert seen.open_row(book, seen.page("several_contacts")[0]).candidates[1:] == [bea]
    assert seen.open_row(book, seen.page("no_contact")[0]).cells == ["2", "new@a.example", "€6"]
    nobody = seen.of_the_same(seen.page("no_contact")[0])
    assert nobody == [RowRef(0, 1), RowRef(0, 2)]
    decisions = dict.fromkeys(nobody, Decision(into=ada)) | {
        RowRef(0, 0): Decision(skip=True),
        RowRef(0, 3): Decision(into=bea),
        RowRef(0, 4): Decision(cells=("5", "ada@a.example", "€9")),
    }
    decided = ImportOptions(rows_are="purchase", decisions=decisions)
    told = check_import(book, [path], options=decided)
    assert [row.fate for row in told.page()] == ["skipped", "new", "new", "new", "new"]
    assert told.of_the_same(told.page()[1]) == nobody
    report = importing.import_files(book, [path], options=decided).report
    assert counts(report) == (4, 0, 0, 1, 0)
    assert sorted(entry.amount or 0 for entry in timelines.timeline(book, ada)) == [600, 700, 900]


def test_an_import_stays_with_its_report_in_the_book(book: Book, tmp_path: Path) -> None:
    ada = person(book, "Ada", email="ada@a.example")
    path = table(tmp_path, "Email,Order,Total\nada@a.example,1,€5\nx@x.example,2,€6\n")
    report = bring(book, path)
    (run,) = queries.counts(book.reader).imports
    assert (run.name, run.count) == ("orders.csv", 1)
    assert list_queries.members(book.reader, list_queries.View(kind="import", run_id=run.id)) == {ada}
    kept = import_runs.report_of(book, run.id)
    assert (kept.entries, counts(kept)) == ("purchase", counts(report))
    assert kept.rejected[0].cells == ("x@x.example", "2", "€6")
    undoing.undo(book, import_runs.step_of(book, run.id))
    (undone,) = queries.counts(book.reader).imports
    assert (undone.name, undone.count, undone.undone) == ("orders.csv", 0, True)


def test_columns_and_currency_can_be_said(book: Book, tmp_path: Path) -> None:
    ada = person(book, "Ada", email="ada@a.example")
    path = table(tmp_path, "Buyer,Order,Total,Price\nada@a.example,1,5,4\n")
    said = ImportOptions(rows_are="entries")
    options = entry_mappings.overruled([path], said, {"Buyer": "email", "Price": "amount"}, "EUR")
    report = importing.import_files(book, [path], options=options).report
    assert report.files[0].columns == {
        "Buyer": "email",
        "Order": "external",
        "Total": "extra",
        "Price": "amount",
    }
    assert [(one.amount, one.currency) for one in timelines.timeline(book, ada)] == [(400, "EUR")]
    for columns in ({"Buyer": "nothing"}, {"Colour": "email"}):
        with pytest.raises(Problem, match="option_unknown"):
            entry_mappings.overruled([path], said, columns)


def test_a_cancelled_one_and_a_strange_table_keep_nothing(book: Book, tmp_path: Path) -> None:
    person(book, "Ada", email="ada@a.example")
    before = tables(book)
    path = table(tmp_path, "Email,Amount,Currency\nada@a.example,5,EUR\n")
    with pytest.raises(Cancelled):
        importing.import_files(
            book, [path], options=ImportOptions(rows_are="entries"), cancelled=lambda: True
        )
    strange = table(tmp_path, "Colour,Amount\nred,5\nblue,6\n")
    with pytest.raises(Problem, match="no_columns"):
        bring(book, strange)
    with pytest.raises(Problem, match="no_such_kind"):
        bring(book, table(tmp_path, "Email,Amount\nada@a.example,5\n"), rows_are="wedding")
    assert tables(book) == before
