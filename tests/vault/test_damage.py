from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain.problems import Problem
from contactbook.vault import recovery
from contactbook.vault.book_file import create, open_file
from contactbook.vault.credentials import Credential
from contactbook.vault.failures import explained
from contactbook.vault.key_derivation import BookKey
from contactbook.vault.raw_pages import PAGE_SIZE, PageSeal

if TYPE_CHECKING:
    from pathlib import Path

RAW = Credential(raw_key=bytes(range(32)))
ROWS = "SELECT count(*), sum(length(text)) FROM word"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes, object]:
    """A closed book, its bytes, and what a query over all rows tells."""
    path = tmp_path_factory.mktemp("damage") / "friends.contactbook"
    with create(path, RAW) as book, closing(book.connect()) as connection:
        connection.execute("CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT)")
        connection.executemany(
            "INSERT INTO word VALUES (?, ?)", ((n, f"Kowalska {n} " * 9) for n in range(300))
        )
        told = connection.execute(ROWS).get
    return path, path.read_bytes(), told


def what_happens(path: Path, credential: Credential = RAW) -> str:
    """Open, read everything, check every page: the code of the first problem, "damaged pages", or "well"."""
    try:
        with open_file(path, credential) as book:
            with explained(path), closing(book.connect()) as connection:
                connection.execute(ROWS).fetchall()
            return "damaged pages" if book.damaged_pages() else "well"
    except Problem as problem:
        return problem.code


def test_the_whole_book_is_well(whole: tuple[Path, bytes, object]) -> None:
    path, content, _ = whole
    path.write_bytes(content)
    assert what_happens(path) == "well"
    assert path.read_bytes() == content


def test_every_byte_of_the_head_is_guarded(whole: tuple[Path, bytes, object]) -> None:
    path, content, _ = whole
    for at in range(16):
        for flip in (1, 0x80, 0xFF):
            path.write_bytes(changed(content, at, flip))
            assert what_happens(path) == "vault.damaged", at
            assert what_happens(path, Credential("any password")) == "vault.damaged", at


@given(data=st.data())
def test_one_changed_byte_anywhere_is_damage_and_never_a_wrong_password(
    whole: tuple[Path, bytes, object], data: st.DataObject
) -> None:
    path, content, _ = whole
    at = data.draw(st.integers(0, len(content) - 1))
    path.write_bytes(changed(content, at, data.draw(st.integers(1, 255))))
    assert what_happens(path) in ("vault.damaged", "damaged pages")


def test_a_damaged_first_page_is_not_taken_for_a_wrong_password(whole: tuple[Path, bytes, object]) -> None:
    path, content, _ = whole
    path.write_bytes(content[:16] + bytes(PAGE_SIZE - 16) + content[PAGE_SIZE:])
    assert what_happens(path) == "vault.damaged"
    assert what_happens(path, Credential(raw_key=bytes(32))) == "vault.wrong_recovery_code"


@pytest.mark.parametrize("cut", [1, 100, PAGE_SIZE, PAGE_SIZE + 1, 3 * PAGE_SIZE])
def test_a_book_that_lost_its_end_is_damaged(whole: tuple[Path, bytes, object], cut: int) -> None:
    path, content, _ = whole
    path.write_bytes(content[:-cut])
    with pytest.raises(Problem) as caught:
        open_file(path, RAW)
    assert caught.value.code == "vault.damaged"


@pytest.mark.parametrize("left", [16, 17, 1_000, PAGE_SIZE - 1])
def test_a_book_of_which_only_the_head_arrived_is_damaged(
    whole: tuple[Path, bytes, object], left: int
) -> None:
    path, content, _ = whole
    path.write_bytes(content[:left])
    assert what_happens(path) == "vault.damaged"


def test_the_recovery_code_reads_a_book_whose_head_was_lost(whole: tuple[Path, bytes, object]) -> None:
    path, content, told = whole
    path.write_bytes(content)
    with open_file(path, RAW) as book:
        code = book.recovery_code()
    path.write_bytes(bytes(16) + content[16:])
    assert what_happens(path) == "vault.damaged"
    with open_file(path, Credential(raw_key=recovery.parse(code))) as book:
        assert book.connect().execute(ROWS).get == told


def test_a_page_that_was_never_written_is_no_damage_but_an_empty_first_page_is(
    whole: tuple[Path, bytes, object],
) -> None:
    seal = PageSeal(BookKey(bytes(range(32)), whole[1][:16]))
    assert seal.holds(2, bytes(PAGE_SIZE))
    assert not seal.holds(1, bytes(PAGE_SIZE))
    assert not seal.holds(2, bytes(PAGE_SIZE - 1))
    assert seal.holds(2, whole[1][PAGE_SIZE : 2 * PAGE_SIZE])
    assert not seal.holds(3, whole[1][PAGE_SIZE : 2 * PAGE_SIZE])


def changed(content: bytes, at: int, flip: int) -> bytes:
    return content[:at] + bytes([content[at] ^ flip]) + content[at + 1 :]
