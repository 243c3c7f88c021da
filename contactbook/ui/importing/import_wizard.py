"""The import window: files, columns, and a check of exactly what will happen before it does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal

from contactbook.domain.problems import Problem
from contactbook.ui.importing.check_page import CheckPage
from contactbook.ui.importing.files_wizard import COLUMNS, LAST, SOURCE, FilesWizard
from contactbook.ui.messages.message_bar import SUCCESS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from contactbook.ui.book_session import BookSession
    from contactbook.ui.importing.pasted_files import PastedFiles

CHECK = LAST
__all__ = ["CHECK", "COLUMNS", "SOURCE", "ImportWizard"]


class ImportWizard(FilesWizard):
    """Closes with `wanted` when the person has seen what will happen and wants it."""

    wanted = Signal(object, object)
    """The paths and the `ImportOptions` of the import that shall be made."""

    def __init__(
        self,
        session: BookSession,
        parent: QWidget,
        *,
        pasted: PastedFiles,
        folder: str = "",
        rows_are: str = "",
    ) -> None:
        super().__init__(session, parent, pasted=pasted, folder=folder, rows_are=rows_are)
        self.setWindowTitle(self.tr("Import into %1").replace("%1", session.book.path.stem))
        if session.is_open:
            from contactbook.actions.logging import own_kinds

            self.source.form.offer_kinds(own_kinds(session.book))

    @property
    def check(self) -> CheckPage:
        """The page of the last step."""
        return cast("CheckPage", self.last)

    def add(self, paths: Sequence[Path]) -> None:
        """More files; the archive of a whole book leaves nothing to ask and is restored at once."""
        from contactbook.actions.archiving import archive_among
        from contactbook.actions.import_options import ImportOptions

        try:
            archive = archive_among([*self.draft.paths, *paths])
        except Problem as problem:
            self.messages.say_problem(problem)
            return
        if archive is None:
            super().add(paths)
        else:
            self.close()
            self.wanted.emit([archive], ImportOptions())

    def make_last(self) -> CheckPage:
        """The check."""
        page = CheckPage(self.draft, self.session)
        page.told.connect(lambda said: self.messages.say(said, tone=SUCCESS))
        page.mended.connect(self.messages.dismiss)
        return page

    def last_words(self) -> str:
        """What it is called."""
        return self.tr("Check and import")

    def finish(self) -> None:
        """Hand over what was chosen, unless a file is not the one any more that was checked."""
        if self.check.result is None:
            return
        checked = tuple(self.check.result.sources)
        try:
            for source in checked:
                if source.written:  # one that was not there cannot have changed
                    source.check_unchanged()
        except Problem as problem:
            self.messages.say_problem(problem)
            self.draft.start_again()
            return
        paths, options = list(self.draft.paths), replace(self.draft.options(), checked=checked)
        self.keeps_pasted = True
        self.close()
        self.wanted.emit(paths, options)
