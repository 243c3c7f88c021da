"""The beginning, the middle and the end of a week, a month or a year, in words of every language."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from contactbook.domain.when_languages import MONTH, WEEK

START, MIDDLE, END = range(3)
_WORDS = {
    "en": ("beginning|start|early", "middle|mid", "end|late", "of|the|in|at|by"),
    "de": ("anfang|beginn", "mitte", "ende", "des|der|im|am|vom|gegen|zu|zum|bis"),
    "fr": ("debut", "milieu|mi", "fin", "de|du|la|le|en|a|au|d'ici"),
    "es": (
        "principios|principio|comienzos|inicios",
        "mediados",
        "fin|fines|finales|final",
        "de|del|la|el|a|al",
    ),
    "it": ("inizio|inizi", "meta", "fine", "di|del|della|a|la|il|alla|entro"),
    "nl": ("begin", "midden|medio|half", "eind|einde", "van|de|het|in"),
    "pl": ("poczatek|poczatku", "polowa|polowie|srodek|srodku", "koniec|koncu|koncem|konca", "na|w|pod|do|z"),
}
"""By language: words of the three, and what stands around them and says nothing."""
_WHOLE = {
    "monatsanfang": "anfang monat", "monatsmitte": "mitte monat", "monatsende": "ende monat",
    "jahresende": "ende jahr", "eow": "end week", "eom": "end month", "eoy": "end year",
}  # fmt: skip


def split(phrase: str, language: str) -> tuple[int, str] | None:
    """Which edge, and of what: "anfang nachster woche" is START and "nachster woche"; None without one."""
    *edges, between = (set(words.split("|")) for words in _WORDS[language])
    words = _WHOLE.get(phrase, phrase).replace("-", " ").split()
    said = [word for word in words if word not in between]
    edge = next((at for at, known in enumerate(edges) if said and said[0] in known), None)
    return None if edge is None or len(said) == 1 else (edge, " ".join(said[1:]))


def day_in(edge: int, unit: str, day: date) -> date:
    """That edge of the week (Monday, Wednesday, Friday), month or year in which a day lies."""
    if unit == WEEK:
        return day + timedelta(days=edge * 2 - day.weekday())
    if unit == MONTH:
        return day.replace(day=(1, 15, calendar.monthrange(day.year, day.month)[1])[edge])
    return date(day.year, *((1, 1), (7, 1), (12, 31))[edge])
