"""How the program starts: `contactbook.__main__` is the command line, and every entry point is there."""

from __future__ import annotations

import importlib
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import contactbook

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def _started(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "importtime", "-m", "contactbook", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_module_is_the_command_line_and_loads_no_qt() -> None:
    done = _started("--version")
    assert done.returncode == 0
    assert contactbook.__version__ in done.stdout
    assert "contactbook.cli.main" in done.stderr
    assert "PySide6" not in done.stderr


def test_a_wrong_word_is_wrong_usage_and_not_the_window() -> None:
    done = _started("no-such-command")
    assert done.returncode == 2
    assert "PySide6" not in done.stderr


@pytest.mark.parametrize("entry", [*PROJECT["scripts"].values(), *PROJECT["gui-scripts"].values()])
def test_every_entry_point_is_there(entry: str) -> None:
    module, _colon, name = entry.partition(":")
    assert callable(getattr(importlib.import_module(module), name))
