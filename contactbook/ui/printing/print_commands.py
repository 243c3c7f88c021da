"""Printing in the window: from the question whom and what to the paper, or to a PDF, and word of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from contactbook.actions import book_options
from contactbook.settings import declarations
from contactbook.ui.messages.message_bar import INFO, SUCCESS
from contactbook.ui.printing.print_run import PrintRun
from contactbook.wording import reports
from contactbook.wording.speech import say_number

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from contactbook.settings.computer import ComputerSettings
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.command_set import CommandSet
    from contactbook.ui.contacts.contacts_screen import ContactsScreen
    from contactbook.ui.exporting.export_dialog import Scope
    from contactbook.ui.messages.message_bar import MessageBar
    from contactbook.ui.printing.paper import Pages
    from contactbook.ui.printing.print_dialog import PrintDialog


class PrintCommands(QObject):
    """Asks, prints page by page, and tells what came of it in the message bar."""

    def __init__(
        self,
        session: BookSession,
        commands: CommandSet,
        screen: ContactsScreen,
        messages: MessageBar,
        settings: ComputerSettings,
        scopes: Callable[[], Sequence[Scope]],
    ) -> None:
        super().__init__(screen)
        self._session, self._screen, self._messages = session, screen, messages
        self._settings, self._scopes = settings, scopes
        self._file = ""
        self.run = PrintRun(self)
        self.run.finished.connect(self._on_finished)
        self.run.failed.connect(messages.say_problem)
        session.closing.connect(self.run.cancel)
        commands.on("file.print", self.ask)

    def ask(self) -> None:
        """Opens the form, as it was filled in last."""
        if not self._session.is_open or self.run.running:
            return
        from contactbook.ui.printing.print_dialog import PrintDialog

        options = book_options.options(self._session.book)
        sender = str(options[declarations.PRINT_SENDER.key])
        dialog = PrintDialog(self._session, self._scopes(), self._settings, sender, self._screen.window())
        dialog.pdf_wanted.connect(lambda: self._choose_file(dialog))
        dialog.print_wanted.connect(lambda: self._choose_printer(dialog))
        dialog.open()

    def write(self, pages: Pages, path: Path) -> None:
        """Prints into a file."""
        self._settings.put(declarations.EXPORT_FOLDER, str(path.parent))
        self._file = path.name
        self.run.to_pdf(pages, path)

    def _choose_file(self, dialog: PrintDialog) -> None:
        pages = self._accepted(dialog)
        if pages is None:
            return
        folder = self._settings.get(declarations.EXPORT_FOLDER)
        files = QFileDialog(dialog, self.tr("Save as PDF"), folder if Path(folder or "?").is_dir() else "")
        files.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        files.setNameFilter("PDF (*.pdf)")
        files.setDefaultSuffix("pdf")
        files.selectFile(f"{dialog.form.kind.currentText()}.pdf")
        files.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def write(name: str) -> None:
            self.write(pages, Path(name))
            dialog.close()

        files.fileSelected.connect(write)
        files.open()

    def _choose_printer(self, dialog: PrintDialog) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        pages = self._accepted(dialog)
        if pages is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName("Contactbook")  # what the queue of a shared printer shows names nobody
        asked = QPrintDialog(printer, dialog)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def go() -> None:
            self._file = ""
            self.run.to_printer(pages, printer)
            dialog.close()

        asked.accepted.connect(go)
        asked.setModal(True)
        asked.show()

    def _accepted(self, dialog: PrintDialog) -> Pages | None:
        """What shall be printed; the choices are remembered, the sender inside the book."""
        dialog.form.remember()
        book, sender = self._session.book, dialog.form.sender_text.toPlainText().strip()
        stored = book_options.options(book)[declarations.PRINT_SENDER.key]
        if sender != stored and not book.read_only:
            self._session.write(book_options.change_option, declarations.PRINT_SENDER, sender, owner=self)
        return dialog.pages

    def _on_finished(self, printed: int) -> None:
        if not self._file:
            self._messages.say(say_number(printed, "Printed 1 page.", "Printed {n} pages."), tone=INFO)
            return
        words = say_number(printed, "Wrote 1 page to {file}.", "Wrote {n} pages to {file}.", file=self._file)
        self._messages.say(f"{words} {reports.not_encrypted(self._file)}", tone=SUCCESS, stays=True)
