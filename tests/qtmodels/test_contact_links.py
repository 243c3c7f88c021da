"""Whom a contact is linked with, as the pane reads it (incoming relations by contactbook.store.relations)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.actions import companies, editing, fields
from contactbook.domain.contact import Contact, Relation
from contactbook.domain.field_definition import FieldDefinition
from contactbook.domain.fields import CONTACT
from contactbook.qtmodels import contact_links, contact_reads, field_reads
from contactbook.store.book import Book
from contactbook.ui.contacts import contact_sections, link_sections
from contactbook.vault.credentials import Credential

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    with Book.create(tmp_path / "people.contactbook", Credential(raw_key=bytes(range(32)))) as book:
        yield book


def links(book: Book, contact_id: int) -> contact_links.ContactLinks:
    contact = contact_reads.contact_of(book, contact_id)
    assert contact is not None
    return contact_links.links_of(book, contact)


def test_relations_from_the_other_side_without_saying_them_twice(book: Book) -> None:
    [jan] = editing.add_contact(book, {"full_name": "Jan"}).made
    [ada] = editing.add_contact(
        book, Contact(full_name="Ada", relations=[Relation("Jan", "spouse"), Relation("Jan", "pal")])
    ).made
    assert [(one.other.id, one.word, one.label) for one in links(book, jan).seen_from] == [
        (ada, "spouse", "spouse"),
        (ada, "", "pal"),
    ]
    editing.edit_contact(book, jan, {"relation.spouse": "Ada"})
    assert [one.label for one in links(book, jan).seen_from] == ["pal"]
    editing.trash(book, [ada])
    assert links(book, jan).seen_from == []


def test_a_company_knows_its_people_and_what_it_owns(book: Book) -> None:
    [acme] = editing.add_contact(book, {"organization": "Acme", "kind": "company"}).made
    [labs] = editing.add_contact(book, {"organization": "Labs", "kind": "company"}).made
    [ada] = editing.add_contact(book, {"full_name": "Ada", "organization": "Acme"}).made
    companies.set_parent(book, [labs], acme)
    found = links(book, acme)
    assert ([one.id for one in found.people], [one.id for one in found.below]) == ([ada], [labs])
    assert links(book, labs).names[acme].name == "Acme"
    assert links(book, ada).names[acme].kind == "company"


def test_a_link_in_a_custom_field_leads_to_its_contact(book: Book) -> None:
    fields.add_field(book, FieldDefinition("Advisor", CONTACT, "advisor"))
    [jan] = editing.add_contact(book, {"full_name": "Jan"}).made
    [ada] = editing.add_contact(book, {"full_name": "Ada", "field.advisor": "Jan"}).made
    [value] = links(book, ada).fields
    assert links(book, ada).fields == {value: jan}
    contact = contact_reads.contact_of(book, ada)
    assert contact is not None
    form = field_reads.form_for(book, contact)
    made = link_sections.with_links(contact_sections.sections(contact, form), contact, links(book, ada))
    lines = [line for section in made if section.key.startswith("fields") for line in section.lines]
    assert [(line.text, link_sections.linked_id(line.link)) for line in lines] == [("Jan", jan)]
