"""Repetitions in words, with their days and their end (contactbook.domain.repeat_languages)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain import recurrence, when_words
from contactbook.domain.problems import Problem
from contactbook.domain.recurrence import Rule
from contactbook.wording import timeline_words

WEEKS = "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR"
SECOND, LAST_DAY = "FREQ=MONTHLY;BYDAY=2TU", "FREQ=MONTHLY;BYMONTHDAY=-1"
ENDED = "FREQ=MONTHLY;BYMONTHDAY=15;UNTIL=20270301"


@pytest.mark.parametrize(
    ("locale", "weeks", "second", "last_day", "ended"),
    [
        ("en", "every 2 weeks on Monday and Friday", "every month on the second Tuesday",
         "every month on the last day", "every month on the 15th until 2027-03-01"),
        ("de", "alle 2 Wochen am Montag und Freitag", "jeden Monat am zweiten Dienstag",
         "monatlich am letzten Tag", "jeden Monat am 15. bis 2027-03-01"),
        ("fr", "toutes les 2 semaines le lundi et le vendredi", "chaque mois le deuxième mardi",
         "chaque mois le dernier jour", "tous les mois le 15 jusqu'au 2027-03-01"),
        ("es", "cada 2 semanas el lunes y el viernes", "cada mes el segundo martes",
         "cada mes el último día", "cada mes el 15 hasta el 2027-03-01"),
        ("it", "ogni 2 settimane lunedì e venerdì", "ogni mese il secondo martedì",
         "ogni mese l'ultimo giorno", "ogni mese il 15 fino al 2027-03-01"),
        ("nl", "elke 2 weken op maandag en vrijdag", "elke maand op de tweede dinsdag",
         "elke maand op de laatste dag", "elke maand op de 15e tot 2027-03-01"),
        ("pl", "co 2 tygodnie w poniedziałek i piątek", "co miesiąc w drugi wtorek",
         "co miesiąc ostatniego dnia", "co miesiąc 15. do 2027-03-01"),
    ],
)  # fmt: skip
def test_days_and_ends_are_read_in_every_language(
    locale: str, weeks: str, second: str, last_day: str, ended: str
) -> None:
    for text, rule in ((weeks, WEEKS), (second, SECOND), (last_day, LAST_DAY), (ended, ENDED)):
        assert str(when_words.read_repeat(text, locale=locale)) == rule, text


MONTHLY = st.builds(Rule, st.just("MONTHLY"), st.integers(1, 60))
RULES = (
    st.builds(Rule, st.sampled_from(["DAILY", "WEEKLY", "YEARLY", "MONTHLY"]), st.integers(1, 60))
    | st.builds(
        Rule, st.just("WEEKLY"), st.integers(1, 60),
        st.sets(st.integers(0, 6), min_size=1).map(sorted).map(tuple),
    )
    | st.builds(
        Rule, st.just("MONTHLY"), st.integers(1, 60), st.tuples(st.integers(0, 6)),
        ordinal=st.sampled_from(recurrence.ORDINALS),
    )
    | st.builds(Rule, st.just("MONTHLY"), st.integers(1, 60), month_day=st.integers(1, 31) | st.just(-1))
)  # fmt: skip


@given(RULES, st.booleans())
def test_what_is_said_is_read_as_the_same_rule(rule: Rule, ends: bool) -> None:
    text = str(rule) + (";UNTIL=20270301" if ends else "")
    said = timeline_words.repeat(text)
    if len(said) <= when_words.LONGEST:
        assert str(when_words.read_repeat(said)) == text


@pytest.mark.parametrize(
    "text", ["every day on the second Tuesday", "every month on day 32", "every week on 3"]
)
def test_days_that_make_no_sense_with_the_rule_are_refused(text: str) -> None:
    with pytest.raises(Problem):
        when_words.read_repeat(text)
