"""entries, as scripts use it (contactbook.cli.entries_command)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Result


def test_a_table_of_orders_is_read(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    path, left = tmp_path / "orders.csv", tmp_path / "left.csv"
    path.write_text("Buyer,Order,Total\nada@acme.example,1,12.50\nx@x.example,2,5\n", "utf-8")
    said = ("--column", "Buyer=email", "--currency", "EUR")
    dry = run("entries", book, path, *said, "--dry-run", "--json").json
    assert (dry["created"], dry["entries"], dry["dry_run"]) == (1, "purchase", True)
    assert dry["files"][0]["columns"] == {"Buyer": "email", "Order": "external", "Total": "amount"}
    done = run("entries", book, path, *said, "--rejects", left)
    assert done.status == 1
    assert done.out == "Imported 1 entry. 1 refused.\n"
    assert "orders.csv:3: Nobody in the book has" in done.err
    assert "x@x.example" in left.read_text("utf-8-sig")
    (entry,) = run("timeline", book, "ada", "--json").json
    assert (entry["kind"], entry["amount"]) == ("purchase", "12.50")
    again = run("entries", book, path, *said)
    assert again.out == "Nothing was imported. 1 unchanged, 1 refused.\n"
    assert run("entries", book, tmp_path / "none.csv").status not in (0, 1)
    assert run("entries", book, path, "--column", "Buyer=colour").status == 3


def test_a_mapping_from_a_file_is_used(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    path, mapping = tmp_path / "gifts.csv", tmp_path / "mapping.json"
    path.write_bytes("Wer;Wieviel;Wofür\nada@acme.example;12,50;Frühling\n".encode("cp1252"))
    columns = [{"heading": "Wer", "to": "email"}, {"heading": "Wieviel", "to": "amount"}]
    columns.append({"heading": "Wofür", "to": "subject"})
    said = {"contactbook_mapping": 1, "entries": "donation", "currency": "EUR", "columns": columns}
    mapping.write_text(json.dumps(said), "utf-8")
    how = ("--mapping", mapping, "--encoding", "cp1252", "--delimiter", ";")
    assert run("entries", book, path, *how).out == "Imported 1 entry.\n"
    (entry,) = run("timeline", book, "ada", "--json").json
    assert (entry["kind"], entry["amount"], entry["subject"]) == ("donation", "12.50", "Frühling")
    assert run("import", book, path, *how[:4]).out == "Nothing was imported. 1 unchanged.\n"
