"""entries, as scripts use it (contactbook.cli.entries_command)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Result


def test_a_table_of_orders_is_read(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    path, left = tmp_path / "orders.csv", tmp_path / "left.csv"
    path.write_text("Buyer,Order,Total\nada@acme.example,1,12.50\nx@x.example,2,5\n", "utf-8")
    column = ("--column", "Buyer=email", "--currency", "EUR")
    dry = run("entries", book, path, *column, "--dry-run", "--json")
    assert dry.json["counts"]["logged"] == 1
    assert dry.json["columns"] == {"Buyer": "email", "Order": "external", "Total": "amount"}
    done = run("entries", book, path, *column, "--rejects", left)
    assert done.status == 1
    assert done.out == "1 entry imported. 1 row was left out.\n"
    assert "line 3" in done.err
    assert "x@x.example" in left.read_text("utf-8-sig")
    (entry,) = run("timeline", book, "ada", "--json").json
    assert (entry["kind"], entry["amount"]) == ("purchase", "12.50")
    assert run("entries", book, tmp_path / "none.csv").status not in (0, 1)
