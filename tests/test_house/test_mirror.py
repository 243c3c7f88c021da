"""The tests mirror the package room by room, and files are named after what they hold."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EMPTY_WORDS = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "misc",
    "manager",
    "managers",
    "shared",
    "base",
}
BESIDE_THE_ROOMS = {"test_house", "journeys", "bench", "shots", "samples", "old_books", "app"}
"""Folders of tests that belong to no single room (`app` stands for app.py and __main__.py)."""


def _modules() -> dict[str, Path]:
    package = ROOT / "contactbook"
    return {
        ".".join(file.relative_to(ROOT).with_suffix("").parts): file
        for file in package.rglob("*.py")
        if file.name != "__init__.py"
    }


def _rooms() -> set[str]:
    return {folder.parent.name for folder in (ROOT / "contactbook").glob("*/__init__.py")}


def _imported_by_tests() -> set[str]:
    """Every module that some test imports or names in full."""
    named: set[str] = set()
    for file in (ROOT / "tests").rglob("*.py"):
        text = file.read_text("utf-8")
        named.update(re.findall(r"contactbook(?:\.\w+)+", text))
        for package, names in re.findall(r"from (contactbook[\w.]*) import \(?([\w, \n]+)", text):
            named.update(f"{package}.{name}" for name in re.findall(r"\w+", names))
    return named


def test_every_file_has_its_test() -> None:
    tests = {file.relative_to(ROOT / "tests").as_posix() for file in (ROOT / "tests").rglob("test_*.py")}
    named = _imported_by_tests()
    untested: list[str] = []
    for module, file in sorted(_modules().items()):
        room, *_rest = file.relative_to(ROOT / "contactbook").parts
        mirrored = any(
            test.startswith(f"{room}/") and Path(test).stem == f"test_{file.stem}" for test in tests
        )
        migration = "migrations" in file.parts  # run by every test that makes a book
        if not (mirrored or migration or module in named):
            untested.append(module)
    assert not untested


def test_every_folder_of_tests_mirrors_a_room() -> None:
    folders = {file.relative_to(ROOT / "tests").parts[0] for file in (ROOT / "tests").rglob("*.py")}
    files_on_top = {"conftest.py", "fakes.py", "shots.py"}
    assert folders - files_on_top <= _rooms() | BESIDE_THE_ROOMS


def test_every_test_file_tests_something_of_its_room() -> None:
    stray = [
        file.relative_to(ROOT).as_posix()
        for room in _rooms()
        for file in (ROOT / "tests" / room).rglob("test_*.py")
        if f"contactbook.{room}" not in file.read_text("utf-8")
    ]
    assert not stray


def test_no_name_says_nothing() -> None:
    named = [
        *(ROOT / "contactbook").rglob("*.py"),
        *(ROOT / "tests").rglob("*.py"),
        *(ROOT / "packaging").rglob("*.py"),
    ]
    empty = [
        file.relative_to(ROOT).as_posix()
        for file in named
        if EMPTY_WORDS
        & {part for piece in file.relative_to(ROOT).with_suffix("").parts for part in piece.split("_")}
    ]
    assert not empty
