"""Backups, what they become again, and other passwords."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.cli.keeping_commands import NEW_PASSWORD_VARIABLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Result


def test_a_backup_becomes_a_book_again(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    copy, again = tmp_path / "copy.contactbook", tmp_path / "again.contactbook"
    before = run("list", book).out
    assert run("backup", book, copy, "--json").json == {"book": str(book), "backup": str(copy)}
    assert run("backup", book, copy).status == 3
    assert run("backup", book, copy, "--replace").status == 0
    assert run("restore", copy, again, "--json").json == {"backup": str(copy), "book": str(again)}
    assert run("list", again).out == before
    assert run("check", again).status == 0


def test_restoring_over_a_book_keeps_that_book(
    run: Callable[..., Result], book: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.contactbook"
    run("backup", book, copy)
    before = run("list", book).out
    run("add", book, "given=Late", "family=Comer")
    after = run("list", book).out
    assert run("restore", copy, book).status == 3
    assert run("list", book).out == after
    aside = run("restore", copy, book, "--replace", "--json").json["replaced"]
    assert run("list", book).out == before
    assert run("list", aside).out == after


def test_a_folder_gets_backups_in_turn(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    made = run("backup", book, folder, "--json").json["backup"]
    assert [str(file) for file in folder.iterdir()] == [made]


def test_another_password(
    run: Callable[..., Result], book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = run("list", book).out
    new = tmp_path / "new.txt"
    new.write_text("quartz vinegar\n")
    assert run("password", book, "--new-password-file", new, "--json").json == {"book": str(book)}
    assert run("list", book).status == 3
    monkeypatch.setenv("CONTACTBOOK_PASSWORD", "quartz vinegar")
    assert run("list", book).out == before


def test_a_lost_password_is_replaced_with_the_code(
    run: Callable[..., Result], book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, code = run("list", book).out, tmp_path / "code.txt"
    code.write_text(run("recovery-code", book).out)
    monkeypatch.setenv("CONTACTBOOK_PASSWORD", "forgotten")
    monkeypatch.setenv(NEW_PASSWORD_VARIABLE, "umbrella tractor")
    assert run("list", book).status == 3
    assert run("unlock-with-code", book, "--code-file", code, "--json").json == {"book": str(book)}
    assert run("unlock-with-code", book, "--code-file", code).status == 3
    monkeypatch.setenv("CONTACTBOOK_PASSWORD", "umbrella tractor")
    assert run("list", book).out == before


@pytest.mark.parametrize("command", ["password", "unlock-with-code"])
def test_without_anything_to_ask_it_says_what_is_missing(
    run: Callable[..., Result], book: Path, command: str
) -> None:
    before = book.read_bytes()
    result = run(command, book)
    assert result.status == 2
    assert "there is no terminal to ask at" in result.err
    assert book.read_bytes() == before


def test_a_backup_with_another_password_is_not_restored(
    run: Callable[..., Result], book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy, again = tmp_path / "copy.contactbook", tmp_path / "again.contactbook"
    run("backup", book, copy)
    monkeypatch.setenv("CONTACTBOOK_PASSWORD", "wrong")
    assert run("restore", copy, again).status == 3
    assert not again.exists()
