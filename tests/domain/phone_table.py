"""The phone plans as the installed phonenumbers package knows them; as a program it prints phone_plans."""

from __future__ import annotations

import textwrap
from re import _constants as codes  # pyright: ignore  # the standard library's own reading of a pattern
from re import _parser as patterns  # pyright: ignore

import phonenumbers
from phonenumbers import PhoneMetadata

DIGITS = "0123456789"


def first_digits(pattern: str | None) -> set[str]:
    """Every digit that a text matching the pattern can begin with; "" is among them when it may be empty."""
    return _first(patterns.parse(pattern)) if pattern else set()


def _first(sequence) -> set[str]:  # noqa: ANN001
    found: set[str] = set()
    for operation, argument in sequence:
        part = _one(operation, argument)
        found |= part - {""}
        if "" not in part:
            return found
    return found | {""}


def _one(operation, argument) -> set[str]:  # noqa: ANN001
    if operation is codes.LITERAL:
        return {chr(argument)}
    if operation is codes.IN:
        inside: set[str] = set()
        for kind, value in argument:
            if kind is codes.LITERAL:
                inside.add(chr(value))
            elif kind is codes.RANGE:
                inside |= {chr(code) for code in range(value[0], value[1] + 1)}
            else:
                inside |= set(DIGITS)
        return inside
    if operation is codes.SUBPATTERN:
        return _first(argument[3])
    if operation is codes.BRANCH:
        return set().union(*(_first(branch) for branch in argument[1]))
    if operation in (codes.MAX_REPEAT, codes.MIN_REPEAT):
        return _first(argument[2]) | ({""} if argument[0] == 0 else set())
    return {""}


def _unsafe(metadata) -> set[str]:  # noqa: ANN001
    found = first_digits(metadata.national_prefix_for_parsing)
    return set(DIGITS) if "" in found else found


def _text(digits: set[str]) -> str:
    return "".join(sorted(digits - {""}))


def _lengths(numbers) -> str:  # noqa: ANN001
    return "/".join(str(number) for number in sorted(numbers) if number > 0)


def _main(code: int):  # noqa: ANN202
    region = phonenumbers.region_code_for_country_code(code)
    if region == "001":
        return PhoneMetadata.metadata_for_nongeo_region(code)
    return PhoneMetadata.metadata_for_region(region)


def country_codes() -> str:
    """One calling code after the other, as "code:lengths:first digits that need care"."""
    entries = []
    for code in sorted(phonenumbers.COUNTRY_CODE_TO_REGION_CODE):
        metadata = _main(code)
        entries.append(f"{code}:{_lengths(metadata.general_desc.possible_length)}:{_text(_unsafe(metadata))}")
    return " ".join(entries)


def regions() -> str:
    """One region after the other, as "region:code:trunk:first digits that need care:lengths:usual"."""
    entries = []
    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        metadata = PhoneMetadata.metadata_for_region(region)
        code = metadata.country_code or 0
        own = metadata.general_desc
        lengths = set(own.possible_length) & set(_main(code).general_desc.possible_length)
        usual = lengths.intersection(
            *(kind.possible_length for kind in (metadata.fixed_line, metadata.mobile) if kind)
        )
        trunk = ""
        if metadata.national_prefix_for_parsing:
            trunk = "1" if code == 1 else "?"
            plain = metadata.national_prefix_for_parsing == metadata.national_prefix == "0"
            if (
                plain
                and metadata.international_prefix == "00"
                and "0" not in first_digits(own.national_number_pattern)
            ):
                trunk = "0"
        care = _unsafe(metadata) | first_digits(metadata.international_prefix) | {str(code)[0]}
        entries.append(f"{region}:{code}:{trunk}:{_text(care)}:{_lengths(lengths)}:{_lengths(usual)}")
    return " ".join(entries)


def _block(name: str, text: str, meaning: str) -> str:
    lines = textwrap.wrap(text, 104)
    body = "\n".join(f'    "{line} "' for line in lines)
    return f'{name} = (\n{body}\n)\n"""{meaning}"""\n'


def module_text() -> str:
    """The whole data part of contactbook/domain/phone_plans.py."""
    return _block(
        "COUNTRY_CODES", country_codes(), "Calling code, possible lengths, first digits that need care."
    ) + (
        "\n"
        + _block(
            "REGIONS",
            regions(),
            "Region, calling code, trunk prefix (? when not plain), first digits that need care,\n"
            "possible lengths, lengths that both landlines and mobiles have.",
        )
    )


if __name__ == "__main__":
    print(module_text())
