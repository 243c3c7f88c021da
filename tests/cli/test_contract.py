"""What scripts depend on: every command has help with examples that work, one JSON document, exit status."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import pytest

from contactbook.cli import commands, exit_status
from contactbook.cli.examples import EXAMPLES
from tests.cli.conftest import CARDS, PASSWORD

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Result

FILES = {
    "password.txt": PASSWORD,
    "new.txt": "a new password",
    "phone.vcf": CARDS,
    "customers.csv": "First Name,Last Name,E-mail\nMia,Berg,mia@berg.example\n",
    "signature.txt": "Ada Kowalska\nHead of Sales\nMeridian Group\nada.kowalska@meridian.example\n",
    "purchases.csv": "E-mail,Date,Amount,Item\nada@acme.example,2025-03-04,240,Two chairs\n",
    "letter.eml": "From: Ada <ada@acme.example>\nTo: me@here.example\nSubject: Offer\nMessage-ID: <1@a>\n"
    "Date: Tue, 04 Mar 2025 10:00:00 +0100\n\nPlease send it.\n",
    "inbox.mbox": "From ada@acme.example Tue Mar 04 10:00:00 2025\nFrom: Ada <ada@acme.example>\n"
    "To: me@here.example\nSubject: Offer\nMessage-ID: <2@a>\nDate: Tue, 04 Mar 2025 10:00:00 +0100\n\nYes.\n",
    "offer.pdf": "%PDF",
    "meetings.ics": "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x\nBEGIN:VEVENT\nUID:m1\nSUMMARY:Offer\n"
    "DTSTART:20250304T100000Z\nDTEND:20250304T110000Z\nDTSTAMP:20250304T100000Z\n"
    "ATTENDEE:mailto:ada@acme.example\nEND:VEVENT\nEND:VCALENDAR\n",
}
"""The files that the examples name."""

BEFORE = {
    "tag my.contactbook vip --rename 'key customers'": "tag my.contactbook vip --query lovelace",
    "rhythm my.contactbook --tag vip --every month": "tag my.contactbook vip --query lovelace",
    "restore-contact my.contactbook ID": "trash my.contactbook ID",
    "redo my.contactbook": "undo my.contactbook",
}
"""What must have happened before an example has something to do."""

WORDS = {"ID": "ada", "OTHER-ID": "lukasz"}
ALL = [(name, example) for name, examples in EXAMPLES.items() for example in examples if " | " not in example]


def words_of(example: str) -> list[str]:
    """An example as the shell takes it apart, with real ids."""
    return [WORDS.get(word, word) for word in shlex.split(example)]


@pytest.fixture
def desk(book: Path, run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in: my.contactbook, its backup, and the files of the examples."""
    for name, text in FILES.items():
        (book.parent / name).write_text(text, encoding="utf-8")
    for folder in ("backups", "Downloads"):
        (book.parent / folder).mkdir()
    (book.parent / "copy.contactbook").write_bytes(book.read_bytes())
    monkeypatch.chdir(book.parent)
    monkeypatch.setenv("CONTACTBOOK_NEW_PASSWORD", "a new password")
    (book.parent / "code.txt").write_text(run("recovery-code", book).out, encoding="utf-8")
    return book.parent


def problem_of(result: Result) -> dict[str, str]:
    """The one document of a run that failed, told in one line beside it."""
    assert set(result.json) == {"problem"}
    assert set(result.json["problem"]) == {"code", "what", "why", "remedy"}
    assert result.json["problem"]["what"]
    assert result.json["problem"]["remedy"]
    assert result.err.startswith("contactbook: ")
    assert result.err.count("\n") == 1
    return result.json["problem"]


def test_every_command_has_examples() -> None:
    assert list(EXAMPLES) == list(commands.COMMANDS)
    assert all(example.split()[0] == name for name, example in ALL)
    assert {name for name, _ in ALL} == set(EXAMPLES)


