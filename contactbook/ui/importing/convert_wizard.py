"""The window for converting: the import window with a file as its target; it needs no book."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from contactbook.domain.entry_columns import CONTACTS
from contactbook.ui.importing.convert_page import ConvertPage
from contactbook.ui.importing.files_wizard import FilesWizard
from contactbook.ui.importing.pasted_files import PastedFiles

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from contactbook.ui.book_session import BookSession


class ConvertWizard(FilesWizard):
    """Stays open after a file was written: the same files may be wanted in another format, too."""

    def __init__(self, session: BookSession, parent: QWidget, *, folder: str = "") -> None:
        super().__init__(session, parent, pasted=PastedFiles(), folder=folder, rows_are=CONTACTS)
        self.source.form.asks_rows = False
        self.setWindowTitle(self.tr("Convert files"))

    @property
    def target(self) -> ConvertPage:
        """The page of the last step."""
        return cast("ConvertPage", self.last)

    def make_last(self) -> ConvertPage:
        """As what, and where to."""
        page = ConvertPage(self.draft, self.session.tasks)
        page.done.connect(lambda _report: self.cancel.setText(self.tr("Close")))
        return page

    def last_words(self) -> str:
        """What it is called."""
        return self.tr("Save as")

    def finish(self) -> None:
        """Ask for the file."""
        self.target.choose_file()

    def give_up(self) -> None:
        """Stops the writing first, the window with the next press."""
        if self.target.running:
            self.target.stop()
        else:
            self.close()
