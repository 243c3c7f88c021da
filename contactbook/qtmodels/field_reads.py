"""Bounded reads about custom fields for the GUI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain import form_sections
from contactbook.store import queries

if TYPE_CHECKING:
    from contactbook.domain.contact import Contact
    from contactbook.domain.field_definition import FieldDefinition
    from contactbook.domain.form_sections import FormSection, ShownSection
    from contactbook.store.book import Book


def fields_of(book: Book) -> list[FieldDefinition]:
    """Every custom field in its order."""
    return queries.fields(book.reader)


def sections_of(book: Book) -> list[FormSection]:
    """The sections of the form, in order."""
    return queries.sections(book.reader)


def form_for(book: Book, contact: Contact) -> list[ShownSection]:
    """The form of a contact: the fields that apply to it or hold something, in their sections."""
    filled = {value.key for value in contact.fields}
    return form_sections.form_for(sections_of(book), fields_of(book), contact.kind, contact.tags, filled)


def contacts_like(book: Book, text: str, limit: int) -> list[tuple[str, str]]:
    """Contacts that a search finds, by name: what each is called, and the reference that links name it by."""
    found = queries.search(book.reader, text)
    ids = queries.in_order(book.reader, list(found)[: limit * 50])[:limit]
    named = (queries.linked_name(book.reader, contact_id) for contact_id in ids)
    return [one for one in named if one is not None]


def counts_of(book: Book) -> dict[str, int]:
    """How many contacts have something in each field, by its key."""
    return queries.filled(book.reader)


def tag_names(book: Book) -> list[str]:
    """Every tag, by name."""
    return [tag.name for tag in queries.counts(book.reader).tags]
