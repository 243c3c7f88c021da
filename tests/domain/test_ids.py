"""Ids never repeat, rise, fit into 63 bits, and tell when they were made."""

from __future__ import annotations

import itertools
import threading
import time
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain import ids
from contactbook.domain.ids import COUNTER_BITS, EPOCH_2020, IdSource, id_of, lent_ids, uid_of

if TYPE_CHECKING:
    from collections.abc import Iterator

MILLISECOND = 1_000_000


@given(st.lists(st.integers(1, 10_000), min_size=1, max_size=20))
def test_blocks_rise_and_never_meet(counts: list[int]) -> None:
    source = IdSource()
    last = 0
    for count in counts:
        block = source.take(count)
        assert len(block) == count
        assert block[0] > last
        last = block[-1]
    assert last < 2**63


@given(st.lists(st.integers(-5_000, 5_000), min_size=1, max_size=30), st.integers(1, 3))
def test_a_clock_that_steps_back_makes_no_id_twice(steps: list[int], count: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        now = 1_900_000_000_000
        moments: Iterator[int] = iter([])
        patch.setattr(ids.time, "time_ns", lambda: next(moments))
        source = IdSource()
        taken: list[int] = []
        for step in steps:
            now += step
            moments = iter([now * MILLISECOND])
            taken += source.take(count)
    assert taken == sorted(set(taken))


@pytest.mark.parametrize("year", [1970, 2010, 2090, 2110])
def test_a_clock_beyond_belief_makes_fresh_ids_at_every_start(
    year: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ids.time, "time_ns", lambda: (year - 1970) * 31_557_600_000 * MILLISECOND)
    started = [IdSource().take(1_000_000) for _ in range(50)]
    assert all(0 < block[0] < block[-1] < 2**63 for block in started)
    blocks = sorted(started, key=lambda block: block[0])
    assert all(low[-1] < high[0] for low, high in itertools.pairwise(blocks))


def test_ids_rise_above_what_is_there() -> None:
    source = IdSource()
    there = source.one() + (1_000 << COUNTER_BITS)
    source.rise_above(there)
    source.rise_above(there - 1_000_000)
    assert source.one() == there + 1


def test_an_id_tells_its_millisecond() -> None:
    before = time.time_ns() // MILLISECOND
    made = (IdSource().one() >> COUNTER_BITS) + EPOCH_2020
    assert before <= made <= time.time_ns() // MILLISECOND + 1


def test_two_copies_of_a_book_do_not_meet() -> None:
    assert not set(IdSource().take(1_000)) & set(IdSource().take(1_000))


def test_threads_share_one_source() -> None:
    source = IdSource()
    taken: list[list[int]] = [[] for _ in range(4)]

    def take(into: list[int]) -> None:
        into.extend(source.one() for _ in range(500))

    threads = [threading.Thread(target=take, args=(into,)) for into in taken]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    together = [one for into in taken for one in into]
    assert len(set(together)) == len(together) == 2_000


@given(st.integers(1, (1 << 63) - 1))
def test_a_lent_uid_is_a_uuid_that_holds_the_id(row_id: int) -> None:
    text = uid_of(row_id)
    assert (UUID(text).version, str(UUID(text))) == (8, text)
    assert id_of(text) == id_of(text.upper()) == row_id


def test_no_other_uid_holds_an_id() -> None:
    assert {id_of(text) for text in ("", "x", "03a0e51f-d1aa-4385-8a53-e29025acd8af")} == {0}


@given(st.sets(st.integers(1, (1 << 63) - 1), max_size=5), st.booleans())
def test_the_lent_among_many_uids(row_ids: set[int], shouted: bool) -> None:
    lent = {uid_of(row_id).upper() if shouted else uid_of(row_id): row_id for row_id in row_ids}
    others = ["", "x", "03a0e51f-d1aa-4385-8a53-e29025acd8af", "c0117ac7-b00c-8"]
    assert lent_ids([*others, *lent]) == {row_id: uid for uid, row_id in lent.items()}
