"""Who in the book has an address, a number, a value or a name."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from contactbook.domain.contact import Contact, ContactPoint, FieldValue
from contactbook.store import contacts, identity_queries, imports, raw_cards

if TYPE_CHECKING:
    from contactbook.store.book import Book


def test_by_point_field_and_name(book: Book) -> None:
    assert identity_queries.is_empty(book.reader)
    mail = ContactPoint("email", "A@b.example", key="a@b.example")
    with book.step("add") as step:
        one = contacts.insert(
            step, Contact(given="Ada", family="Bÿron", points=[mail], fields=[FieldValue("Nr", "7", "nr")])
        )
        two = contacts.insert(step, Contact(given="Bob", points=[mail]))
        gone = contacts.insert(step, Contact(given="Cy", points=[mail], fields=[FieldValue("Nr", "7", "nr")]))
        contacts.trash(step, [gone])
    reader = book.reader
    assert not identity_queries.is_empty(reader)
    found = identity_queries.by_point(reader, "email", {"a@b.example", "x@y.example"})
    assert {key: sorted(owners) for key, owners in found.items()} == {"a@b.example": [one, two]}
    assert identity_queries.by_point(reader, "phone", {"a@b.example"}) == {}
    assert identity_queries.by_field(reader, "nr") == {"7": [one]}
    assert identity_queries.has_field(reader, "nr")
    assert not identity_queries.has_field(reader, "other")
    assert identity_queries.names(reader, array("q", [one, gone])) == {one: "byron\x02ada", gone: "cy"}
    called = ["byron\x02ada", "bob", "cy", "nobody", "bo", "", "b\0b"]
    assert identity_queries.namesake(reader, called, before=gone) == {"byron\x02ada": one, "bob": two}
    assert identity_queries.namesake(reader, called, before=two) == {"byron\x02ada": one}
    assert identity_queries.namesake(reader, [""], before=gone) == {}
    assert identity_queries.in_trash(reader, array("q", [one, gone])) == {gone}


def test_where_contacts_came_from(book: Book) -> None:
    with book.step("import") as step:
        run = imports.start_run(step, "a.csv")
        google = imports.add_file(step, run, "a.csv", format="csv", program="google")
        plain = imports.add_file(step, run, "b.csv", format="csv")
        one, two = (contacts.insert(step, Contact(given=name)) for name in ("Ada", "Bob"))
        imports.add_source(step, one, google, 2, b"Ada")
        imports.add_source(step, two, plain, 2, b"Bob")
    both = array("q", [one, two])
    assert identity_queries.came_from(book.reader, both, "csv", "google", "other.csv") == {one}
    assert identity_queries.came_from(book.reader, both, "csv", "", "b.csv") == {two}
    assert identity_queries.came_from(book.reader, both, "csv", "", "a.csv") == set()
    assert identity_queries.came_from(book.reader, both, "vcard3", "", "b.csv") == set()


def test_rows_that_were_read_by_another_mapping(book: Book) -> None:
    with book.step("import") as step:
        run = imports.start_run(step, "a.csv")
        file = imports.add_file(step, run, "a.csv", format="csv", mapping="m1")
        card = imports.add_file(step, run, "a.vcf", format="vcard3")
        one, two = (contacts.insert(step, Contact(given=name)) for name in ("Ada", "Bob"))
        imports.add_source(step, one, file, 2, b"Ada")
        imports.add_source(step, two, card, 2, b"Bob")
    row, other = raw_cards.hash_of(b"Ada"), raw_cards.hash_of(b"Bob")
    assert identity_queries.read_otherwise(book.reader, [row, other], "m1") == set()
    assert identity_queries.read_otherwise(book.reader, [row, other, b"?"], "m2") == {row}


def test_namesakes(book: Book) -> None:
    with book.step("add") as step:
        one, two, gone = (contacts.insert(step, Contact(given=name)) for name in ("Ada", "ADA", "Ada"))
        late = contacts.insert(step, Contact(given="Adam"))
        contacts.trash(step, [gone])
    reader, all_of_them = book.reader, {"ada", "adam", "eve", "", "nul\0"}
    assert identity_queries.namesakes(reader, all_of_them, before=late, most=2) == {"ada": [two, one]}
    assert identity_queries.namesakes(reader, all_of_them, before=late + 1, most=1) == {"adam": [late]}
    assert identity_queries.namesakes(reader, {""}, before=late, most=2) == {}
