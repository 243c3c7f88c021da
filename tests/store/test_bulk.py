"""Many contacts at once."""

from __future__ import annotations

import marshal
import random
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings

from contactbook.domain.contact import Contact, ContactPoint, FieldValue
from contactbook.store import bulk, changesets, contacts, imports, journal, list_indexes, queries, raw_cards
from contactbook.store.sqlite import changes
from tests.store import contact_strategies as some
from tests.store.contact_strategies import Card
from tests.store.snapshots import computed, journaled, stored

if TYPE_CHECKING:
    from array import array

    import pytest

    from contactbook.store.book import Book
    from contactbook.store.step import Step


def insert(step: Step, cards: list[Card], **options: set[int]) -> array[int]:
    run = imports.start_run(step, "a.vcf")
    file = imports.add_file(step, run, "a.vcf", format="vcard3", program="x", encoding="utf-8", size=5)
    prepared = marshal.loads(marshal.dumps(bulk.prepare([(3, card) for card in cards], now=5)))
    return bulk.insert_prepared(step, prepared, {3: file}, **options)


def people(count: int) -> list[Card]:
    return [
        Card(
            Contact(
                uid=f"u{n}",
                full_name=f"Person {n}",
                points=[ContactPoint("email", f"p{n}@a.example")],
                tags=["all", f"tag {n % 3}"],
            ),
            b"card %d" % n,
            n,
        )
        for n in range(count)
    ]


@given(cards=some.cards())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_a_batch_writes_what_inserting_one_by_one_writes(book: Book, cards: list[Card]) -> None:
    with book.step("import") as step:
        new = insert(step, cards)
    with book.step("add") as step:
        single = [contacts.insert(step, card.contact) for card in cards]
    assert len(new) == len(single) == len(cards)
    for one, other in zip(
        queries.load_many(book.reader, new), queries.load_many(book.reader, single), strict=True
    ):
        one.id = other.id
        one.created_at, one.updated_at = other.created_at, other.updated_at
        assert one == other
    assert stored(book) == computed(book)


def test_cards_left_out_leave_nothing(book: Book) -> None:
    with book.step("import") as step:
        new = insert(step, people(5), skip={0, 3})
    assert [bool(key) for key in new] == [False, True, True, False, True]
    assert len(queries.ids_of(book.reader, queries.View())) == 3
    assert book.reader.query("SELECT count(*) FROM payload") == [(3,)]


def test_nothing_is_written_when_every_card_is_left_out(book: Book) -> None:
    with book.step("import") as step:
        assert list(
            bulk.insert_prepared(step, bulk.prepare([(0, card) for card in people(2)]), {}, skip={0, 1})
        ) == [0, 0]
    assert not step.changes


def test_what_a_batch_says_it_touched_is_what_the_changeset_touches(book: Book) -> None:
    with book.step("import") as step:
        new = insert(step, people(4))
        contacts.set_starred(step, [new[1]], True)
    connection = book.reader.connection
    found = changesets.survey(connection, changes(changesets.source(connection, step.changes.step)))
    assert found.contacts == set(new) == set(step._touched.everybody())
    assert step._tables | {"import_run", "import_file"} == found.tables


def test_a_large_import_that_names_its_contacts_itself_gives_the_same_history(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("contactbook.store.step.SURVEYED_BYTES", 0)
    with book.step("import") as step:
        new = insert(step, people(4))
    assert sorted(queries.touched(book.reader, step.changes.step)) == list(new)
    (row,) = queries.history(book.reader)
    assert row.contacts == 4
    assert step.changes.tags


def test_large_changesets_without_bulk_are_read_back_in_pieces(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("contactbook.store.step.SURVEYED_BYTES", 0)
    monkeypatch.setattr("contactbook.store.changesets.PART_BYTES", 64)
    monkeypatch.setattr("contactbook.store.changesets._PIECE", 1000)
    with book.step("add") as step:
        ids = [
            contacts.insert(step, Contact(full_name="A", note=random.Random(n).randbytes(9000).hex()))
            for n in range(9)
        ]
    assert sorted(queries.touched(book.reader, step.changes.step)) == ids
    assert book.reader.query("SELECT count(*) > 1 FROM history_part") == [(1,)]
    journal.undo(book)
    assert queries.counts(book.reader).all == 0


def test_indexes_of_lists_are_there_again_after_a_large_import(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_indexes, "LARGE", 10)
    schema = "SELECT name, sql FROM sqlite_schema ORDER BY name"
    before = book.reader.query(schema)
    cache = book.writer.connection.pragma("cache_size")
    with book.step("import") as step:
        insert(step, people(30))
        assert step.connection.pragma("cache_size") != cache
        assert len(step.reader.query(schema)) < len(before)
    assert book.reader.query(schema) == before
    assert stored(book) == computed(book)
    assert book.writer.connection.pragma("cache_size") == cache
    filled = journaled(book)
    journal.undo(book)
    journal.redo(book)
    assert journaled(book) == filled
    assert stored(book) == computed(book)


def test_cards_are_known_again_by_uid_and_by_their_bytes(book: Book) -> None:
    with book.step("import") as step:
        new = insert(step, people(3))
        run_file = step.reader.id_list("SELECT id FROM import_file")[0]
        imports.add_source(step, new[0], run_file, 9, b"another card", uid="merged into u0")
        assert bulk.existing_by_uid(step.reader, ["u1", "", "no", "merged into u0"]) == {
            "u1": new[1],
            "merged into u0": new[0],
        }
    hashes = [raw_cards.hash_of(raw) for raw in (b"card 2", b"card 9", b"another card")]
    assert bulk.existing_by_hash(book.reader, hashes) == {hashes[0]: new[2], hashes[2]: new[0]}
    assert bulk.existing_by_uid(book.reader, []) == {}
    assert bulk.existing_by_uid(book.reader, ["a\0b", "u1"]) == {"u1": new[1]}
    assert bulk.existing_by_uid(book.reader, ["\0"]) == {}
    assert bulk.existing_by_hash(book.reader, []) == {}


def test_the_original_cards_of_a_contact_say_where_they_came_from(book: Book) -> None:
    with book.step("import") as step:
        (contact_id,) = insert(step, people(1))
    (card,) = queries.source_cards(book.reader, contact_id)
    assert (card.format, card.program, card.file_name, card.line, card.raw) == (
        "vcard3",
        "x",
        "a.vcf",
        0,
        b"card 0",
    )
    assert (card.imported_at, card.encoding) == (step.at, "utf-8")


def test_a_field_that_the_book_defines_otherwise_keeps_its_definition(book: Book) -> None:
    with book.step("add") as step:
        contacts.insert(step, Contact(full_name="A", fields=[FieldValue("Size", "1", type="number")]))
    with book.step("import") as step:
        insert(step, [Card(Contact(fields=[FieldValue("size", "2", type="text")]), b"", 1)])
    assert book.reader.query("SELECT value, number FROM field_value ORDER BY value") == [
        ("1", 1.0),
        ("2", 2.0),
    ]
    assert book.reader.query("SELECT label, type FROM field") == [("Size", "number")]


@given(raw=some.st.binary(max_size=3000) | some.st.text(max_size=300).map(lambda text: f"FN:{text}".encode()))
def test_the_bytes_of_a_card_come_back_as_they_were(raw: bytes) -> None:
    packed = raw_cards.pack(raw)
    assert raw_cards.unpack(packed) == raw
    assert len(packed) <= len(raw) + 1
