"""Companies made of what imported people say of theirs (R9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain.contact import COMPANY, Contact, Relation
from contactbook.store import contacts, import_companies, linking, queries

if TYPE_CHECKING:
    from contactbook.store.book import Book


def test_one_company_for_every_name(book: Book) -> None:
    with book.step("import") as step:
        there = contacts.insert(step, Contact(kind=COMPANY, organization="Bolt"))
        spelt = ("ACME &amp; Sons", "Acme & Sons ", "acme & sons", "Bolt", "")
        people = [contacts.insert(step, Contact(given="A", organization=name)) for name in spelt]
        assert import_companies.make(step, people) == 1
        linking.settle_all(step)
        assert import_companies.make(step, people) == 0
    found = [queries.load(book.reader, person).company_id for person in people]
    [acme] = set(found[:3])
    assert acme is not None
    assert found[3:] == [there, None]
    company = queries.load(book.reader, acme)
    assert (company.kind, company.organization) == (COMPANY, "ACME & Sons")
    assert queries.source_cards(book.reader, acme) == []


def test_an_identifier_leads_to_the_company_whichever_comes_first(book: Book) -> None:
    with book.step("import") as step:
        named = Contact(given="A", organization="Acme", relations=[Relation("", "employer", "sf-1")])
        nameless = Contact(given="B", relations=[Relation("", "employer", "sf-2")])
        one, two = contacts.insert(step, named), contacts.insert(step, nameless)
        import_companies.make(step, [one, two])
        linking.settle_all(step)
        import_companies.employ(step)
    acme = queries.find(book.reader, "sf-1")
    assert queries.load(book.reader, one).company_id == acme
    assert queries.load(book.reader, two).company_id is None
    with book.step("import") as step:
        bolt = contacts.insert(step, Contact(kind=COMPANY, organization="Bolt", uid="sf-2"))
        linking.settle_all(step)
        import_companies.employ(step)
    found = queries.load(book.reader, two)
    assert (found.company_id, found.organization) == (bolt, "Bolt")
