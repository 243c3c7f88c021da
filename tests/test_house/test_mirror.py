"""The tests mirror the package room by room, and files are named after what they hold."""

from __future__ import annotations

import ast
import re
from functools import cache
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


@cache
def _imports(file: Path) -> set[str]:
    """Every module of ours that a file imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.update({node.module, *(f"{node.module}.{alias.name}" for alias in node.names)})
    return {name for name in found if name.startswith("contactbook")}


def test_every_file_has_its_test() -> None:
    """A test names it, or it is a part of a file of the same room that a test names."""
    modules = _modules()
    tests = list((ROOT / "tests").rglob("*.py"))
    tested = {module for test in tests for module in _imports(test) if module in modules}
    tested |= {
        module for test in tests for module in re.findall(r"contactbook(?:\.\w+)+", test.read_text("utf-8"))
    }
    while True:
        parts = {
            part
            for module in tested & set(modules)
            for part in _imports(modules[module])
            if part.split(".")[:2] == module.split(".")[:2]
        }
        if parts <= tested:
            break
        tested |= parts
    untested = [
        name for name, file in modules.items() if name not in tested and "migrations" not in file.parts
    ]
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
