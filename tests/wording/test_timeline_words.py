"""Entries and rhythms in words (contactbook.wording)."""

from __future__ import annotations

import pytest

from contactbook.domain.interactions import KINDS, OUTCOMES, Interaction
from contactbook.domain.rhythm import DAY, Rhythm
from contactbook.wording import timeline_steps, timeline_words


def test_every_kind_and_outcome_has_words() -> None:
    assert {kind.key for kind in KINDS} == set(timeline_words.KINDS)
    assert set(OUTCOMES) == set(timeline_words.OUTCOMES)


def test_the_facts_of_an_entry() -> None:
    entry = Interaction(
        direction="in", duration=4200, amount=12050, currency="EUR", score=9, quantity=3.0, outcome="solved"
    )
    assert timeline_words.facts(entry) == [
        "incoming",
        "1 h 10 min",
        "3 pieces",
        "120.50 EUR",
        "9 of 10",
        "solved",
    ]
    assert timeline_words.facts(Interaction()) == []


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("FREQ=WEEKLY", "every week"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", "every 2 weeks on Monday and Friday"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "every month on the last day"),
        ("FREQ=DAILY;INTERVAL=3;UNTIL=20270101", "every 3 days until 2027-01-01"),
        ("FREQ=HOURLY", "custom rule: FREQ=HOURLY"),
    ],
)
def test_repetitions_in_plain_words(rule: str, said: str) -> None:
    assert timeline_words.repeat(rule) == said


def test_a_rhythm_says_the_numbers_behind_it() -> None:
    now = 1000 * DAY
    usual = Rhythm(usual=35, last_at=now - 77 * DAY)
    assert timeline_words.rhythm(usual, now) == "Usually every 5 weeks, now 11 weeks."
    assert timeline_words.rhythm(Rhythm(wanted=14, usual=35, last_at=now), now) == (
        "Wanted every 2 weeks, usually every 5 weeks, last today."
    )
    assert (
        timeline_words.rhythm(Rhythm(wanted=10, since=now), now)
        == "Wanted every 10 days, never in touch so far."
    )
    assert timeline_words.rhythm(Rhythm(last_at=1), now) == ""


@pytest.mark.parametrize("action", sorted(timeline_steps.ACTIONS))
def test_every_step_has_a_label(action: str) -> None:
    said = timeline_steps.label(
        action, {"name": "x", "tag": "x", "kind": "call", "entries": 2, "contacts": 2}
    )
    assert said
    assert "{" not in said
