"""What an undo would leave is listed field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.actions import books, editing, undo_kept, undoing

if TYPE_CHECKING:
    from pathlib import Path


def test_only_what_both_changed_stays(tmp_path: Path) -> None:
    with books.create_book(tmp_path / "a.contactbook", books.credential("x")) as book:
        one = editing.add_contact(book, {"given": "Ada", "title": "CEO"}).made[0]
        step = editing.edit_contact(book, one, {"title": "CTO", "nickname": "Adda", "phone": "1"}).step
        editing.edit_contact(book, one, {"title": "CIO", "note": "new"})
        seen = undoing.preview(book, step)
        assert seen.kept == (one,)
        (change,) = undo_kept.changed_since(book, seen)[one]
        assert (change.field, change.before, change.after) == ("job_title", "CTO", "CIO")
        undoing.undo(book, step)
        alone = editing.edit_contact(book, one, {"role": "Boss"}).step
        assert undo_kept.changed_since(book, undoing.preview(book, alone)) == {}
