"""What becomes of contacts that are in the book already, field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from contactbook.actions.import_options import ImportOptions
from contactbook.ui.importing.matching_form import MatchingForm

if TYPE_CHECKING:
    from typing import Any

    from pytestqt.qtbot import QtBot


def test_fields_go_their_own_way_and_the_button_says_how_many(qtbot: QtBot) -> None:
    form = MatchingForm()
    qtbot.addWidget(form)
    form.show_options(ImportOptions())
    chosen: list[dict[str, Any]] = []
    form.changed.connect(chosen.append)
    form._fill_menu()
    menus = {action.text(): action.menu() for action in form._menu.actions()}
    assert "Address" in menus
    name = menus["Name"]
    assert isinstance(name, QMenu)
    name.actions()[-1].trigger()
    assert form.single.text() == "Field by &field (1)"
    assert chosen[-1]["policies"] == {"full_name": "skip"}
