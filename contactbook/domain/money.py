"""Amounts of money: whole numbers of the smallest unit of a currency, and how people type them."""

from __future__ import annotations

import re

_NO_DECIMALS = frozenset("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split())
_THREE_DECIMALS = frozenset("BHD IQD JOD KWD LYD OMR TND".split())
"""ISO 4217, the currencies whose minor unit is not a hundredth."""

_SIGNS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₹": "INR", "zł": "PLN", "kč": "CZK", "₽": "RUB"}
_NUMBER = re.compile(r"-?\d[\d.,'\s\u00a0\u202f]*")
LARGEST = 2**53
"""Amounts beyond this are mistyped."""


def decimals(currency: str) -> int:
    """How many digits stand after the point: 2 for EUR, 0 for JPY, 3 for KWD."""
    code = currency.upper()
    return 0 if code in _NO_DECIMALS else 3 if code in _THREE_DECIMALS else 2


def read(text: str, currency: str = "") -> tuple[int, str]:
    """An amount as typed ("1.234,50 €", "12.5 EUR", "¥300") in minor units, and its currency.

    The last point or comma stands before the decimals unless three digits follow it and the currency has not
    three: "1.234" is a thousand and more.

    Raises:
        ValueError: there is no number in it, or more than one, or it has too many decimals.
    """
    found = _NUMBER.findall(text)
    if len(found) != 1:
        raise ValueError(text)
    rest = _NUMBER.sub(" ", text).strip()
    code = _SIGNS.get(rest.lower(), rest.upper()) or currency.upper()
    if code and not re.fullmatch(r"[A-Z]{3}", code):
        raise ValueError(text)
    places = decimals(code)
    number = re.sub(r"['\s\u00a0\u202f]", "", found[0]).rstrip(".,")
    whole, part = _halves(number, places)
    if len(part) > places and part[places:].strip("0"):
        raise ValueError(text)
    amount = int((re.sub(r"\D", "", whole) or "0") + part[:places].ljust(places, "0"))
    if amount > LARGEST:
        raise ValueError(text)
    return (-amount if number.startswith("-") else amount), code


def _halves(number: str, places: int) -> tuple[str, str]:
    at = max(number.rfind("."), number.rfind(","))
    if at < 0:
        return number, ""
    mark, after = number[at], number[at + 1 :]
    both = "." in number and "," in number
    if (number.count(mark) > 1 or (len(after) == 3 and places != 3)) and not both:
        return number, ""
    return number[:at], after


def plain(amount: int, currency: str) -> str:
    """An amount as programs write it: "-1234.50"."""
    places = decimals(currency)
    digits = str(abs(amount)).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return f"-{text}" if amount < 0 else text


def grouped(amount: int, currency: str) -> str:
    """An amount with its currency for the command line and for sentences: "1,234.50 EUR"."""
    whole, point, part = plain(abs(amount), currency).partition(".")
    sign = "-" if amount < 0 else ""
    return f"{sign}{int(whole):,}{point}{part} {currency.upper()}".rstrip()
