"""Undo and redo: every step can be taken back, also long after and out of order, as a step of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from contactbook.domain.problems import Problem
from contactbook.store import changesets, history_queries, later_steps, replaying
from contactbook.store.bare_tables import empties
from contactbook.store.broken_links import InPart
from contactbook.store.sqlite import id_array
from contactbook.store.step import Replay

if TYPE_CHECKING:
    from contactbook.domain.changes import Changes
    from contactbook.store.book import Book
    from contactbook.store.history_queries import HistoryRow
    from contactbook.store.replaying import Replaying
    from contactbook.store.step import Step

LARGE_BYTES = 4 << 20
"""Changesets beyond this size make a large step."""

LARGE_CONTACTS = 1_000
"""So do those of more contacts, which lie all over the file."""

UNDO, REDO = "undo", "redo"


def undo(book: Book, step_id: int = 0) -> Changes:
    """Take back a step (0: the last that stands); contacts changed since stay, and are in `Changes.kept`.

    Those that were not changed but to which a row points that stays are in `Changes.needed`. Naming an undo
    takes that back, which is a redo. When everything was changed since, nothing is written (`Changes.step`
    is 0).

    Raises:
        Problem: `store.nothing_to_undo`, `store.no_such_step`, `store.already_undone`,
        `store.history_thinned` (all
            with data `step`, but the first).
    """
    with book.step(UNDO) as step:
        target = _named(step, step_id) if step_id else history_queries.undo_target(step.reader)
        if target is None:
            raise Problem("store.nothing_to_undo")
        _take_back(step, target)
    return step.changes


class Preview(NamedTuple):
    """What taking back a step would do: whom it is about, and who stays (see `Changes`)."""

    step: HistoryRow
    touched: int
    kept: tuple[int, ...]
    needed: tuple[int, ...]


def preview(book: Book, step_id: int) -> Preview:
    """What `undo` would do: found out by doing that part of it which decides who stays, and taking it back.

    Raises:
        Problem: as `undo`.
    """
    with book.scratch(UNDO) as step:
        target = _named(step, step_id)
        basis, inverted = _effect(step, target.id)[:2]
        if later_steps.nothing_since(step.connection, target.id):
            return Preview(target, target.contacts, (), ())
        replay = replaying.Replaying(
            step.connection,
            basis,
            inverted=not inverted,
            touched=later_steps.touched_since(step.connection, target.id),
            in_part=InPart(later_steps.reached_since(step.connection, target.id)),
        )
        replay.run()
        return Preview(target, target.contacts, *_stayed(step, target, replay))


def redo(book: Book) -> Changes:
    """Do again what was taken back last, if nothing came since. Raises Problem `store.nothing_to_redo`."""
    with book.step(REDO) as step:
        target = history_queries.redo_target(step.reader)
        if target is None:
            raise Problem("store.nothing_to_redo")
        _take_back(step, target)
    return step.changes


def _named(step: Step, step_id: int) -> HistoryRow:
    """The step that is meant: a redo stands for the step it did again."""
    target = history_queries.step(step.reader, step_id)
    if target.action == REDO and not target.undone:
        undone = history_queries.step(step.reader, target.undoes)
        target = history_queries.step(step.reader, undone.undoes)
    if target.undone:
        raise Problem("store.already_undone", step=step_id)
    return target


def _take_back(step: Step, target: HistoryRow) -> None:
    if step.action not in (UNDO, REDO):
        raise RuntimeError("undo within another step")
    connection = step.connection
    basis, inverted, size, digest, tables = _effect(step, target.id)
    inverted = not inverted
    _name(step, target)
    if size > LARGE_BYTES or target.contacts > LARGE_CONTACTS:
        step.make_large()
    names = _tag_names(step)
    touched = later_steps.touched_since(connection, target.id)
    bare = empties(connection, basis, target.contacts, inverted=inverted)
    if not touched and _take_back_exactly(step, basis, inverted=inverted, bare=bare):
        survey = changesets.Survey(
            tables=set(tables.split()),
            contacts=history_queries.touched(step.reader, target.id),
            tags={tag_id for tag_id, name in _tag_names(step).items() if names.get(tag_id, name) != name},
        )
        step.replay = Replay(basis, int(inverted), size, digest, survey)
        return
    if bare:
        step.start_over(recording=True, checked=False)
    replay = replaying.Replaying(connection, basis, inverted=inverted, touched=touched, bare=bare)
    replay.run()
    step.kept, step.needed = _stayed(step, target, replay)
    if size > LARGE_BYTES:
        contacts = set(history_queries.touched(step.reader, target.id)) - replay.whole
        renamed = {tag_id for tag_id, name in _tag_names(step).items() if names.get(tag_id, name) != name}
        step.describe(changesets.Survey(tables=set(tables.split()), contacts=contacts, tags=renamed))
    step.data["kept"] = len(step.kept)


def _stayed(step: Step, target: HistoryRow, replay: Replaying) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Who stays because somebody changed them since, and who because others need them."""
    connection, needed = step.connection, replay.needed - replay.kept
    if needed:  # some were gone before and cannot come back
        sql = "SELECT id FROM contact WHERE id IN carray(?)"
        needed = {row[0] for row in connection.execute(sql, id_array(needed))}
    changed = later_steps.changed_since(connection, target.id, needed)
    return tuple(sorted(replay.kept | changed)), tuple(sorted(needed - changed))


def _name(step: Step, target: HistoryRow) -> None:
    """Write down what is taken back; a redo is labelled by the step itself, not by its undo."""
    step.undoes = target.id
    step.action = REDO if target.action == UNDO else UNDO
    inner: dict[str, Any] = (
        target.data if target.action == UNDO else {"action": target.action, "data": target.data}
    )
    step.data.update(action=inner["action"], data=inner["data"], step=inner.get("step", target.id))


def _effect(step: Step, step_id: int) -> tuple[int, bool, int, bytes, str]:
    row = step.reader.one(
        "SELECT basis, inverted, size, changeset_hash, tables FROM history WHERE id = ?", (step_id,)
    )
    assert row is not None
    if not changesets.part_ids(step.connection, row[0]):
        raise Problem("store.history_thinned", step=step_id)
    return row[0], bool(row[1]), row[2], row[3], row[4]


def _take_back_exactly(step: Step, basis: int, *, inverted: bool, bare: bool) -> bool:
    """Apply the changeset unrecorded: where nothing stands in its way, it describes the new step as well."""
    step.start_over(recording=False, checked=not bare)
    done = replaying.apply_exactly(step.connection, basis, inverted=inverted, bare=bare)
    if not done:
        step.start_over(recording=True)
    return done


def _tag_names(step: Step) -> dict[int, str]:
    return dict(step.reader.query("SELECT id, name || ' ' || coalesce(rhythm_days, '') FROM tag"))
