"""Headings of tables of entries (contactbook.domain.entry_columns)."""

from __future__ import annotations

import pytest

from contactbook.domain import entry_columns


@pytest.mark.parametrize(
    ("headings", "fields", "kind"),
    [
        (["Email", "Lineitem name", "Total"], ["email", "subject", "amount"], "purchase"),
        (["E-Mail-Adresse", "Spendenbetrag", "Betrag"], ["email", "", "amount"], "purchase"),
        (["Donor Email", "Amount", "Amount"], ["email", "amount", ""], "donation"),
        (["customer_email", "nps_score"], ["email", "score"], "feedback"),
        (["Ticket ID", "Email"], ["external", "email"], "case"),
        (["Name", "Colour"], ["name", ""], "note"),
    ],
)
def test_columns_and_kind(headings: list[str], fields: list[str], kind: str) -> None:
    assert entry_columns.fields_of(headings) == fields
    assert entry_columns.kind_of(headings) == kind
