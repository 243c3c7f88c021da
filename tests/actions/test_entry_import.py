"""Tables of purchases, donations, tickets and scores onto contacts (contactbook.actions.entry_import)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.actions import editing, entry_import, timelines, undoing
from contactbook.actions.entry_import import EntryOptions
from contactbook.domain.problems import Cancelled, Problem
from contactbook.wording import entry_import_words
from tests.actions.conftest import tables

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.store.book import Book


def person(book: Book, given: str, **values: object) -> int:
    (contact_id,) = editing.add_contact(book, {"given": given, **values}).made
    return contact_id


def table(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "orders.csv"
    path.write_bytes(text.encode(encoding))
    return path


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
    report = entry_import.import_entries(book, path)
    assert report.kind == "purchase"
    assert dict(report.counts) == {
        "read": 6, "known": 0, "logged": 4, "refused": 2, "no_contact": 1, "amount": 1,
    }  # fmt: skip
    assert [(line, reason) for line, reason, _cells in report.refused] == [(6, "no_contact"), (7, "amount")]
    assert [entry.subject for entry in timelines.timeline(book, ada)] == ["Table", "Chair", "Tent"]
    tent = list(timelines.timeline(book, ada))[-1]
    assert (tent.amount, tent.currency, tent.quantity, tent.external_id) == (124_950, "EUR", 3, "purchase:1")
    assert entry_import.import_entries(book, path).counts["known"] == 4
    undoing.undo(book, report.changes.step if report.changes else 0)
    assert tables(book) == before


def test_lines_of_one_order_are_entries_each_and_come_once(book: Book, tmp_path: Path) -> None:
    ada = person(book, "Ada", email="ada@a.example")
    rows = "Bestellnummer;E-Mail;Artikel;Betrag;Datum\n"
    rows += "7;ada@a.example;Großes Zelt für Österreich;1.249,50 €;02.03.2026\n"
    rows += "7;ada@a.example;Hering;5,00 €;02.03.2026\n"
    path = table(tmp_path, rows, "cp1252")
    assert entry_import.import_entries(book, path).counts["logged"] == 2
    assert entry_import.import_entries(book, path).counts["known"] == 2
    assert sorted(entry.amount or 0 for entry in timelines.timeline(book, ada)) == [500, 124_950]


def test_donations_scores_and_tickets_are_told_by_their_columns(book: Book, tmp_path: Path) -> None:
    ada = person(book, "Ada", email="ada@a.example")
    for text in (
        "Donor email,Amount,Fund,Date\nada@a.example,50,Spring,2026-01-02\n",
        "Email,NPS,Comment,Submitted at\nada@a.example,9,Fine,2026-01-03T10:00:00Z\n",
        "Email,Ticket ID,Subject,Status,Created\nada@a.example,T-1,Broken zip,open,2026-01-04\n",
    ):
        assert (
            entry_import.import_entries(
                book, table(tmp_path, text), options=EntryOptions(currency="EUR")
            ).counts["logged"]
            == 1
        )
    kinds = [entry.kind for entry in timelines.timeline(book, ada)]
    assert kinds == ["case", "feedback", "donation"]


def test_what_is_in_doubt_is_left_out_and_can_be_saved(book: Book, tmp_path: Path) -> None:
    person(book, "Ada", email="one@a.example")
    person(book, "Bea", email="one@a.example")
    person(book, "Cy", email="cy@c.example")
    path = table(
        tmp_path,
        "Email,Amount,Currency,Date\none@a.example,5,EUR,2026-01-01\ncy@c.example,5,EUR,03/04/2026\n"
        "cy@c.example,5,EUR,soon\n",
    )
    report = entry_import.import_entries(book, path)
    assert [reason for _line, reason, _cells in report.refused] == ["several_contacts", "date_order", "date"]
    rejects = tmp_path / "left.csv"
    entry_import.save_refused(report, rejects, entry_import_words.reason)
    lines = rejects.read_text("utf-8-sig").splitlines()
    assert lines[0] == "Email,Amount,Currency,Date,Reason"
    assert lines[3].startswith("cy@c.example,5,EUR,soon,")
    told = entry_import.import_entries(book, path, options=EntryOptions(date_order="dmy"))
    assert told.counts["logged"] == 1


def test_a_dry_run_a_cancelled_one_and_a_strange_table_keep_nothing(book: Book, tmp_path: Path) -> None:
    person(book, "Ada", email="ada@a.example")
    before = tables(book)
    path = table(tmp_path, "Email,Amount,Currency\nada@a.example,5,EUR\n")
    assert entry_import.import_entries(book, path, dry_run=True).counts["logged"] == 1
    with pytest.raises(Cancelled):
        entry_import.import_entries(book, path, cancelled=lambda: True)
    strange = table(tmp_path, "Colour,Amount\nred,5\nblue,6\n")
    with pytest.raises(Problem, match="no_columns"):
        entry_import.import_entries(book, strange)
    assert tables(book) == before
    named = EntryOptions(columns={"Colour": "name"})
    assert entry_import.import_entries(book, strange, options=named).counts["no_contact"] == 2
