from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest

from contactbook.wording import steps

PACKAGE = Path(__file__).resolve().parents[2] / "contactbook"


@pytest.mark.parametrize(
    ("action", "data", "said"),
    [
        (
            "import",
            {"name": "book.vcf", "files": 1, "created": 1_200, "updated": 84},
            "Import of 1,284 contacts from book.vcf",
        ),
        ("import", {"name": "a.vcf", "files": 1, "created": 1}, "Import of 1 contact from a.vcf"),
        (
            "import",
            {"name": "a.vcf", "files": 2, "created": 9},
            "Import of 9 contacts from a.vcf and 1 more file",
        ),
        (
            "import",
            {"name": "a.vcf", "files": 9, "created": 9},
            "Import of 9 contacts from a.vcf and 8 more files",
        ),
        ("import", {"name": "/tmp/x/a.vcf"}, "Import from a.vcf"),
        ("import", {}, "Import"),
        ("add", {"name": "Ada Kowalska"}, "New contact Ada Kowalska"),
        ("add", {}, "New contact"),
        ("edit", {"fields": ["email[2].label"]}, "Edit of email"),
        ("edit", {"fields": ["job_title", "note"]}, "Edit of job title and note"),
        ("edit", {"fields": ["a", "b", "c", "d", "e"]}, "Edit of a, b, c and 2 more fields"),
        ("edit", {"fields": ["phone[1].value", "phone[1].label"]}, "Edit of phone"),
        ("edit", {}, "Edit"),
        ("star", {"contacts": 3}, "Star on 3 contacts"),
        ("unstar", {"contacts": 1}, "Star removed from 1 contact"),
        ("tag", {"tag": "choir", "contacts": 12_000}, "Tag “choir” on 12,000 contacts"),
        ("untag", {"tag": "choir", "contacts": 1}, "Tag “choir” removed from 1 contact"),
        ("trash", {"contacts": 2}, "2 contacts to the trash"),
        ("restore", {"contacts": 1}, "1 contact back from the trash"),
        ("undo", {"action": "trash", "data": {"contacts": 2}}, "Undo: 2 contacts to the trash"),
        ("redo", {"action": "tag", "data": {"tag": "a", "contacts": 1}}, "Redo: Tag “a” on 1 contact"),
        (
            "undo",
            {"action": "undo", "data": {"action": "trash", "data": {}}},
            "Undo: Undo: Contacts to the trash",
        ),
        ("undo", {}, "Undo"),
        ("paint", {}, "Change (paint)"),
    ],
)
def test_a_step_as_a_phrase(action: str, data: dict[str, Any], said: str) -> None:
    assert steps.label(action, data) == said


def test_menu_entries_name_the_step() -> None:
    data = {"name": "book.vcf", "created": 2}
    assert steps.undo_label("import", data) == "Undo: Import of 2 contacts from book.vcf"
    assert steps.redo_label("import", data) == "Redo: Import of 2 contacts from book.vcf"
    undone = {"action": "import", "data": data}
    assert steps.redo_label("undo", undone) == "Redo: Import of 2 contacts from book.vcf"


@pytest.mark.parametrize("action", sorted(steps.ACTIONS))
def test_damaged_data_of_a_step_does_not_break_the_history(action: str) -> None:
    for value in (None, [], {}, 3, "x", [None]):
        data: dict[str, Any] = dict.fromkeys(
            ("name", "files", "contacts", "fields", "tag", "action", "data", "created"), value
        )
        assert steps.label(action, data)


def _recorded() -> set[str]:
    """The names under which the actions record their steps: `book.step("...")`."""
    found: set[str] = set()
    for file in (PACKAGE / "actions").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and "step" in ast.unparse(node.func) and node.args:
                found.update(
                    part.value
                    for part in ast.walk(node.args[0])
                    if isinstance(part, ast.Constant) and isinstance(part.value, str)
                )
    return found


def test_every_action_has_words() -> None:
    recorded = _recorded()
    assert len(recorded) > 5
    assert recorded <= steps.ACTIONS, "write words in wording/steps.py"
