"""The words around a repetition in the languages the program reads, folded: "on the second Tuesday until"."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RepeatWords:
    """`on` says nothing between a rule and its days; `until` comes before its end; `ordinals`: 1..4, -1."""

    on: frozenset[str]
    until: frozenset[str]
    ordinals: dict[str, int]


def _words(on: str, until: str, *ordinals: str) -> RepeatWords:
    numbers = (1, 2, 3, 4, -1)
    found = {word: number for number, line in zip(numbers, ordinals, strict=True) for word in line.split()}
    return RepeatWords(frozenset(on.split()), frozenset(until.split()), found)


WORDS = {
    "en": _words("on the of and each every & month", "until till", "first 1st", "second 2nd", "third 3rd",
                 "fourth 4th", "last"),
    "de": _words("am an den dem der des und im monats", "bis", "ersten erster", "zweiten zweiter",
                 "dritten dritter", "vierten vierter", "letzten letzter"),
    "fr": _words("le la les et du de mois", "jusqu'au jusqu'a", "premier 1er", "deuxieme second", "troisieme",
                 "quatrieme", "dernier"),
    "es": _words("el los la las y e del de mes", "hasta", "primer primero", "segundo", "tercer tercero",
                 "cuarto", "ultimo"),
    "it": _words("il lo la i e di del mese", "fino", "primo", "secondo", "terzo", "quarto",
                 "ultimo l'ultimo"),
    "nl": _words("op de het en van maand", "tot", "eerste", "tweede", "derde", "vierde", "laatste"),
    "pl": _words("w we i oraz miesiaca", "do", "pierwszy pierwsza pierwszego", "drugi druga drugiego",
                 "trzeci trzecia trzeciego", "czwarty czwarta czwartego",
                 "ostatni ostatnia ostatniego"),
}  # fmt: skip
"""By the code of `when_languages.Language`."""
