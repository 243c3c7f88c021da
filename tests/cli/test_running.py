"""How a run ends: exit status, one JSON document, no traceback, no Qt, no noise on a broken pipe."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from contactbook.actions import browsing
from contactbook.cli import commands, crash_note, exit_status, main, output, safe_text, told_problems
from contactbook.domain.problems import Cancelled, Problem
from tests.cli.conftest import PASSWORD, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from contactbook.domain.contact import Contact
    from tests.cli.conftest import Result

WITHOUT_QT = """
import sys
from contactbook.cli import running
for arguments in ARGUMENTS:
    assert running.run(arguments) == 0, arguments
qt = ("PySide6", "shiboken6", "qtawesome")
loaded = sorted(name for name in sys.modules if name.partition(".")[0] in qt)
assert not loaded, loaded
"""

ONLY_HELP = """
import sys
from contactbook.cli import running
running.run(["--help"])
rooms = ("contactbook.store", "contactbook.formats", "contactbook.actions", "rich", "apsw")
sys.exit(any(name.startswith(rooms) for name in sys.modules))
"""


def test_the_command_line_never_loads_qt(book: Path, tmp_path: Path) -> None:
    path = str(book)
    runs = [
        ["--help"],
        ["list", path],
        ["search", path, "ada"],
        ["show", path, "ada"],
        ["history", path],
        ["check", path],
        ["export", path, str(tmp_path / "out.vcf")],
        ["import", path, str(tmp_path / "out.vcf")],
        ["edit", path, "ada", "note=x"],
        ["undo", path],
        [
            "follow-up",
            path,
            "--for",
            "ada",
            "--title",
            "Call",
            "--when",
            "tomorrow",
            "--repeat",
            "every week",
        ],
        ["rhythm", path, "ada", "--every", "6 weeks"],
        ["due", path],
    ]
    program = WITHOUT_QT.replace("ARGUMENTS", repr(runs))
    environment = os.environ | {"CONTACTBOOK_PASSWORD": PASSWORD}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_help_loads_no_command(outside: Callable[..., Result]) -> None:
    done = subprocess.run([sys.executable, "-c", ONLY_HELP], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0
    result = outside("--help")
    assert result.status == 0
    assert all(name in result.out for name in commands.COMMANDS)


@pytest.mark.parametrize("name", commands.COMMANDS)
def test_every_command_has_help_and_json(run: Callable[..., Result], name: str) -> None:
    result = run(name, "--help")
    assert result.status == 0
    assert "--json" in result.out


@pytest.mark.parametrize("arguments", [["nope"], ["list"], ["list", "--nope", "x"], ["search", "x"]])
def test_wrong_usage_is_two(run: Callable[..., Result], arguments: list[str]) -> None:
    result = run(*arguments)
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("contactbook: ")


def test_a_problem_is_three_and_json_too(outside: Callable[..., Result], tmp_path: Path) -> None:
    missing = tmp_path / "none.contactbook"
    plain = outside("list", missing, CONTACTBOOK_PASSWORD="x")
    assert (plain.status, plain.out) == (3, "")
    assert "Traceback" not in plain.err
    told = outside("list", missing, "--json", CONTACTBOOK_PASSWORD="x")
    assert told.status == 3
    assert set(told.json["problem"]) == {"code", "what", "why", "remedy"}


def test_a_reader_that_goes_away_is_no_fault(book: Path) -> None:
    command = [sys.executable, "-m", "contactbook", "list", str(book), "--json"]
    environment = os.environ | {"CONTACTBOOK_PASSWORD": PASSWORD, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        errors = process.stderr.read()
        assert process.wait() == 0
    assert errors == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("more", [[], ["--json"]])
def test_output_to_a_full_drive_is_explained(book: Path, more: list[str]) -> None:
    command = [sys.executable, "-m", "contactbook", "list", str(book), *more]
    environment = os.environ | {"CONTACTBOOK_PASSWORD": PASSWORD}
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            command, cwd=ROOT, env=environment, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == exit_status.PROBLEM
    assert done.stderr.count("\n") == 1
    assert "is full" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="a shell that can close a stream")
def test_closed_streams_are_no_fault(book: Path) -> None:
    shell = f'exec "{sys.executable}" -m contactbook list "{book}" <&- >&-'
    environment = os.environ | {"CONTACTBOOK_PASSWORD": PASSWORD}
    done = subprocess.run(
        ["sh", "-c", shell], cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (exit_status.DONE, "")


def _raising(error: BaseException) -> Callable[..., object]:
    def fail(*_: object, **__: object) -> object:
        raise error

    return fail


@pytest.mark.parametrize(
    ("error", "status"),
    [(KeyboardInterrupt(), 130), (Cancelled(), 130), (SystemExit(4), 4), (Problem("undo.nothing"), 3)],
)
def test_every_end_has_its_status(
    run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int
) -> None:
    monkeypatch.setattr(commands.program, "main", _raising(error))
    assert run("list", "x").status == status


def test_a_fault_is_told_without_contact_data(
    run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    try:
        try:
            raise KeyError("Ada Lovelace")
        except KeyError as cause:
            raise RuntimeError("ada@acme.example") from cause
    except RuntimeError as error:
        fault = error
    monkeypatch.setattr(commands.program, "main", _raising(fault))
    result = run("list", "x", "--json")
    assert result.status == exit_status.FAULT
    assert result.json["problem"]["code"] == "fault"
    assert "ada@" not in result.out
    assert "builtins.KeyError" in result.err
    assert "tests/cli/test_running.py" in result.err
    assert "ada" not in result.err.lower().replace("contactbook has a fault", "").replace("metadata", "")
    assert "Contactbook" in crash_note.note(fault)


def test_without_a_subcommand_the_window_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    import types

    window = types.ModuleType("contactbook.app")
    opened: list[bool] = []
    window.main = lambda: opened.append(True) or 0  # pyright: ignore[reportAttributeAccessIssue]
    monkeypatch.setitem(sys.modules, "contactbook.app", window)
    with pytest.raises(SystemExit) as ended:
        main.main([])
    assert ended.value.code == 0
    assert opened == [True]


def test_text_of_contacts_cannot_command_the_terminal() -> None:
    assert safe_text.line("a\x1b]0;title\x07b\tc\nd") == "a\ufffd]0;title\ufffdb c d"
    assert safe_text.line("Łukasz") == "Łukasz"
    assert safe_text.block("a\r\nb\x1b") == "a\nb\ufffd"
    assert safe_text.line("\u202egnirts") == "\ufffdgnirts"


def test_a_table_is_drawn_only_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    output.print_rows(("A", "B"), [("1", "x\ty")])
    assert capsys.readouterr().out == "1\tx y\n"
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    output.print_rows(("Name",), [("Ada",), ("Eve\x1b[2J",)])
    title, ada, eve = capsys.readouterr().out.splitlines()
    assert "Name" in title
    assert ada == "Ada"
    assert eve == "Eve\ufffd[2J"


def test_progress_is_shown_only_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with output.progress_line() as report:
        assert report is None
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with output.progress_line("rows") as report:
        assert report is not None
        report(50, 100, 1234)
    shown = capsys.readouterr()
    assert shown.out == ""
    told = "50 % 1,234 rows"
    assert shown.err.split("\r") == ["", told, " " * len(told), ""]


def test_a_problem_stands_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    told_problems.tell(Problem("vault.file_missing", path="a\nb.contactbook"), json=False)
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="arguments are text there")
def test_an_argument_that_is_no_text_is_named(run: Callable[..., Result], book: Path) -> None:
    for arguments in (["add", str(book), "given=a\udcff"], ["show", str(book), "\udcff"]):
        done = run(*arguments)
        assert done.status == exit_status.WRONG_USAGE
        assert "holds bytes that are no text" in done.err


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_no_core_dump_holds_the_key() -> None:
    script = """
