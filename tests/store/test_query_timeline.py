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
    """Ada bought twice this year, Ben once long ago and a call is late, Cid only gave and has a follow-up."""
    with book.step("add") as step:
        ids = {name: contacts.insert(step, Contact(given=name)) for name in ("Ada", "Ben", "Cid")}
        bought = [
            (ids["Ada"], "purchase", 20, 900), (ids["Ada"], "purchase", 90, 1_100),
            (ids["Ben"], "purchase", 700, 50_000), (ids["Ben"], "donation", 400, 4_000),
            (ids["Cid"], "donation", 20, 2_000), (ids["Cid"], "donation", 30, 3_000),
        ]  # fmt: skip
        interactions.insert(
            step,
            [
                Interaction(
                    kind=kind, occurred_at=NOW - days * DAY, subject="Zelt" if kind == "purchase" else "",
                    amount=amount, currency="EUR", contacts=[contact],
                )
                for contact, kind, days, amount in bought
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
        ("contacted:>1990", "Ada Ben Cid"),
        ("contacted:<1990", ""),
        ("bought:>1990", "Ada Ben"),
        ("average:10", "Ada"),
        ("average:>=10", "Ada Ben"),
        ("donations:>=1", "Ben Cid"),
        ("donations:0", "Ada"),
        ("donations_year:>=2", "Cid"),
        ("purchases_year:>=1 donations_year:0", "Ada"),
        ("donated:50", "Cid"),
        ("last_donation:30d", "Cid"),
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


def test_a_gift_is_no_purchase_in_any_column(book: Book, people: dict[str, int]) -> None:
    ada, ben, cid = (queries.rows(book.reader, [people[name]])[0] for name in ("Ada", "Ben", "Cid"))
    assert (ada.purchases, ada.purchase_total, ada.purchase_average) == (2, 2_000, 1_000)
    assert (ada.donations, ada.donation_total, ada.donated_at) == (None, None, None)
    assert (ben.purchases, ben.donations, ben.donation_total) == (1, 1, 4_000)
    assert (cid.purchases, cid.purchase_average, cid.purchased_at) == (None, None, None)
    assert (cid.donations, cid.donation_total, cid.donation_currency) == (2, 5_000, "EUR")


@pytest.mark.parametrize(
    "sort", ["purchase_average", "purchased_at", "donations", "donation_total", "donated_at"]
)
def test_every_column_of_giving_sorts(book: Book, people: dict[str, int], sort: str) -> None:
    ordered = list(queries.ids_of(book.reader, queries.View(), sort=sort, descending=True))
    values = [getattr(queries.rows(book.reader, [each])[0], sort) for each in ordered]
    said = [each for each in values if each is not None]
    assert said
    assert said == sorted(said, reverse=True)
    assert values[len(said) :] == [None] * (len(people) - len(said))
