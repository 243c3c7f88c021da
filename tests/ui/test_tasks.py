from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QThread

from contactbook.domain.problems import Cancelled, Problem
from contactbook.ui.tasks import Job, Tasks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    assert made.shutdown(5.0)
    qtbot.waitUntil(lambda: not made.busy)


def test_a_result_comes_back_on_the_gui_thread(qtbot: QtBot, tasks: Tasks) -> None:
    seen: list[tuple[int, bool, bool]] = []
    gui = QThread.currentThread()
    job = Job(
        work=lambda _job: 6 * 7,
        owner=tasks,
        on_done=lambda result: seen.append((result, QThread.currentThread() is gui, True)),
    )
    tasks.start(job)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(42, True, True)]


def test_the_writer_keeps_the_order_and_its_thread(qtbot: QtBot, tasks: Tasks) -> None:
    order: list[tuple[int, str]] = []
    for number in range(20):
        tasks.write(
            Job(work=lambda _job, n=number: order.append((n, threading.current_thread().name)), owner=tasks)
        )
    qtbot.waitUntil(lambda: not tasks.busy)
    assert [number for number, _ in order] == list(range(20))
    assert {name for _, name in order} == {"contactbook-writer"}


def test_a_problem_and_a_cancellation_reach_their_own_listener(qtbot: QtBot, tasks: Tasks) -> None:
    heard: list[str] = []

    def fail(_job: Job[None]) -> None:
        raise Problem("import.empty_file", path="a.vcf")

    def stop(_job: Job[None]) -> None:
        raise Cancelled

    tasks.write(
        Job(
            work=fail,
            owner=tasks,
            on_done=lambda _r: heard.append("done"),
            on_problem=lambda problem: heard.append(problem.code),
            on_end=lambda: heard.append("end"),
        )
    )
    tasks.write(Job(work=stop, owner=tasks, on_cancelled=lambda: heard.append("cancelled")))
    qtbot.waitUntil(lambda: not tasks.busy)
    assert heard == ["import.empty_file", "end", "cancelled"]


def test_a_dead_owner_hears_nothing(qtbot: QtBot, tasks: Tasks) -> None:
    owner = QObject()
    heard: list[object] = []
    gate = threading.Event()
    tasks.start(Job(work=lambda _job: gate.wait(5), owner=owner, on_done=heard.append))
    owner.deleteLater()
    qtbot.wait(20)
    gate.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert heard == []


def test_a_cancelled_job_that_never_began_does_nothing(qtbot: QtBot, tasks: Tasks) -> None:
    ran: list[str] = []
    gate = threading.Event()
    tasks.write(Job(work=lambda _job: gate.wait(5), owner=tasks))
    second = tasks.write(
        Job(work=lambda _job: ran.append("ran"), owner=tasks, on_cancelled=lambda: ran.append("cancelled"))
    )
    second.cancel()
    gate.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert ran == ["cancelled"]


@pytest.mark.parametrize(("cancels", "heard"), [(True, "cancelled"), (False, "store.closed")])
def test_a_book_that_is_closed_under_cancelled_work_is_no_problem(
    qtbot: QtBot, tasks: Tasks, cancels: bool, heard: str
) -> None:
    said: list[str] = []

    def read(job: Job[None]) -> None:
        if cancels:
            job.cancel()
        raise Problem("store.closed", path="b")

    tasks.start(
        Job(
            work=read,
            owner=tasks,
            on_problem=lambda problem: said.append(problem.code),
            on_cancelled=lambda: said.append("cancelled"),
        )
    )
    qtbot.waitUntil(lambda: bool(said))
    assert said == [heard]


def test_what_must_not_stop_runs_while_everything_else_is_cancelled(qtbot: QtBot, tasks: Tasks) -> None:
    ran: list[str] = []
    gate = threading.Event()
    tasks.write(Job(work=lambda _job: gate.wait(5), owner=tasks))
    tasks.write(Job(work=lambda _job: ran.append("plain"), owner=tasks))
    tasks.write(Job(work=lambda _job: ran.append("closing"), owner=tasks, stoppable=False))
    tasks.cancel_all()
    gate.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert ran == ["closing"]


def test_progress_is_thinned_out(qtbot: QtBot, tasks: Tasks) -> None:
    seen: list[int] = []

    def count(job: Job[int]) -> int:
        for number in range(10_000):
            job.report(number)
        return 10_000

    done: list[int] = []
    tasks.start(Job(work=count, owner=tasks, on_progress=seen.append, on_done=done.append))
    qtbot.waitUntil(lambda: bool(done))
    assert seen[0] == 0
    assert len(seen) < 1_000


def test_our_own_mistake_is_raised_where_the_crash_hook_is(qtbot: QtBot, tasks: Tasks) -> None:
    with qtbot.captureExceptions() as exceptions:
        tasks.start(Job(work=lambda _job: 1 // 0, owner=tasks))
        qtbot.waitUntil(lambda: not tasks.busy)
    assert [kind for kind, _value, _trace in exceptions] == [ZeroDivisionError]
