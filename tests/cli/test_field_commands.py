"""Custom fields on the command line, and many contacts at once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import contactbook.cli.bulk_edit
from contactbook.cli import field_commands

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Result


def test_a_field_from_its_first_day_to_its_last(run: Callable[..., Result], book: Path) -> None:
    made = run("field", book, "add", "Shoe size", "--type", "number", "--min", "20", "--json")
    assert made.json["label"] == "New field “Shoe size”"
    run("field", book, "change", "shoe_size", "--label", "Size", "--required")
    run("field", book, "rename", "shoe_size", "size")
    (listed,) = run("field", book, "list", "--json").json
    assert listed == {
        "key": "size", "label": "Size", "type": "number", "help": "", "minimum": "20", "required": True,
    }  # fmt: skip
    assert run("edit", book, "ada", "field.size=44").status == 0
    assert run("show", book, "ada", "--json").json["fields"] == {"size": "44"}
    lost = run("field", book, "remove", "size", "--dry-run", "--json").json
    assert lost == {"values": 1, "contacts": 1, "samples": [{"value": "44", "count": 1}]}
    assert run("field", book, "remove", "size").status == 0
    assert run("show", book, "ada", "--json").json["fields"] == {}
    run("undo", book)
    assert run("show", book, "ada", "--json").json["fields"] == {"size": "44"}


def test_another_type_tells_what_would_not_convert(run: Callable[..., Result], book: Path) -> None:
    run("edit", book, "ada", "field.size=large")
    told = run("field", book, "type", "size", "number", "--dry-run", "--json").json
    assert (told["values"], told["failing"], told["samples"]) == (1, 1, [{"value": "large", "count": 1}])
    assert run("field", book, "list", "--json").json[0]["type"] == "text"
    assert run("field", book, "type", "size", "choice").status == 0
    assert run("field", book, "list", "--json").json[0]["choices"] == [{"label": "large"}]
    assert run("field", book, "list").out.startswith("size\t")


def test_a_form_travels_to_a_file_and_back(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    assert run("field", book, "load", "club").status == 0
    file = tmp_path / "club.form.json"
    saved = run("field", book, "save", file, "--json").json
    assert saved["fields"] == len(run("field", book, "list", "--json").json) > 5
    assert json.loads(file.read_text("utf-8"))["contactbook_form"] == 1
    assert run("field", book, "load", file).out == "Nothing had to be changed.\n"


def test_what_cannot_be_done_is_said(run: Callable[..., Result], book: Path) -> None:
    assert run("field", book, "add").status == 2
    assert run("field", book, "remove", "nothing").status == 3
    assert run("field", book, "add", "A", "--dry-run").status == 2
    assert set(field_commands.VERBS) >= {"list", "add", "remove", "rename", "load", "save"}


def test_many_contacts_are_edited_at_once(run: Callable[..., Result], book: Path) -> None:
    run("field", book, "add", "Stage", "--type", "choice", "--choices", "Lead,Won")
    found = run("edit", book, "--query", "example", "field.stage=won", "--dry-run", "--json").json
    assert found == {"found": 2, "changed": 2, "unchanged": 0}
    changed = run("edit", book, "--query", "example", "field.stage=won", "tag+=vip", "--json").json
    assert len(changed["contacts"]) == 2
    assert changed["label"] == "Edit of 2 contacts at once"
    shown = run("show", book, "ada", "--json").json
    assert (shown["fields"], shown["tags"]) == ({"stage": "Won"}, ["vip"])
    run("edit", book, "--query", "example", "organization:Acm=Ac")
    assert run("show", book, "ada", "--json").json["organization"] == "Ace"
    run("edit", book, "--query", "example", "birthday=1980-05-09", "title=Boss")
    assert run("show", book, "lukasz", "--json").json["title"] == "Boss"
    assert run("show", book, "lukasz", "--json").json["dates"][0]["value"] == "1980-05-09"
    assert run("edit", book, "--query", "example", "email+=x").status == 2
    assert contactbook.cli.bulk_edit.edit_found
