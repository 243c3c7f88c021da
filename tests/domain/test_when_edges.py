"""Beginnings and ends of weeks, months and years (contactbook.domain.when_edges)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain import when_edges, when_words
from contactbook.domain.problems import Problem
from contactbook.domain.when_languages import MONTH, WEEK, YEAR

NOW = datetime(2026, 11, 26, 15, 30).astimezone()
"""A Thursday."""

SAID = [
    ("en", "beginning of next week", "2026-11-30"),
    ("en", "end of the month", "2026-11-30"),
    ("en", "end of next month", "2026-12-31"),
    ("en", "mid-January", "2027-01-15"),
    ("en", "early March 2028", "2028-03-01"),
    ("en", "eow", "2026-11-27"),
    ("en", "middle of the week", "2026-12-02"),
    ("en", "in a fortnight", "2026-12-10"),
    ("de", "Anfang nächster Woche", "2026-11-30"),
    ("de", "Ende des Monats", "2026-11-30"),
    ("de", "Monatsende", "2026-11-30"),
    ("de", "Mitte Januar", "2027-01-15"),
    ("de", "Ende nächsten Monats", "2026-12-31"),
    ("de", "in vierzehn Tagen", "2026-12-10"),
    ("fr", "fin de mois", "2026-11-30"),
    ("fr", "début de la semaine prochaine", "2026-11-30"),
    ("fr", "mi-janvier", "2027-01-15"),
    ("fr", "dans quinze jours", "2026-12-11"),
    ("es", "a principios de la semana que viene", "2026-11-30"),
    ("es", "finales de mes", "2026-11-30"),
    ("it", "fine mese", "2026-11-30"),
    ("it", "inizio settimana prossima", "2026-11-30"),
    ("it", "metà gennaio", "2027-01-15"),
    ("nl", "eind van de maand", "2026-11-30"),
    ("nl", "begin volgende week", "2026-11-30"),
    ("nl", "half januari", "2027-01-15"),
    ("pl", "koniec miesiąca", "2026-11-30"),
    ("pl", "na początku przyszłego tygodnia", "2026-11-30"),
    ("pl", "w połowie stycznia", "2027-01-15"),
    ("pl", "koniec roku", "2026-12-31"),
]


@pytest.mark.parametrize(("locale", "text", "day"), SAID)
def test_edges_of_every_language(locale: str, text: str, day: str) -> None:
    assert when_words.read(text, NOW, locale=locale).day.isoformat() == day


def test_an_edge_has_a_time_and_lies_behind_where_something_has_happened() -> None:
    found = when_words.read("Anfang nächster Woche 9 Uhr", NOW, locale="de")
    assert (found.day, found.time) == (date(2026, 11, 30), datetime(2026, 11, 30, 9).time())
    assert when_words.read("end of the month", NOW, past=True).day == date(2026, 10, 31)
    assert when_words.read("end of last month", NOW, past=True).day == date(2026, 10, 31)
    assert when_words.read("early march", NOW, past=True).day == date(2026, 3, 1)


@pytest.mark.parametrize(
    "text", ["end", "end of the hour", "beginning of", "end of nothing", "end march april"]
)
def test_what_is_no_edge_is_refused(text: str) -> None:
    with pytest.raises(Problem):
        when_words.read(text, NOW)


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.sampled_from([WEEK, MONTH, YEAR]))
def test_edges_are_in_order_and_within_their_span(day: date, unit: str) -> None:
    start, middle, end = (when_edges.day_in(edge, unit, day) for edge in range(3))
    assert start < middle < end
    assert start <= day
    assert start == when_edges.day_in(when_edges.START, unit, end)
    assert end + timedelta(days=3 if unit == WEEK else 1) > day
