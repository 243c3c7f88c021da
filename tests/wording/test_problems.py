"""Every problem has its three sentences, and every sentence its problem."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from contactbook.domain.problems import Problem
from contactbook.wording import problems, speech
from contactbook.wording.problems import SENTENCES, sentence

PACKAGE = Path(__file__).resolve().parents[2] / "contactbook"
ABOVE = ("qtmodels", "ui", "cli", "app.py", "__main__.py")
CODE = re.compile(r"[a-z]+\.(?!(?:json|csv|vcf)$)[a-z_]+")

SAMPLE_DATA = {
    "path": "/home/ada/books/friends.contactbook",
    "folder": "/home/ada/books",
    "host": "office-pc",
    "user": "ada",
    "pid": 4711,
    "since": 1_700_000_000_000,
    "here": True,
    "contact": 12,
    "step": 7,
    "tag": "choir",
    "key": "size",
    "type": "colour",
    "choice": "Gold",
    "name": "choir",
    "field": "email",
    "format": "vcard9",
    "option": "match",
    "value": "nose",
    "reason": "Permission denied.",
    "detail": "exit code 3",
    "where": "/emails/0",
    "expected": "a list",
    "there": 2,
    "book_version": "3.0",
    "program_version": "2.1",
    "found": 90,
    "group": 4,
    "mebibytes": 64,
    "number": 1_034,
    "at": 4,
    "part": "citty:Gdansk",
}


@cache
def _codes_in_package() -> dict[str, str]:
    """The codes that can be raised, with the file they stand in.

    Below the windows every text that has the form of a code counts (codes also come out of tables and
    conditions); in the windows and the command line only what is given to `Problem`, for commands are named
    the same way.
    """
    trees = {
        file.relative_to(PACKAGE): ast.parse(file.read_text("utf-8"))
        for file in sorted(PACKAGE.rglob("*.py"))
        if file.relative_to(PACKAGE).parts[0] != "wording"
    }
    given = {text: path.as_posix() for path, tree in trees.items() for text in _given_to_problem(tree)}
    topics = {code.split(".")[0] for code in given}
    written = {
        text: path.as_posix()
        for path, tree in trees.items()
        if path.parts[0] not in ABOVE
        for text in _texts(tree)
        if text.split(".")[0] in topics
    }
    return written | given


def _given_to_problem(tree: ast.AST) -> set[str]:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    named = [node for node in calls if isinstance(node.func, ast.Name) and node.func.id == "Problem"]
    return {text for node in named for text in _texts(node.args[0])}


def _texts(tree: ast.AST) -> set[str]:
    """Every text that has the form of a code."""
    constants = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {value for value in constants if isinstance(value, str) and CODE.fullmatch(value)}


def test_every_problem_of_the_program_has_its_sentences() -> None:
    missing = {code: file for code, file in _codes_in_package().items() if code not in SENTENCES}
    assert not missing, "write what, why and remedy in wording/problem_words_*.py"


def test_every_sentence_has_a_problem_that_can_happen() -> None:
    codes = _codes_in_package()
    assert len(codes) > 50
    unused = {key for key in SENTENCES if key.split("#")[0] not in codes}
    assert not unused, "nothing raises these any more"


@pytest.mark.parametrize("key", sorted(SENTENCES))
def test_sentences_are_short_plain_and_whole(key: str) -> None:
    for text in SENTENCES[key]:
        assert text.rstrip().endswith((".", "{reason}")), text
        assert text[0].isupper() or text[0] in "“{", text
        assert "!" not in text
        assert len(text) <= 110, text
        assert '"' not in text
        assert " '" not in text
    assert len(SENTENCES[key]) == 3


@pytest.mark.parametrize("key", sorted(SENTENCES))
def test_no_sentence_asks_for_what_no_problem_brings(key: str) -> None:
    names = set(re.findall(r"{(\w*)}", " ".join(SENTENCES[key])))
    assert names <= {*SAMPLE_DATA, "file", "choices"}


def test_what_is_said_names_the_file_without_its_folders() -> None:
    told = sentence(Problem("vault.wrong_password", path="/home/ada/books/friends.contactbook"))
    assert told.what == "The password does not open “friends.contactbook”."
    assert str(told).count("friends.contactbook") == 1
    assert "/home" not in str(told)


def test_the_holder_of_a_book_is_named() -> None:
    data = SAMPLE_DATA | {"here": False}
    assert sentence(Problem("vault.in_use", **data)).why.startswith(
        "ada has had it open on office-pc since 2023-11-"
    )
    assert sentence(Problem("vault.in_use", **data | {"user": ""})).why.startswith("Somebody has had it")
    assert "process 4711" in sentence(Problem("vault.in_use", **SAMPLE_DATA)).why
    unknown = sentence(Problem("vault.in_use", path="b", host="", user="", pid=0, since=0, here=True))
    assert "1970" not in str(unknown)
    assert "process" not in str(unknown)


@pytest.mark.parametrize(
    ("data", "remedy"),
    [
        ({"kind": "folder"}, "Choose the file inside."),
        ({"kind": "empty"}, "Choose another file, or make a new book under this name."),
        ({"kind": "database"}, "Export the contacts in that program and import them here."),
        ({"kind": "other"}, "Choose another file. To read contacts from this one, import it into a book."),
        ({}, "Choose another file. To read contacts from this one, import it into a book."),
    ],
)
def test_the_remedy_fits_the_case(data: dict[str, object], remedy: str) -> None:
    assert sentence(Problem("vault.not_a_book", path="/b", **data)).remedy == remedy


def test_further_cases_that_read_differently() -> None:
    assert "key file together" in sentence(Problem("vault.wrong_password", path="b", key_file=True)).what
    assert "recovery code" in sentence(Problem("vault.damaged", path="b", part="head")).remedy
    assert "group 4" in sentence(Problem("vault.recovery_code_typo", group=4)).what
    assert "order" in sentence(Problem("vault.recovery_code_typo", group=0)).why
    assert "Group 4" in sentence(Problem("vault.recovery_code_length", found=95, expected=96, group=4)).what
    choices = sentence(Problem("export.format_unknown", format="x", choices=("vcard3", "json")))
    assert choices.remedy == "Choose one of: vcard3, json."
    many = sentence(Problem("export.format_unknown", format="x", choices=[str(n) for n in range(40)]))
    assert many.remedy.endswith("10, 11, ….")


def test_a_code_without_words_is_still_told() -> None:
    told = sentence(Problem("moon.fell_down", path="x"))
    assert told.what
    assert "moon.fell_down" in told.why


@pytest.mark.parametrize("key", sorted(SENTENCES))
def test_a_problem_without_its_data_is_still_told(key: str) -> None:
    told = sentence(Problem(key.split("#")[0]))
    assert told.what
    assert told.remedy
    assert "{" not in str(told)


def test_braces_in_a_file_name_are_no_placeholders() -> None:
    assert sentence(Problem("vault.file_missing", path="/x/{pid}{0}.contactbook")).what == (
        "“{pid}{0}.contactbook” is not there."
    )


def test_a_moment_that_no_calendar_has_is_left_out() -> None:
    assert problems.moment(10**18) == ""
    assert re.fullmatch(r"20\d\d-\d\d-\d\d \d\d:\d\d", problems.moment(1_700_000_000_000))


def test_the_language_is_the_one_that_was_set() -> None:
    try:
        speech.set_translator(lambda context, text, number=-1: f"<{context}:{text}>")
        told = sentence(Problem("undo.nothing"))
        assert told.what == "<wording:There is nothing to undo.>"
    finally:
        speech.set_translator(None)
    assert sentence(Problem("undo.nothing")).what == "There is nothing to undo."


def test_a_reason_that_is_not_known_leaves_no_gap() -> None:
    told = str(sentence(Problem("import.not_readable", path="/in/a.vcf", reason="")))
    assert "  " not in told


def test_the_words_of_the_system_end_in_a_full_stop() -> None:
    told = sentence(Problem("export.not_writable", path="/x/a.csv", reason="Read-only file system"))
    assert "Read-only file system. " in str(told)
    assert ".." not in str(told)
