"""Phone numbers: the form in which they are compared, and how one is shown.

What the person typed stays as it is.

Nearly every number of a real file is "+" and digits; those are decided by the tables of `phone_plans` in
about a microsecond, with the very result that the phonenumbers package gives. That package is loaded only for
the others.
"""

# ruff: noqa: RUF001 - letters of many scripts, on purpose
from __future__ import annotations

import re

from contactbook.domain import folding, phone_plans

_PUNCTUATION = {
    ord(mark): None
    for mark in " -()./[]~\t\u00a0\u202f\u2009\u2007\u2010\u2011\u2012\u2013\u200b\u200e\u2060"
}
_EXTENSION = re.compile(
    r"(?:;ext=|[\s;,.(/]*(?<![a-z])(?:ext(?:ensio)?n?|e?xtn?|доб|anexo|int|wew|durchwahl|dw|poste|klappe|app)[.:]?\s*"
    r"|\s*[x#]\s*|(?<=\d)[pw]|,{1,3}|;)(\d{1,9})[#)]?\s*$",
    re.IGNORECASE,
)
_LEADING_WORD = re.compile(r"^(?:tel|phone|fax|mob|mobile|mobil|cell|callto|sms)\s*[.:]\s*", re.IGNORECASE)
_TRUNK_IN_BRACKETS = "(0)"


def key(value: str, region: str = "") -> str:
    """The number as it is compared: E.164 ("+48123456789"), with ";ext=12" when it has an extension.

    Args:
        value: the number as typed.
        region: two-letter ISO code of the country in which it was written down, "" when nobody knows. Without
            it only numbers with a plus sign have a key: a country is never guessed (R33).

    Returns "" when the number is not certain: no country, an impossible length, letters in it.
    """
    value = value.strip()
    if value[:1] == "+":
        digits = value[1:]
        if digits.isdecimal() and digits.isascii():
            return _international(digits)
    if not value.isascii():
        value = "".join(folding.digits(letter) or letter for letter in value).replace("＋", "+")
    compact = value.translate(_PUNCTUATION)
    if compact.isdecimal():
        return _national(compact, value, region.upper()) if region else ""
    if compact[:1] == "+" and compact[1:].isdecimal():
        return _international(compact[1:])
    return _unusual(value, region)


def display(value: str, region: str = "") -> str:
    """The number as it is shown: as typed when the person set it in groups, otherwise in the usual groups.

    Args:
        value: the number as typed.
        region: two-letter ISO code; numbers of this country are shown without their calling code.
    """
    value = value.strip()
    if not value.removeprefix("+").isdecimal():
        return value
    canonical = key(value, region)
    if not canonical:
        return value
    import phonenumbers

    number = phonenumbers.parse(canonical)
    if not phonenumbers.is_valid_number(number):
        return value
    inland = bool(region) and phonenumbers.region_code_for_number(number) == region.upper()
    style = (
        phonenumbers.PhoneNumberFormat.NATIONAL if inland else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    )
    return phonenumbers.format_number(number, style)


def is_valid(value: str, region: str = "") -> bool:
    """Whether the numbering plan of its country has such a number; False when the country is not known."""
    canonical = key(value, region)
    if not canonical:
        return False
    import phonenumbers

    return phonenumbers.is_valid_number(phonenumbers.parse(canonical))


def fault(value: str, region: str = "") -> str:
    """What stands against a number: "impossible" (its country has none like it), "unused" (its plan has not).

    Returns "" when nothing does, or nobody can tell: no country, or a number within an unnamed town.
    """
    import phonenumbers

    value = value.strip()
    value = "+" + value[2:] if value.startswith("00") else value
    canonical = key(value, region)
    if canonical:
        return "" if phonenumbers.is_valid_number(phonenumbers.parse(canonical)) else "unused"
    if not value.startswith("+") and not region:
        return ""
    try:
        number = phonenumbers.parse(value, region.upper() or None)
    except phonenumbers.NumberParseException:
        return "impossible"
    within = (
        phonenumbers.ValidationResult.IS_POSSIBLE,
        phonenumbers.ValidationResult.IS_POSSIBLE_LOCAL_ONLY,
    )
    return "" if phonenumbers.is_possible_number_with_reason(number) in within else "impossible"


def extension(canonical: str) -> str:
    """The extension of a key, "" when it has none."""
    return canonical.partition(";ext=")[2]


def _international(digits: str) -> str:
    """The key of the digits behind a plus sign."""
    codes = phone_plans.codes()
    for length in (2, 1, 3):
        code = codes.get(digits[:length])
        if code is not None:
            rest = len(digits) - length
            if rest > 0 and digits[length] in code.care:
                return _deep("+" + digits, "")
            return "+" + digits if rest in code.lengths else ""
    return ""


def _national(digits: str, value: str, region: str) -> str:
    """The key of a number without plus sign, written down in this region."""
    plan = phone_plans.regions().get(region)
    if plan is None:
        return ""
    if plan.trunk in ("", "1") and digits[0] not in plan.care and len(digits) in plan.usual:
        return f"+{plan.code}{digits}"
    if plan.trunk == digits[0] and len(digits) - 1 in plan.lengths:
        doubtful = "0" if plan.trunk == "0" else plan.care
        if digits[1] not in doubtful:
            return f"+{plan.code}{digits[1:]}"
    return _deep(value, region)


def _unusual(value: str, region: str) -> str:
    """The key of a number with an extension or with words around it."""
    value = _LEADING_WORD.sub("", value, count=1)
    if value[:1] == "+" and _TRUNK_IN_BRACKETS in value:
        value = value.replace(_TRUNK_IN_BRACKETS, " 0 ", 1)
    found = _EXTENSION.search(value)
    if found is None:
        return "" if any(mark.isalpha() for mark in value) else _deep(value, region)
    whole = key(value[: found.start()], region)
    return f"{whole};ext={found[1]}" if whole and ";" not in whole else ""


def _deep(value: str, region: str) -> str:
    """The key as the phonenumbers package sees it.

    A number without plus sign counts only when it was dialled with its trunk prefix or exists in the
    numbering plan: "12345" in Germany is somebody's number in an unknown town.
    """
    import phonenumbers

    try:
        number = phonenumbers.parse(value, region.upper() or None)
    except phonenumbers.NumberParseException:
        return ""
    reason = phonenumbers.is_possible_number_with_reason(number)
    if reason != phonenumbers.ValidationResult.IS_POSSIBLE:
        return ""
    if "+" not in value:
        plan = phone_plans.regions().get(region.upper())
        dialled = plan is not None and plan.trunk == "0" and value.translate(_PUNCTUATION).startswith("0")
        if not dialled and not phonenumbers.is_valid_number(number):
            return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
