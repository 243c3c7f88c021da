"""Walls that import-linter cannot see: parts of Qt, what a process really loads, rooms that nobody listed."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def _contracts() -> list[dict[str, Any]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return project["tool"]["importlinter"]["contracts"]


def _imports(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.update({node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)})
    return found


def test_every_room_stands_in_the_contracts() -> None:
    rooms = {f"contactbook.{folder.parent.name}" for folder in (ROOT / "contactbook").glob("*/__init__.py")}
    walled = {room for contract in _contracts() for room in contract.get("protected_modules", [])}
    assert rooms <= walled
    for contract in _contracts():
        if contract["type"] == "forbidden":
            alone = len(rooms - set(contract["source_modules"]))
            assert alone <= 2, f"{contract['id']} does not name every other room"


def test_the_models_know_no_widgets() -> None:
    drawing = [
        file.relative_to(ROOT).as_posix()
        for file in (ROOT / "contactbook" / "qtmodels").rglob("*.py")
        if any(name.startswith("PySide6.QtWidgets") for name in _imports(file))
    ]
    assert not drawing


def test_the_command_line_loads_no_qt() -> None:
    modules = [
        ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for room in ("cli", "wording", "actions")
        for file in (ROOT / "contactbook" / room).rglob("*.py")
    ]
    ask = f"import importlib, sys; [importlib.import_module(m) for m in {modules!r}]; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", ask], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not [
        name for name in loaded.stdout.split() if name.startswith(("PySide6", "shiboken", "qtawesome"))
    ]
