"""Companies made of names, linked on exact unique matches, and followed by their people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.actions import browsing, companies, editing, undoing
from contactbook.domain.contact import Affiliation, Contact
from contactbook.domain.problems import Problem
from tests.actions.conftest import tables

if TYPE_CHECKING:
    from contactbook.store.book import Book


def add(book: Book, **values: object) -> int:
    [contact_id] = editing.add_contact(book, values).made
    return contact_id


def test_four_spellings_of_a_name_are_one_company_with_four_people(book: Book) -> None:
    names = ("Smith & Sons", " smith &amp; sons", "SMITH  & SONS", "Smith &amp;amp; Sons")
    people = [add(book, given=f"P{number}", organization=name) for number, name in enumerate(names)]
    [group] = companies.name_groups(book)
    assert (group.name, sorted(group.people)) == ("Smith & Sons", sorted(people))
    before = tables(book)
    companies.make_companies(book, [group.name])
    [company] = [row for row in browsing.list_contacts(book) if row.kind == "company"]
    assert company.display_name == "Smith & Sons"
    assert {one.id for one in companies.people(book, company.id)} == set(people)
    undoing.undo(book)
    assert tables(book) == before


def test_a_person_is_linked_whoever_comes_first(book: Book) -> None:
    early = add(book, given="Ada", organization="acme ")
    company = add(book, organization="ACME", kind="company")
    late = add(book, given="Bea", organization="Acmé")
    assert {browsing.show(book, one).company_id for one in (early, late)} == {company}


def test_nobody_is_linked_while_two_companies_have_the_name(book: Book) -> None:
    add(book, organization="Acme", kind="company")
    add(book, organization="acme", kind="company")
    assert browsing.show(book, add(book, given="Ada", organization="Acme")).company_id is None


def test_legal_forms_are_a_suggestion_only(book: Book) -> None:
    add(book, organization="Acme Sp. z o.o.", kind="company")
    person = add(book, given="Ada", organization="Acme")
    assert browsing.show(book, person).company_id is None
    [group] = companies.name_groups(book)
    assert group.like == ["Acme Sp. z o.o."]
    companies.unite_names(book, "Acme Sp. z o.o.", ["Acme"])
    whole = browsing.show(book, person)
    assert (whole.organization, whole.company_id is not None) == ("Acme Sp. z o.o.", True)


def test_another_organization_ends_the_link(book: Book) -> None:
    add(book, organization="Acme", kind="company")
    other = add(book, organization="Borg", kind="company")
    person = add(book, given="Ada", organization="Acme")
    editing.edit_contact(book, person, {"organization": "Nobody Inc"})
    assert browsing.show(book, person).company_id is None
    editing.edit_contact(book, person, {"organization": "borg"})
    assert browsing.show(book, person).company_id == other


def test_jobs_are_told_with_their_dates_and_who_decides(book: Book) -> None:
    company = add(book, organization="Acme", kind="company")
    ada = Contact(given="Ada", organization="Acme", job_title="CEO")
    ada.affiliations = [Affiliation("ACME", job_title="CEO", since="2019", decision_maker=True)]
    bea = Contact(given="Bea", organization="Borg", affiliations=[Affiliation("Acme", until="2020")])
    for each in (bea, ada):
        editing.add_contact(book, each)
    told = [
        (one.name, one.job_title, one.since, one.until, one.decision_maker, one.first)
        for one in companies.people(book, company)
    ]
    assert told == [("Ada", "CEO", "2019", "", True, True), ("Bea", "", "", "2020", False, False)]


def test_people_follow_their_company_where_they_said_what_it_said(book: Book) -> None:
    street = {"addresses": [{"street": "Old 1", "locality": "Gdansk", "label": "work"}]}
    company = add(book, organization="Acme", kind="company", **street)
    ada = add(book, given="Ada", organization="Acme", **street)
    bea = add(book, given="Bea", organization="Acme", addresses=[{"street": "Home 3"}])
    changes = editing.edit_contact(book, company, {"address.street": "New 2", "organization": "Acme Group"})
    found = companies.followers(book, company, changes.step)
    assert sorted((one.contact_id, one.table) for one in found) == sorted(
        [(ada, "contact"), (bea, "contact"), (ada, "address")]
    )
    before = tables(book)
    companies.update_people(book, company, found)
    assert [part.street for part in browsing.show(book, ada).addresses] == ["New 2"]
    assert [part.street for part in browsing.show(book, bea).addresses] == ["Home 3"]
    assert browsing.show(book, bea).organization == "Acme Group"
    assert browsing.show(book, bea).company_id == company
    assert not companies.followers(book, company, changes.step)
    undoing.undo(book)
    assert tables(book) == before


def test_a_new_address_in_place_of_the_only_one_is_a_move(book: Book) -> None:
    company = add(book, organization="Acme", kind="company", addresses=[{"street": "Old 1"}])
    add(book, given="Ada", organization="Acme", addresses=[{"street": "Old 1"}])
    changes = editing.edit_contact(
        book, company, {"addresses": [{"street": "New 2", "locality": "Gdynia", "label": "x"}]}
    )
    [found] = companies.followers(book, company, changes.step)
    assert found.table == "address"


def test_no_company_owns_itself_by_any_way(book: Book) -> None:
    first, second, third = (add(book, organization=name, kind="company") for name in "ABC")
    companies.set_parent(book, [second], first)
    companies.set_parent(book, [third], second)
    with pytest.raises(Problem) as caught:
        companies.set_parent(book, [first], third)
    assert caught.value.code == "company.circle"
    assert browsing.show(book, third).parent_id == second
    companies.set_parent(book, [third], None)
    assert browsing.show(book, third).parent_id is None


def test_the_trash_keeps_the_links(book: Book) -> None:
    company = add(book, organization="Acme", kind="company")
    person = add(book, given="Ada", organization="Acme")
    editing.trash(book, [company])
    assert browsing.show(book, person).company_id == company
    assert browsing.show(book, add(book, given="Bea", organization="Acme")).company_id is None
    editing.restore(book, [company])
    assert len(companies.people(book, company)) == 2


def test_names_must_be_there(book: Book) -> None:
    for refused in (
        lambda: companies.make_companies(book, [" "]),
        lambda: companies.unite_names(book, "", []),
    ):
        with pytest.raises(Problem) as caught:
            refused()
        assert caught.value.code == "company.unnamed"
