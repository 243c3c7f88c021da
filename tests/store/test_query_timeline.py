"""Searches that ask about the timeline (contactbook.store.query_timeline)."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from contactbook.domain import query
from contactbook.domain.contact import Contact
from contactbook.domain.follow_ups import FollowUp
from contactbook.domain.interactions import Interaction
from contactbook.domain.rhythm import DAY
from contactbook.store import contacts, interactions, queries, query_search, rhythms, tasks

if TYPE_CHECKING:
    from contactbook.store.book import Book

NOW = time.time_ns() // 1_000_000


@pytest.fixture
def people(book: Book) -> dict[str, int]:
    """Ada bought twice this year, Ben once long ago and a call is late, Cid nothing and has a follow-up."""
    with book.step("add") as step:
        ids = {name: contacts.insert(step, Contact(given=name)) for name in ("Ada", "Ben", "Cid")}
        bought = [(ids["Ada"], 20, 900), (ids["Ada"], 90, 1_100), (ids["Ben"], 700, 50_000)]
        interactions.insert(
            step,
            [
                Interaction(
                    kind="purchase", occurred_at=NOW - days * DAY, subject="Zelt", amount=amount,
                    currency="EUR", contacts=[contact],
                )
                for contact, days, amount in bought
            ],
        )  # fmt: skip
        rhythms.set_for_contacts(step, [ids["Ada"], ids["Ben"]], 30)
        tasks.insert(step, [FollowUp(title="Call", due_at=NOW + 2 * DAY, contacts=[ids["Cid"]])])
    return ids


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("purchases:>=2", "Ada"),
        ("purchases:0", "Cid"),
        ("purchases:1..5", "Ada Ben"),
        ("purchases_year:>=2", "Ada"),
        ("purchases_year:0", "Ben Cid"),
        ("spent:>100", "Ben"),
        ("spent:20", "Ada"),
        ("rhythm:overdue", "Ben"),
        ("rhythm:intime", "Ada"),
        ("rhythm:none", "Cid"),
        ("contacted:>1990", "Ada Ben"),
        ("contacted:<1990", ""),
        ("bought:>1990", "Ada Ben"),
        ("followup:>1990", "Cid"),
        ("entry:zel", "Ada Ben"),
        ("entry:tent", ""),
        ("-entry:zelt", "Cid"),
    ],
)
def test_terms_of_the_timeline(book: Book, people: dict[str, int], text: str, names: str) -> None:
    found = query_search.matching(book.reader, query.parse(text))
    assert {name for name, key in people.items() if found is None or key in found} == set(names.split())


def test_the_list_sorts_what_has_nothing_last(book: Book, people: dict[str, int]) -> None:
    for view in (queries.View(), queries.View("people")):
        ordered = list(queries.ids_of(book.reader, view, sort="purchase_total", descending=True))
        assert ordered == [people["Ben"], people["Ada"], people["Cid"]]
