"""The way into a book and back out of it: which page stands in the doorway, and what its buttons do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from contactbook.actions import books
from contactbook.ui.tasks import Job
from contactbook.ui.unlock.create_page import SUFFIX, CreatePage
from contactbook.ui.unlock.recovery_page import RecoveryPage
from contactbook.ui.unlock.unlock_page import UnlockPage
from contactbook.ui.unlock.welcome_page import WelcomePage
from contactbook.wording import problems

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from contactbook.domain.problems import Problem
    from contactbook.ui.book_session import BookSession

SAMPLE_PASSWORD = "sample"
_WRONG = ("vault.wrong_password", "vault.wrong_recovery_code")


class FrontDoor(QStackedWidget):
    """Welcome, create, unlock, recovery sheet. An opened book goes to the session, then `entered` is sent."""

    entered = Signal()

    def __init__(
        self, session: BookSession, *, folder: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._kept: object | None = None
        place = QStandardPaths.StandardLocation.AppLocalDataLocation
        self._sample_file = Path(_place(place)) / f"Sample{SUFFIX}"
        self.welcome = WelcomePage()
        self._folder = folder or _documents()
        self.creating = CreatePage(self._folder)
        self.unlocking = UnlockPage()
        self.recovery = RecoveryPage()
        for page in (self.welcome, self.creating, self.unlocking, self.recovery):
            self.addWidget(page)
        self.welcome.create_wanted.connect(self.show_create)
        self.welcome.open_wanted.connect(self.choose_book)
        self.welcome.sample_wanted.connect(self._on_sample)
        self.welcome.recent_wanted.connect(self.show_unlock)
        self.creating.create_wanted.connect(self._on_create)
        self.creating.back_wanted.connect(self.show_welcome)
        self.unlocking.unlock_wanted.connect(self._on_unlock)
        self.unlocking.kept_wanted.connect(self._on_unlock_kept)
        self.unlocking.other_wanted.connect(self.show_welcome)
        self.recovery.done.connect(self.entered)
        session.locked.connect(self._on_locked)

    def show_welcome(self, recent: Sequence[Path] | None = None) -> None:
        """Offer the ways in; `recent` are the books to list, as before when None."""
        if recent is not None:
            self.welcome.show_recent(recent)
        self.welcome.show_problem("")
        self.setCurrentWidget(self.welcome)
        self.welcome.create_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_create(self) -> None:
        """Ask for what a new book needs."""
        self.creating.forget()
        self.creating.remember.ask(self._session, None)
        self.setCurrentWidget(self.creating)
        self.creating.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_unlock(self, path: Path) -> None:
        """Ask for the password of this book."""
        hint = self.tr("The password of the sample is “%1”.").replace("%1", SAMPLE_PASSWORD)
        self.unlocking.ask_for(path, hint if self.is_sample(path) else "")
        self._kept = None
        self.unlocking.remember.ask(self._session, path, lambda credential: self._on_kept(path, credential))
        self.setCurrentWidget(self.unlocking)
        self.unlocking.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_sample(self, path: Path) -> bool:
        """Whether this is the book of invented contacts, whose password nobody chose."""
        return path == self._sample_file

    def choose_book(self) -> None:
        """Let the person pick a book's file, then ask for its password."""
        dialog = QFileDialog(self, self.tr("Open a book"), str(self._folder))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Books (*%1)").replace("%1", SUFFIX), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.show_unlock(Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_locked(self) -> None:
        if self._session.path is not None:
            self.show_unlock(self._session.path)

    def _on_create(self, path: Path, password: str, key_file: Path | None) -> None:
        self.creating.set_busy(True)
        self._start(
            lambda: books.create_book(path, books.credential(password, key_file=key_file)),
            self._on_created,
            lambda problem: self.creating.show_problem(*_said(problem)),
            lambda: self.creating.set_busy(False),
        )

    def _on_created(self, book: Any) -> None:  # noqa: ANN401 - a book of the store, only passed on
        self.creating.forget()
        code = books.recovery_code(book)
        self._session.take(book)
        self.creating.remember.settle(self._session)
        self.show_recovery(book.path, code)

    def show_recovery(self, path: Path, code: str) -> None:
        """Show the recovery sheet of the open book; then the way leads on into it."""
        self.recovery.show_code(path, code)
        self.setCurrentWidget(self.recovery)
        self.recovery.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_kept(self, path: Path, credential: object) -> None:
        """The keychain opens the book that is asked for."""
        if self.unlocking.path == path:
            self._kept = credential
            self.unlocking.offer_kept(True)

    def _on_unlock_kept(self, path: Path) -> None:
        kept: Any = self._kept
        self._unlock(lambda: books.open_book(path, kept, wait=0.0))

    def _on_unlock(self, path: Path, password: str, key_file: Path | None, code: str) -> None:
        self._unlock(
            lambda: books.open_book(
                path, books.credential(password, key_file=key_file, recovery_code=code), wait=0.0
            )
        )

    def _unlock(self, work: Callable[[], Any]) -> None:
        self.unlocking.set_busy(True)
        self._start(
            work,
            self._on_unlocked,
            self._on_not_unlocked,
            lambda: self.unlocking.set_busy(False),
        )

    def _on_unlocked(self, book: Any) -> None:  # noqa: ANN401 - a book of the store, only passed on
        self._enter(book)
        self.unlocking.remember.settle(self._session)
        self.unlocking.welcome()

    def _on_not_unlocked(self, problem: Problem) -> None:
        self.unlocking.set_busy(False)
        self.unlocking.show_problem(*_said(problem), wrong=problem.code in _WRONG)

    def _on_sample(self) -> None:
        self.welcome.set_busy(True)
        self._start(
            self._make_sample,
            self._enter,
            lambda problem: self.welcome.show_problem(*_said(problem)),
            lambda: self.welcome.set_busy(False),
        )

    def _make_sample(self) -> Any:  # noqa: ANN401 - a book of the store, only passed on
        path = self._sample_file
        path.parent.mkdir(parents=True, exist_ok=True)
        credential = books.credential(SAMPLE_PASSWORD)
        if path.exists():
            return books.open_book(path, credential, wait=0.0)
        return books.create_sample_book(path, credential)

    def _enter(self, book: Any) -> None:  # noqa: ANN401 - a book of the store, only passed on
        self._session.take(book)
        self.entered.emit()

    def _start(
        self,
        work: Callable[[], Any],
        on_done: Callable[[Any], object],
        on_problem: Callable[[Problem], object],
        on_end: Callable[[], object],
    ) -> None:
        """Deriving a key takes half a second: on the writer thread, once the book before is closed."""
        self._session.tasks.write(
            Job(work=lambda _job: work(), owner=self, on_done=on_done, on_problem=on_problem, on_end=on_end)
        )


def _said(problem: Problem) -> tuple[str, str]:
    """What happened, and the rest of it."""
    sentence = problems.sentence(problem)
    return sentence.what, " ".join(part for part in (sentence.why, sentence.remedy) if part)


def _documents() -> Path:
    """Where books are looked for and made first: a folder that is there, whatever the system promises."""
    documents = Path(_place(QStandardPaths.StandardLocation.DocumentsLocation))
    return documents if documents.is_dir() else Path.home()


def _place(location: QStandardPaths.StandardLocation) -> str:
    return QStandardPaths.writableLocation(location)