@pytest.mark.parametrize("name", commands.COMMANDS)
def test_help_is_given_with_the_examples(run: Callable[..., Result], name: str) -> None:
    result = run(name, "--help")
    assert (result.status, result.err) == (exit_status.DONE, "")
    for example in EXAMPLES[name]:
        assert f"  contactbook {example}\n" in result.out


@pytest.mark.parametrize(("name", "example"), ALL, ids=[example for _, example in ALL])
def test_the_examples_work_and_print_one_document(
    run: Callable[..., Result], desk: Path, name: str, example: str
) -> None:
    if name == "new":
        (desk / "my.contactbook").unlink()
    if example in BEFORE:
        assert run(*words_of(BEFORE[example])).status == exit_status.DONE
    step = run("history", "my.contactbook", "--json").json[0]["step"] if "STEP" in example else ""
    entry = ""
    if "ENTRY" in example:
        run("log", "my.contactbook", "ada", "note", "Offer", "--file", "offer.pdf")
        entry = run("timeline", "my.contactbook", "ada", "--json").json[0]["id"]
    task = ""
    if "FOLLOW-UP" in example:
        planned = run("follow-up", "my.contactbook", "--for", "ada", "--title", "Offer", "--json")
        task = planned.json["follow_ups"][0]["id"]
    real = {"STEP": str(step), "ENTRY": str(entry), "FOLLOW-UP": str(task)}
    words = [real.get(word, word) for word in words_of(example)]
    result = run(*words, *([] if "--json" in words else ["--json"]))
    assert result.status in (exit_status.DONE, exit_status.IN_PART), result.err
    assert isinstance(result.json, dict | list)
    assert "problem" not in result.json


@pytest.mark.parametrize("name", commands.COMMANDS)
def test_a_file_that_is_not_there_is_one_problem(run: Callable[..., Result], desk: Path, name: str) -> None:
    for file in desk.iterdir():
        kept = (".txt", "") if name == "inspect" else (".txt", ".csv", "")
        if file.suffix not in kept and name not in ("new", "entries", "mail", "calendar"):
            file.unlink()
        elif file.suffix == ".contactbook" and name != "new":
            file.unlink()
    words = ["1" if word in ("ENTRY", "FOLLOW-UP") else word for word in words_of(EXAMPLES[name][0])]
    result = run(*words, "--json")
    assert result.status == exit_status.PROBLEM, result.err
    problem_of(result)


@pytest.mark.parametrize("name", commands.COMMANDS)
@pytest.mark.parametrize("wrong", [(), ("--nope",)], ids=["nothing", "unknown option"])
def test_wrong_words_are_told_with_an_example(
    run: Callable[..., Result], name: str, wrong: tuple[str, ...]
) -> None:
    plain = run(name, *wrong)
    assert (plain.status, plain.out) == (exit_status.WRONG_USAGE, "")
    assert plain.err.startswith("contactbook: ")
    assert plain.err.count("\n") == 1
    assert f"contactbook {EXAMPLES[name][0]}" in plain.err
    told = run(name, *wrong, "--json")
    assert told.status == exit_status.WRONG_USAGE
    assert problem_of(told)["code"] == "usage"


def test_an_unknown_command_is_told_with_the_way_to_all_of_them(run: Callable[..., Result]) -> None:
    result = run("serach", "my.contactbook", "--json")
    assert result.status == exit_status.WRONG_USAGE
    problem = problem_of(result)
    assert "serach" in problem["why"]
    assert "contactbook --help" in problem["remedy"]


def test_a_wrong_password_is_one_problem_for_reading_commands(
    run: Callable[..., Result], desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONTACTBOOK_PASSWORD", "wrong")
    for name in ("list", "show", "history", "check", "due", "company"):
        result = run(*words_of(EXAMPLES[name][0]), "--json")
        assert result.status == exit_status.PROBLEM
        assert problem_of(result)["code"] == "vault.wrong_password"
