"""What becomes of contacts that are in the book already, field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
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


def test_every_kind_of_value_and_each_custom_field_can_go_its_own_way(qtbot: QtBot) -> None:
    form = MatchingForm([], [("stage", "Stage")])
    qtbot.addWidget(form)
    form.show_options(ImportOptions())
    chosen: list[dict[str, Any]] = []
    form.changed.connect(chosen.append)
    form._fill_menu()
    menus = {action.text(): action.menu() for action in form._menu.actions()}
    said = {"Photo": "fill", "Related people": "add", "Custom fields": "skip", "Stage": "overwrite"}
    for words, policy in said.items():
        menu = menus[words]
        assert isinstance(menu, QMenu)
        at = 1 + [one for one, _ in form._policy_words()].index(policy)
        menu.actions()[at].trigger()
    assert chosen[-1]["policies"] == {
        "photo": "fill", "relation": "add", "field": "skip", "field.stage": "overwrite",
    }  # fmt: skip


def test_keys_are_asked_in_the_order_in_which_they_are_ticked(qtbot: QtBot) -> None:
    form = MatchingForm([("member", "Member no.")])
    qtbot.addWidget(form)
    form.show_options(ImportOptions())
    chosen: list[dict[str, Any]] = []
    form.changed.connect(chosen.append)
    for key in ("member", "email", "uid", "uid"):
        qtbot.keyClick(form.keys[key], Qt.Key.Key_Space)
    assert chosen[-1]["match"] == ("member", "email", "uid", "source")
    assert [box.text() for box in form.keys.values()] == ["ID (3)", "E-mail (2)", "Phone", "Member no. (1)"]
    again = MatchingForm([("member", "Member no.")])
    qtbot.addWidget(again)
    again.show_options(ImportOptions(match=chosen[-1]["match"], lookalikes="skip"))
    assert [box.text() for box in again.keys.values()] == [box.text() for box in form.keys.values()]
    assert again.lookalikes.currentData() == "skip"


def test_what_becomes_of_possible_duplicates_is_chosen(qtbot: QtBot) -> None:
    form = MatchingForm()
    qtbot.addWidget(form)
    form.show_options(ImportOptions())
    form.show()
    assert form.lookalikes.currentData() == "new"
    chosen: list[dict[str, Any]] = []
    form.changed.connect(chosen.append)
    qtbot.keyClick(form.lookalikes, Qt.Key.Key_Down)
    assert chosen[-1]["lookalikes"] == "skip"
