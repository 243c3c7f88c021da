"""Making a book, looking for damage, copying it, and its recovery code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.cli import book_commands

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from tests.cli.conftest import Result


def test_a_new_book_is_empty_and_there(run: Callable[..., Result], tmp_path: Path) -> None:
    path = tmp_path / "new.contactbook"
    assert run("new", path, "--json").json == {"book": str(path)}
    assert run("list", path, "--json").json == []


def test_a_book_is_not_made_over_another(run: Callable[..., Result], book: Path) -> None:
    before = book.read_bytes()
    result = run("new", book)
    assert result.status == 3
    assert "my.contactbook" in result.err
    assert book.read_bytes() == before


def test_a_whole_book_passes_the_check(run: Callable[..., Result], book: Path) -> None:
    result = run("check", book, "--json")
    assert result.status == 0
    assert result.json["ok"] is True
    assert run("check", book).out


def test_a_flipped_byte_is_a_problem(run: Callable[..., Result], book: Path) -> None:
    data = bytearray(book.read_bytes())
    data[len(data) // 2] ^= 1
    book.write_bytes(data)
    result = run("check", book, "--json")
    assert result.status == 3
    assert result.out.strip()


def test_an_easy_password_is_remarked(
    run: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONTACTBOOK_PASSWORD", "1234")
    assert "guess" in run("new", tmp_path / "weak.contactbook").err
    monkeypatch.setenv("CONTACTBOOK_PASSWORD", "quartz vinegar umbrella 71 tractor")
    assert run("new", tmp_path / "strong.contactbook").err == ""


def test_the_recovery_code_is_printed(run: Callable[..., Result], book: Path) -> None:
    result = run("recovery-code", book)
    assert result.status == 0
    assert len(result.out.split()) == 4
    assert run("recovery-code", book, "--json").json["recovery_code"].split() == result.out.split()


def test_every_command_of_the_file_has_a_purpose() -> None:
    assert book_commands.new_command.help
    assert book_commands.check_command.help
