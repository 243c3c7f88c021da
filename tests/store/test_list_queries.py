"""What lists read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.domain.contact import COMPANY, Address, Contact, ContactDate, ContactPoint, Photo
from contactbook.store import contacts, imports, list_queries, queries, tags
from contactbook.store.queries import View

if TYPE_CHECKING:
    from contactbook.store.book import Book


@pytest.fixture
def people(book: Book) -> dict[str, int]:
    """Five contacts: three people, a company, one in the trash."""
    made = {
        "zoe": Contact(
            given="Zoë", family="Adams", organization="beta", points=[ContactPoint("email", "z@b.example")]
        ),
        "bob": Contact(
            given="Bob", family="Żak", organization="Álfa", dates=[ContactDate("1980-12-01")], starred=True
        ),
        "ann": Contact(given="Ann", family="zak", organization="alfa", dates=[ContactDate("--01-31")]),
        "acme": Contact(
            kind=COMPANY, organization="Acme", addresses=[Address(locality="Łódź", country="Poland")]
        ),
        "old": Contact(given="Old", starred=True),
    }
    with book.step("add") as step:
        ids = {name: contacts.insert(step, contact) for name, contact in made.items()}
        tags.add(step, tags.ensure(step, "VIP"), [ids["zoe"], ids["bob"], ids["old"]])
        run = imports.start_run(step, "a.vcf")
        file = imports.add_file(step, run, "a.vcf")
        for name in ("ann", "old"):
            imports.add_source(step, ids[name], file, 1, b"card")
        contacts.trash(step, [ids["old"]])
    return ids


EVERYBODY = View()


def order(book: Book, people: dict[str, int], view: View = EVERYBODY, **how: str | bool) -> list[str]:
    names = {key: name for name, key in people.items()}
    return [names[key] for key in list_queries.ids_of(book.reader, view, **how)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sort", "ascending", "descending"),
    [
        ("name", ["acme", "zoe", "ann", "bob"], ["bob", "ann", "zoe", "acme"]),
        ("organization", ["acme", "ann", "bob", "zoe"], ["zoe", "bob", "ann", "acme"]),
        ("birthday", ["ann", "bob", "acme", "zoe"], ["bob", "ann", "zoe", "acme"]),
        ("locality", ["acme", "zoe", "ann", "bob"], ["acme", "bob", "ann", "zoe"]),
        ("email", ["zoe", "acme", "ann", "bob"], ["zoe", "bob", "ann", "acme"]),
        ("created_at", ["zoe", "bob", "ann", "acme"], ["acme", "ann", "bob", "zoe"]),
    ],
)
def test_lists_sort_by_any_column_with_empty_ones_last(
    book: Book, people: dict[str, int], sort: str, ascending: list[str], descending: list[str]
) -> None:
    assert order(book, people, sort=sort) == ascending
    assert order(book, people, sort=sort, descending=True)[:2] == descending[:2]
    assert set(order(book, people, sort=sort, descending=True)) == set(descending)


@pytest.mark.parametrize("sort", queries.SORTS)
def test_every_order_reads_its_index_alone(book: Book, sort: str) -> None:
    sparse = sort in list_queries.SPARSE
    for descending in (False, True):
        plan = book.reader.query(
            f"EXPLAIN QUERY PLAN SELECT id FROM contact_row INDEXED BY contact_row_{sort}"
            f" WHERE deleted_at IS NULL{f' AND {sort} IS NOT NULL' if sparse else ''}"
            f" ORDER BY {list_queries._order(sort, descending=descending)}"
        )
        ((*_, said),) = plan
        assert said.startswith("SEARCH" if sparse else "SCAN")
        assert f"INDEX contact_row_{sort}" in said


def test_views_hold_what_their_name_says(book: Book, people: dict[str, int]) -> None:
    counts = queries.counts(book.reader)
    views = {
        View("people"): ["zoe", "ann", "bob"],
        View("companies"): ["acme"],
        View("starred"): ["bob"],
        View("trash"): ["old"],
        View("tag", tag_id=counts.tags[0].id): ["zoe", "bob"],
        View("import", run_id=counts.imports[0].id): ["ann"],
    }
    for view, names in views.items():
        assert order(book, people, view) == names
        assert queries.members(book.reader, view) == {people[name] for name in names}


def test_people_sorted_by_time_stay_in_the_order_they_came(
    book: Book, people: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert order(book, people, View("people"), sort="created_at") == ["zoe", "bob", "ann"]
    monkeypatch.setattr(list_queries, "SMALL", 1)
    assert order(book, people, View("people"), sort="created_at", descending=True) == ["ann", "bob", "zoe"]


def test_large_tags_are_in_order_too(
    book: Book, people: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_queries, "SMALL", 1)
    view = View("tag", tag_id=queries.tag_counts(book.reader)[0].id)
    assert order(book, people, view, sort="name", descending=True) == ["bob", "zoe"]


def test_the_sidebar_counts_what_the_views_hold(book: Book, people: dict[str, int]) -> None:
    counts = queries.counts(book.reader)
    assert (counts.all, counts.people, counts.companies, counts.starred, counts.trash) == (4, 3, 1, 1, 1)
    assert [(tag.name, tag.count) for tag in counts.tags] == [("VIP", 2)]
    assert [(run.name, run.count) for run in counts.imports] == [("a.vcf", 1)]


def test_an_empty_book_counts_nothing(book: Book) -> None:
    assert queries.counts(book.reader) == queries.Counts(0, 0, 0, 0, 0, [], [])


def test_rows_come_in_the_order_asked_without_those_that_are_gone(book: Book, people: dict[str, int]) -> None:
    rows = queries.rows(book.reader, [people["acme"], 99, people["zoe"]])
    assert [row.id for row in rows] == [people["acme"], people["zoe"]]
    assert rows[0]._replace(id=0, created_at=0, updated_at=0) == queries.ListRow(
        0, "company", "Acme", "Acme", "Acme", "", "", "", "Łódź", "Poland", "", False, False, "", 0, 0, None
    )
    assert (rows[1].display_name, rows[1].sort_name, rows[1].tags) == ("Zoë Adams", "Adams, Zoë", "VIP")
    assert queries.rows(book.reader, []) == []


def test_some_ids_can_be_put_in_order(book: Book, people: dict[str, int]) -> None:
    chosen = [people["bob"], people["acme"], people["old"], 99]
    assert list(queries.in_order(book.reader, chosen)) == [people["acme"], people["old"], people["bob"]]
    assert list(queries.in_order(book.reader, [])) == []


def test_a_list_prefers_the_preferred(book: Book) -> None:
    contact = Contact(
        full_name="A",
        points=[ContactPoint("phone", "1"), ContactPoint("phone", "2", preferred=True)],
        photos=[Photo(b"x")],
    )
    with book.step("add") as step:
        contact_id = contacts.insert(step, contact)
    (row,) = queries.rows(book.reader, [contact_id])
    assert (row.phone, row.has_photo) == ("2", True)
