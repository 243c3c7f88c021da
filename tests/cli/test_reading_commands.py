"""Listing, searching and showing contacts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from contactbook.cli import reading_commands
from contactbook.domain import contact_json

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Result


def test_a_list_has_one_line_a_contact_with_tabs(run: Callable[..., Result], book: Path) -> None:
    result = run("list", book, "--columns", "name,email")
    assert result.status == 0
    assert result.out.splitlines() == [
        "Acme\t",
        "Ada Lovelace\tada@acme.example",
        "Łukasz Żak\tlukasz@zak.example",
    ]


def test_a_list_can_be_turned_and_cut(run: Callable[..., Result], book: Path) -> None:
    assert run("list", book, "--columns", "name", "--reverse", "--limit", 1).out == "Łukasz Żak\n"
    assert run("list", book, "--columns", "name", "--view", "companies").out == "Acme\n"
    assert (
        run("list", book, "--columns", "name", "--query", "acme", "--reverse").out == "Ada Lovelace\nAcme\n"
    )


def test_the_json_of_a_list_is_the_one_shape(run: Callable[..., Result], book: Path) -> None:
    listed = run("list", book, "--json").json
    assert [contact["display_name"] for contact in listed] == ["Acme", "Ada Lovelace", "Łukasz Żak"]
    for contact in listed:
        assert {**contact, "seen_from": []} == run("show", book, contact["id"], "--json").json
        assert json.loads(json.dumps(contact_json.to_json(contact_json.from_json(contact)))) == contact


def test_the_json_of_columns_is_only_these(run: Callable[..., Result], book: Path) -> None:
    assert run("list", book, "--columns", "name,kind", "--limit", 1, "--json").json == [
        {"name": "Acme", "kind": "company"}
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["lukasz"], ["Łukasz Żak"]),
        (["ZAK", "luk"], ["Łukasz Żak"]),
        (["0664 123"], ["Ada Lovelace"]),
        (["cme.exam"], ["Ada Lovelace"]),
        (["acme"], ["Acme", "Ada Lovelace"]),
        (["nobody"], []),
    ],
)
def test_a_search_finds_what_is_meant(
    run: Callable[..., Result], book: Path, words: list[str], found: list[str]
) -> None:
    assert run("search", book, *words, "--columns", "name").out.splitlines() == found


def test_a_contact_is_shown_by_id_and_by_uid(run: Callable[..., Result], book: Path) -> None:
    contact = run("show", book, "ada", "--json").json
    assert contact["name"]["family"] == "Lovelace"
    assert contact["emails"][0]["value"] == "ada@acme.example"
    card = run("show", book, contact["id"]).out
    assert card.startswith("Ada Lovelace\n")
    assert "ada@acme.example  (work)" in card


def test_relations_are_shown_from_both_sides(run: Callable[..., Result], book: Path) -> None:
    run("edit", book, "ada", "relation.manager=Łukasz Żak", "relation.golf buddy=Łukasz Żak")
    shown = run("show", book, "lukasz", "--json").json
    assert [(one["name"], one["label"], one["inverse"]) for one in shown["seen_from"]] == [
        ("Ada Lovelace", "manager", "direct report"),
        ("Ada Lovelace", "golf buddy", ""),
    ]
    ada = shown["seen_from"][0]["id"]
    card = run("show", book, "lukasz").out
    assert f"Direct report Ada Lovelace ({ada})\n" in card
    assert f"Golf buddy of Ada Lovelace ({ada})\n" in card
    assert "Łukasz Żak" in run("show", book, "ada").out
    run("edit", book, "lukasz", f"parent_id={ada}")
    assert f"Reports to    Ada Lovelace ({ada})\n" in run("show", book, "lukasz").out
    assert "Report        Łukasz Żak (" in run("show", book, "ada").out


def test_a_contact_that_is_not_there_is_a_problem(run: Callable[..., Result], book: Path) -> None:
    result = run("show", book, "nobody", "--json")
    assert result.status == 3
    assert result.json["problem"]["code"] == "store.no_such_contact"


@pytest.mark.parametrize(
    "wrong",
    [["--columns", "shoe"], ["--sort", "shoe"], ["--limit", "0"]],
)
def test_wrong_options_are_wrong_usage(run: Callable[..., Result], book: Path, wrong: list[str]) -> None:
    result = run("list", book, *wrong)
    assert (result.status, result.out) == (2, "")


def test_every_column_is_one_of_the_row(run: Callable[..., Result], book: Path) -> None:
    result = run("list", book, "--columns", ",".join(reading_commands.COLUMNS))
    assert result.status == 0
    assert len(result.out.splitlines()[0].split("\t")) == len(reading_commands.COLUMNS)
