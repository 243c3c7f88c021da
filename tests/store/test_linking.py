"""Many contacts at once are linked as a few are: the same answer whichever way it is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contactbook.domain.contact import COMPANY, PERSON, Affiliation, Contact, Relation
from contactbook.store import companies, company_groups, company_news, contacts, linking

if TYPE_CHECKING:
    from contactbook.store.book import Book

NAMES = ("Ada", "ada ", "Łódź & Co", "łódź &amp; co", "Bea", "")
name = st.sampled_from(NAMES)
made = st.lists(
    st.builds(
        Contact,
        kind=st.sampled_from([PERSON, COMPANY]),
        uid=st.sampled_from(["", "", "u1", "u2"]),
        full_name=name,
        organization=name,
        relations=st.lists(
            st.builds(Relation, name, uid=st.sampled_from(["", "u1", "urn:uuid:u2"])), max_size=1
        ),
        affiliations=st.lists(st.builds(Affiliation, name), max_size=1),
    ),
    max_size=6,
)


def links(book: Book) -> list[object]:
    return [
        book.reader.query(f"SELECT {columns} FROM {table} ORDER BY id")
        for table, columns in (
            ("contact", "company_id"),
            ("affiliation", "company_id"),
            ("relation", "related_id"),
        )
    ]


def forget(book: Book) -> None:
    with book.step("edit") as step:
        for table, column in (
            ("contact", "company_id"),
            ("affiliation", "company_id"),
            ("relation", "related_id"),
        ):
            step.connection.execute(f"UPDATE {table} SET {column} = NULL")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(made)
def test_one_by_one_or_all_at_once(book: Book, wanted: list[Contact]) -> None:
    with book.step("edit") as step:
        contacts.erase(step, step.reader.ids("SELECT id FROM contact"))
    with book.step("add") as step:
        ids = [contacts.insert(step, contact) for contact in wanted]
        linking.settle(step, ids)
    few = links(book)
    forget(book)
    with book.step("add") as step:
        linking.settle_all(step)
    assert links(book) == few


def test_a_company_is_made_once(book: Book) -> None:
    with book.step("add") as step:
        first = companies.ensure(step, " Smith &amp; Sons")
    with book.step("add") as step:
        assert companies.ensure(step, "SMITH & SONS") == first
    assert companies.names(book.reader, [first])[first].name == "Smith & Sons"


@pytest.mark.parametrize("count", [3, linking.FEW + 5])
def test_the_largest_group_comes_first(book: Book, count: int) -> None:
    with book.step("add") as step:
        for number in range(count):
            contacts.insert(step, Contact(given=f"P{number}", organization="Acme" if number else "Borg"))
    assert [len(group.people) for group in company_groups.groups(book.reader)] == [count - 1, 1]
    assert company_news.news(book.reader, 1, 2).moves == []
