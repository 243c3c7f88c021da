"""Rows of phones and the like: what they give back, and how they are added, moved and removed by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from contactbook.domain.contact import Contact, ContactPoint
from contactbook.ui.editor.point_section import PointRow, ReachSection, WebSection, with_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def section(qtbot: QtBot) -> Iterator[ReachSection]:
    window = QWidget()
    made = ReachSection(window)
    window.resize(420, 400)
    window.show()
    qtbot.waitExposed(window)
    yield made
    window.close()
    window.deleteLater()


def ada() -> Contact:
    return Contact(
        full_name="Ada",
        points=[
            ContactPoint("email", "ada@acme.example", "work", preferred=True, key="k", origin=3),
            ContactPoint("phone", "+48 58 555 01 23", "work", key="+48585550123", origin=1),
            ContactPoint("url", "acme.example"),
            ContactPoint("phone", "0664 123", "Yacht", origin=2),
        ],
    )


def rows(section: ReachSection, kind: str = "phone") -> list[PointRow]:
    return [row for row in section.lists[kind].rows if isinstance(row, PointRow)]


def written(section: ReachSection | WebSection) -> Contact:
    contact = ada()
    section.write_into(contact)
    return contact


def test_what_nobody_touched_comes_back_to_the_letter(section: ReachSection) -> None:
    section.show_contact(ada())
    assert written(section) == ada()


def test_a_label_is_free_text_or_one_of_ours(section: ReachSection, qtbot: QtBot) -> None:
    section.show_contact(ada())
    label = rows(section)[0].label
    assert label is not None
    assert label.currentText() == "Work"
    label.lineEdit().selectAll()
    qtbot.keyClicks(label.lineEdit(), "mobile")
    assert written(section).points[1].label == "mobile"
    label.lineEdit().selectAll()
    qtbot.keyClicks(label.lineEdit(), "Ice cave")
    assert written(section).points[1].label == "Ice cave"
    assert written(section).points[1].origin == 1


def test_rows_are_moved_preferred_and_removed_by_keys(section: ReachSection, qtbot: QtBot) -> None:
    section.show_contact(ada())
    rows(section)[1].take_focus()
    heard: list[int] = []
    section.changed.connect(lambda: heard.append(1))
    second = rows(section)[1].value
    qtbot.keyClick(second, Qt.Key.Key_Up, ALT)
    assert [point.value for point in written(section).points_of("phone")] == ["0664 123", "+48 58 555 01 23"]
    qtbot.keyClick(second, Qt.Key.Key_P, ALT)
    assert [point.preferred for point in written(section).points_of("phone")] == [True, False]
    rows(section)[1].take_focus()
    qtbot.keyClick(rows(section)[1].value, Qt.Key.Key_P, ALT)
    assert [point.preferred for point in written(section).points_of("phone")] == [False, True]
    second.setFocus()
    qtbot.keyClick(second, Qt.Key.Key_Delete, ALT)
    assert [point.value for point in written(section).points_of("phone")] == ["+48 58 555 01 23"]
    assert len(heard) >= 4


def test_a_row_is_dragged_by_its_grip_and_moved_from_its_menu(section: ReachSection) -> None:
    section.show_contact(ada())
    first, second = rows(section)
    grip = first.grip
    below = grip.mapFromGlobal(second.mapToGlobal(second.rect().bottomLeft()))
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=grip.rect().center())
    QTest.mouseMove(grip, below)
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=below)
    assert rows(section) == [second, first]
    assert [point.value for point in written(section).points_of("phone")] == ["0664 123", "+48 58 555 01 23"]
    middle = first.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, first.mapToGlobal(middle))
    QApplication.sendEvent(first, event)
    menu = first.findChild(QMenu)
    assert menu is not None
    next(action for action in menu.actions() if action.text() == "Move up").trigger()
    menu.close()
    assert rows(section) == [first, second]
    assert written(section) == ada()


def test_tab_follows_the_rows_as_they_stand(section: ReachSection, qtbot: QtBot) -> None:
    section.show_contact(ada())
    first, second = rows(section)
    second.take_focus()
    qtbot.keyClick(second.value, Qt.Key.Key_Up, ALT)
    assert section.window().focusWidget() is second.value
    reached: list[object] = []
    for _ in range(8):
        qtbot.keyClick(section.window().focusWidget(), Qt.Key.Key_Tab)
        reached.append(section.window().focusWidget())
    assert first.value in reached
    if second.value in reached:
        assert reached.index(first.value) < reached.index(second.value)


def test_enter_adds_one_more_and_an_empty_one_is_nothing(section: ReachSection, qtbot: QtBot) -> None:
    section.show_contact(ada())
    qtbot.keyClick(rows(section)[1].value, Qt.Key.Key_Return)
    assert len(rows(section)) == 3
    assert written(section) == ada()
    qtbot.keyClicks(rows(section)[2].value, "+43 1 23")
    assert written(section).points[-1] == ContactPoint("phone", "+43 1 23")
    section.show_contact(ada())
    assert len(rows(section)) == 2


def test_odd_values_are_doubted_and_kept(section: ReachSection) -> None:
    section.show_contact(
        Contact(points=[ContactPoint("phone", "+48 1"), ContactPoint("email", "ada acme.example")])
    )
    assert section.doubts() == ["An e-mail address has an @."]
    section.show_contact(Contact(points=[ContactPoint("phone", "+48 12 34 56 78 90 12 34 5")]))
    assert section.doubts() == ["There is no such phone number."]
    section.show_contact(ada())
    assert section.doubts() == []


def test_the_order_of_other_kinds_stays() -> None:
    points = ada().points
    new = [ContactPoint("phone", "1"), ContactPoint("phone", "2"), ContactPoint("phone", "3")]
    assert [point.value for point in with_kind(points, "phone", new)] == [
        "ada@acme.example", "1", "acme.example", "2", "3",
    ]  # fmt: skip
    assert [point.value for point in with_kind(points, "phone", new[:1])] == [
        "ada@acme.example", "1", "acme.example",
    ]  # fmt: skip


def test_a_chat_names_its_service(qtbot: QtBot) -> None:
    section = WebSection()
    qtbot.addWidget(section)
    section.show_contact(Contact(points=[ContactPoint("chat", "ada.k", service="signal", label="home")]))
    row = section.lists["chat"].rows[0]
    assert isinstance(row, PointRow)
    assert row.service is not None
    assert row.service.currentText() == "Signal"
    row.service.setEditText("Zulip")
    contact = Contact()
    section.write_into(contact)
    assert contact.points == [ContactPoint("chat", "ada.k", "home", service="Zulip")]
