"""Purchases and donations added up (contactbook.cli.totals_command)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Result


def test_kinds_and_currencies_are_kept_apart(run: Callable[..., Result], book: Path) -> None:
    for kind, amount, currency, at in (
        ("purchase", "10", "EUR", "2024-03-01"), ("purchase", "20", "EUR", "2025-03-01"),
        ("purchase", "500", "JPY", "2025-04-01"), ("donation", "5", "EUR", "2025-05-01"),
    ):  # fmt: skip
        run("log", book, "ada", kind, "x", "--amount", amount, "--currency", currency, "--at", at)

    def rows(*options: str) -> list[tuple[object, ...]]:
        found = run("totals", book, "ada", "--json", *options).json
        return [(one["kind"], one["currency"], one["count"], one["total"], one["average"]) for one in found]

    assert rows() == [
        ("purchase", "EUR", 2, "30.00", "15.00"),
        ("purchase", "JPY", 1, "500", "500"),
        ("donation", "EUR", 1, "5.00", "5.00"),
    ]
    assert rows("--since", "2025-01-01", "--until", "2025-03-01") == [
        ("purchase", "EUR", 1, "20.00", "20.00")
    ]
    assert "30.00 EUR" in run("totals", book, "ada").out
    assert rows("--period", "this-year") == []
