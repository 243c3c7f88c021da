"""The history, and taking steps back, across runs of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.cli import history_commands

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Result


def test_an_import_is_undone_and_done_again(run: Callable[..., Result], book: Path) -> None:
    before = run("list", book, "--json").json
    undone = run("undo", book, "--json")
    assert undone.status == 0
    assert run("list", book, "--json").json == []
    assert run("redo", book).status == 0
    assert run("list", book, "--json").json == before
    assert run("redo", book).status == 3


def test_a_named_step_is_undone(run: Callable[..., Result], book: Path) -> None:
    first = run("edit", book, "ada", "note=One", "--json").json["step"]
    run("edit", book, "lukasz", "note=Two")
    assert run("undo", book, first).status == 0
    assert run("show", book, "ada", "--json").json["note"] == ""
    assert run("show", book, "lukasz", "--json").json["note"] == "Two"


def test_what_was_changed_since_stays_and_is_told(run: Callable[..., Result], book: Path) -> None:
    first = run("edit", book, "ada", "note=One", "--json").json["step"]
    run("edit", book, "ada", "note=Two")
    result = run("undo", book, first, "--json")
    assert result.status == 1
    assert result.json["kept"] == [run("show", book, "ada", "--json").json["id"]]
    assert run("show", book, "ada", "--json").json["note"] == "Two"


def test_what_stays_is_named(run: Callable[..., Result], book: Path) -> None:
    first = run("edit", book, "ada", "note=One", "--json").json["step"]
    run("edit", book, "ada", "note=Two")
    assert "Ada Lovelace" in run("undo", book, first).err


def test_the_history_lists_the_steps(run: Callable[..., Result], book: Path) -> None:
    run("edit", book, "ada", "note=One")
    run("undo", book)
    steps = run("history", book, "--json").json
    assert [step["action"] for step in steps] == ["undo", "edit", "import"]
    assert steps[1]["undone"] is True
    assert steps[0]["undoes"] == steps[1]["step"]
    assert all(step["label"] for step in steps)
    assert len(run("history", book, "--contact", "lukasz", "--json").json) == 1
    assert run("history", book, "--limit", 1).out.count("\n") == 1


def test_nothing_to_undo_is_a_problem(run: Callable[..., Result], tmp_path: Path) -> None:
    path = tmp_path / "new.contactbook"
    run("new", path)
    assert run("undo", path).status == 3
    assert run("undo", path, "0").status == 2
    assert history_commands.undo_command.name == "undo"


def test_what_a_step_changed(run: Callable[..., Result], book: Path) -> None:
    step = run("edit", book, "ada", "note=Likes engines", "--json").json["step"]
    told = run("history", book, "--step", step, "--json").json
    assert told["complete"]
    assert [(one["field"], one["before"], one["after"]) for one in told["changes"]] == [
        ("note", "", "Likes engines")
    ]
    assert "Likes engines" in run("history", book, "--step", step).out
    assert [row["action"] for row in run("history", book, "--text", "cards.vcf", "--json").json] == ["import"]


def test_a_look_before_undoing(run: Callable[..., Result], book: Path) -> None:
    step = run("edit", book, "ada", "note=one", "--json").json["step"]
    run("edit", book, "ada", "note=two")
    result = run("undo", book, step, "--dry-run")
    assert result.status == 1
    assert "Ada Lovelace" in result.out
    assert run("undo", book, "--dry-run", "--json").json["kept"] == []
    assert run("show", book, "ada", "--json").json["note"] == "two"
