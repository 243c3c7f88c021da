"""Copies of contacts, put back after a step took them away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain.contact import COMPANY, Contact, ContactPoint, FieldValue
from contactbook.store import companies, contacts, imports, queries
from contactbook.store.kept_copies import KeptCopies

if TYPE_CHECKING:
    from contactbook.store.book import Book


def test_a_contact_comes_back_with_all_that_it_points_to(book: Book) -> None:
    with book.step("add") as step:
        firm = contacts.insert(step, Contact(kind=COMPANY, organization="Acme"))
        ada = contacts.insert(
            step,
            Contact(
                given="Ada",
                organization="Acme",
                points=[ContactPoint("email", "a@b.example")],
                tags=["Club"],
                fields=[FieldValue("Size", "7", "size")],
            ),
        )
        bob = contacts.insert(step, Contact(given="Bob"))
        companies.link(step, {ada: firm})
        file = imports.add_file(step, imports.start_run(step, "a.csv"), "a.csv", format="csv")
        imports.add_source(step, ada, file, 2, b"Ada")
    before = queries.load(book.reader, ada)
    with book.step("edit") as step:
        connection = step.connection
        copies = KeptCopies(connection, [ada])
        connection.execute("DELETE FROM contact")
        for table in ("tag", "field", "import_file", "import_run"):
            connection.execute(f"DELETE FROM {table}")
        assert copies.restore_contacts({ada, bob}) == {bob}
        assert copies.restore_contacts({firm}) == set()
        for table in ("tag", "field", "import_file", "import_run"):
            row: int = connection.execute(f"SELECT id FROM temp.kept_{table}").get  # type: ignore[assignment]
            assert copies.restore_row(table, row)
        assert not copies.restore_row("tag", 1)
        assert not copies.restore_row("setting", 1)
        copies.close()
        step.touch((ada, firm, bob))
    assert queries.load(book.reader, ada) == before
    assert before.company_id == firm
    assert len(queries.source_cards(book.reader, ada)) == 1
