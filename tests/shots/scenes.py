"""The scenes: how each screen comes to look as it does; a yield waits so many milliseconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from contactbook.actions import books, companies, editing
from contactbook.domain.contact import Affiliation, Contact
from tests.shots.timeline_scenes import TIMELINE_SCENES
from tests.shots.entry_scenes import ENTRY_SCENES
from tests.shots.field_scenes import FIELD_SCENES
from tests.shots.import_scenes import IMPORT_SCENES
from tests.shots.people_scenes import PEOPLE_SCENES
from tests.shots.print_scenes import PRINT_SCENES

if TYPE_CHECKING:
    from tests.shots.stage import Stage, Steps


def welcome(stage: Stage) -> Steps:
    stage.window.door.show_welcome([stage.sample, stage.empty])
    yield 60


def create(stage: Stage) -> Steps:
    stage.window.commands["file.new"].trigger()
    yield 60


def unlock(stage: Stage) -> Steps:
    stage.window.open_book(stage.sample)
    yield 60


def wrong_password(stage: Stage) -> Steps:
    stage.window.open_book(stage.sample)
    yield 60
    stage.window.door.unlocking.unlock_wanted.emit(stage.sample, "wrong", None, "")
    yield 1500


def change_password(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    stage.window.commands["file.password"].trigger()
    yield 60


def recovery_sheet(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    stage.window.commands["file.recovery"].trigger()
    yield 60


def empty_book(stage: Stage) -> Steps:
    yield from stage.open(stage.empty)


def contacts(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    stage.window.contacts.page.view.go_to_row(3)
    yield 120


def company(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    stage.window.contacts.sidebar.choose("companies")
    stage.window.contacts.page.view.go_to_row(2)
    yield 120


def compact(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    stage.window.commands["view.compact"].trigger()
    table = stage.window.contacts.page.table
    stage.window.contacts.page.view.selected.set_ids([table.id_at(row) for row in (1, 4, 5)])
    stage.window.commands["contact.star"].trigger()
    yield 900


def cards(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    stage.window.contacts.page.view.go_to_row(3)
    stage.window.commands["view.cards"].trigger()
    yield 200


def search(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    stage.window.contacts.page.search.setFocus()
    stage.window.contacts.page.search.setText("helsinki")
    yield 120


def query(stage: Stage) -> Steps:
    from contactbook.actions import segments

    yield from stage.open(stage.sample)
    window = stage.window
    for name, text in (("Firms in the north", "is:company"), ("No e-mail yet", "no:email is:person")):
        window.session.write(segments.save_segment, name, text)
    yield 600
    window.contacts.page.search.setFocus()
    window.contacts.page.search.setText('is:company has:email -city:oslo (created:7d or tag:"first import")')
    yield 300


def query_problem(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    stage.window.contacts.page.search.setFocus()
    stage.window.contacts.page.search.setText("citty:helsinki has:email")
    yield 120


def save_segment(stage: Stage) -> Steps:
    yield from query(stage)
    stage.window.commands["segment.save"].trigger()
    yield 120


def export_table(stage: Stage) -> Steps:
    from contactbook.settings import declarations

    yield from stage.open(stage.sample)
    stage.window.settings.put(declarations.EXPORT_FORMAT, "csv")
    stage.window.commands["file.export"].trigger()
    yield 400


def export_losses(stage: Stage) -> Steps:
    from contactbook.settings import declarations

    yield from stage.open(stage.sample)
    table = stage.window.contacts.page.table
    stage.window.contacts.page.view.selected.set_ids([table.id_at(row) for row in range(12)])
    stage.window.settings.put(declarations.EXPORT_FORMAT, "csv-outlook")
    stage.window.commands["file.export"].trigger()
    yield 400


def export_archive(stage: Stage) -> Steps:
    from contactbook.settings import declarations

    yield from stage.open(stage.sample)
    stage.window.settings.put(declarations.EXPORT_FORMAT, "archive")
    stage.window.commands["file.export"].trigger()
    yield 400


def exported(stage: Stage) -> Steps:
    from contactbook.ui.exporting.export_dialog import ExportChoice

    yield from stage.open(stage.sample)
    exports = stage.window.exports
    exports.write(ExportChoice(exports.scopes()[0], "xlsx"), stage.sample.with_name("Customers.xlsx"))
    yield 1500


def no_results(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    stage.window.contacts.page.search.setFocus()
    stage.window.contacts.page.search.setText("zzz")
    yield 60


def selection(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    table = stage.window.contacts.page.table
    stage.window.contacts.page.view.selected.set_ids([table.id_at(row) for row in (1, 2, 3, 6)])
    yield 120


def empty_trash(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    stage.window.contacts.sidebar.choose("trash")
    yield 60


def imported(stage: Stage) -> Steps:
    yield from stage.open(stage.empty)
    stage.window.flow.start(books.sample_files())
    yield 1500


def import_report(stage: Stage) -> Steps:
    yield from imported(stage)
    stage.window.flow.show_report()
    yield 200


def undone(stage: Stage) -> Steps:
    yield from imported(stage)
    stage.window.commands["edit.undo"].trigger()
    yield 800


def palette(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    stage.window.commands["help.palette"].trigger()
    yield 60


def tag_picker(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    stage.window.contacts.page.view.go_to_row(2)
    stage.window.commands["contact.tag"].trigger()
    yield 60


def new_contact(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    stage.window.commands["contact.new"].trigger()
    yield 60


def edit_contact(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    stage.window.contacts.page.view.go_to_row(3)
    yield 120
    stage.window.commands["contact.edit"].trigger()
    yield 120


def edit_lower_half(stage: Stage) -> Steps:
    yield from edit_contact(stage)
    stage.window.editing.editor.focus_on("note")
    yield 120


def view_menu(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    menu = next(menu for menu in stage.window.menuBar().findChildren(QMenu) if "View" in menu.title())
    menu.popup(stage.window.mapToGlobal(QPoint(150, 26)))
    yield 60


def import_guide(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    stage.window.commands["help.importing"].trigger()
    yield 60


def shortcuts(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    stage.window.commands["help.shortcuts"].trigger()
    yield 60


def about(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    stage.window.commands["help.about"].trigger()
    yield 60


def dropping(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    stage.window.overlay.cover()
    yield 60


def person_links(stage: Stage) -> Steps:
    yield from company_with_people(stage)
    stage.window.contacts.page.search.setText("Kowalska Meridian")
    yield 200
    stage.window.contacts.page.view.go_to_row(0)
    yield 200


def company_with_people(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    book = stage.window.session.book
    made = editing.add_contact(book, {"kind": "company", "organization": "Meridian Group"}).made[0]
    people: list[int] = []
    for given, family, title in MERIDIAN:
        person = Contact(given=given, family=family, organization="Meridian Group", job_title=title)
        if not people:
            detail = Affiliation("Meridian Group", job_title=title, since="2015", decision_maker=True)
            person.affiliations = [detail]
        people += editing.add_contact(book, person).made
    companies.set_parent(book, people[1:3], people[0])
    companies.set_parent(book, people[3:], people[1])
    stage.window.session.announce(editing.edit_contact(book, people[0], {"relation.spouse": "Jan Nowak"}))
    stage.window.contacts.show_contacts([made])
    yield 300


MERIDIAN = (
    ("Ada", "Kowalska", "Managing director"),
    ("Jan", "Nowak", "Head of sales"),
    ("Li", "Wei", "Head of engineering"),
    ("Zoë", "Álvarez", "Sales representative"),
)


def organization_chart(stage: Stage) -> Steps:
    yield from company_with_people(stage)
    stage.window.records.follow_link("chart:")
    yield 200


def company_names(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    stage.window.commands["contact.companies"].trigger()
    yield 800


def history(stage: Stage) -> Steps:
    yield from company_with_people(stage)
    stage.window.commands["history.show"].trigger()
    yield 400


def locked(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    stage.window.commands["file.lock"].trigger()
    yield 60


def problem(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    stage.window.import_paths([stage.sample.parent])
    yield 400


SCENES = (
    welcome,
    create,
    unlock,
    wrong_password,
    change_password,
    recovery_sheet,
    empty_book,
    contacts,
    company,
    compact,
    cards,
    search,
    query,
    query_problem,
    save_segment,
    export_table,
    export_losses,
    export_archive,
    exported,
    no_results,
    selection,
    empty_trash,
    imported,
    *FIELD_SCENES,
    *TIMELINE_SCENES,
    import_report,
    *ENTRY_SCENES,
    *IMPORT_SCENES,
    undone,
    palette,
    tag_picker,
    new_contact,
    edit_contact,
    edit_lower_half,
    view_menu,
    import_guide,
    shortcuts,
    about,
    dropping,
    company_with_people,
    person_links,
    organization_chart,
    company_names,
    history,
    *PEOPLE_SCENES,
    *PRINT_SCENES,
    locked,
    problem,
)
