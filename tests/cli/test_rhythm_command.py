"""rhythm, as scripts use it (contactbook.cli.rhythm_command)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Result


@pytest.mark.parametrize(
    ("words", "days"), [("6 weeks", 42), ("every 6 weeks", 42), ("10 days", 10), ("month", 30), ("weekly", 7)]
)
def test_the_wish_of_a_contact_is_set_shown_and_taken_away(
    run: Callable[..., Result], book: Path, words: str, days: int
) -> None:
    done = run("rhythm", book, "ada", "--every", words, "--json")
    assert (done.status, len(done.json["contacts"])) == (0, 1)
    (shown,) = run("rhythm", book, "ada", "--json").json
    assert (shown["name"], shown["wanted_days"]) == ("Ada Lovelace", days)
    run("rhythm", book, "ada", "--none")
    assert run("rhythm", book, "ada", "--json").json[0]["wanted_days"] is None


def test_the_wish_of_a_tag_and_of_a_search(run: Callable[..., Result], book: Path) -> None:
    run("tag", book, "vip", "--query", "lovelace")
    assert run("rhythm", book, "--tag", "vip", "--every", "2 weeks").status == 0
    assert run("rhythm", book, "ada", "--json").json[0]["wanted_days"] == 14
    assert "2 weeks" in run("rhythm", book, "ada").out
    run("rhythm", book, "--query", "zak", "--every", "5 weeks")
    assert run("rhythm", book, "lukasz", "--json").json[0]["wanted_days"] == 35


def test_wrong_words_change_nothing(run: Callable[..., Result], book: Path) -> None:
    for wrong in (
        ("ada", "--every", "often"), ("--tag", "unknown", "--every", "week"), ("nobody", "--none"),
        ("ada", "--every", "20 years"),
    ):  # fmt: skip
        assert run("rhythm", book, *wrong).status == 3, wrong
    for wrong in (("ada", "--tag", "vip", "--none"), ("--tag", "vip"), ("ada", "--every", "week", "--none")):
        assert run("rhythm", book, *wrong).status == 2, wrong
    assert run("rhythm", book, "ada", "--json").json[0]["wanted_days"] is None
