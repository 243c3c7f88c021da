"""follow-up, as scripts use it: the same actions as the Today view (contactbook.cli.follow_up_command)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Result


def planned(run: Callable[..., Result], book: Path, *more: str) -> dict[str, Any]:
    """A new follow-up about Ada."""
    done = run("follow-up", book, "--for", "ada", "--title", "Send the offer", *more, "--json")
    assert done.status == 0, done.err
    return done.json["follow_ups"][0]


def shown(run: Callable[..., Result], book: Path, number: int) -> dict[str, Any]:
    """A follow-up as it stands in the book."""
    (task,) = run("follow-up", book, number, "--json").json
    return task


def test_a_follow_up_is_planned_changed_and_emptied(run: Callable[..., Result], book: Path) -> None:
    task = planned(
        run, book, "--when", "2030-03-15 9:00", "--repeat", "every 2 weeks", "--priority", "high",
        "--assignee", "Mia", "--remind", "2030-03-14", "--note", "with prices",
    )  # fmt: skip
    assert (task["repeat"], task["priority"], task["assignee"], task["note"]) == (
        "FREQ=WEEKLY;INTERVAL=2", 1, "Mia", "with prices",
    )  # fmt: skip
    assert task["due_at"] == datetime(2030, 3, 15, 9).timestamp() * 1000
    assert task["remind_at"] == datetime(2030, 3, 14, 9).timestamp() * 1000
    plain = run("follow-up", book, task["id"]).out
    assert all(part in plain for part in ("Ada Lovelace", "every 2 weeks", "Mia", "high"))
    changed = run(
        "follow-up", book, task["id"], "--title", "Call", "--repeat", "", "--remind", "", "--assignee", "",
        "--when", "", "--priority", "none", "--json",
    )  # fmt: skip
    assert changed.json["label"]
    now = shown(run, book, task["id"])
    assert now == changed.json["follow_ups"][0]
    keys = ("title", "repeat", "remind_at", "due_at", "assignee", "priority")
    assert tuple(now[key] for key in keys) == (
        "Call", "", None, None, "", 0,
    )  # fmt: skip
    run("undo", book)
    assert shown(run, book, task["id"])["repeat"] == "FREQ=WEEKLY;INTERVAL=2"


def test_done_writes_an_entry_and_plans_the_next_time(run: Callable[..., Result], book: Path) -> None:
    task = planned(run, book, "--when", "today", "--repeat", "every week")
    done = run("follow-up", book, task["id"], "--done", "--json").json
    assert done["follow_ups"][0]["done_at"] is not None
    (entry,) = run("timeline", book, "ada", "--json").json
    assert (entry["kind"], entry["subject"]) == ("done", "Send the offer")
    (following,) = run("due", book, "--within", "8", "--json").json["follow_ups"]
    assert following["due"] == (datetime.now().astimezone().date() + timedelta(days=7)).isoformat()
    run("follow-up", book, task["id"], "--reopen")
    assert shown(run, book, task["id"])["done_at"] is None


def test_several_are_put_off_moved_and_removed_as_one_step(run: Callable[..., Result], book: Path) -> None:
    numbers = [planned(run, book, "--when", "today")["id"] for _ in range(2)]
    run("follow-up", book, *numbers, "--snooze", "3")
    day = (datetime.now().astimezone().date() + timedelta(days=3)).isoformat()
    assert [shown(run, book, each)["due"] for each in numbers] == [day, day]
    run("undo", book)
    assert day not in [shown(run, book, each)["due"] for each in numbers]
    run("follow-up", book, *numbers, "--move", "2030-03-15")
    assert [shown(run, book, each)["due"] for each in numbers] == ["2030-03-15", "2030-03-15"]
    run("follow-up", book, *numbers, "--remove")
    assert run("follow-up", book, numbers[0]).status == 3


def test_wrong_words_change_nothing(run: Callable[..., Result], book: Path) -> None:
    task = planned(run, book)
    for wrong in (
        ("--when", "nonsense"),
        ("--repeat", "now and then"),
        ("--remind", "never"),
        ("--title", " "),
    ):
        assert run("follow-up", book, task["id"], *wrong).status == 3, wrong
    for wrong in (
        ("--done", "--snooze", "1"), ("--done", "--title", "x"), ("--priority", "very"), ("--snooze", "0"),
        (str(task["id"]), "--title", "x"), ("--for", "ada"),
    ):  # fmt: skip
        assert run("follow-up", book, task["id"], *wrong).status == 2, wrong
    assert run("follow-up", book, "--for", "ada").status == 2
    assert run("follow-up", book, "--for", "nobody", "--title", "x").status == 3
    assert run("follow-up", book, "99", "--done").status == 3
    assert shown(run, book, task["id"]) == task
