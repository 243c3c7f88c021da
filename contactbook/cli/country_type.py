"""The type of options that name a country."""

from __future__ import annotations

from typing import Any, Final

import click


class CountryType(click.ParamType[str]):
    """Takes a code (ISO 3166) or a name in any language that is known, and gives the code; "" stays."""

    name = "CC"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401
        """Raises BadParameter for what is no country."""
        from contactbook.domain import countries

        code = countries.code(value)
        if value and not code:
            self.fail(f"{value!r} is no country", param, ctx)
        return code


COUNTRY: Final = CountryType()
