"""Which addresses of a book want no mailings any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain.contact import EMAIL, PHONE, Contact, ContactPoint, FieldValue
from contactbook.store import consent_queries, contacts

if TYPE_CHECKING:
    from contactbook.store.book import Book


def _person(address: str, **fields: str) -> Contact:
    points = [ContactPoint(EMAIL, address), ContactPoint(PHONE, "+49 30 1")]
    return Contact(given="Ada", points=points, fields=[FieldValue(k, v, k) for k, v in fields.items()])


def test_addresses_of_those_who_unsubscribed_or_are_in_the_trash(book: Book) -> None:
    assert consent_queries.withdrawn_addresses(book.reader) == frozenset()
    with book.step("add") as step:
        contacts.insert(step, _person("Yes@x.example", optin_time="2024"))
        contacts.insert(step, _person("No@X.example", unsub_time="2024"))
        contacts.insert(step, _person("maybe@x.example", hasoptedoutofemail="false"))
        gone = contacts.insert(step, _person("gone@x.example", hasoptedoutofemail="true"))
        contacts.trash(step, [gone])
    assert consent_queries.withdrawn_addresses(book.reader) == {"no@x.example", "gone@x.example"}
