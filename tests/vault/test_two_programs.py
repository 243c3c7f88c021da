"""Other processes: one that writes, one that is killed in the middle of a write."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from contactbook.domain.problems import Problem
from contactbook.vault.book_file import OpenFile, create, open_file
from contactbook.vault.credentials import Credential
from contactbook.vault.lock_file import lock_path

ROOT = Path(__file__).resolve().parents[2]

ONE_WORD = "CREATE TABLE word (id INTEGER PRIMARY KEY, text); INSERT INTO word VALUES (0, '')"

WRITER = """
import sys
import time
from pathlib import Path
from contactbook.vault.book_file import open_file
from contactbook.vault.credentials import Credential

book = open_file(Path(sys.argv[1]), Credential(raw_key=bytes(range(32))))
connection = book.connect()
connection.pragma("wal_autocheckpoint", 20)
connection.pragma("cache_size", 10)
number = connection.execute("SELECT max(id) FROM word").get
print("ready", flush=True)
while True:
    connection.execute("BEGIN")
    for number in range(number + 1, number + 101):
        connection.execute("INSERT INTO word VALUES (?, ?)", (number, "x" * 500))
    connection.execute("COMMIT")
    print(number, flush=True)
"""


def start(program: str, path: Path, *arguments: str) -> subprocess.Popen[str]:
    """Another process that has the book open, ready when this returns."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    writer = subprocess.Popen(
        [sys.executable, "-c", program, str(path), *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == "ready\n"
    return writer


def kill(writer: subprocess.Popen[str]) -> list[int]:
    """End it at once; the numbers that it said were committed."""
    writer.kill()
    told, _ = writer.communicate()
    return [int(line) for line in told.split("\n")[:-1]]


def test_the_second_program_is_kept_out_but_may_read(closed_book: Path, raw: Credential) -> None:
    writer = start(WRITER, closed_book)
    try:
        with pytest.raises(Problem) as caught:
            open_file(closed_book, raw)
        assert caught.value.code == "vault.in_use"
        assert caught.value.data["pid"] == writer.pid
        with open_file(closed_book, raw, read_only=True) as reader:
            assert reader.connect().execute("SELECT count(*) % 100 FROM word").get == 0
    finally:
        kill(writer)


def locks_on(path: Path) -> int:
    """How many locks of programs the system knows on a file."""
    inode = f":{path.stat().st_ino} "
    return sum(inode in line for line in Path("/proc/locks").read_text().splitlines())


def test_looking_at_the_raw_pages_does_not_drop_the_locks_of_this_process(
    book: OpenFile, raw: Credential
) -> None:
    connection = book.connect()
    assert connection.execute("SELECT count(*) FROM word").get == 2_000
    if not Path("/proc/locks").exists() or not locks_on(book.path):
        pytest.skip("this system does not tell which locks there are")
    open_file(book.path, raw, read_only=True).close()
    assert book.damaged_pages() == []
    assert locks_on(book.path)
    book.path.read_bytes()
    assert not locks_on(book.path)  # what a careless look does


def test_killed_in_the_middle_of_writing_the_book_opens_with_all_that_was_committed(
    tmp_path: Path, raw: Credential
) -> None:
    path = tmp_path / "b.contactbook"
    with create(path, raw) as book:
        book.connect().execute(
            "CREATE TABLE word (id INTEGER PRIMARY KEY, text); INSERT INTO word VALUES (0, '')"
        )
    for _ in range(5):
        writer = start(WRITER, path)
        assert writer.stdout is not None
        writer.stdout.readline()
        committed = kill(writer)
        assert lock_path(path).exists()  # nobody tidied up
        with open_file(path, raw) as book:
            last = whole_batches(book)
            assert last >= max(committed, default=0)
            assert book.damaged_pages() == []
        assert not lock_path(path).exists()


def whole_batches(book: OpenFile) -> int:
    connection = book.connect()
    assert connection.pragma("integrity_check") == "ok"
    count, last = connection.execute("SELECT count(*), max(id) FROM word").get
    assert count == last + 1
    assert last % 100 == 0
    return last


CRAMPED = """
import resource, signal, sys
from pathlib import Path
from contactbook.domain.problems import Problem
from contactbook.vault.book_file import open_file
from contactbook.vault.credentials import Credential
from contactbook.vault.failures import explained

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
path = Path(sys.argv[1])
print("ready", flush=True)
try:
    with open_file(path, Credential(raw_key=bytes(range(32)))) as book, explained(path):
        connection = book.connect()
        connection.pragma("wal_autocheckpoint", 20)
        for batch in range(1000):
            with connection:
                for row in range(100):
                    connection.execute("INSERT INTO word VALUES (?, ?)", (batch * 100 + row + 1, "x" * 300))
            print(batch * 100 + 100, flush=True)
except Problem as problem:
    print(problem.code, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="the limit of a file's size is Unix's")
@pytest.mark.parametrize("room", [32_768, 50_001, 98_304, 131_077, 200_000, 262_144, 700_123])
def test_a_drive_that_is_full_at_any_byte_leaves_all_that_was_committed(
    tmp_path: Path, raw: Credential, room: int
) -> None:
    path = tmp_path / "b.contactbook"
    with create(path, raw) as book:
        book.connect().execute(ONE_WORD)
    told, _ = start(CRAMPED, path, str(room)).communicate()
    *committed, code = told.split()
    assert code in ("vault.disk_full", "vault.disk_error")
    with open_file(path, raw) as book:
        assert whole_batches(book) == int(committed[-1] if committed else 0)
        assert book.damaged_pages() == []


CHANGER = """
import sys
import time
from pathlib import Path
from contactbook.vault.book_file import open_file
from contactbook.vault.credentials import Credential
from contactbook.vault.password import change_password

keys = [Credential(raw_key=bytes([n]) * 32) for n in (1, 2)]
book = open_file(Path(sys.argv[1]), keys[int(sys.argv[2])])
print("ready", flush=True)
while True:
    for key in (keys[1], keys[0]):
        change_password(book, key)
        print("changed", flush=True)
"""


def test_killed_while_the_password_is_changed_one_of_the_two_opens_everything(tmp_path: Path) -> None:
    keys = [Credential(raw_key=bytes([n]) * 32) for n in (1, 2)]
    path = tmp_path / "b.contactbook"
    with create(path, keys[0]) as book:
        book.connect().execute(
            "CREATE TABLE word (id INTEGER PRIMARY KEY, text); INSERT INTO word VALUES (0, '')"
        )
    now = 0
    for delay in (0.0, 0.003, 0.006, 0.01, 0.02):
        changer = start(CHANGER, path, str(now))
        assert changer.stdout is not None
        changer.stdout.readline()
        time.sleep(delay)
        changer.kill()
        changer.communicate()
        now = which_opens(path, keys)
    assert [file.name for file in tmp_path.iterdir()] == ["b.contactbook"]


def which_opens(path: Path, keys: list[Credential]) -> int:
    for number, key in enumerate(keys):
        try:
            with open_file(path, key) as book:
                assert book.connect().execute("SELECT count(*) FROM word").get == 1
                assert book.damaged_pages() == []
            return number
        except Problem as problem:
            if problem.code != "vault.wrong_recovery_code":
                raise
    pytest.fail("neither key opens the book")


def test_killed_while_making_the_book_it_can_be_made_again(tmp_path: Path, raw: Credential) -> None:
    path = tmp_path / "b.contactbook"
    path.touch(0o644)  # what a kill between making the file and its first page leaves
    with pytest.raises(Problem) as caught:
        open_file(path, raw)
    assert caught.value.code == "vault.not_a_book"
    assert caught.value.data["kind"] == "empty"
    create(path, raw).close()
    open_file(path, raw).close()
    assert path.stat().st_mode & 0o077 == 0
