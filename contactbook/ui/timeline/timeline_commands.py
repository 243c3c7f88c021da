"""Puts the timeline into the window: quick log, Today, reminders, actions on a contact that offer to log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from contactbook.domain.interactions import CALL, EMAIL, LETTER, MEETING
from contactbook.qtmodels import contact_reads
from contactbook.settings import declarations
from contactbook.ui.contacts import contact_sections
from contactbook.ui.messages.message_bar import INFO, SUCCESS
from contactbook.ui.timeline.calendar_commands import CalendarCommands
from contactbook.ui.timeline.file_flow import FileFlow
from contactbook.ui.timeline.mail_commands import MailCommands
from contactbook.ui.timeline.quick_log import QuickLog
from contactbook.ui.timeline.reminders import Reminders
from contactbook.ui.timeline.rhythm_commands import RhythmCommands
from contactbook.ui.timeline.timeline_page import TimelinePage
from contactbook.ui.timeline.today_page import TodayPage
from contactbook.wording.speech import say_number

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QMainWindow

    from contactbook.domain.changes import Changes
    from contactbook.domain.contact import Contact
    from contactbook.settings.computer import ComputerSettings
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.command_set import CommandSet
    from contactbook.ui.contacts.contacts_screen import ContactsScreen
    from contactbook.ui.messages.message_bar import MessageBar, Step
    from contactbook.ui.undo_commands import UndoCommands

_LOGGED_AS = {"tel:": CALL, "mailto:": EMAIL, "geo:": MEETING}
_MAP = "https://www.openstreetmap.org/search?query="
"""Where a place is looked up when somebody asks for it: many systems have no program for maps."""


class TimelineCommands(QObject):
    """Owns the panel, the Today page and the reminders of one window."""

    def __init__(
        self,
        session: BookSession,
        commands: CommandSet,
        screen: ContactsScreen,
        messages: MessageBar,
        undo: UndoCommands,
        settings: ComputerSettings,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._screen = screen
        self._messages = messages
        self._undo = undo
        self._numbers = (0, 0)
        self.today = TodayPage(session)
        self.quick_log = QuickLog(session, window)
        self.reminders = Reminders(session, settings, window)
        self.page = TimelinePage(session)
        self.flow = FileFlow(session, self)
        self.flow.failed.connect(messages.say_problem)
        self.flow.cancelled.connect(
            lambda: messages.say(self.tr("Cancelled. Nothing was logged."), tone=INFO)
        )
        self.mail = MailCommands(session, messages, undo, self.flow, window)
        self.calendar = CalendarCommands(session, commands, messages, undo, window)
        screen.middle.add_place("today", self.today)
        screen.pane.add_tab(self.tr("Timeline"), self.page)
        for panel in (self.today, self.quick_log, self.page):
            panel.written.connect(self._on_written)
        self.page.export.exported.connect(self._on_exported)
        self.today.contact_shown.connect(screen.pane.show_contact)
        self.today.contact_opened.connect(screen.open_contact)
        self.today.log_wanted.connect(self._log_about)
        self.today.entry_wanted.connect(self._show_entry)
        self.page.follow_up_wanted.connect(self._show_follow_up)
        self.reminders.counted.connect(self._on_counted)
        self.reminders.clicked.connect(self.show_today)
        for source in (screen.pane.head, screen.pane.details):
            source.link_clicked.connect(self._offer_to_log)
        RhythmCommands(session, commands, screen, undo)
        commands.on("contact.log", self.log)
        screen.pane.head.log_clicked.connect(commands["contact.log"].trigger)
        commands.on("contact.follow_up", self.add_follow_up)
        commands.on("contact.call", lambda: self._open_link("tel:"))
        commands.on("contact.write", lambda: self._open_link("mailto:"))
        commands.on("contact.map", lambda: self._open_link("geo:"))
        commands.on("contact.copy_address", self.copy_address)
        commands.on("file.mail", self.mail.choose_files)
        commands.on("view.today", self.show_today)
        commands.on("edit.find", self._find)
        commands.on_toggle("view.reminders", self.reminders.allow)
        commands["view.reminders"].setChecked(settings.get(declarations.REMINDERS))
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        session.closing.connect(self._on_closing)

    def takes(self, paths: list[Path]) -> bool:
        """Whether dropped files are e-mail or calendars; then they are being read from now on."""
        return self.mail.takes(paths) or self.calendar.takes(paths)

    def log(self) -> None:
        """Opens the quick log about the contact in hand."""
        shown = self._screen.pane.contact_id
        self.quick_log.open_for(self.quick_log.names_of([shown]) if shown else {})

    def add_follow_up(self) -> None:
        """Opens the form for a new follow-up about the contact in hand, in the Today view."""
        shown = self._screen.pane.contact_id
        if shown is not None:
            self.show_today()
            self.today.ask_new(shown, ", ".join(self.quick_log.names_of([shown]).values()))

    def show_today(self) -> None:
        """Goes to the Today view."""
        if self._session.is_open:
            self._window.show()
            self._window.activateWindow()
            self._screen.sidebar.choose("today")
            self.today.focus_list()

    def _show_follow_up(self, task_id: int) -> None:
        self.show_today()
        self.today.list.go_to_row(self.today.model.row_of_task(task_id))

    def _show_entry(self) -> None:
        """The entry of the follow-up in hand where it stands: in the timeline of the contact."""
        line = next((line for line in self.today.selected() if line.came_from[0]), None)
        if line is not None and line.task is not None:
            self._screen.open_contact(line.contact_id)
            self._screen.pane.tabs.setCurrentIndex(self._screen.pane.tab_of(self.page))
            self.page.go_to(line.task.interaction_id or 0)

    def _find(self) -> None:
        """Searching is about contacts: it leaves the Today view for the list."""
        if self.today.isVisible():
            self._screen.sidebar.choose("all")
            self._screen.page.search.take_focus()

    def copy_address(self) -> None:
        """Puts the postal address of the contact in hand on the clipboard, as on an envelope."""
        contact = self._contact()
        if contact is None or not contact.addresses:
            self._messages.say(self.tr("There is no postal address to copy."), tone=INFO)
            return
        place = next((each for each in contact.addresses if each.preferred), contact.addresses[0])
        QGuiApplication.clipboard().setText(contact_sections.address_lines(place))
        self._offer(self.tr("The address of %1 is on the clipboard."), LETTER)

    def _contact(self) -> Contact | None:
        shown = self._screen.pane.contact_id
        return contact_reads.contact_of(self._session.book, shown) if shown is not None else None

    def _open_link(self, scheme: str) -> None:
        contact = self._contact()
        link = contact_sections.first_link(contact, scheme) if contact is not None else ""
        if link:
            QDesktopServices.openUrl(QUrl(link))
            self._offer_to_log(link)
        else:
            self._messages.say(self.tr("This contact has nothing of that kind."), tone=INFO)

    def _offer_to_log(self, link: str) -> None:
        """A call, a message or a visit that was just begun can be logged with one click."""
        kind = next((kind for scheme, kind in _LOGGED_AS.items() if link.startswith(scheme)), "")
        words = {
            CALL: self.tr("Calling %1."),
            EMAIL: self.tr("Writing to %1."),
            MEETING: self.tr("Looking up where %1 is."),
        }
        if kind == MEETING:
            place = _MAP + link.partition("?q=")[2]
            look = (self.tr("Look in the browser"), lambda: QDesktopServices.openUrl(QUrl(place)))
            self._offer(words[kind], kind, look)
        elif kind:
            self._offer(words[kind], kind)

    def _offer(self, words: str, kind: str, *steps: Step) -> None:
        """Says what was just begun with the contact in hand (%1), and offers to log it."""
        shown = self._screen.pane.contact_id
        if shown is None:
            return
        people = self.quick_log.names_of([shown])
        found = list(steps)
        if not self._session.book.read_only:
            found.append((self.tr("Log it"), lambda: self.quick_log.open_for(people, kind)))
        said = words.replace("%1", ", ".join(people.values()))
        self._messages.say(said, tone=INFO, steps=found, stays=bool(found))

    def _log_about(self, contact_id: int) -> None:
        self.quick_log.open_for(self.quick_log.names_of([contact_id]))

    def _on_written(self, changes: Changes) -> None:
        self._undo.tell(changes)

    def _on_exported(self, count: int, file: str) -> None:
        said = say_number(count, "1 entry is in {file}.", "{n} entries are in {file}.", file=file)
        self._messages.say(said, tone=SUCCESS)

    def _on_opened(self) -> None:
        self.reminders.count()

    def _on_changed(self, changes: Changes) -> None:
        if changes.timeline or changes.contacts or changes.everything:
            self.reminders.count()
            if self.today.isVisible():
                self.today.refresh()

    def _on_closing(self) -> None:
        self.today.forget()
        self.page.forget()

    def _on_counted(self, overdue: int, today: int) -> None:
        self._screen.sidebar.show_today(overdue + today)
        title = f"{self._session.book.path.stem} - Contactbook"
        number = QLocale().toString(overdue + today)
        self._window.setWindowTitle(f"({number}) {title}" if overdue + today else title)