import contextlib, resource
from contactbook.cli.main import main
with contextlib.suppress(SystemExit):
    main(["--version"])
print(resource.getrlimit(resource.RLIMIT_CORE))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines()[-1] == "(0, 0)"


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (Problem("undo.nothing"), 3, "undo.nothing"),
        (KeyboardInterrupt(), 130, "stopped"),
        (RuntimeError("a fault"), 70, "fault"),
    ],
)
def test_a_list_that_breaks_off_stays_one_document(
    run: Callable[..., Result],
    book: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    status: int,
    code: str,
) -> None:
    whole = browsing.contacts

    def broken(*arguments: Any) -> Iterator[Contact]:  # noqa: ANN401 - as the action
        yield next(iter(whole(*arguments)))
        raise error

    monkeypatch.setattr(browsing, "contacts", broken)
    result = run("list", book, "--json")
    assert result.status == status
    first, last = result.json
    assert first["kind"] == "company"
    assert last["problem"]["code"] == code


def test_what_goes_wrong_after_the_document_adds_none(
    run: Callable[..., Result], book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_arguments: object) -> None:
        raise Problem("undo.nothing")

    monkeypatch.setattr("contactbook.actions.books.close_book", fails)
    result = run("list", book, "--json")
    assert result.status == 3
    assert len(result.json) == 3
    assert result.err


@pytest.mark.parametrize(
    "words",
    [
        "new {long}.contactbook",
        "list {long}.contactbook",
        "import {book} {long}.vcf",
        "import {book} {cards} --rejects {long}.csv",
        "export {book} {long}.vcf",
        "export {book} {long}.zip --to archive",
        "convert {cards} {long}.csv",
        "backup {book} {long}.contactbook",
        "restore {book} {long}.contactbook",
    ],
)
def test_a_name_that_the_system_does_not_take_is_a_problem(
    run: Callable[..., Result], book: Path, tmp_path: Path, words: str
) -> None:
    cards = tmp_path / "cards.vcf"
    cards.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Bo\nEND:VCARD\n")
    places = {"long": tmp_path / ("n" * 300), "book": book, "cards": cards}
    result = run(*(word.format(**places) for word in words.split()))
    assert result.status == exit_status.PROBLEM
    assert "makers" not in result.err
