"""Companies, relations, tags and the trash in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QWidget

from contactbook.actions import browsing, companies, editing, undoing
from contactbook.actions.companies import Person
from contactbook.domain.contact import Affiliation, Contact, Relation
from contactbook.qtmodels import contact_choices
from contactbook.ui.contacts.contact_picker import ContactPicker
from contactbook.ui.records.companies_dialog import CompaniesDialog
from contactbook.ui.records.follow_dialog import FollowDialog
from contactbook.ui.records.linked_relation_row import LinkedRelationRow
from contactbook.ui.records.organization_chart import OrganizationChart, places
from contactbook.ui.records.organization_dialog import OrganizationDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow


def add(window: MainWindow, contact: Contact) -> int:
    changes = editing.add_contact(window.session.book, contact)
    window.session.announce(changes)
    return changes.made[0]


def company(window: MainWindow) -> tuple[int, int, int]:
    """Orion with Ada, who decides, and Bea."""
    made = add(window, Contact(kind="company", organization="Orion"))
    ada = Contact(given="Ada", full_name="Ada Kowalska", organization="Orion", job_title="CEO")
    ada.affiliations = [Affiliation("Orion", job_title="CEO", since="2019", decision_maker=True)]
    return made, add(window, ada), add(window, Contact(full_name="Bea Nowak", organization="Orion"))


def lines(window: MainWindow, qtbot: QtBot, contact_id: int, name: str) -> dict[str, tuple[str, str]]:
    pane = window.contacts.pane
    pane.show_contact(contact_id)
    qtbot.waitUntil(lambda: name in pane.head.name.text())
    return {line.text: (line.label, line.link) for line in pane.details.lines()}


def test_click_through_both_ways(sample_window: MainWindow, qtbot: QtBot) -> None:
    orion, ada, bea = company(sample_window)
    told = lines(sample_window, qtbot, orion, "Orion")
    assert told["Ada Kowalska · since 2019 · decides"] == ("CEO", f"contact:{ada}")
    pane = sample_window.contacts.pane
    pane.details.link_clicked.emit(f"contact:{ada}")
    qtbot.waitUntil(lambda: pane.contact_id == ada)
    told = lines(sample_window, qtbot, ada, "Ada")
    assert told["Orion · since 2019 · decides"] == ("CEO", f"contact:{orion}")
    assert bea


def test_relations_are_seen_from_both_sides(sample_window: MainWindow, qtbot: QtBot) -> None:
    jan = add(sample_window, Contact(full_name="Jan Testowy"))
    relations = [Relation("Jan Testowy", "parent"), Relation("Jan Testowy", "golf buddy")]
    add(sample_window, Contact(full_name="Ola Testowa", relations=[*relations, Relation("Nobody", "friend")]))
    pane = sample_window.contacts.pane
    pane.show_contact(jan)
    qtbot.waitUntil(lambda: "Jan" in pane.head.name.text())
    assert [line.label for line in pane.details.lines() if line.text == "Ola Testowa"] == [
        "Child",
        "Golf buddy of",
    ]


def test_a_company_is_made_of_a_name_in_the_pane(sample_window: MainWindow, qtbot: QtBot) -> None:
    one = add(sample_window, Contact(full_name="Solo Person", organization="Quite New Ltd"))
    told = lines(sample_window, qtbot, one, "Solo")
    sample_window.contacts.pane.details.link_clicked.emit(told["Quite New Ltd"][1])
    book = sample_window.session.book
    qtbot.waitUntil(lambda: browsing.show(book, one).company_id is not None)


def test_names_become_companies_after_a_look(sample_window: MainWindow, qtbot: QtBot) -> None:
    for number in range(3):
        add(
            sample_window,
            Contact(full_name=f"P{number}", organization=("Zeta", "zeta ", "Zeta GmbH")[number]),
        )
    sample_window.commands["contact.companies"].trigger()
    dialog = sample_window.findChild(CompaniesDialog)
    qtbot.waitUntil(lambda: dialog.list.model().rowCount() > 0)
    assert dialog.list.model().index(0, 2).data() == "Zeta GmbH"
    dialog.unite.click()
    qtbot.waitUntil(lambda: dialog.list.model().index(0, 1).data() != "2")
    book = sample_window.session.book
    zeta = next(row for row in browsing.list_contacts(book) if row.display_name == "Zeta GmbH")
    assert len(companies.people(book, zeta.id)) == 3
    left = dialog.list.model().rowCount()
    dialog.all.click()
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.list.model().rowCount() == 0)
    assert left > 0
    dialog.close()


def test_people_follow_their_company_on_demand(sample_window: MainWindow, qtbot: QtBot) -> None:
    orion, ada, _ = company(sample_window)
    book = sample_window.session.book
    changes = editing.edit_contact(book, orion, {"organization": "Orion Group"})
    sample_window.session.announce(changes)
    messages = sample_window.messages
    qtbot.waitUntil(lambda: "still" in messages.text)
    found = companies.followers(book, orion, changes.step)
    dialog = FollowDialog(sample_window.session, "Orion Group", found, sample_window)
    assert len(dialog.chosen()) == 3
    dialog.show()
    with qtbot.waitSignal(dialog.wanted) as caught:
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert caught.args is not None
    companies.update_people(book, orion, caught.args[0])
    assert browsing.show(book, ada).organization == "Orion Group"


def person(number: int, above: int | None) -> Person:
    return Person(number, f"P{number}", "", "", "", "", number == 1, True, above, False)


def test_a_chart_shows_everybody_once_also_in_a_circle() -> None:
    made = places([person(1, None), person(2, 1), person(3, 2), person(4, 5), person(5, 4), person(6, 6)])
    assert [(one.person.id, one.depth, one.above) for one in made] == [
        (1, 0, -1), (2, 1, 0), (3, 2, 1), (6, 0, -1), (4, 0, -1), (5, 1, 4),
    ]  # fmt: skip


def test_the_chart_is_walked_with_the_arrows(qtbot: QtBot) -> None:
    chart = OrganizationChart()
    qtbot.addWidget(chart)
    chart.show_people([person(1, None), person(2, 1), person(3, 2), person(4, 1)])
    chart.resize(400, 400)
    chart.show()
    chart.activateWindow()
    chart.focus(0)
    walked = []
    keys = (
        Qt.Key.Key_Down,
        Qt.Key.Key_Right,
        Qt.Key.Key_Left,
        Qt.Key.Key_End,
        Qt.Key.Key_Left,
        Qt.Key.Key_Up,
    )
    for key in keys:
        QTest.keyClick(chart.focusWidget(), key)
        walked.append(chart.focusWidget().accessibleName())
    assert walked == [
        "P2, reports to P1", "P3, reports to P2", "P2, reports to P1", "P4, reports to P1", "P1, decides",
        "P1, decides",
    ]  # fmt: skip
    with qtbot.waitSignal(chart.opened) as caught:
        QTest.keyClick(chart.focusWidget(), Qt.Key.Key_Return)
    assert caught.args == [1]


def test_the_chart_follows_the_book(sample_window: MainWindow, qtbot: QtBot) -> None:
    orion, ada, bea = company(sample_window)
    dialog = OrganizationDialog(sample_window.session, orion, "Orion", sample_window)
    dialog.show()
    dialog.chart.reports_wanted.emit(bea)
    picker = dialog.findChild(ContactPicker)
    QTest.keyClicks(picker.line, "ada kowal")
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    book = sample_window.session.book
    wanted = "Bea Nowak, reports to Ada Kowalska"
    qtbot.waitUntil(lambda: wanted in [each.accessibleName() for each in dialog.chart.findChildren(QWidget)])
    assert browsing.show(book, bea).parent_id == ada
    assert QAccessible.queryAccessibleInterface(dialog.chart).text(QAccessible.Text.Name)
    dialog.close()


def test_the_picker_finds_by_any_word(sample_window: MainWindow) -> None:
    orion, ada, bea = company(sample_window)
    book = sample_window.session.book
    assert [one.id for one in contact_choices.matching(book, "orion", kind="company")] == [orion]
    found = contact_choices.matching(book, "orion nowak", without=(ada,))
    assert [(one.id, one.beside) for one in found] == [(bea, "Orion")]
    assert contact_choices.name_of(book, bea) == "Bea Nowak"
    assert contact_choices.name_of(book, 1) == ""


def test_a_relation_names_a_contact_until_its_text_is_another(
    sample_window: MainWindow, qtbot: QtBot
) -> None:
    _, ada, _ = company(sample_window)
    row = LinkedRelationRow(sample_window.session)
    qtbot.addWidget(row)
    row.show_part(Relation(label="friend"))
    row.take_contact(ada)
    part = row.part()
    assert part is not None
    assert (part.text, part.label, part.related_id) == ("Ada Kowalska", "friend", ada)
    row.who.setText("Ada K")
    part = row.part()
    assert part is not None
    assert part.related_id is None


def test_tags_have_a_menu(sample_window: MainWindow, qtbot: QtBot) -> None:
    one = add(sample_window, Contact(full_name="Tagged One", tags=["oldname"]))
    book = sample_window.session.book
    sidebar = sample_window.contacts.sidebar
    qtbot.waitUntil(lambda: any(entry.label == "oldname" for entry in sidebar.entries))
    entry = next(entry for entry in sidebar.entries if entry.label == "oldname")
    sidebar.choose(entry.key)
    sidebar.change_wanted.emit()
    dialog = sample_window.findChild(QInputDialog)
    dialog.setTextValue("newname")
    dialog.accept()
    qtbot.waitUntil(lambda: browsing.show(book, one).tags == ["newname"])
    menu = sample_window.tags.menu(entry)
    menu.actions()[-1].trigger()
    qtbot.waitUntil(lambda: browsing.show(book, one).tags == [])
    menu.close()


def test_merging_and_emptying_from_the_menu(sample_window: MainWindow, qtbot: QtBot) -> None:
    one = add(sample_window, Contact(full_name="Same One", note="a"))
    two = add(sample_window, Contact(full_name="Same One", note="b"))
    book = sample_window.session.book
    sample_window.contacts.show_contacts([one, two])
    sample_window.commands["contact.merge"].trigger()
    qtbot.waitUntil(lambda: undoing.history(book, limit=1)[0].action == "merge")
    left = [row.id for row in browsing.search(book, "Same One")]
    assert len(left) == 1
    sample_window.session.announce(editing.trash(book, left))
    sample_window.commands["trash.empty"].trigger()
    qtbot.waitUntil(lambda: browsing.counts(book).trash == 0)


def test_somebody_is_placed_under_somebody(sample_window: MainWindow, qtbot: QtBot) -> None:
    _, ada, bea = company(sample_window)
    sample_window.contacts.show_contacts([bea])
    sample_window.commands["contact.above"].trigger()
    picker = sample_window.findChild(ContactPicker)
    QTest.keyClicks(picker.line, "ada kowal")
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    book = sample_window.session.book
    qtbot.waitUntil(lambda: browsing.show(book, bea).parent_id == ada)
