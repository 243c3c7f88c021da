"""The second process: it answers, stays close, and ends in every way that things can end."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from contactbook.actions.import_feed import LOOK_AHEAD, LocalFeed, ProcessFeed, feed_for
from contactbook.actions.import_reading import BATCH, BATCH_CARDS, FILE, ReadingJob
from contactbook.actions.import_sources import sources_of
from contactbook.domain.problems import Cancelled, Problem
from contactbook.formats.records import ReadOptions
from tests.actions.conftest import card, write

if TYPE_CHECKING:
    from contactbook.actions.import_feed import Feed

CARDS = 5 * BATCH_CARDS * LOOK_AHEAD


def job_of(*paths: Path) -> ReadingJob:
    return ReadingJob(tuple(sources_of(paths)), ReadOptions())


def quiet(position: int) -> None:
    assert position >= 0


@pytest.fixture
def many(tmp_path: Path) -> Path:
    return write(tmp_path / "many.vcf", *(card(number) for number in range(CARDS)))


def messages(feed: Feed) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = []
    with feed:
        for message in feed:
            found.append(message)
            if message[0] == BATCH:
                feed.done(message[1])
    return found


def test_size_decides_where_to_read(many: Path) -> None:
    job = job_of(many)
    with feed_for(job, quiet, threshold=job.size) as feed:
        assert isinstance(feed, LocalFeed)
    with feed_for(job, quiet, threshold=job.size - 1) as feed:
        assert isinstance(feed, ProcessFeed)


def test_both_ways_give_the_same(tmp_path: Path) -> None:
    path = write(tmp_path / "a.vcf", *(card(number, REV="20240101T000000Z") for number in range(30)))
    here, there = messages(LocalFeed(job_of(path), quiet)), messages(ProcessFeed(job_of(path), quiet))
    for found in (here, there):
        for row in found[-1][2]["cards"]["derived"][0], found[-1][2]["cards"]["rows"]["contact"]:
            row[:] = [
                tuple(0 if isinstance(value, int) and value > 1e12 else value for value in one) for one in row
            ]
    assert here == there
    assert [message[0] for message in here] == [FILE, BATCH]


def test_cards_can_be_asked_for_also_at_the_end(many: Path) -> None:
    with ProcessFeed(job_of(many), quiet) as feed:
        waiting = [message for message in _first(feed, LOOK_AHEAD) if message[0] == BATCH]
        for message in waiting:
            [(contact, raw)] = feed.contacts(message[1], [7])
            number = (message[1] - 1) * BATCH_CARDS + 7
            assert (contact.uid, raw) == (f"uid-{number}", card(number).encode())
            feed.done(message[1])
        last: tuple[Any, ...] = ()
        for message in feed:
            if last:
                feed.done(last[1])
            last = message
        assert last[2]["position"] == many.stat().st_size
        if last[2]["cards"]:
            assert feed.contacts(last[1], [0])


def _first(feed: Feed, batches: int) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = []
    for message in feed:
        found.append(message)
        batches -= message[0] == BATCH
        if not batches:
            break
    return found


def test_it_never_runs_far_ahead(many: Path) -> None:
    with (feed := ProcessFeed(job_of(many), quiet)):
        [first] = [message for message in _first(feed, 1) if message[0] == BATCH]
        time.sleep(0.5)
        seen = len(feed._waiting)
        assert seen == 0
        assert len(_first(feed, LOOK_AHEAD - 1)) >= LOOK_AHEAD - 1
        assert not feed._pipe.poll(0.5)
        feed.done(first[1])
        assert feed._pipe.poll(5)


def test_cancelling_kills_it(many: Path) -> None:
    def tick(position: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        messages(ProcessFeed(job_of(many), tick))
    assert multiprocessing.active_children() == []


class Bomb(ReadOptions):
    def __reduce__(self) -> tuple[Any, ...]:
        return os._exit, (3,)


def test_a_crash_is_a_problem(many: Path) -> None:
    job = ReadingJob(job_of(many).sources, Bomb())
    with pytest.raises(Problem) as caught:
        messages(ProcessFeed(job, quiet))
    assert caught.value.code == "import.reader_failed"
    assert caught.value.data["detail"] == "exit code 3"


def test_our_bug_is_named_without_words_of_the_file(many: Path) -> None:
    job = ReadingJob(job_of(many).sources, ReadOptions(), tags=(1,))  # type: ignore[arg-type]
    with pytest.raises(Problem) as caught:
        messages(ProcessFeed(job, quiet))
    assert caught.value.code == "import.reader_failed"
    assert "Error at " in str(caught.value.data["detail"])
    assert "Doe" not in str(caught.value)


PARENT = """
import sys
from pathlib import Path
sys.path[:0] = [{root!r}]
from contactbook.actions.import_feed import ProcessFeed
from contactbook.actions.import_reading import ReadingJob
from contactbook.actions.import_sources import sources_of
from contactbook.formats.records import ReadOptions
print("main runs", flush=True)
feed = ProcessFeed(ReadingJob(tuple(sources_of([Path({path!r})])), ReadOptions()), lambda position: None)
next(iter(feed))
print(feed._process.pid, flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="looks at /proc")
def test_it_dies_with_its_parent_and_does_not_run_its_script_again(many: Path, tmp_path: Path) -> None:
    root = str(Path(__file__).resolve().parents[2])
    script = tmp_path / "parent.py"
    script.write_text(PARENT.format(root=root, path=str(many)))
    with subprocess.Popen(
        [sys.executable, str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == "main runs\n"
        child = int(parent.stdout.readline())
        assert Path(f"/proc/{child}").is_dir()
        parent.kill()
        parent.wait()
        until = time.monotonic() + 10
        while Path(f"/proc/{child}").is_dir() and time.monotonic() < until:
            time.sleep(0.05)
        assert not Path(f"/proc/{child}").is_dir()
        assert parent.stdout.read() == ""
