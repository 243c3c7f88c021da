"""Companies as records: made of names that people carry, linked, owned by each other, and kept in step."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from contactbook.domain import company_names
from contactbook.domain.problems import Problem
from contactbook.store import companies, company_groups, company_news, linking, queries
from contactbook.store.companies import Linked, Person
from contactbook.store.company_groups import NameGroup
from contactbook.store.company_news import Follower

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from contactbook.domain.changes import Changes
    from contactbook.store.book import Book
    from contactbook.store.step import Step

__all__ = ["Follower", "Linked", "NameGroup", "Person"]


def name_groups(book: Book) -> list[NameGroup]:
    """What `make_companies` would do for each name that no record stands behind; the largest groups first."""
    return company_groups.groups(book.reader)


def make_companies(book: Book, names: Sequence[str]) -> Changes:
    """Turn names into company records and link everybody who carries exactly that name (R9).

    Args:
        book: the book.
        names: one for each company; spellings that differ in blanks, case or accents are one.

    Raises:
        Problem: company.unnamed.
    """
    wanted = {company_names.key(name): name for name in reversed(names)}
    wanted.pop("", None)
    if not wanted:
        raise Problem("company.unnamed")
    first = company_names.clean(next(iter(reversed(wanted.values()))))
    with book.step("make_companies", companies=len(wanted), name=first) as step:
        link_by_name(step, wanted.values())
    return step.changes


def link_by_name(step: Step, names: Iterable[str]) -> dict[str, int]:
    """Find or make the company of each name and link everybody who names it; id by `company_names.key`.

    For imports: called once with all names that are to become companies.
    """
    made = {
        company_names.key(name): companies.ensure(step, name) for name in names if company_names.key(name)
    }
    company_groups.link(step, made)
    return made


def unite_names(book: Book, name: str, spellings: Sequence[str]) -> Changes:
    """Make several spellings one company: its people carry `name` from now on, and are linked with it.

    Raises:
        Problem: company.unnamed.
    """
    name = company_names.clean(name)
    if not name:
        raise Problem("company.unnamed")
    with book.step("unite_names", name=name, spellings=len(spellings)) as step:
        company_groups.respell(step, name, [*spellings, name])
        link_by_name(step, [name])
    return step.changes


def make_company_of(book: Book, contact_id: int) -> Changes:
    """Turn the company name of a contact into a record, and link everybody who carries it.

    Raises:
        Problem: store.no_such_contact, company.unnamed.
    """
    return make_companies(book, [queries.load(book.reader, contact_id).organization])


def set_parent(book: Book, ids: Sequence[int], parent: int | None) -> Changes:
    """Say which company owns these, or whom these people report to (None: nobody).

    Raises:
        Problem: store.no_such_contact, company.circle.
    """
    name = ""
    if parent is not None:
        above = [parent, *companies.parents(book.reader, parent)]
        if not set(above).isdisjoint(ids):
            raise Problem("company.circle")
        found = companies.names(book.reader, [parent]).get(parent)
        if found is None:
            raise Problem("store.no_such_contact", contact=parent)
        name = found.name
    with book.step("set_parent" if parent else "unset_parent", contacts=len(ids), name=name) as step:
        companies.set_parent(step, array("q", ids), parent)
    return step.changes


def followers(book: Book, company_id: int, step_id: int) -> list[Follower]:
    """Whose entries still say the name or an address that the company had before a step of its own.

    Only entries that say exactly the old name or address are listed, and only of people who are linked.
    """
    return company_news.followers(
        book.reader, company_id, company_news.news(book.reader, company_id, step_id)
    )


def update_people(book: Book, company_id: int, wanted: Sequence[Follower]) -> Changes:
    """Let these entries of people follow their company: what `followers` has shown."""
    with book.step("update_people", contacts=len({one.contact_id for one in wanted})) as step:
        company_news.follow(step, list(wanted))
        linking.settle(step, [company_id])
    return step.changes


def people(book: Book, company_id: int) -> list[Person]:
    """The people of a company outside the trash: present ones first, those who decide before others."""
    return companies.people(book.reader, company_id)
