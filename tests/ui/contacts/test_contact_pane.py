"""The right pane: what it says of a contact, and that it follows the book."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QLabel

from contactbook.actions import editing
from contactbook.domain.contact import Address, Contact, ContactDate, ContactPoint, Extra, FieldValue
from contactbook.ui.contacts import contact_sections
from contactbook.ui.contacts.detail_model import CLOSING, TITLE, DetailModel, KindRole
from contactbook.ui.contacts.value_selection import Marked

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def words(window: MainWindow) -> str:
    """Everything that can be read in the pane."""
    pane = window.contacts.pane
    labels = [label.text() for label in pane.findChildren(QLabel) if label.isVisibleTo(pane)]
    rows = [f"{line.label} {line.text}" for line in pane.details.lines()] if pane.details.isVisible() else []
    return "\n".join(labels + rows)


def show(window: MainWindow, qtbot: QtBot, contact: Contact) -> int:
    """Adds a contact and has the pane show it."""
    changes = editing.add_contact(window.session.book, contact)
    (made,) = changes.contacts
    window.session.announce(changes)
    window.contacts.pane.show_contact(made)
    shown = contact.full_name[:20] or contact.organization
    qtbot.waitUntil(lambda: shown in window.contacts.pane.head.name.text())
    return made


def ada() -> Contact:
    return Contact(
        full_name="Ada Kowalska",
        given="Ada",
        family="Kowalska",
        job_title="Head of Sales",
        organization="Acme",
        points=[
            ContactPoint("phone", "+48 58 555 01 23", "work", key="+48585550123"),
            ContactPoint("email", "ada@acme.example", preferred=True),
        ],
        addresses=[Address(street="Mill Lane 2", locality="Gdańsk", postal_code="80-001", label="home")],
        dates=[ContactDate("--05-09")],
        extras=[Extra("X-ODD", "odd <value>")],
        note="Likes tea\nand boats",
    )


def test_everything_known_is_shown(sample_window: MainWindow, qtbot: QtBot) -> None:
    changes = editing.add_contact(sample_window.session.book, ada())
    (made,) = changes.contacts
    sample_window.session.changed.emit(changes)
    sample_window.contacts.pane.show_contact(made)
    qtbot.waitUntil(lambda: "Ada Kowalska" in words(sample_window))
    seen = words(sample_window)
    for text in (
        "Head of Sales · Acme",
        "555 01 23",
        "ada@acme.example",
        "Mill Lane 2",
        "80-001 Gdańsk",
        "boats",
    ):
        assert text in seen


def test_the_pane_follows_a_change_and_empties_when_locked(sample_window: MainWindow, qtbot: QtBot) -> None:
    session = sample_window.session
    changes = editing.add_contact(session.book, ada())
    session.announce(changes)
    (made,) = changes.contacts
    pane = sample_window.contacts.pane
    sample_window.contacts.show_contacts([made])
    pane.show_contact(made)
    qtbot.waitUntil(lambda: "Ada Kowalska" in words(sample_window))
    session.announce(editing.edit_contact(session.book, made, {"job_title": "Captain"}))
    qtbot.waitUntil(lambda: "Captain" in words(sample_window))
    session.lock()
    assert pane.contact_id is None
    qtbot.waitUntil(lambda: "Ada" not in words(sample_window))


def test_the_list_is_walked_and_copied_by_keys(sample_window: MainWindow, qtbot: QtBot) -> None:
    show(sample_window, qtbot, ada())
    details = sample_window.contacts.pane.details
    copied: list[str] = []
    sample_window.contacts.pane.copied.connect(copied.append)
    details.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(details, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "+48 58 555 01 23"  # as typed, not as shown
    qtbot.keyClick(details, Qt.Key.Key_Down)
    qtbot.keyClick(details, Qt.Key.Key_Down)  # over the title of the next section
    qtbot.keyClick(details, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert copied[-1] == "Mill Lane 2\n80-001 Gdańsk"


def test_enter_and_a_click_open_a_link(sample_window: MainWindow, qtbot: QtBot) -> None:
    show(sample_window, qtbot, ada())
    details = sample_window.contacts.pane.details
    opened: list[str] = []
    details.link_clicked.disconnect()
    details.link_clicked.connect(opened.append)
    details.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(details, Qt.Key.Key_Return)
    row = details.visualRect(details.model().index(2, 0))
    value = row.center()
    value.setX(sample_window.fontMetrics().horizontalAdvance("x") * 22)
    qtbot.mouseClick(details.viewport(), Qt.MouseButton.LeftButton, pos=value)
    assert opened == ["tel:+48585550123", "mailto:ada@acme.example"]
    qtbot.mouseClick(details.viewport(), Qt.MouseButton.LeftButton, pos=row.topRight())
    assert len(opened) == 2


def test_a_screen_reader_hears_label_and_value(sample_window: MainWindow, qtbot: QtBot) -> None:
    show(sample_window, qtbot, ada())
    interface = QAccessible.queryAccessibleInterface(sample_window.contacts.pane.details)
    assert interface is not None
    heard = [interface.child(at).text(QAccessible.Text.Name) for at in range(interface.childCount())]
    assert "E-mail: ada@acme.example" in heard


def test_endless_words_make_nothing_wider(sample_window: MainWindow, qtbot: QtBot) -> None:
    show(sample_window, qtbot, ada())
    pane = sample_window.contacts.pane
    width, least = pane.width(), pane.minimumSizeHint().width()
    endless = "Ottokar" * 60
    monster = Contact(
        full_name=endless,
        organization=endless,
        points=[ContactPoint("email", endless + "@acme.example")],
        tags=[endless],
        note=endless,
        fields=[FieldValue(endless, endless)],
    )
    show(sample_window, qtbot, monster)
    assert pane.width() == width
    assert pane.minimumSizeHint().width() <= max(least, 420)
    details = pane.details
    assert details.horizontalScrollBar().maximum() == 0
    row = details.visualRect(details.model().index(1, 0))
    assert row.height() > 2 * sample_window.fontMetrics().height()
    assert row.width() <= details.viewport().width()


def test_the_chosen_tab_stays_from_one_contact_to_the_next(sample_window: MainWindow, qtbot: QtBot) -> None:
    show(sample_window, qtbot, ada())
    pane = sample_window.contacts.pane
    pane.tabs.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(2):
        qtbot.keyClick(pane.tabs, Qt.Key.Key_Right)
    assert pane.history.isVisible()
    assert "Ada Kowalska" in pane.history.lines()[0].text
    other = ada()
    other.full_name = "Berta Kowalska"
    show(sample_window, qtbot, other)
    assert pane.history.isVisible()
    assert "Berta Kowalska" in pane.history.lines()[0].text


def test_nothing_of_a_contact_stays_when_the_book_closes(sample_window: MainWindow, qtbot: QtBot) -> None:
    contact = ada()
    contact.tags = ["VIP"]
    show(sample_window, qtbot, contact)
    pane = sample_window.contacts.pane
    sample_window.session.lock()
    assert pane.details.lines() == []
    assert not [label.text() for label in pane.head.findChildren(QLabel) if "Ada" in label.text()]


def test_a_low_pane_keeps_name_and_list_apart(sample_window: MainWindow, qtbot: QtBot) -> None:
    show(sample_window, qtbot, ada())
    sample_window.resize(560, 420)
    pane = sample_window.contacts.pane
    qtbot.waitUntil(lambda: pane.height() < 250)
    head, name = pane.head, pane.head.name
    bottom = name.mapTo(pane, name.rect().bottomLeft()).y()
    assert name.isVisible()
    assert name.height() >= name.fontMetrics().height()
    assert bottom < pane.tabs.mapTo(pane, pane.tabs.rect().topLeft()).y()
    assert pane.details.viewport().height() > 2 * name.fontMetrics().height()
    sample_window.resize(1280, 800)
    qtbot.waitUntil(lambda: head.height() > 100)


def test_the_model_of_the_details_keeps_to_the_rules(qtmodeltester: ModelTester) -> None:
    model = DetailModel()
    qtmodeltester.check(model)
    contact = ada()
    model.show(contact_sections.sections(contact), "Added today")
    qtmodeltester.check(model)
    kinds = [model.index(row).data(KindRole) for row in range(model.rowCount(QModelIndex()))]
    assert kinds[0] == TITLE
    assert kinds[-1] == CLOSING
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsEnabled


def test_a_value_without_a_label_is_called_by_its_kind() -> None:
    contact = Contact(
        full_name="Ada",
        points=[ContactPoint("phone", "1"), ContactPoint("url", "a.example"), ContactPoint("email", "a@b.c")],
        addresses=[Address(locality="Gdańsk")],
    )
    labels = [line.label for section in contact_sections.sections(contact) for line in section.lines]
    assert labels == ["Phone", "E-mail", "Website", "Address"]


def test_links_open_only_what_the_system_should_get() -> None:
    contact = ada()
    assert contact_sections.first_link(contact, "tel:") == "tel:+48585550123"
    assert contact_sections.first_link(contact, "mailto:") == "mailto:ada@acme.example"
    assert contact_sections.first_link(contact, "geo:").startswith("geo:0,0?q=Mill%20Lane%202")
    contact.points = [ContactPoint("url", "javascript:alert(1)"), ContactPoint("url", "mill.example/a")]
    lines = next(part for part in contact_sections.sections(contact) if part.key == "web").lines
    assert [line.link for line in lines] == ["", "https://mill.example/a"]


def test_a_company_is_not_named_twice() -> None:
    assert contact_sections.subtitle(Contact(kind="company", full_name="Acme", organization="Acme")) == ""


def test_a_part_of_a_value_is_marked_and_copied(sample_window: MainWindow, qtbot: QtBot) -> None:
    show(sample_window, qtbot, ada())
    details = sample_window.contacts.pane.details
    edited: list[str] = []
    details.edit_wanted.disconnect()
    details.edit_wanted.connect(lambda attribute, _index: edited.append(attribute))
    index = next(
        details.model().index(row, 0)
        for row in range(details.model().rowCount())
        if "boats" in str(details.model().index(row, 0).data())
    )
    words = details._delegate.value_rect(details.visualRect(index), index, False)
    start, end = words.topLeft() + QPoint(1, 4), words.topLeft() + QPoint(words.width() - 1, 4)
    qtbot.mousePress(details.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(details.viewport(), end)
    details._mark(
        Marked(index.row(), 0, details._cursor_at(index, end))
    )  # offscreen, the mouse holds no button
    qtbot.mouseRelease(details.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert edited == []
    details.setCurrentIndex(index)
    qtbot.keyClick(details, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Likes tea"
    details.copy(details.model().index(1, 0))
    assert QGuiApplication.clipboard().text() == "+48 58 555 01 23"
