"""Adding, editing, tagging, trashing: one step each, by names of fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import pytest

from contactbook.cli import changes_told, editing_commands

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Result


def test_a_contact_is_added(run: Callable[..., Result], book: Path) -> None:
    result = run(
        "add", book, "given=Grace", "family=Hopper", "email=g@navy.example", "email=h@navy.example", "--json"
    )
    assert result.status == 0
    (contact_id,) = result.json["contacts"]
    contact = run("show", book, contact_id, "--json").json
    assert contact["name"]["given"] == "Grace"
    assert [email["value"] for email in contact["emails"]] == ["g@navy.example", "h@navy.example"]


def test_an_edit_touches_one_thing(run: Callable[..., Result], book: Path) -> None:
    before = run("show", book, "ada", "--json").json
    assert run("edit", book, "ada", "phone=+43 664 999", "--json").json["action"] == "edit"
    after = run("show", book, "ada", "--json").json
    assert after["phones"][0]["value"] == "+43 664 999"
    changed = {key for key in before if before[key] != after[key]}
    assert changed == {"phones", "updated_at"}


def test_the_text_names_what_was_done(run: Callable[..., Result], book: Path) -> None:
    result = run("edit", book, "ada", "note=Likes engines")
    assert "note" in result.out
    assert changes_told.__doc__


def test_tags_are_given_and_taken(run: Callable[..., Result], book: Path) -> None:
    assert run("tag", book, "Friends", "--query", "acme", "--json").status == 0
    assert run("show", book, "ada", "--json").json["tags"] == ["Friends"]
    assert run("tag", book, "Friends", "--query", "ada", "--remove").status == 0
    assert run("show", book, "ada", "--json").json["tags"] == []
    assert run("tag", book, "Foes", "--query", "ada", "--remove").status == 3


def test_the_trash_gives_contacts_back(run: Callable[..., Result], book: Path) -> None:
    assert run("trash", book, "ada", "lukasz").status == 0
    assert run("list", book, "--columns", "name").out == "Acme\n"
    assert len(run("list", book, "--view", "trash", "--json").json) == 2
    assert run("restore-contact", book, "ada").status == 0
    assert run("list", book, "--columns", "name").out == "Acme\nAda Lovelace\n"


@pytest.mark.parametrize("fields", [["given"], ["=Ada"], ["given=A", "given=B"]])
def test_what_is_no_assignment_is_wrong_usage(
    run: Callable[..., Result], book: Path, fields: list[str]
) -> None:
    assert run("add", book, *fields).status == 2


def test_an_unknown_field_is_a_problem(run: Callable[..., Result], book: Path) -> None:
    assert run("edit", book, "ada", "shoe=44").status == 3


def test_values_keep_equals_signs_and_repeated_fields_become_lists() -> None:
    values = editing_commands.values_of(["note=a=b", "tag=x", "tag=y", "address=Street 1"])
    assert values == {"note": "a=b", "tags": ["x", "y"], "address": "Street 1"}
    with pytest.raises(click.UsageError):
        editing_commands.values_of(["nonsense"])


def test_a_contact_is_made_from_a_signature(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    card = tmp_path / "card.txt"
    card.write_text("Ada Kowalska\nAcme sp. z o.o.\ntel. +48 601 234 567\nada@acme.example\n", "utf-8")
    result = run("add", book, "--from-text", card, "title=Captain", "--json")
    assert result.status == 0
    (contact_id,) = result.json["contacts"]
    contact = run("show", book, contact_id, "--json").json
    assert (contact["name"]["family"], contact["organization"]) == ("Kowalska", "Acme sp. z o.o.")
    assert (contact["title"], contact["phones"][0]["value"]) == ("Captain", "+48 601 234 567")
    assert run("add", book).status == 2


def test_a_picture_comes_from_a_file(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG picture")
    assert run("edit", book, "ada", f"photo=@{tmp_path / 'a.png'}").status == 0
    assert run("show", book, "ada", "--json").json["photos"][0]["data"]
    assert run("edit", book, "ada", f"photo=@{tmp_path / 'none.png'}").status == 2
    (tmp_path / "b.png").write_bytes(b"no picture at all")
    refused = run("edit", book, "ada", f"photo=@{tmp_path / 'b.png'}")
    assert refused.status == 2
    assert "It is no picture" in refused.err
