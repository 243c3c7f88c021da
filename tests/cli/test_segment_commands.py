"""Queries and segments on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.cli import segment_commands

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Result


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("company:acme", ["Acme", "Ada Lovelace"]),
        ("company:acme is:person", ["Ada Lovelace"]),
        ("has:email -name:ada", ["Łukasz Żak"]),
        ("name:zak or is:company", ["Acme", "Łukasz Żak"]),
        ('"ada lovelace"', ["Ada Lovelace"]),
    ],
)
def test_lists_take_queries(run: Callable[..., Result], book: Path, query: str, names: list[str]) -> None:
    assert run("list", book, "--query", query, "--columns", "name").out.splitlines() == names


def test_a_query_looks_within_a_view(run: Callable[..., Result], book: Path) -> None:
    result = run("list", book, "--query", "acme", "--view", "people", "--columns", "name")
    assert result.out == "Ada Lovelace\n"


def test_a_tag_goes_to_whom_a_query_finds(run: Callable[..., Result], book: Path) -> None:
    assert run("tag", book, "Friends", "--query", "has:email").status == 0
    assert run("list", book, "--query", "tag:friends -name:ada", "--columns", "name").out == "Łukasz Żak\n"


def test_errors_in_a_query_point_at_the_place(run: Callable[..., Result], book: Path) -> None:
    result = run("list", book, "--query", "ada citty:London", "--json")
    assert (result.status, result.json["problem"]["code"]) == (3, "query.unknown_term")
    assert "(character 5)" in result.json["problem"]["what"]
    told = run("list", book, "--query", "ada citty:London")
    assert "“citty:”" in told.err
    assert "(character 5)" in told.err
    assert "city" in told.err


def test_segments_are_saved_listed_and_removed(run: Callable[..., Result], book: Path) -> None:
    saved = run("segment", book, "save", "At Acme", "--query", "company:acme")
    assert (saved.status, saved.out) == (0, "Segment “At Acme” saved.\n")
    (listed,) = run("segment", book, "list", "--json").json
    assert (listed["name"], listed["query"], listed["contacts"]) == ("At Acme", "company:acme", 2)
    assert run("segment", book, "list").out == "At Acme\t2\tcompany:acme\n"
    assert run("segment", book, "remove", "at acme", "--json").json["action"] == "remove_segment"
    assert run("segment", book, "list", "--json").json == []
    assert run("undo", book).status == 0
    assert run("segment", book, "list").out.startswith("At Acme\t")


def test_a_segment_that_is_not_there_is_a_problem(run: Callable[..., Result], book: Path) -> None:
    result = run("segment", book, "remove", "Nobody", "--json")
    assert (result.status, result.json["problem"]["code"]) == (3, "segment.not_there")


@pytest.mark.parametrize("wrong", [["drop"], ["save"], ["save", "A"], ["remove"], []])
def test_wrong_usage(run: Callable[..., Result], book: Path, wrong: list[str]) -> None:
    assert run("segment", book, *wrong).status == 2


def test_the_help_names_every_verb(run: Callable[..., Result]) -> None:
    assert "|".join(segment_commands.VERBS) in run("segment", "--help").out
