"""No sentence says "1 contacts": where a number stands before a plural, there are words for one as well.

All of it goes through `contactbook.wording.speech`.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "contactbook"
COUNTED = re.compile(
    r"(?:%[1-9n]|\{\w*(?::,)?\}|§) (?:contacts|people|persons|rows|lines|values|fields|files|cards|steps|tags"
    r"|companies|entries|names|properties|phones|e-mails|addresses|dates|relations|tasks|follow-ups|meetings"
    r"|places|choices|sections|pages|labels|pictures|segments|columns|books)\b"
)
ONE = re.compile(r"\b(?:1|one|every) \w|[“ ]\{name\}", re.IGNORECASE)


def _text(node: ast.expr) -> str:
    """A string as it reads, with § for what is filled in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part) if isinstance(part, ast.Constant) else "§" for part in node.values)
    return ""


def _beside(parent: ast.AST) -> list[ast.expr]:
    return (
        parent.args if isinstance(parent, ast.Call) else parent.elts if isinstance(parent, ast.Tuple) else []
    )


def numbers_without_one(source: str) -> list[str]:
    """Sentences with a number before a plural that have no sentence for one beside them."""
    found: list[str] = []
    inside_f_strings: set[int] = set()
    for parent in ast.walk(ast.parse(source)):
        for node in ast.iter_child_nodes(parent):
            if isinstance(node, ast.JoinedStr):
                inside_f_strings.update(id(part) for part in node.values)
            if not isinstance(node, ast.expr) or id(node) in inside_f_strings:
                continue
            others = [_text(one) for one in _beside(parent) if one is not node]
            if COUNTED.search(_text(node)) and not any(ONE.search(one) for one in others):
                found.append(_text(node))
    return found


@pytest.mark.parametrize("room", ["wording", "cli", "ui", "qtmodels"])
def test_every_plural_has_its_singular(room: str) -> None:
    found = {
        f"{file.relative_to(PACKAGE)}: {text}"
        for file in (PACKAGE / room).rglob("*.py")
        for text in numbers_without_one(file.read_text("utf-8"))
    }
    assert not found


@pytest.mark.parametrize(
    ("source", "wrong"),
    [
        ('say("{n} contacts are there", n=1)', 1),
        ('self.tr("%1 values").replace("%1", "1")', 1),
        ('print(f"{len(rows):,} rows")', 1),
        ('say_number(2, "1 contact is there", "{n} contacts are there")', 0),
        ('TABLE = {"phone": ("1 phone", "{n} phones")}', 0),
        ('"a book of contacts"', 0),
    ],
)
def test_the_search_itself(source: str, wrong: int) -> None:
    assert len(numbers_without_one(source)) == wrong
