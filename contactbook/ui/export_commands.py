"""Export in the window: from the question whom and what to the file and word of it."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from contactbook.actions import browsing, fields
from contactbook.settings import declarations
from contactbook.ui.exporting import column_names
from contactbook.ui.exporting.export_dialog import ARCHIVE, ExportChoice, ExportDialog, Scope
from contactbook.ui.exporting.export_flow import ExportFlow
from contactbook.ui.messages.message_bar import INFO, SUCCESS, WARNING
from contactbook.wording import export_words, reports

if TYPE_CHECKING:
    from contactbook.actions.exporting import ExportReport
    from contactbook.settings.computer import ComputerSettings
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.command_set import CommandSet
    from contactbook.ui.contacts.contacts_screen import ContactsScreen
    from contactbook.ui.messages.message_bar import MessageBar

SELECTED, SHOWN, EVERYBODY = "selected", "shown", "everybody"
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


class ExportCommands(QObject):
    """Asks, starts the flow, and tells what came of it in the message bar."""

    def __init__(
        self,
        session: BookSession,
        commands: CommandSet,
        screen: ContactsScreen,
        messages: MessageBar,
        settings: ComputerSettings,
    ) -> None:
        super().__init__(screen)
        self._session = session
        self._screen = screen
        self._messages = messages
        self._settings = settings
        self.flow = ExportFlow(session, screen)
        self.flow.finished.connect(self._on_finished)
        self.flow.failed.connect(messages.say_problem)
        self.flow.cancelled.connect(
            lambda: messages.say(self.tr("Export cancelled. Nothing was written."), tone=INFO)
        )
        commands.on("file.export", self.ask)

    def ask(self) -> None:
        """Opens the form, as it was filled in last."""
        if not self._session.is_open or self.flow.running:
            return
        scopes = self.scopes()
        get = self._settings.get
        last = ExportChoice(
            scopes[0],
            get(declarations.EXPORT_FORMAT),
            column_names.shown(get(declarations.EXPORT_COLUMNS), fields.list_fields(self._session.book)),
            get(declarations.EXPORT_FOR_EXCEL),
        )
        dialog = ExportDialog(self._session, scopes, last, self._screen.window())
        dialog.wanted.connect(self._on_wanted)
        dialog.open()

    def scopes(self) -> list[Scope]:
        """Whom one can export: the selected (first when they are several), the list, all, each segment."""
        page, book = self._screen.page, self._session.book
        chosen = page.view.selected.ids()
        order = page.table.listing.order
        entry = self._screen.sidebar.entry
        words = page.search.text().strip()
        listed = f"{entry.label if entry else ''}{f', “{words}”' if words else ''}"
        shown = Scope(SHOWN, self.tr("The list: %1").replace("%1", listed), len(order), lambda: order.ids)
        made: list[Scope] = [shown]
        if chosen:
            selected = Scope(SELECTED, self.tr("Selected contacts"), len(chosen), lambda: chosen)
            made.insert(0 if len(chosen) > 1 else 1, selected)
        entries = self._screen.sidebar.entries
        everybody = next((one.count for one in entries if one.key == "all"), -1)
        if entry is None or entry.key != "all" or words:
            made.append(
                Scope(EVERYBODY, self.tr("All contacts"), everybody, partial(browsing.found, book, ""))
            )
        made += [
            Scope(
                one.key,
                self.tr("Segment: %1").replace("%1", one.label),
                one.count,
                lambda query=one.query: browsing.found(book, query),
            )
            for one in entries
            if one.query and one is not entry
        ]
        return made

    def _on_wanted(self, choice: ExportChoice) -> None:
        """Remembers what was chosen, and asks where to."""
        put = self._settings.put
        put(declarations.EXPORT_FORMAT, choice.to)
        kept = column_names.kept(choice.columns, fields.list_fields(self._session.book))
        put(declarations.EXPORT_COLUMNS, kept)
        put(declarations.EXPORT_FOR_EXCEL, choice.for_excel)
        suffix = _suffix(choice.to)
        dialog = QFileDialog(self._screen, self.tr("Export to"), self._folder())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{export_words.title(choice.to)} (*{suffix})", self.tr("All files (*)")])
        dialog.setDefaultSuffix(suffix.lstrip("."))
        dialog.selectFile(self._name(choice) + suffix)
        dialog.fileSelected.connect(lambda name: self.write(choice, Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def write(self, choice: ExportChoice, path: Path) -> None:
        """Writes what was chosen."""
        self._settings.put(declarations.EXPORT_FOLDER, str(path.parent))
        self.flow.start(choice, path)

    def _name(self, choice: ExportChoice) -> str:
        name = self._session.book.path.stem
        if choice.to != ARCHIVE and choice.scope.key != EVERYBODY:
            name = f"{name} - {choice.scope.label.partition(': ')[2] or choice.scope.label}"
        return _NOT_IN_NAMES.sub(" ", name).strip() or "Contacts"

    def _folder(self) -> str:
        last = self._settings.get(declarations.EXPORT_FOLDER)
        if last and Path(last).is_dir():
            return last
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return documents if Path(documents).is_dir() else str(Path.home())

    def _on_finished(self, report: ExportReport) -> None:
        path = Path(report.file)
        said = reports.export_summary(report.contacts, path.name)
        if report.properties.read:
            said = f"{said} {reports.fidelity(report.properties.to_json())}"
        if report.format == ARCHIVE:
            said = f"{said} {reports.not_encrypted(path.name)}"
        folder = QUrl.fromLocalFile(str(path.parent))
        self._messages.say(
            said,
            tone=WARNING if report.format == ARCHIVE or report.properties.lost else SUCCESS,
            steps=[(self.tr("Show in folder"), lambda: QDesktopServices.openUrl(folder))],
            stays=True,
        )


def _suffix(to: str) -> str:
    from contactbook.actions.export_formats import FORMATS

    return ".zip" if to == ARCHIVE else FORMATS[to].suffix
