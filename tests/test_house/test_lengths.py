"""Files, functions and classes stay short enough to be read in one go."""

from __future__ import annotations

import ast
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST_FILE = 400
LONGEST_FUNCTION = 59
MOST_METHODS = 24
MEDIAN_FILE = 150

EXCEPTIONS: dict[str, int] = {}
"""What is longer than it may be ("path", "path:Class", "path:function") and how long. It may only shrink."""


def _sources() -> list[Path]:
    return sorted(
        file for folder in ("contactbook", "packaging", "tests") for file in (ROOT / folder).rglob("*.py")
    )


def _measures() -> dict[str, tuple[int, int]]:
    """Name of each file, function and class -> its size and the most it may have."""
    found: dict[str, tuple[int, int]] = {}
    for file in _sources():
        name = file.relative_to(ROOT).as_posix()
        text = file.read_text("utf-8")
        found[name] = (text.count("\n"), LONGEST_FILE)
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                size = (node.end_lineno or 0) - node.lineno + 1
                same_name, _most = found.get(f"{name}:{node.name}", (0, 0))
                found[f"{name}:{node.name}"] = (max(size, same_name), LONGEST_FUNCTION)
            elif isinstance(node, ast.ClassDef):
                methods = sum(isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef) for item in node.body)
                found[f"{name}:{node.name}"] = (methods, MOST_METHODS)
    return found


def test_nothing_is_longer_than_it_may_be() -> None:
    too_long = {
        name: size for name, (size, most) in _measures().items() if size > max(most, EXCEPTIONS.get(name, 0))
    }
    assert not too_long


def test_the_exceptions_only_shrink() -> None:
    measures = _measures()
    needless = [name for name in EXCEPTIONS if name not in measures or measures[name][0] <= measures[name][1]]
    slack = [name for name, size in EXCEPTIONS.items() if name in measures and measures[name][0] < size]
    assert not needless, "these are no longer needed"
    assert not slack, "these are shorter by now: write the new length"


@pytest.mark.parametrize("folder", ["contactbook", "tests"])
def test_the_median_file_is_short(folder: str) -> None:
    lengths = [file.read_text("utf-8").count("\n") for file in (ROOT / folder).rglob("*.py")]
    assert median(lengths) < MEDIAN_FILE
