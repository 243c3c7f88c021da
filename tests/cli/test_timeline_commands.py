"""log, timeline and due, as scripts use them (contactbook.cli.timeline_commands)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Result


def test_an_entry_is_logged_listed_and_undone(run: Callable[..., Result], book: Path) -> None:
    done = run(
        "log", book, "ada", "call", "Offer\nthree tents", "--at", "yesterday 14:05", "--direction", "out",
        "--minutes", "25", "--outcome", "reached", "--with", "lukasz", "--follow-up", "in 2 weeks", "--json",
    )  # fmt: skip
    assert done.status == 0
    assert done.json["label"] == "Call logged"
    assert len(done.json["contacts"]) == 2
    (entry,) = run("timeline", book, "lukasz", "--json").json
    assert (entry["kind"], entry["subject"], entry["body"], entry["duration"]) == (
        "call", "Offer", "three tents", 1500,
    )  # fmt: skip
    when = datetime.fromtimestamp(entry["occurred_at"] / 1000).astimezone()
    yesterday = datetime.now().astimezone().date() - timedelta(days=1)
    assert (when.date(), when.hour, when.minute) == (yesterday, 14, 5)
    assert "outgoing, 25 min, reached" in run("timeline", book, "ada").out
    assert run("due", book).out == ""
    (task,) = run("due", book, "--within", "14", "--json").json["follow_ups"] or [None]
    assert task is None or task["title"] == "Offer"
    (task,) = run("due", book, "--within", "20", "--json").json["follow_ups"]
    assert (task["part"], task["title"], len(task["names"])) == ("later", "Offer", 2)
    run("undo", book)
    assert run("timeline", book, "ada", "--json").json == []
    assert run("due", book, "--within", "99", "--json").json["follow_ups"] == []


def test_amounts_scores_and_filters(run: Callable[..., Result], book: Path) -> None:
    run(
        "log", book, "ada", "purchase", "Tent", "--amount", "1.234,50", "--currency", "EUR", "--quantity", "3"
    )
    run("log", book, "ada", "feedback", "Fine", "--score", "9")
    assert "3 pieces, 1,234.50 EUR" in run("timeline", book, "ada").out
    (entry,) = run("timeline", book, "ada", "--kind", "purchase", "--json").json
    assert (entry["amount"], entry["currency"]) == ("1234.50", "EUR")
    assert len(run("timeline", book, "ada", "--text", "fine", "--since", "today", "--json").json) == 1


def test_what_is_not_understood_is_explained(run: Callable[..., Result], book: Path) -> None:
    for arguments in (
        ("cal", "x"), ("call", "x", "--at", "nonsense"), ("purchase", "x", "--amount", "much"),
        ("call", "x", "--file", "missing.pdf"), ("call", "x", "--follow-up", "never"),
    ):  # fmt: skip
        done = run("log", book, "ada", *arguments)
        assert done.status == 3, arguments
    assert run("timeline", book, "ada", "--json").json == []
