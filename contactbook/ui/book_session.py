"""The open book of a window, and the one signal by which every part of it hears what an action changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

from contactbook.actions import books
from contactbook.domain.changes import Changes
from contactbook.ui.tasks import Job, Tasks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from contactbook.domain.problems import Problem


class OpenBook(Protocol):
    """What the windows need to know of a `store` book: they hand it to actions and its reader to models."""

    @property
    def path(self) -> Path:
        """Where the file is."""
        ...

    @property
    def read_only(self) -> bool:
        """Whether every action that changes something will be refused."""
        ...

    @property
    def reader(self) -> Any:  # noqa: ANN401 - the windows only pass it on
        """The calling thread's own connection for reading."""
        ...

    def close(self) -> None:
        """Writes everything back and lets the file go."""
        ...


class BookSession(QObject):
    """Holds the book from unlocking to locking: writing goes through `write`, news comes as `changed`."""

    opened = Signal()
    """A book is there to be read."""
    closing = Signal()
    """The book is about to go: drop every row and contact, forget every reader. Nobody can refuse."""
    locked = Signal()
    """The book is gone and its path is kept, to be unlocked again."""
    changed = Signal(object)
    """An action changed something; carries `Changes`."""
    problem_met = Signal(object)
    """An action that nobody else listens to met a `Problem`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tasks = Tasks(self)
        self.path: Path | None = None
        self._book: Any = None

    @property
    def book(self) -> Any:  # noqa: ANN401 - ui never names the class
        """The open book; only to be asked for while `is_open`."""
        if self._book is None:
            raise RuntimeError("no book is open")
        return self._book

    @property
    def reader(self) -> Any:  # noqa: ANN401 - passed on to qtmodels
        """The GUI thread's reader of the open book."""
        return self.book.reader

    @property
    def is_open(self) -> bool:
        """Whether a book is there."""
        return self._book is not None

    def take(self, book: OpenBook) -> None:
        """Makes an opened book the window's own, closing the one before."""
        self.close()
        self._book = book
        self.path = book.path
        self.opened.emit()

    def lock(self) -> None:
        """Empties every window at once, then closes the file on the writer thread; always succeeds."""
        if self._book is None:
            return
        self.close()
        self.locked.emit()

    def close(self) -> None:
        """As `lock`, but without waiting to be unlocked; work under way is cancelled."""
        if self._book is None:
            return
        book, self._book = self._book, None
        self.closing.emit()
        self.tasks.cancel_all()
        self.tasks.write(Job(work=lambda _job: books.close_book(book), owner=self, stoppable=False))

    def write(
        self,
        action: Callable[..., Any],
        *arguments: object,
        on_done: Callable[[Any], object] | None = None,
        on_problem: Callable[[Problem], object] | None = None,
        owner: QObject | None = None,
        **named: object,
    ) -> Job[Any]:
        """Runs `action(book, *arguments, **named)` on the writer thread; `changed`, then `on_done(result)`.

        The result is `Changes` or a report with `.changes`. Without `on_problem`, problems go to
        `problem_met`.
        """
        book = self.book
        return self.run(
            lambda _job: action(book, *arguments, **named),
            owner=owner,
            on_done=on_done,
            on_problem=on_problem,
        )

    def run(
        self,
        work: Callable[[Job[Any]], Any],
        *,
        owner: QObject | None = None,
        on_done: Callable[[Any], object] | None = None,
        on_problem: Callable[[Problem], object] | None = None,
        on_progress: Callable[..., object] | None = None,
        on_cancelled: Callable[[], object] | None = None,
        on_end: Callable[[], object] | None = None,
    ) -> Job[Any]:
        """As `write`, for work that wants its `Job`, to report progress and be cancelled (an import)."""
        book = self._book

        def done(result: object) -> None:
            if self._book is book:
                self.announce(result)
            if on_done is not None:
                on_done(result)

        job: Job[Any] = Job(
            work=work,
            owner=owner or self,
            on_done=done,
            on_problem=on_problem or self.problem_met.emit,
            on_progress=on_progress,
            on_cancelled=on_cancelled,
            on_end=on_end,
        )
        return self.tasks.write(job)

    def announce(self, result: object) -> None:
        """Sends `changed` for the result of an action that changed anything."""
        changes = result if isinstance(result, Changes) else getattr(result, "changes", None)
        if isinstance(changes, Changes) and changes and self.is_open:
            self.changed.emit(changes)

    def shutdown(self, seconds: float = 10.0) -> bool:
        """Closes the book and ends the threads; whether all of it ended in time."""
        self.close()
        return self.tasks.shutdown(seconds)
