"""The box that keeps a book's key in the keychain of the system; hidden where there is none to be trusted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox

from contactbook.actions import remembering
from contactbook.ui.tasks import Job

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from contactbook.actions.remembering import Remembered
    from contactbook.ui.book_session import BookSession


class RememberBox(QCheckBox):
    """Asks the keychain on a thread of its own; `settle` does what was ticked once the book is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("Remember in the keychain of this computer"))
        self.setToolTip(self.tr("Whoever is logged in as you can then open the book without its password."))
        self._was_kept = False
        self.hide()

    def ask(
        self, session: BookSession, path: Path | None, on_found: Callable[[object], object] | None = None
    ) -> None:
        """Find out whether there is a keychain and what it holds; `on_found` gets what opens the book."""
        self._show(available=False, kept=False)

        def found(answer: Remembered) -> None:
            self._show(available=answer.available, kept=answer.credential is not None)
            if answer.credential is not None and on_found is not None:
                on_found(answer.credential)

        def work(_job: Job[Any]) -> Remembered:
            return remembering.look_up(path or Path())

        session.tasks.start(Job(work=work, owner=self, on_done=found))

    def settle(self, session: BookSession) -> None:
        """The book is open: keep its key or take it out, if that is something new."""
        if self.isHidden() or self.isChecked() == self._was_kept:
            return
        on, book = self.isChecked(), session.book
        self._was_kept = on

        def work(_job: Job[Any]) -> None:
            remembering.set_remembered(book, on)

        session.tasks.start(Job(work=work, owner=self, on_problem=session.problem_met.emit))

    def _show(self, *, available: bool, kept: bool) -> None:
        self._was_kept = kept
        self.setChecked(kept)
        self.setVisible(available)
