"""The right pane: what it says of a contact, and that it follows the book."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QToolButton

from contactbook.actions import editing
from contactbook.domain.contact import Address, Contact, ContactDate, ContactPoint, Extra
from contactbook.ui.contacts import contact_sections

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def words(window: MainWindow) -> str:
    pane = window.contacts.pane
    return "\n".join(label.text() for label in pane.findChildren(QLabel) if label.isVisibleTo(pane))


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


def test_copy_gives_the_value_as_typed(sample_window: MainWindow, qtbot: QtBot) -> None:
    (made,) = editing.add_contact(sample_window.session.book, ada()).contacts
    pane = sample_window.contacts.pane
    pane.show_contact(made)
    qtbot.waitUntil(lambda: "Ada Kowalska" in words(sample_window))
    buttons = {button.accessibleName(): button for button in pane.findChildren(QToolButton)}
    buttons["Copy Work"].click()
    assert QGuiApplication.clipboard().text() == "+48 58 555 01 23"


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
