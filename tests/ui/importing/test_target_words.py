"""What a column becomes, in words."""

from __future__ import annotations

import pytest

from contactbook.actions.import_mappings import Column
from contactbook.ui.importing.target_words import column_words


@pytest.mark.parametrize(
    ("target", "first", "second"),
    [
        ("organization.name", "Company", "Further company"),
        ("organization.title", "Job title", "Job title there"),
        ("organization.department", "Department", "Department there"),
        ("phone", "Phone", "Phone"),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_the_first_of_numbered_companies_is_the_contacts_own(target: str, first: str, second: str) -> None:
    assert column_words(Column("Heading", target, group="1")) == first
    assert column_words(Column("Heading", target, group="2")) == second
