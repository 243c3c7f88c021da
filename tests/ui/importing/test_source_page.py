"""The first step of the import window: what was recognised, and what of that was guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from contactbook.ui.importing.import_wizard import ImportWizard


@pytest.mark.parametrize(
    ("data", "blamed"),
    [
        ("\ufeffNumber;Anything\n1;Jürgen\n2;Bo\n".encode(), "What the columns mean was guessed"),
        ("Name;Mail\n\u0418\u0432\u0430\u043d;x@y.example\n".encode("cp1251"), "The encoding was guessed"),
    ],
)
def test_what_was_guessed_is_named(
    data: bytes, blamed: str, wizard: Callable[[list[Path]], ImportWizard], tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    opened = wizard([path])
    told = [label.text() for label in opened.source.findChildren(QLabel) if "guessed" in label.text()]
    assert len(told) == 1
    assert blamed in told[0]
    opened.close()
