"""What stands between the cells of a CSV file that a spreadsheet program of a country opens right (R30)."""

from __future__ import annotations

_POINT_LANGUAGES = frozenset(
    "am ar bn cy en fa fil ga gu haw he hi ja km kn ko ml mr ms mt my ne pa si sw ta te th tl ur zh".split()
)
"""Languages that write decimals with a point, so that the comma is free to separate lists."""
_POINT_COUNTRIES = frozenset("es_MX es_GT es_HN es_NI es_SV es_DO es_PA es_PR es_US".split())
_COMMA_COUNTRIES = frozenset("en_ZA ar_DZ ar_MA ar_TN ar_LY".split())


def of_locale(name: str) -> str:
    """Comma or semicolon, for a locale such as "de_DE.UTF-8"; a comma for one that says nothing ("C")."""
    place = name.split(".")[0].split("@")[0].replace("-", "_")
    language = place.split("_")[0].lower()
    if not language or language in ("c", "posix"):
        return ","
    if place in _COMMA_COUNTRIES:
        return ";"
    return "," if language in _POINT_LANGUAGES or place in _POINT_COUNTRIES else ";"
