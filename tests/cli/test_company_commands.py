"""Companies, merging, the trash and tags from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.cli import company_commands, merging_commands, tag_commands, trash_commands

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Result

COMMANDS = (company_commands, merging_commands, tag_commands, trash_commands)


def test_people_of_a_company(run: Callable[..., Result], book: Path) -> None:
    assert [one["name"] for one in run("company", book, "acme", "--json").json] == ["Ada Lovelace"]
    assert "Ada Lovelace" in run("company", book, "acme").out


def test_companies_are_made_of_names(run: Callable[..., Result], book: Path) -> None:
    run("edit", book, "lukasz", "organization=Borg GmbH")
    [group] = run("company", book, "--json").json
    assert (group["name"], len(group["people"]), group["perhaps"]) == ("Borg GmbH", 1, [])
    assert "Borg GmbH" in run("company", book).out
    made = run("company", book, "--make-all", "--json").json
    assert len(made["created"]) == 1
    assert run("company", book, "--json").json == []
    run("company", book, made["created"][0], "--parent", "acme")
    assert (
        run("show", book, made["created"][0], "--json").json["parent_id"]
        == run("show", book, "acme", "--json").json["id"]
    )


def test_merging_and_back(run: Callable[..., Result], book: Path) -> None:
    before = run("show", book, "lukasz", "--json").json
    result = run("merge", book, "ada", "lukasz", "--json")
    assert result.status == 0
    emails = {email["value"] for email in run("show", book, "ada", "--json").json["emails"]}
    assert emails == {"ada@acme.example", "lukasz@zak.example"}
    run("undo", book)
    assert run("show", book, "lukasz", "--json").json == before
    assert run("merge", book, "ada", "lukasz", "--keep", "lukasz").status == 0
    assert run("merge", book, "lukasz").status == 3


def test_the_trash(run: Callable[..., Result], book: Path) -> None:
    run("trash", book, "lukasz")
    assert run("trash", book, "--empty-old").out.strip() == "Nothing had to be changed."
    assert "1 contact deleted" in run("trash", book, "--empty").out
    assert run("show", book, "lukasz").status == 3
    run("undo", book)
    run("restore-contact", book, "lukasz")
    run("trash", book, "--days", "7")
    assert run("erase", book, "lukasz").status == 0
    assert run("undo", book, "--json").json["label"] != ""
    assert run("show", book, "lukasz").status == 3


def test_tags(run: Callable[..., Result], book: Path) -> None:
    run("tag", book, "vip", "--query", "ada")
    run("tag", book, "VIP", "--rename", "Very important")
    assert run("show", book, "ada", "--json").json["tags"] == ["Very important"]
    run("tag", book, "tea", "--query", "ada")
    run("tag", book, "tea", "--merge-into", "very important")
    assert run("tag", book, "very important", "--color", "#1A7F37").status == 0
    assert run("tag", book, "very important", "--delete").status == 0
    assert run("show", book, "ada", "--json").json["tags"] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["trash"],
        ["trash", "ada", "--empty"],
        ["tag", "vip"],
        ["tag", "x", "--remove"],
        ["company", "--parent", "a"],
    ],
)
def test_what_does_not_go_together(run: Callable[..., Result], book: Path, arguments: list[str]) -> None:
    assert run(arguments[0], book, *arguments[1:]).status == 2
