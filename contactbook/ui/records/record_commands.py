"""Commands about records as a whole: companies of names, the chart, merging, the trash, the history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMenu, QMessageBox

from contactbook.actions import browsing, companies, merging, trashing
from contactbook.domain.contact import COMPANY
from contactbook.domain.names import display_name
from contactbook.ui.contacts import link_sections
from contactbook.ui.contacts.contact_picker import ContactPicker
from contactbook.ui.contacts.screen_commands import ScreenCommands
from contactbook.ui.messages.message_bar import INFO
from contactbook.ui.tasks import Job
from contactbook.ui.widgets.picker import Choice
from contactbook.wording.speech import say_number

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from contactbook.actions.companies import Follower
    from contactbook.domain.changes import Changes
    from contactbook.qtmodels.sidebar_model import Entry

MOST_FOLLOWED = 50
"""Steps that touch more contacts than this are no edit of one company."""


class RecordCommands(ScreenCommands):
    """Opens the dialogs of this folder, runs their actions, and offers a company's news to its people."""

    def _connect(self) -> None:
        self._commands.on("history.show", self.show_history)
        self._commands.on("contact.history", self.show_contact_history)
        self._commands.on("contact.merge", self.merge)
        self._commands.on("contact.above", self.choose_above)
        self._commands.on("contact.companies", self.make_companies)
        self._commands.on("contact.erase", self.erase)
        self._commands.on("trash.empty", self.empty_trash)
        self._screen.sidebar.menu_wanted.connect(self.open_menu)
        self._screen.pane.link_wanted.connect(self.follow_link)
        self._session.changed.connect(self._on_changed)

    def show_history(self) -> None:
        """Every step of the book."""
        self._open_history()

    def show_contact_history(self) -> None:
        """Every step that touched the contact of the pane."""
        contact_id = self._screen.pane.contact_id
        if contact_id is not None:
            self._open_history(contact_id)

    def make_companies(self) -> None:
        """Asks which names are to become companies."""
        from contactbook.ui.records.companies_dialog import CompaniesDialog

        dialog = CompaniesDialog(self._session, self._screen.window())
        dialog.changed.connect(self._undo.tell)
        self._show(dialog)

    def choose_above(self) -> None:
        """Asks whom the selected people report to, or which company the selected companies are part of."""
        ids = self._screen.page.view.selected.ids()
        if not ids or not self._session.is_open:
            return
        kind = browsing.show(self._session.book, ids[0]).kind
        prompt = self.tr("Part of …") if kind == COMPANY else self.tr("Reports to …")
        picker = ContactPicker(
            self._screen.window(),
            self._session,
            prompt=prompt,
            kind=kind,
            without=ids,
            create=lambda _text: Choice(self.tr("Nobody"), lambda: self._place(ids, None), icon="close"),
        )
        picker.chosen.connect(lambda above: self._place(ids, above))
        picker.show_over(self._screen.window())

    def open_menu(self, entry: Entry, place: QPoint) -> None:
        """The menu of the trash in the sidebar."""
        if entry.key == "trash":
            menu = QMenu(self._screen)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addAction(self._commands["trash.empty"])
            menu.popup(place)

    def _place(self, ids: list[int], above: int | None) -> None:
        self._session.write(companies.set_parent, ids, above, owner=self, on_done=self._undo.tell)

    def merge(self) -> None:
        """Makes one contact of the selected ones; the first of the list remains."""
        ids = self._screen.page.view.selected.ids()
        if len(ids) < 2:
            self._messages.say(self.tr("Select the contacts that are one, then merge them."), tone=INFO)
            return
        self._session.write(merging.merge, ids, ids[0], owner=self, on_done=self._on_merged)

    def erase(self) -> None:
        """Asks, because it cannot be undone, and erases the selected contacts for good."""
        ids = self._screen.page.view.selected.ids()
        if not ids:
            return
        question = QMessageBox(self._screen.window())
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.setWindowTitle(self.tr("Erase for good"))
        question.setText(say_number(len(ids), "Erase 1 contact for good?", "Erase {n} contacts for good?"))
        question.setInformativeText(
            self.tr("It is taken out of the history too. Nothing but an older backup brings it back.")
        )
        erase = question.addButton(self.tr("Erase"), QMessageBox.ButtonRole.DestructiveRole)
        question.addButton(QMessageBox.StandardButton.Cancel)
        question.setDefaultButton(QMessageBox.StandardButton.Cancel)
        erase.clicked.connect(lambda: self._erase(ids))
        self._session.closing.connect(question.reject)
        question.open()

    def empty_trash(self) -> None:
        """Deletes all that lies in the trash; the bar offers to take it back."""
        self._session.write(trashing.empty, owner=self, on_done=self._undo.tell)

    def follow_link(self, link: str) -> None:
        """Goes where a link of the pane leads within the book."""
        contact_id = self._screen.pane.contact_id
        if linked := link_sections.linked_id(link):
            self._screen.show_contacts([linked])
        elif link.startswith(link_sections.STEP) and contact_id is not None:
            self._open_history(contact_id, int(link.removeprefix(link_sections.STEP)))
        elif link == link_sections.CHART and contact_id is not None:
            self._open_chart(contact_id)
        elif link == link_sections.MAKE_COMPANY and contact_id is not None:
            self._session.write(companies.make_company_of, contact_id, owner=self, on_done=self._undo.tell)

    def _open_history(self, contact_id: int = 0, step: int = 0) -> None:
        from contactbook.ui.history.history_dialog import HistoryDialog

        if not self._session.is_open:
            return
        name = display_name(browsing.show(self._session.book, contact_id)) if contact_id else ""
        dialog = HistoryDialog(self._session, self._screen.window(), contact=contact_id, name=name)
        dialog.link_wanted.connect(self.follow_link)
        if step:
            dialog.show_step(step)
        self._show(dialog)

    def _open_chart(self, company_id: int) -> None:
        from contactbook.ui.records.organization_dialog import OrganizationDialog

        name = display_name(browsing.show(self._session.book, company_id))
        dialog = OrganizationDialog(self._session, company_id, name, self._screen.window())
        dialog.changed.connect(self._undo.tell)
        dialog.opened.connect(lambda person: self._screen.show_contacts([person]))
        self._show(dialog)

    def _show(self, dialog: QDialog) -> None:
        """Beside the window; undo and redo have their keys there as well."""
        dialog.addActions([self._commands["edit.undo"], self._commands["edit.redo"]])
        dialog.show()

    def _erase(self, ids: list[int]) -> None:
        self._screen.step_past(ids)
        self._session.write(trashing.erase, ids, owner=self, on_done=self._on_erased)

    def _on_erased(self, changes: Changes) -> None:
        if changes:
            self._messages.say(self.tr("Erased for good."), tone=INFO)

    def _on_merged(self, changes: Changes) -> None:
        self._undo.tell(changes)

    def _on_changed(self, changes: Changes) -> None:
        """An edited company may have news for its people; that is looked up beside the window's work."""
        if changes.action not in ("edit", "save") or not 0 < len(changes.contacts) <= MOST_FOLLOWED:
            return
        book = self._session.book
        ids, step = sorted(changes.contacts), changes.step
        job: Job[Any] = Job(
            work=lambda _job: _news(book, ids, step),
            owner=self,
            on_done=self._offer,
            on_problem=self._session.problem_met.emit,
        )
        self._session.tasks.start(job)

    def _offer(self, news: tuple[int, str, list[Follower]] | None) -> None:
        if news is None or not self._session.is_open:
            return
        company_id, name, found = news
        people = len({one.contact_id for one in found})
        words = say_number(
            people,
            "1 person of {name} still has what it had before.",
            "{n} people of {name} still have what it had before.",
            name=name,
        )
        update = (self.tr("Update them …"), lambda: self._ask_followers(company_id, name, found))
        self._messages.say(words, tone=INFO, steps=[update], stays=True)

    def _ask_followers(self, company_id: int, name: str, found: list[Follower]) -> None:
        from contactbook.ui.records.follow_dialog import FollowDialog

        dialog = FollowDialog(self._session, name, found, self._screen.window())
        dialog.wanted.connect(
            lambda wanted: self._session.write(
                companies.update_people, company_id, wanted, owner=self, on_done=self._undo.tell
            )
        )
        dialog.open()


def _news(book: Any, ids: list[int], step: int) -> tuple[int, str, list[Follower]] | None:  # noqa: ANN401
    """The first company among some contacts whose people have something to follow."""
    for contact in browsing.contacts(book, ids):
        if contact.kind == COMPANY:
            found = companies.followers(book, contact.id, step)
            if found:
                return contact.id, display_name(contact), found
    return None
