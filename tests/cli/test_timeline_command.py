"""A timeline listed, narrowed and written to a file (contactbook.cli.timeline_command)."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from tests.cli.conftest import Result

ORDERS = "Email,Order ID,Total,Order date,Channel\nada@acme.example,7,€12.50,2025-03-04,web\n"


def test_a_timeline_is_narrowed_by_days_and_people(run: Callable[..., Result], book: Path) -> None:
    for at, text in (("2025-03-03", "first"), ("2025-03-04 23:50", "second"), ("2025-03-05", "third")):
        run("log", book, "ada", "note", text, "--at", at)

    def listed(*options: str) -> list[str]:
        return [one["subject"] for one in run("timeline", book, "ada", "--json", *options).json]

    assert listed("--since", "2025-03-04") == ["third", "second"]
    assert listed("--until", "2025-03-04") == ["second", "first"]
    assert listed("--since", "2025-03-04", "--until", "2025-03-04", "--kind", "note") == ["second"]
    assert listed("--person", "lukasz") == []
    assert run("timeline", book, "ada", "--since", "nonsense").status == 3


def test_a_timeline_is_written_with_what_its_table_said_beside_it(
    run: Callable[..., Result], book: Path, tmp_path: Path
) -> None:
    orders = tmp_path / "orders.csv"
    orders.write_text(ORDERS, "utf-8")
    run("entries", book, orders)
    assert "Channel: web" in run("timeline", book, "ada").out
    (entry,) = run("timeline", book, "ada", "--json").json
    assert entry["details"]["columns"] == {"Channel": "web"}
    table, text = tmp_path / "ada.csv", tmp_path / "ada.txt"
    assert run("timeline", book, "ada", "--to", table, "--json").json == {"entries": 1}
    assert "1 entry is in ada.txt" in run("timeline", book, "ada", "--to", text).out
    with table.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["amount"], row["other"]) == ("12.50", "Channel: web")
    assert "    Channel: web\n" in text.read_text("utf-8")


def test_a_timeline_is_drawn_on_pages(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    run("log", book, "ada", "note", "Asked for the offer")
    pages = tmp_path / "ada.pdf"
    assert "1 entry is in ada.pdf" in run("timeline", book, "ada", "--to", pages).out
    assert pages.read_bytes().startswith(b"%PDF-")
    assert pages.stat().st_size > 2_000
    missing = run("timeline", book, "ada", "--to", tmp_path / "nowhere" / "ada.pdf")
    assert missing.status == 3
    assert "nowhere" in missing.err


def test_pages_that_cannot_be_drawn_are_told(
    run: Callable[..., Result], book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", "false")
    told = run("timeline", book, "ada", "--to", tmp_path / "ada.pdf")
    assert told.status == 3
    assert ".csv" in told.err
    assert not (tmp_path / "ada.pdf").exists()
