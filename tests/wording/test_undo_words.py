"""Who stays after an undo: changed since is one thing, needed by another contact is a second."""

from __future__ import annotations

from contactbook.wording import undo_words


def test_both_reasons_are_told_apart() -> None:
    assert undo_words.stayed((), ()) == ""
    assert undo_words.stayed((1,), ()) == "1 contact was changed since and keeps what was changed."
    assert undo_words.stayed((), (1, 2)) == "2 contacts stay because others refer to them."
    told = undo_words.stayed(tuple(range(100)), tuple(range(95)))
    assert told.startswith(
        "100 contacts were changed since and keep what was changed. 95 more were not changed"
    )
