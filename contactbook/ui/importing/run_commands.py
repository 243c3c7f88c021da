"""What can be done with an import in the sidebar: see its report, take it back, whenever it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from contactbook.ui.contacts.screen_commands import ScreenCommands
from contactbook.ui.messages.message_bar import INFO
from contactbook.ui.widgets import icons

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QPoint

    from contactbook.actions.import_report import ImportReport
    from contactbook.actions.undoing import FieldChange, Preview
    from contactbook.qtmodels.sidebar_model import Entry

REPORT, UNDO = "import.report", "import.undo"


class RunCommands(ScreenCommands):
    """Enter on an import opens its report, Del asks whether it shall be taken back; so do menus."""

    def _connect(self) -> None:
        self._commands.on(REPORT, self.show_report_or_latest)
        self._commands.on(UNDO, self.take_back)
        sidebar = self._screen.sidebar
        sidebar.opened.connect(lambda _entry: self.show_report())
        sidebar.remove_wanted.connect(self.take_back)
        sidebar.menu_wanted.connect(self._open_menu)

    @property
    def impossible(self) -> set[str]:
        """Taking back, unless an import is chosen in the sidebar."""
        return set() if self._chosen() or self._taken_back() else {UNDO}

    def show_report(self) -> None:
        """The report of the chosen import, as it was shown then; of one that was undone nothing is left."""
        if self._taken_back():
            self._messages.say(self.tr("This import was undone. Del brings it back."), tone=INFO)
        self._show_report_of(self._chosen())

    def show_report_or_latest(self) -> None:
        """The report of the chosen import, of the latest one where none is chosen."""
        if run := self._chosen() or self._latest():
            self._show_report_of(run)
        else:
            self._messages.say(self.tr("Nothing has been imported into this book yet."), tone=INFO)

    def _show_report_of(self, run: int) -> None:
        if run:
            from contactbook.actions import import_runs

            book = self._session.book
            self._session.run(
                lambda _job: import_runs.report_of(book, run),
                owner=self,
                on_done=self._on_report,
                on_problem=self._messages.say_problem,
            )

    def take_back(self) -> None:
        """Say first who changes back, and list who stays because somebody edited them since.

        An import that was undone comes again.
        """
        if (undo := self._taken_back()) and not self._session.book.read_only:
            self._undo.undo_step(undo)
            return
        run = self._chosen()
        if not run or self._session.book.read_only:
            return
        from contactbook.actions import import_runs, undo_kept

        book = self._session.book
        self._session.run(
            lambda _job: undo_kept.looked_at(book, import_runs.step_of(book, run)),
            owner=self,
            on_done=self._ask,
            on_problem=self._messages.say_problem,
        )

    def menu(self) -> QMenu:
        """What can be done with the chosen import."""
        menu = QMenu(self._screen)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = self.tr("Undo the import …")
        if self._taken_back():
            words = self.tr("Bring the import back")
        else:
            menu.addAction(icons.icon("note"), self.tr("Show the report"), self.show_report)
        menu.addAction(icons.icon("undo"), words, self.take_back).setEnabled(not self._session.book.read_only)
        return menu

    def _open_menu(self, entry: Entry, place: QPoint) -> None:
        if entry.view is not None and entry.view.kind == "import":
            self._screen.sidebar.choose(entry.key)
            self.menu().popup(place)

    def _chosen(self) -> int:
        """The run that is chosen in the sidebar; 0 for none."""
        return max(0, self._run_id())

    def _taken_back(self) -> int:
        """The undo of the import that is chosen in the sidebar, when nothing of it is left; 0 for none."""
        return max(0, -self._run_id())

    def _run_id(self) -> int:
        """As in `ImportCount`."""
        entry = self._screen.sidebar.entry if self._session.is_open else None
        view = entry.view if entry is not None else None
        return view.run_id if view is not None and view.kind == "import" else 0

    def _latest(self) -> int:
        """The import that stands first in the sidebar; 0 for none."""
        entries = self._screen.sidebar.entries if self._session.is_open else ()
        views = (entry.view for entry in entries if entry.view is not None)
        return next((view.run_id for view in views if view.kind == "import" and view.run_id > 0), 0)

    def _on_report(self, report: ImportReport) -> None:
        if self._session.is_open:
            from contactbook.ui.importing.report_dialog import ReportDialog

            ReportDialog.show_report(report, self._screen.window())

    def _ask(self, looked_at: tuple[Preview, Mapping[int, list[FieldChange]]]) -> None:
        seen, stays = looked_at
        if not self._session.is_open:
            return
        from contactbook.ui.history.undo_question import UndoQuestion

        question = UndoQuestion(self._session, seen, self._screen.window(), stays)
        question.accepted.connect(lambda: self._undo.undo_step(seen.step.id))
        question.open()
