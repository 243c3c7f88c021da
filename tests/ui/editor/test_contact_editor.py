"""The form as a whole: what it gives back, and where the keyboard goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from contactbook.actions import book_options, browsing
from contactbook.domain.contact import Contact, ContactPoint
from contactbook.settings import declarations
from contactbook.ui.book_session import BookSession
from contactbook.ui.editor.address_section import AddressRow, AddressSection
from contactbook.ui.editor.contact_editor import ContactEditor
from contactbook.ui.editor.point_section import ReachSection
from contactbook.ui.form_sections import form_sections

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow


def test_an_untouched_form_changes_nothing(qtbot: QtBot) -> None:
    editor = ContactEditor(form_sections(BookSession()))
    qtbot.addWidget(editor)
    contact = Contact(full_name="Ada", points=[ContactPoint("phone", " 12 "), ContactPoint("chat", "ada")])
    editor.edit(contact)
    assert editor.contact() == contact
    assert not editor.is_changed
    editor.forget()
    assert editor.contact() == Contact()


def test_a_number_is_checked_by_the_country_of_the_address_or_of_the_book(
    sample_window: MainWindow, qtbot: QtBot
) -> None:
    book = sample_window.session.book
    book_options.change_option(book, declarations.DEFAULT_COUNTRY, "PL")
    sample_window.editing.add()
    editor = sample_window.editing.editor
    editor.focus_on("phone", 0)
    QTest.keyClicks(sample_window.focusWidget(), "58 555 01 23 99 99")
    assert editor.doubts() == ["There is no such phone number."]
    for _ in range(6):
        QTest.keyClick(sample_window.focusWidget(), Qt.Key.Key_Backspace)
    assert editor.doubts() == []
    editor.focus_on("addresses", 0)
    address = next(one for one in editor.sections if isinstance(one, AddressSection)).list.rows[0]
    assert isinstance(address, AddressRow)
    address.country.setFocus()
    QTest.keyClicks(sample_window.focusWidget(), "Austria")
    editor.focus_on("phone", 0)
    QTest.keyClicks(sample_window.focusWidget(), " 44 55 66 77")
    reach = next(one for one in editor.sections if isinstance(one, ReachSection))
    assert reach.region == "AT"
    sample_window.editing.cancel()
    sample_window.editing.add()
    assert reach.region == "PL"
    sample_window.editing.cancel()


def test_tab_goes_through_the_form_as_it_is_read(sample_window: MainWindow, qtbot: QtBot) -> None:
    sample_window.editing.add()
    sample_window.activateWindow()
    qtbot.waitUntil(sample_window.isActiveWindow)
    QTest.keyClicks(sample_window.focusWidget(), "Ada")
    editor = sample_window.editing.editor

    def walk() -> list[str]:
        editor.focus_on("", 0)
        qtbot.wait(20)
        names = []
        for _ in range(60):
            focus = sample_window.focusWidget()
            assert focus is not None
            names.append(focus.accessibleName() or getattr(focus, "text", str)())
            if names[-1] == "Save":
                return names
            QTest.keyClick(focus, Qt.Key.Key_Tab)
        raise AssertionError(names)

    wanted = [
        "Name",
        "Company",
        "Phone",
        "E-mail",
        "Add: Phone",
        "Add: Address",
        "Note",
        "Gender",
        "Cancel",
        "Save",
    ]
    assert [name for name in walk() if name in wanted] == wanted
    editor.focus_on("addresses", 0)
    assert [name for name in walk() if name in ("E-mail", "Street", "Country", "Note")] == [
        "E-mail", "Street", "Country", "Note",
    ]  # fmt: skip
    sample_window.editing.cancel()


def test_a_company_of_the_book_is_offered_while_its_name_is_typed(
    sample_window: MainWindow, qtbot: QtBot
) -> None:
    window = sample_window
    window.commands["contact.new"].trigger()
    qtbot.waitUntil(lambda: window.contacts.pane.is_covered)
    QTest.keyClicks(window.focusWidget() or window, "Ada New")
    (line,) = [each for each in window.findChildren(QLineEdit) if each.accessibleName() == "Company"]
    window.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    QTest.keyClicks(line, "harb")
    completer = line.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert line.text() == "Harbour & Lane Ltd"
    assert popup.isHidden()
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not window.contacts.pane.is_covered)
    qtbot.waitUntil(lambda: bool(browsing.found(window.session.book, "Ada New")))
    (made,) = browsing.found(window.session.book, "Ada New")
    assert browsing.show(window.session.book, made).organization.startswith("Harbour & Lane Lt")


def test_typing_goes_on_where_the_value_ends(sample_window: MainWindow, qtbot: QtBot) -> None:
    window = sample_window
    window.contacts.page.view.go_to_row(3)
    qtbot.waitUntil(lambda: window.contacts.pane.contact_id == window.contacts.page.view.current_id())
    window.commands["contact.edit"].trigger()
    name = window.focusWidget()
    assert isinstance(name, QLineEdit)
    before = name.text()
    QTest.keyClicks(name, " Jr")
    assert name.text() == f"{before} Jr"
    window.editing.cancel()
