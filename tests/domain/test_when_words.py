"""Days and times in words mean the same in every language the program speaks."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain import when_languages, when_words
from contactbook.domain.problems import Problem
from contactbook.domain.recurrence import Rule
from contactbook.domain.when_languages import DAY, HOUR, LANGUAGES, MINUTE, WEEK, Language

NOW = datetime(2026, 11, 26, 15, 30).astimezone()
"""A Thursday."""
TODAY = NOW.date()

AHEAD = [
    ("en", "in 2 weeks", "2026-12-10", None),
    ("en", "next Tuesday 9:00", "2026-12-01", "09:00"),
    ("en", "15.3.", "2027-03-15", None),
    ("en", "tomorrow at 3", "2026-11-27", "15:00"),
    ("en", "mon 2pm", "2026-11-30", "14:00"),
    ("en", "in 30 min", "2026-11-26", "16:00"),
    ("en", "March 15 2028", "2028-03-15", None),
    ("en", "the 15th", "2026-12-15", None),
    ("en", "noon", "2026-11-27", "12:00"),
    ("en", "tonight", "2026-11-26", "19:00"),
    ("en", "+2w", "2026-12-10", None),
    ("en", "a couple of days", "2026-11-28", None),
    ("en", "2027-01-05 14:00", "2027-01-05", "14:00"),
    ("en", "tuesday 9", "2026-12-01", "09:00"),
    ("de", "in 2 Wochen", "2026-12-10", None),
    ("de", "nächsten Dienstag 9:00", "2026-12-01", "09:00"),
    ("de", "übermorgen um 14 Uhr", "2026-11-28", "14:00"),
    ("de", "morgen früh", "2026-11-27", "09:00"),
    ("de", "am 15.3.", "2027-03-15", None),
    ("de", "15. März", "2027-03-15", None),
    ("de", "Montag 9 Uhr 30", "2026-11-30", "09:30"),
    ("de", "15.3. 14.30", "2027-03-15", "14:30"),
    ("fr", "dans 2 semaines", "2026-12-10", None),
    ("fr", "mardi prochain à 9h", "2026-12-01", "09:00"),
    ("fr", "après-demain", "2026-11-28", None),
    ("fr", "le 15 mars", "2027-03-15", None),
    ("fr", "demain matin", "2026-11-27", "09:00"),
    ("fr", "lundi 9h30", "2026-11-30", "09:30"),
    ("es", "en 2 semanas", "2026-12-10", None),
    ("es", "15 de marzo", "2027-03-15", None),
    ("es", "el próximo martes a las 9:00", "2026-12-01", "09:00"),
    ("es", "pasado mañana", "2026-11-28", None),
    ("es", "mañana por la mañana", "2026-11-27", "09:00"),
    ("es", "la semana que viene", "2026-12-03", None),
    ("it", "tra 2 settimane", "2026-12-10", None),
    ("it", "martedì prossimo alle 9", "2026-12-01", "09:00"),
    ("it", "dopodomani", "2026-11-28", None),
    ("it", "domani mattina", "2026-11-27", "09:00"),
    ("nl", "over 2 weken", "2026-12-10", None),
    ("nl", "volgende dinsdag 9:00", "2026-12-01", "09:00"),
    ("nl", "overmorgen om 9 uur", "2026-11-28", "09:00"),
    ("nl", "15 maart", "2027-03-15", None),
    ("pl", "za 2 tygodnie", "2026-12-10", None),
    ("pl", "w przyszły wtorek o 9:00", "2026-12-01", "09:00"),
    ("pl", "pojutrze", "2026-11-28", None),
    ("pl", "15 marca", "2027-03-15", None),
]
BACK = [
    ("en", "yesterday 14:05", "2026-11-25", "14:05"),
    ("en", "2 days ago", "2026-11-24", None),
    ("en", "monday", "2026-11-23", None),
    ("en", "16:05", "2026-11-25", "16:05"),
    ("en", "15.3.", "2026-03-15", None),
    ("en", "an hour ago", "2026-11-26", "14:30"),
    ("de", "gestern 14:05", "2026-11-25", "14:05"),
    ("de", "vor 2 Tagen", "2026-11-24", None),
    ("fr", "hier à 14h05", "2026-11-25", "14:05"),
    ("fr", "il y a 3 jours", "2026-11-23", None),
    ("es", "ayer 14:05", "2026-11-25", "14:05"),
    ("es", "hace 2 días", "2026-11-24", None),
    ("it", "ieri 14:05", "2026-11-25", "14:05"),
    ("it", "2 giorni fa", "2026-11-24", None),
    ("nl", "gisteren 14:05", "2026-11-25", "14:05"),
    ("nl", "3 dagen geleden", "2026-11-23", None),
    ("pl", "wczoraj 14:05", "2026-11-25", "14:05"),
    ("pl", "3 dni temu", "2026-11-23", None),
]


@pytest.mark.parametrize(("locale", "text", "day", "clock"), AHEAD)
def test_what_lies_ahead(locale: str, text: str, day: str, clock: str | None) -> None:
    found = when_words.read(text, NOW, locale=locale)
    assert found.day == date.fromisoformat(day)
    assert found.time == (time.fromisoformat(clock) if clock else None)


@pytest.mark.parametrize(("locale", "text", "day", "clock"), BACK)
def test_what_has_happened(locale: str, text: str, day: str, clock: str | None) -> None:
    found = when_words.read(text, NOW, locale=locale, past=True)
    assert found.day == date.fromisoformat(day)
    assert found.time == (time.fromisoformat(clock) if clock else None)


@pytest.mark.parametrize("text", ["in 2 Wochen", "dans 2 semaines", "za 2 tygodnie", "over 2 weken"])
def test_another_language_than_ones_own_is_understood(text: str) -> None:
    assert when_words.read(text, NOW, locale="en_GB").day == date(2026, 12, 10)


def test_day_and_month_follow_the_place_and_the_doubt_is_said() -> None:
    british, american = (when_words.read("3/4", NOW, locale=each) for each in ("en_GB", "en_US"))
    assert (british.day, british.other) == (date(2027, 4, 3), date(2027, 3, 4))
    assert (american.day, american.other) == (date(2027, 3, 4), date(2027, 4, 3))
    assert british.doubt == american.doubt == when_words.DAY_MONTH
    assert when_words.read("13/4", NOW).doubt == ""
    assert when_words.read("next friday", NOW).other == date(2026, 12, 4)
    assert when_words.read("tomorrow at 3", NOW).doubt == when_words.HOUR_OF_DAY


@pytest.mark.parametrize(
    "text", ["", "nonsense", "32.1.", "29.2.2027", "25:00", "tomorrow 9:75", "in 99999 days", "0001-01-01"]
)
def test_what_makes_no_sense_is_refused(text: str) -> None:
    with pytest.raises(Problem, match=r"when\.not_understood"):
        when_words.read(text, NOW)


@given(st.text(max_size=90), st.booleans())
def test_any_text_is_a_moment_or_a_problem(text: str, past: bool) -> None:
    with suppress(Problem):
        assert when_words.read(text, NOW, past=past).moment(NOW).tzinfo is not None


@given(st.dates(date(2000, 1, 1), date(2200, 1, 1)), st.times(), st.sampled_from(LANGUAGES))
def test_a_full_date_is_the_same_in_every_language(day: date, clock: time, language: Language) -> None:
    clock = clock.replace(second=0, microsecond=0)
    found = when_words.read(f"{day.isoformat()} {clock:%H:%M}", NOW, locale=language.code)
    assert (found.day, found.time, found.doubt) == (day, clock, "")


@given(
    st.sampled_from(LANGUAGES), st.integers(2, 300), st.sampled_from([DAY, WEEK]), st.booleans(), st.data()
)
def test_spans_of_every_language(
    language: Language, amount: int, unit: str, past: bool, data: st.DataObject
) -> None:
    word = data.draw(st.sampled_from(sorted(key for key, value in language.units.items() if value == unit)))
    side = data.draw(st.sampled_from(sorted(language.back if past else language.ahead)))
    days = amount * (7 if unit == WEEK else 1) * (-1 if past else 1)
    for text in (f"{side} {amount} {word}", f"{amount} {word} {side}"):
        assert when_words.read(text, NOW, locale=language.code).day == TODAY + timedelta(days=days)


@given(st.sampled_from(LANGUAGES), st.data(), st.booleans())
def test_weekdays_of_every_language(language: Language, data: st.DataObject, past: bool) -> None:
    word = data.draw(st.sampled_from(sorted(language.weekdays)))
    found = when_words.read(word, NOW, locale=language.code, past=past).day
    assert found.weekday() == language.weekdays[word]
    assert 1 <= ((TODAY - found) if past else (found - TODAY)).days <= 7


def test_the_words_of_every_language_are_folded_and_of_one_meaning() -> None:
    from contactbook.domain.folding import fold

    for language in LANGUAGES:
        words = [*language.days, *language.weekdays, *language.units, *language.numbers, *language.times]
        assert all(fold(word) == word for word in words), language.code
        assert set(language.units.values()) == {*when_languages.UNITS}
        assert {MINUTE, HOUR} <= set(language.units.values())
        assert set(language.weekdays.values()) == set(range(7))
        assert {-2, -1, 0, 1, 2} <= set(language.days.values())


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("every 2 weeks", Rule("WEEKLY", 2)),
        ("weekly", Rule("WEEKLY")),
        ("alle 6 Wochen", Rule("WEEKLY", 6)),
        ("jeden Montag", Rule("WEEKLY", 1, (0,))),
        ("chaque lundi", Rule("WEEKLY", 1, (0,))),
        ("toutes les 2 semaines", Rule("WEEKLY", 2)),
        ("co 2 tygodnie", Rule("WEEKLY", 2)),
        ("cada mes", Rule("MONTHLY")),
        ("ogni 3 mesi", Rule("MONTHLY", 3)),
        ("om de 2 weken", Rule("WEEKLY", 2)),
        ("6 weeks", Rule("WEEKLY", 6)),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", Rule("MONTHLY", 1, (), -1)),
    ],
)
def test_repetitions(text: str, rule: Rule) -> None:
    assert when_words.read_repeat(text) == rule


@pytest.mark.parametrize("text", ["", "now and then", "every 0 weeks", "week", "freq=secondly"])
def test_no_repetition(text: str) -> None:
    with pytest.raises(Problem, match=r"when\.repeat_not_understood"):
        when_words.read_repeat(text)
