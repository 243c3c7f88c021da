"""The window: puts the screens, the menus and the message bar together, and passes news between them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from contactbook.domain import countries, phones
from contactbook.domain.problems import Problem
from contactbook.settings import declarations
from contactbook.settings.computer import ComputerSettings
from contactbook.ui.book_session import BookSession
from contactbook.ui.command_set import CommandSet
from contactbook.ui.commands import BOOK, LISTED, SOME, WRITE
from contactbook.ui.contacts.cell_editing import CellEditing
from contactbook.ui.contacts.contact_commands import ContactCommands
from contactbook.ui.contacts.contact_editing import ContactEditing
from contactbook.ui.contacts.contacts_screen import ContactsScreen
from contactbook.ui.contacts.new_contact_commands import NewContactCommands
from contactbook.ui.drop_overlay import DropOverlay
from contactbook.ui.export_commands import ExportCommands
from contactbook.ui.exporting.export_strip import ExportStrip
from contactbook.ui.fields.field_commands import FieldCommands
from contactbook.ui.idle_lock import IdleLock
from contactbook.ui.importing.convert_commands import ConvertCommands
from contactbook.ui.importing.file_drops import dropped_files
from contactbook.ui.importing.import_flow import ImportFlow
from contactbook.ui.importing.run_commands import RunCommands
from contactbook.ui.importing.watch_folder import WatchFolder
from contactbook.ui.messages.message_bar import INFO, SUCCESS, WARNING, MessageBar
from contactbook.ui.messages.progress_strip import ProgressStrip
from contactbook.ui.printing.print_commands import PrintCommands
from contactbook.ui.records.record_commands import RecordCommands
from contactbook.ui.records.tag_commands import TagCommands
from contactbook.ui.segment_commands import SegmentCommands
from contactbook.ui.settings.setting_commands import SettingCommands
from contactbook.ui.tasks import Job
from contactbook.ui.timeline.file_flow import FileStrip
from contactbook.ui.timeline.timeline_commands import TimelineCommands
from contactbook.ui.trash_timer import TrashTimer
from contactbook.ui.undo_commands import UndoCommands
from contactbook.ui.unlock.create_page import SUFFIX
from contactbook.ui.unlock.front_door import FrontDoor
from contactbook.ui.unlock.keeping_commands import KeepingCommands
from contactbook.ui.window_menus import WindowMenus
from contactbook.wording import reports
from contactbook.wording.speech import say_number

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent

    from contactbook.actions.import_report import ImportReport
    from contactbook.ui.editor.section_editor import SectionEditor

FIRST_SIZE = (1280, 800)
LEAST_SIZE = (560, 420)
WARM_UP_MS = 250
"""While the password is being typed, what the first contact needs is loaded."""
_ANY_NUMBER = "+12125550100"


class MainWindow(QMainWindow):
    """One book at a time: the front door while there is none, the contacts while there is one."""

    def __init__(self, settings: ComputerSettings | None = None) -> None:
        super().__init__()
        self.settings = settings or ComputerSettings(None)
        self.session = BookSession(self)
        self.commands = CommandSet(self)
        self._idle_lock = IdleLock(self.session, self.settings)
        self.door = FrontDoor(self.session)
        self.contacts = ContactsScreen(self.session, self.settings)
        self.flow = ImportFlow(self.session, self)
        self.convert = ConvertCommands(self.session, self.commands, self)
        self.watch_folder = WatchFolder(self.session, self.settings, self)
        self.messages = MessageBar()
        self.undo = UndoCommands(self.session, self.commands, self.messages)
        self.contact_commands = ContactCommands(
            self.session, self.commands, self.contacts, self.messages, self.undo
        )
        self.exports = ExportCommands(
            self.session, self.commands, self.contacts, self.messages, self.settings
        )
        self.printing = PrintCommands(
            self.session, self.commands, self.contacts, self.messages, self.settings, self.exports.scopes
        )
        self.field_commands = FieldCommands(
            self.session, self.commands, self.undo, self, self.contact_commands.chosen
        )
        self.cells = CellEditing(self.session, self.commands, self.contacts.page, self.undo, self.messages)
        self.segments = SegmentCommands(self.session, self.commands, self.contacts, self.undo)
        self.records = RecordCommands(self.session, self.commands, self.contacts, self.messages, self.undo)
        self.tags = TagCommands(self.session, self.contacts.sidebar, self.undo)
        self.import_runs = RunCommands(self.session, self.commands, self.contacts, self.messages, self.undo)
        TrashTimer(self.session, self.undo)
        self.editing = ContactEditing(self.session, self.contacts, self.messages, self.undo, _form_sections)
        NewContactCommands(self.session, self.commands, self.contacts, self.editing)
        self.keeping = KeepingCommands(
            self.session, self.commands, self.door, self.messages, self.settings, self
        )
        self.setting_commands = SettingCommands(
            self.session, self.commands, self.messages, self.undo, self.settings, self
        )
        self.timeline = TimelineCommands(
            self.session, self.commands, self.contacts, self.messages, self.undo, self.settings, self
        )
        self._warm_up = QTimer(self, singleShot=True, interval=WARM_UP_MS)
        self._warm_up.timeout.connect(self._load_tables)
        self._warm_up.start()
        self._state: tuple[object, ...] = ()
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect_commands()
        self._connect_news()
        self.menus = WindowMenus(self, self.commands, self.contacts, self.settings)
        self.setting_commands.computer_changed.connect(self.menus.follow_setting)
        self.setting_commands.computer_changed.connect(self.watch_folder.follow_setting)
        self._restore()
        self._update_commands()
        self.door.show_welcome(self.settings.recent_books())

    def open_book(self, path: Path) -> None:
        """Asks for the password of a book; the one that is open is closed first."""
        self.session.close()
        self.door.show_unlock(path)
        self._show_door()

    def import_paths(self, paths: list[Path]) -> None:
        """Imports files into the open book; a book among them is opened instead."""
        book = next((path for path in paths if path.suffix == SUFFIX), None)
        if book is not None:
            self.open_book(book)
        elif not self.session.is_open:
            self.messages.say(self.tr("Open a book first, then drop the files again."), tone=INFO)
        elif not self.timeline.takes(paths):
            self.flow.take(paths)

    def _lay_out(self) -> None:
        self._pages.addWidget(self.door)
        self._pages.addWidget(self.contacts)
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._pages, 1)
        layout.addWidget(ProgressStrip(self.flow))
        layout.addWidget(ExportStrip(self.exports.flow))
        layout.addWidget(FileStrip(self.timeline.flow))
        layout.addWidget(self.messages)
        self.setCentralWidget(middle)
        self.overlay = DropOverlay(middle)
        self.setAcceptDrops(True)
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*FIRST_SIZE)

    def _connect_commands(self) -> None:
        on = self.commands.on
        on("file.new", self._new_book)
        on("file.open", self._choose_book)
        on("file.import", self.flow.prepare)
        on("file.entries", self.flow.prepare_entries)
        on("file.lock", self.session.lock)
        on("file.quit", self.close)
        page = self.contacts.page
        on("edit.find", page.search.take_focus)
        on("edit.select_all", page.view.selectAll)
        on("edit.select_none", page.view.clearSelection)
        new = self.commands["contact.new"]
        page.new_wanted.connect(new.trigger)
        new.changed.connect(lambda: page.new_button.setEnabled(new.isEnabled()))
        page.import_wanted.connect(self.flow.prepare)
        page.sample_wanted.connect(self._import_sample)
        names = ("tag", "bulk_edit", "merge", "star", "restore", "trash")
        self.commands["contact.bulk_edit"].setIconText(self.tr("Edit"))
        self.commands["contact.merge"].setIconText(self.tr("Merge"))
        self.commands["contact.trash"].setIconText(self.tr("Trash"))
        page.selection_bar.set_actions(
            [self.commands[f"contact.{name}"] for name in names] + [self.commands["file.export"]],
            self.commands["edit.select_none"],
        )
        self.commands["contact.trash"].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        for shown in (page.view, page.cards):
            slash = QShortcut(QKeySequence("/"), shown, page.search.take_focus)
            slash.setContext(Qt.ShortcutContext.WidgetShortcut)
            shown.addAction(self.commands["contact.trash"])

    def _connect_news(self) -> None:
        self.session.opened.connect(self._on_opened)
        self.session.closing.connect(self.messages.dismiss)
        self.session.closing.connect(self._on_closing)
        self.session.locked.connect(self._show_door)
        self.session.problem_met.connect(self.messages.say_problem)
        self.door.entered.connect(self._show_contacts)
        self.door.welcome.convert_wanted.connect(self.commands["file.convert"].trigger)
        self.keeping.door_wanted.connect(self._show_door)
        self.flow.finished.connect(self._on_imported)
        self.flow.failed.connect(self._on_import_failed)
        self.flow.finished_late.connect(
            lambda: self.messages.say(self.tr("The import was done before the book was closed."), tone=INFO)
        )
        self.watch_folder.appeared.connect(self._on_appeared)
        self.watch_folder.failed.connect(self.messages.say_problem)
        self.flow.cancelled.connect(
            lambda: self.messages.say(self.tr("Import cancelled. Nothing was changed."), tone=INFO)
        )
        page = self.contacts.page
        page.view.selected.changed.connect(lambda _count: self._on_listed_or_selected())
        page.table.listed.connect(self._on_listed_or_selected)

    def _restore(self) -> None:
        place = self.settings.get(declarations.WINDOW_GEOMETRY)
        if place:
            self.restoreGeometry(QByteArray.fromBase64(QByteArray(place.encode("ascii"))))

    def _on_listed_or_selected(self) -> None:
        """With every letter of a search; the commands are only touched when something is new for them."""
        page = self.contacts.page
        selected = page.view.selectionModel().hasSelection()
        state = (self.session.is_open, selected, page.table.rowCount() > 0, page.table.view.kind)
        if state != self._state:
            self._state = state
            self._update_commands()

    def _update_commands(self) -> None:
        """Switches the commands on and off for what is open, listed and selected."""
        given: set[str] = set()
        view = self.contacts.page.view
        in_trash = False
        if self.session.is_open:
            given.add(BOOK)
            given |= set() if self.session.book.read_only else {WRITE}
            given |= {SOME} if view.selectionModel().hasSelection() else set()
            given |= {LISTED} if self.contacts.page.table.rowCount() else set()
            in_trash = self.contacts.page.table.view.kind == "trash"
        hidden = {"contact.trash"} if in_trash else {"contact.restore"}
        self.commands.enable(given, except_for=hidden | self.undo.impossible | self.import_runs.impossible)
        for key in ("contact.trash", "contact.restore"):
            self.commands[key].setVisible(key not in hidden)
        self.segments.update_commands()

    def _import_sample(self) -> None:
        from contactbook.actions import books

        self.flow.start(books.sample_files())

    def _new_book(self) -> None:
        self.session.close()
        self.door.show_create()
        self._show_door()

    def _choose_book(self) -> None:
        self.door.choose_book()

    def _on_opened(self) -> None:
        path = self.session.book.path
        if not self.door.is_sample(path):  # nobody chose its password, so nobody shall be asked for it
            self.settings.add_recent(path)
            with suppress(Problem):  # the list of this time is lost, nothing else
                self.settings.save()
        self.setWindowTitle(f"{path.stem} - Contactbook")
        self._update_commands()

    def _load_tables(self) -> None:
        """Loads the world's numbering plans and countries on a thread: the first contact would wait."""

        def load(_job: Job[None]) -> None:
            phones.display(_ANY_NUMBER)
            countries.code("")

        self.session.tasks.start(Job(work=load, owner=self))

    def _on_closing(self) -> None:
        """No title and no dialog tells of the book any more."""
        for dialog in self.findChildren(QDialog):
            dialog.close()
        self.setWindowTitle("Contactbook")
        self._update_commands()

    def _show_door(self) -> None:
        """Which of its pages stands there is the door's own affair."""
        self._pages.setCurrentWidget(self.door)

    def _show_contacts(self) -> None:
        self._pages.setCurrentWidget(self.contacts)
        self.contacts.page.focus_list()

    def _on_appeared(self, paths: list[Path]) -> None:
        """The watched folder has new files."""
        words = say_number(
            len(paths),
            "“{name}” is new in the watched folder.",
            "{n} files are new in the watched folder.",
            name=paths[0].name,
        )
        self.messages.say(
            words, tone=INFO, steps=[(self.tr("Import …"), lambda: self.flow.prepare(paths))], stays=True
        )

    def _on_import_failed(self, problem: Problem) -> None:
        again = (self.tr("Try again"), self.flow.try_again)
        self.messages.say_problem(problem, [again] if self.flow.can_try_again else [])

    def _on_imported(self, report: ImportReport) -> None:
        undo = (self.tr("Undo"), lambda: self.undo.undo_step(report.step))
        show = (self.tr("Show report"), self.flow.show_report)
        changed = bool(report.created or report.updated)
        self.messages.say(
            reports.import_summary(report.counts),
            tone=WARNING if report.rejected else SUCCESS if changed else INFO,
            steps=[undo, show] if changed and report.step else [show],
            stays=True,
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        self.contacts.remember()
        place = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self.settings.put(declarations.WINDOW_GEOMETRY, place)
        with suppress(Problem):  # the layout of this time is lost, nothing else
            self.settings.save()
        self.session.shutdown()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self.overlay.cover()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.overlay.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.overlay.hide()
        paths = dropped_files(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.import_paths(paths)


def _form_sections(session: BookSession) -> list[SectionEditor]:
    """The form is loaded when somebody edits."""
    from contactbook.ui.form_sections import form_sections

    return form_sections(session)
