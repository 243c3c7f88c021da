"""mail, as scripts use it (contactbook.cli.mail_command)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.formats import outlook_samples

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Result

MESSAGE = """From: Jan Nowak <jan@nowak.example>
To: ada@acme.example
Message-ID: <1@nowak.example>
Date: Mon, 02 Mar 2026 10:30:00 +0100
Subject: Offer

Hello

Kind regards
Jan Nowak
+48 58 555 01 77
"""


def test_messages_are_logged_once_and_their_people_added(
    run: Callable[..., Result], book: Path, tmp_path: Path
) -> None:
    file = tmp_path / "1.eml"
    file.write_text(MESSAGE, "utf-8")
    dry = run("mail", book, file, "--dry-run", "--json").json
    assert (dry["logged"], dry["unknown"][0]["name"]) == (1, "Jan Nowak")
    assert run("timeline", book, "ada", "--json").json == []
    done = run("mail", book, file, "--add-unknown")
    assert "1 e-mail logged with 2 contacts" in done.out
    (entry,) = run("timeline", book, "ada", "--json").json
    assert entry["subject"] == "Offer"
    jan = str(run("search", book, "nowak", "--json").json[0]["id"])
    assert "+48 58 555 01 77" in run("show", book, jan).out
    assert run("mail", book, file, "--json").json["known"] == 1
    file.write_text(MESSAGE.replace("01 77", "01 99").replace("<1@", "<2@"), "utf-8")
    assert run("mail", book, file, "--update", "--json").json["news"] == []
    assert "+48 58 555 01 99" in run("show", book, jan).out


def test_what_could_not_be_read_is_named_and_makes_the_status_one(
    run: Callable[..., Result], book: Path, tmp_path: Path
) -> None:
    (tmp_path / "1.eml").write_text(MESSAGE, "utf-8")
    (tmp_path / "2.msg").write_bytes(outlook_samples.saved()[:900])
    done = run("mail", book, tmp_path)
    assert (done.status, "1 e-mail logged" in done.out) == (1, True)
    assert "2.msg: the file is damaged" in done.err
    assert run("mail", book, tmp_path, "--json").json["refused"] == [{"file": "2.msg", "reason": "damaged"}]


def test_a_folder_without_mail_is_a_problem(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    done = run("mail", book, tmp_path / "nothing.eml")
    assert done.status != 0
    assert "cannot be read" in done.err
