"""The password comes from a file, standard input, the environment or a prompt, and never from an argument."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.cli import book_access
from tests.cli.conftest import PASSWORD

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Result

LIST = ("list", "--columns", "name", "--limit", "1")


@pytest.fixture
def bare(run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """The program without a password in the environment."""
    monkeypatch.delenv(book_access.PASSWORD_VARIABLE)
    return run


@pytest.mark.parametrize(
    "content", [PASSWORD, PASSWORD + "\n", PASSWORD + "\r\nsecond line", "\ufeff" + PASSWORD]
)
def test_a_file_holds_the_password_in_its_first_line(
    bare: Callable[..., Result], book: Path, tmp_path: Path, content: str
) -> None:
    file = tmp_path / "password"
    file.write_bytes(content.encode())
    assert bare(*LIST, book, "--password-file", file).out == "Acme\n"


def test_a_password_file_that_is_not_there_is_wrong_usage(
    bare: Callable[..., Result], book: Path, tmp_path: Path
) -> None:
    assert bare(*LIST, book, "--password-file", tmp_path / "none").status == 2
    assert bare(*LIST, book, "--password-file", tmp_path / "none", "--password-stdin").status == 2


def test_standard_input_holds_the_password(outside: Callable[..., Result], book: Path) -> None:
    assert outside(*LIST, book, "--password-stdin", text=PASSWORD + "\n").out == "Acme\n"


def test_without_a_terminal_nothing_is_asked(outside: Callable[..., Result], book: Path) -> None:
    result = outside(*LIST, book)
    assert (result.status, result.out) == (2, "")
    assert "--password-file" in result.err


def test_a_wrong_password_is_explained(outside: Callable[..., Result], book: Path) -> None:
    result = outside(*LIST, book, CONTACTBOOK_PASSWORD="wrong")
    assert (result.status, result.out) == (3, "")
    assert "Traceback" not in result.err
    assert "password" in result.err.lower()


def test_a_terminal_is_asked_without_echo(
    bare: Callable[..., Result], book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(prompt: str) -> str:
        asked.append(prompt)
        return PASSWORD

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.termui.hidden_prompt_func", answer)
    assert bare(*LIST, book).out == "Acme\n"
    assert len(asked) == 1


def test_a_key_file_opens_its_book(run: Callable[..., Result], tmp_path: Path) -> None:
    key, path = tmp_path / "key", tmp_path / "keyed.contactbook"
    key.write_bytes(b"k" * 64)
    assert run("new", path, "--key-file", key).status == 0
    assert run("list", path, "--key-file", key, "--json").json == []
    assert run("list", path).status == 3


def test_two_writers_wait_for_each_other_and_then_say_so(run: Callable[..., Result], book: Path) -> None:
    from contactbook.actions import books

    held = books.open_book(book, books.credential(PASSWORD))
    try:
        result = run("trash", book, "ada", "--wait", "0")
        assert result.status == 3
        assert run(*LIST, book).out == "Acme\n"
    finally:
        books.close_book(held)
