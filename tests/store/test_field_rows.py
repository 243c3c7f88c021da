from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, given, settings

from contactbook.domain.contact import Contact, FieldValue
from contactbook.store import contacts, derived, field_rows, journal, queries
from tests.store import contact_strategies as some
from tests.store.test_bulk import insert

if TYPE_CHECKING:
    from contactbook.store.book import Book
    from tests.store.contact_strategies import Card


def rows(book: Book) -> list[tuple[object, ...]]:
    return book.reader.query("SELECT * FROM field_row ORDER BY contact_id, field_id")


@given(cards=some.cards())
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, phases=[Phase.generate]
)
def test_a_batch_shows_its_fields_as_a_rebuild_does(book: Book, cards: list[Card]) -> None:
    with book.step("import") as step:
        insert(step, cards)
    found = rows(book)
    with book.step("rebuild") as step:
        derived.rebuild_all(step.connection)
        step.touch_new([], ["contact"])
    assert rows(book) == found


def test_numbers_texts_and_links_sort_as_what_they_are(book: Book) -> None:
    with book.step("add") as step:
        ids = [
            contacts.insert(step, Contact(given=name, fields=[FieldValue("F", value, "f", kind)]))
            for name, value, kind in (
                ("Ada", "10", "number"), ("Bob", "9", "number"), ("Cyd", "x", "number"),
                ("Dot", "9", "number"),
            )
        ]  # fmt: skip
        empty = contacts.insert(step, Contact(given="Abe"))
    found = list(queries.ids_of(book.reader, queries.View(), sort="field.f"))
    assert found == [ids[1], ids[3], ids[0], ids[2], empty]
    assert list(queries.in_order(book.reader, [empty, *ids], sort="field.f")) == found
    backwards = list(queries.ids_of(book.reader, queries.View(), sort="field.f", descending=True))
    assert backwards == [ids[2], ids[0], ids[3], ids[1], empty]
    assert list(queries.in_order(book.reader, [empty, *ids], sort="field.f", descending=True)) == backwards
    unknown = list(queries.ids_of(book.reader, queries.View(), sort="field.none"))
    assert unknown == [empty, *ids]


def test_rows_follow_names_values_and_undo(book: Book) -> None:
    link = FieldValue("Boss", "Ada Kowalska <12>", "boss", "contact")
    with book.step("add") as step:
        one = contacts.insert(step, Contact(given="Zed", fields=[link, FieldValue("F", "b", "f")]))
    before = rows(book)
    shown = {(row[2], row[3], row[4]) for row in before}
    assert shown == {("ada kowalska", "zed\x01Zed", "Ada Kowalska"), ("b", "zed\x01Zed", "b")}
    with book.step("edit") as step:
        values = [FieldValue("F", "c", "f"), FieldValue("F", "d", "f")]
        contacts.replace(step, Contact(id=one, given="Abe", fields=values))
    assert [row[2:] for row in rows(book)] == [("c", "abe\x01Abe", f"c{field_rows.SEPARATOR}d")]
    journal.undo(book)
    assert rows(book) == before
    with book.step("erase") as step:
        contacts.erase(step, [one])
    assert rows(book) == []
