"""Everything that must not run on the GUI thread: one writer thread in order, and long jobs beside it.

Work is a function that takes its `Job`; it reports progress and asks whether it was cancelled through it.
Whatever happens comes back as calls on the GUI thread, and only while the owner (a QObject) still lives.
There is no `processEvents` and no nested event loop anywhere: whoever needs the answer passes a function
for it.
"""

from __future__ import annotations

import queue
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from contactbook.domain.problems import Cancelled, Problem

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")

PROGRESS_INTERVAL = 0.08
"""Seconds between two reports of one job: as often as an eye follows, no more."""


@dataclass(eq=False, slots=True)
class Job(Generic[Result]):
    """One piece of work on its way: its name for the person, how to stop it, and who hears of it.

    Of `on_done`, `on_problem` and `on_cancelled` exactly one is called, then `on_end`. What is not
    `stoppable` (closing the file) also runs when everything else is being cancelled.
    """

    work: Callable[[Job[Result]], Result]
    owner: QObject
    on_done: Callable[[Result], object] | None = None
    on_problem: Callable[[Problem], object] | None = None
    on_cancelled: Callable[[], object] | None = None
    on_progress: Callable[..., object] | None = None
    on_end: Callable[[], object] | None = None
    result: Result | None = None
    failure: BaseException | None = None
    stoppable: bool = True
    _cancel: threading.Event = field(default_factory=threading.Event)
    _last_report: float = 0.0
    _post: Callable[[Callable[[], object]], None] | None = None

    def cancel(self) -> None:
        """Asks the work to stop at its next look; safe from any thread, harmless when it has ended."""
        if self.stoppable:
            self._cancel.set()

    def is_cancelled(self) -> bool:
        """For the work to ask, as the `cancelled` argument of an action."""
        return self._cancel.is_set()

    def report(self, *values: object) -> None:
        """For the work to call, as the `progress` argument of an action; passes on a few reports a second."""
        now = time.monotonic()
        if self.on_progress is None or self._post is None or now - self._last_report < PROGRESS_INTERVAL:
            return
        self._last_report = now
        told = self.on_progress
        self._post(lambda: None if self._cancel.is_set() else told(*values))

    def run(self, post: Callable[[Callable[[], object]], None]) -> None:
        """Does the work on the calling thread and posts what came of it."""
        self._post = post
        try:
            if self._cancel.is_set():
                raise Cancelled
            self.result = self.work(self)
        except BaseException as failure:
            self.failure = failure
        post(self._tell)

    def _lost_its_book(self) -> bool:
        """Whether the book was closed, as everything was being cancelled, before the work asked."""
        failure = self.failure
        return self._cancel.is_set() and isinstance(failure, Problem) and failure.code == "store.closed"

    def _tell(self) -> None:
        """On the GUI thread: calls the one function that fits; anything that is our bug is raised here."""
        try:
            if self.failure is None:
                if self.on_done is not None:
                    self.on_done(self.result)  # pyright: ignore[reportArgumentType] - set by run
            elif isinstance(self.failure, Cancelled) or self._lost_its_book():
                if self.on_cancelled is not None:
                    self.on_cancelled()
            elif isinstance(self.failure, Problem) and self.on_problem is not None:
                self.on_problem(self.failure)
            else:
                raise self.failure
        finally:
            if self.on_end is not None:
                self.on_end()
            self.failure = None  # the traceback holds frames, and those hold contacts


class _Mailbox(QObject):
    """Carries calls from any thread to the GUI thread, each for an owner that must still live."""

    arrived = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    def _on_arrived(self, owner: QObject, call: Callable[[], object]) -> None:
        if isValid(owner):
            call()


class Tasks(QObject):
    """The threads of one window: `write` queues work for the one writer, `start` gives it its own thread."""

    busy_changed = Signal(bool)
    """Whether any work is under way, the writer's queue included."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mailbox = _Mailbox(self)
        self._queue: queue.SimpleQueue[Job[Any] | None] = queue.SimpleQueue()
        self._writer: threading.Thread | None = None
        self._threads: set[threading.Thread] = set()
        self._jobs: set[Job[Any]] = set()

    @property
    def busy(self) -> bool:
        """Whether any work is under way."""
        return bool(self._jobs)

    def write(self, job: Job[Result]) -> Job[Result]:
        """Queues work for the writer thread, which runs it after all that was queued before."""
        self._admit(job)
        if self._writer is None:
            self._writer = threading.Thread(
                target=self._write_in_order, name="contactbook-writer", daemon=True
            )
            self._writer.start()
        self._queue.put(job)
        return job

    def start(self, job: Job[Result]) -> Job[Result]:
        """Runs work that only reads (an export, a scan, the derivation of a key) on a thread of its own."""
        self._admit(job)
        thread = threading.Thread(target=self._run, args=(job,), name="contactbook-job", daemon=True)
        self._threads.add(thread)
        thread.start()
        return job

    def cancel_all(self) -> None:
        """Asks all work to stop: before locking, before quitting."""
        for job in self._jobs:
            job.cancel()

    def shutdown(self, seconds: float = 10.0) -> bool:
        """Cancels everything and waits for the threads; whether all of them ended in time."""
        self.cancel_all()
        until = time.monotonic() + seconds
        waiting = list(self._threads)
        if self._writer is not None:
            self._queue.put(None)
            waiting.append(self._writer)
            self._writer = None
        for thread in waiting:
            thread.join(max(0.0, until - time.monotonic()))
        return not any(thread.is_alive() for thread in waiting)

    def _admit(self, job: Job[Any]) -> None:
        self._jobs.add(job)
        if len(self._jobs) == 1:
            self.busy_changed.emit(True)

    def _write_in_order(self) -> None:
        while (job := self._queue.get()) is not None:
            self._run(job)

    def _run(self, job: Job[Any]) -> None:
        """On a thread of ours: the work, then word of it; a job is forgotten even when its owner is gone."""
        job.run(lambda call: self._post(job.owner, call))
        thread = threading.current_thread()
        self._post(self, lambda: self._dismiss(job, thread))

    def _post(self, owner: QObject, call: Callable[[], object]) -> None:
        try:
            self._mailbox.arrived.emit(owner, call)
        except RuntimeError:  # the window, and the mailbox with it, is gone: nobody is left to tell
            return

    def _dismiss(self, job: Job[Any], thread: threading.Thread) -> None:
        self._jobs.discard(job)
        self._threads.discard(thread)
        if not self._jobs:
            self.busy_changed.emit(False)
