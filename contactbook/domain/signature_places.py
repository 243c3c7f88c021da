"""Postal code and town within a line of a signature, as the countries write them."""

# ruff: noqa: RUF001 - letters of many scripts, on purpose
from __future__ import annotations

import re
from dataclasses import dataclass

from contactbook.domain import countries, phones

_TOWN = r"[^\W\d_](?:[^\d,;|()]*[^\s\d,;|()])?(?:\s\d{1,2}(?![\d./-]))?"
_PATTERNS = {name: re.compile(pattern) for name, pattern in {
    "american": rf"(?P<town>{_TOWN}),\s*(?P<region>[A-Z]{{2}})\s+(?P<code>\d{{5}}(?:-\d{{4}})?)(?!\d)",
    "brazilian": rf"(?P<town>{_TOWN})\s*[-,/]\s*(?P<region>[A-Z]{{2}}),?\s+(?:CEP:?\s*)?"
                 r"(?P<code>\d{5}-\d{3})",
    "british": rf"(?:(?P<town>{_TOWN}),?\s+)?(?P<code>[A-Z]{{1,2}}\d[A-Z\d]?\s+\d[A-Z]{{2}})\b",
    "irish": rf"(?P<code>[A-Z]\d[\dW]\s?[A-Z\d]{{4}})\s+(?P<town>{_TOWN})",
    "dutch": rf"(?P<code>\d{{4}}\s?[A-Z]{{2}})\s+(?P<town>{_TOWN})",
    "japanese": r"〒\s*(?P<code>\d{3}-?\d{4})\s*(?P<region>\D{2,3}?[都道府県])?"
                r"(?P<town>[^\d\s]+?[市区町村])?(?P<rest>\S*)",
    "before": r"(?P<code>(?:[A-Z]{1,3}-)?\d{2}-\d{3}|(?:[A-Z]{1,3}-)?\d{4,6}(?:-\d{3,4})?|\d{3}\s\d{2})"
              rf"\s+(?P<town>{_TOWN})",
    "indian": rf"^(?P<town>{_TOWN}?)\s*[-–,]?\s*(?P<code>\d{{6}}|\d{{3}}\s\d{{3}})$",
}.items()}  # fmt: skip
"""By the country that writes so; where a number alone could be one of a phone, that is looked at first."""
_COUNTRIES = {"american": "USA", "brazilian": "Brazil", "japanese": "Japan"}
_DOUBTFUL = ("before", "indian")
_CHINESE = re.compile(
    r"(?P<region>[^\W\d_]{2,8}?省)?(?P<town>[^\W\d_]{2,7}?市)(?P<street>\S*[路街道号號村弄巷]\S*)$"
)
_CHINESE_CODE = re.compile(r"(?:邮编|邮政编码|郵編)\s*:?\s*(?P<code>\d{6})")
_IN_BRACKETS = re.compile(r"^\s*\((?P<words>[^)]+)\)")
_MOST_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Place:
    """What a line says of where: texts of the address, and what stands before and after them."""

    code: str = ""
    town: str = ""
    region: str = ""
    country: str = ""
    street: str = ""
    before: str = ""
    after: str = ""
    town_above: bool = False
    """The town may stand in the line above, as in Britain."""


def place_in(line: str) -> Place | None:
    """Postal code and town of a line; None where it has none."""
    if found := _CHINESE_CODE.search(line):
        return Place(code=found["code"], before=line[: found.start()], after=line[found.end() :])
    if found := _CHINESE.search(line):
        return Place(
            town=found["town"],
            region=found["region"] or "",
            street=found["street"],
            before=line[: found.start()],
        )
    for name, pattern in _PATTERNS.items():
        found = pattern.search(line)
        if found is None or (name in _DOUBTFUL and _looks_like_phone(line)):
            continue
        groups = found.groupdict()
        town, region, after = (
            (groups.get("town") or "").strip(" ,-"),
            groups.get("region") or "",
            line[found.end() :],
        )
        country = _COUNTRIES.get(name, "")
        if told := _IN_BRACKETS.match(after):
            after = after[told.end() :]
            words = told["words"].strip()
            country, region = (
                (words, region) if countries.code(words) and len(words) > 3 else (country, words)
            )
        return Place(
            groups["code"],
            town,
            region,
            country,
            groups.get("rest") or "",
            line[: found.start()],
            after,
            town_above=name == "british" and not town,
        )
    return None


def region_and_country(line: str) -> tuple[str, str]:
    """The country at the end of a line ("Karnataka, India"), after what stands before it; blanks for none."""
    before, _comma, last = line.rpartition(",")
    country = last.strip(" ,;.")
    if len(country) > 3 and countries.code(country) and not any(sign.isdigit() for sign in line):
        return before.strip(" ,;"), country
    return "", ""


def _looks_like_phone(line: str) -> bool:
    digits = sum(map(str.isdigit, line))
    return "+" in line or bool(phones.key(line)) or digits > _MOST_DIGITS
