"""The garbage collector comes back, whatever happens meanwhile."""

from __future__ import annotations

import gc

import pytest

from contactbook.store.garbage import no_garbage_collection


def fail() -> None:
    with no_garbage_collection():
        assert not gc.isenabled()
        raise ValueError("on the way")


def test_it_comes_back_also_after_a_failure() -> None:
    assert gc.isenabled()
    with pytest.raises(ValueError, match="on the way"):
        fail()
    assert gc.isenabled()


def test_who_had_it_off_keeps_it_off() -> None:
    with no_garbage_collection():
        with no_garbage_collection():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
