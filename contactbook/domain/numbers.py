"""Numbers and amounts of money as people write them, to plain text: "1 234,50 €" to "1234.50 EUR"."""

from __future__ import annotations

import re

from contactbook.domain import folding

LONGEST = 40
"""Characters of the longest text that can be a number."""

SYMBOLS = {
    "€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "zł": "PLN", "zl": "PLN", "kč": "CZK", "₹": "INR",
    "₽": "RUB", "₺": "TRY", "₴": "UAH", "₩": "KRW", "₪": "ILS", "fr.": "CHF", "us$": "USD", "r$": "BRL",
}  # fmt: skip
"""Signs that name one currency; those of several ($, ¥) name the one that writes them alone."""

_NUMBER = re.compile(r"[+-]?\d[\d.,]*|[+-]?[.,]\d+")
_PLAIN = re.compile(r"[+-]?\d+(?:\.\d+)?")
_GROUP_MARKS = dict.fromkeys(map(ord, " \u00a0\u202f\u2009'\u2019_"), None)
_MINUS = {0x2212: "-", 0x2013: "-"}
_CODE = re.compile(r"[A-Za-z]{3}")


def parse(text: str, decimal: str = "") -> str | None:
    """The number in plain text ("-1234.5"), or None when it is none or can be read in two ways.

    Args:
        text: "1,234.50", "1.234,50", "1 234", "12'000", "-5", "1.5e3" is none.
        decimal: the mark of whoever writes, "." or ","; without it "1,234" gives None, for it may be either.
    """
    text = text.strip()
    if not text or len(text) > LONGEST:
        return None
    if _PLAIN.fullmatch(text) and decimal != "," and text.isascii():
        return _plain(text)
    text = "".join(folding.digits(letter) or letter for letter in text.translate(_MINUS))
    text = text.translate(_GROUP_MARKS)
    if not _NUMBER.fullmatch(text):
        return None
    mark = _decimal_mark(text, decimal)
    if mark is None:
        return None
    other = "," if mark == "." else "."
    whole, _, part = text.partition(mark)
    if other in part or (other in whole and not _grouped(whole, other)):
        return None
    return _plain(f"{whole.replace(other, '')}.{part}" if part else whole.replace(other, ""))


def value(text: str) -> float | None:
    """What a plain number is worth, None for other text."""
    return float(text) if _PLAIN.fullmatch(text) and len(text) <= LONGEST else None


def parse_money(text: str, currency: str = "", decimal: str = "") -> str | None:
    """An amount in plain text, "1234.50 EUR"; without a currency "1234.50".

    Args:
        text: "€ 1.234,50", "12 EUR", "USD 5", "12,50 zł", "7".
        currency: the code (ISO 4217) of amounts that name none.
        decimal: as in `parse`.
    """
    text = text.strip()
    if len(text) > LONGEST:
        return None
    amount, code = _without_currency(text)
    found = parse(amount, decimal or ("." if _two_decimals(amount) else ""))
    if found is None:
        return None
    code = code or currency
    return f"{found} {code}" if code else found


def split_money(text: str) -> tuple[str, str]:
    """Amount and currency of a plain amount of money."""
    amount, _, code = text.partition(" ")
    return amount, code


def _two_decimals(amount: str) -> bool:
    return bool(re.fullmatch(r"[^.]*\.\d\d", amount.strip()))


def _without_currency(text: str) -> tuple[str, str]:
    folded = text.casefold()
    for symbol, code in sorted(SYMBOLS.items(), key=lambda item: -len(item[0])):
        for start in (folded.startswith(symbol), folded.endswith(symbol)):
            if start:
                rest = text[len(symbol) :] if folded.startswith(symbol) else text[: -len(symbol)]
                return rest.strip(), code
    for code, rest in ((text[:3], text[3:]), (text[-3:], text[:-3])):
        if _CODE.fullmatch(code) and not rest.strip()[:1].isalpha():
            return rest.strip(), code.upper()
    return text, ""


def _decimal_mark(text: str, decimal: str) -> str | None:
    """The mark that separates decimals in this text; None when that is in doubt."""
    dots, commas = text.count("."), text.count(",")
    if dots and commas:
        return "." if text.rindex(".") > text.rindex(",") else ","
    if not dots and not commas:
        return "."
    mark, count = (".", dots) if dots else (",", commas)
    other = "," if mark == "." else "."
    grouped = _grouped(text, mark)
    if count > 1:
        return other if grouped else None
    if not grouped or decimal == mark:
        return mark
    if decimal == other:
        return other
    return mark if mark == "." and not decimal else None


def _grouped(text: str, mark: str) -> bool:
    """Whether a mark stands where thousands are set apart."""
    first, *groups = text.lstrip("+-").split(mark)
    return 1 <= len(first) <= 3 and first.isdigit() and all(len(group) == 3 for group in groups)


def _plain(text: str) -> str:
    """Without plus sign and surplus zeros in front; decimals stay as they are."""
    sign = "-" if text.startswith("-") else ""
    whole, point, part = text.lstrip("+-").partition(".")
    whole = whole.lstrip("0") or "0"
    return f"{sign}{whole}{point}{part}"
