"""The separator of lists, country by country."""

from __future__ import annotations

import pytest

from contactbook.domain.list_separators import of_locale


@pytest.mark.parametrize(
    ("name", "separator"),
    [
        ("de_DE.UTF-8", ";"), ("pl", ";"), ("pt-BR", ";"), ("es_ES@euro", ";"), ("en_ZA", ";"),
        ("en_GB", ","), ("es_MX", ","), ("ja_JP", ","), ("C", ","),
        ("C.UTF-8", ","), ("", ","), ("POSIX", ","),
    ],
)  # fmt: skip
def test_separators(name: str, separator: str) -> None:
    assert of_locale(name) == separator
