"""Writing down what was said, bought and given: one step each, whoever was there."""

from __future__ import annotations

import mimetypes
from typing import TYPE_CHECKING, cast

from contactbook.actions.chosen_file import TooLarge, bytes_of, text_of_name
from contactbook.domain import interactions as domain
from contactbook.domain.problems import Problem
from contactbook.store import book_settings, interactions, tasks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from contactbook.domain.changes import Changes
    from contactbook.domain.follow_ups import FollowUp
    from contactbook.domain.interactions import Interaction, Kind
    from contactbook.store.book import Book

LARGEST_FILE = 100 << 20
"""Bytes of the largest file that can be attached."""
OWN_KINDS = "interaction_kinds"
"""The setting of the book that holds the kinds somebody added."""


def log(
    book: Book, entry: Interaction, *, follow_up: FollowUp | None = None, files: Sequence[Path] = ()
) -> Changes:
    """Add an entry, with what is to be done next and files; everything is one step.

    Args:
        book: the open book.
        entry: `occurred_at` 0 is the present; without `author` it is the book's own.
        follow_up: about the same people when it names none.
        files: whose bytes are kept in the book.

    Raises:
        Problem: log.not_possible (data `field`), attach.too_large, attach.not_readable,
        store.no_such_contact.
    """
    _check(entry)
    read = [_read(path) for path in files]
    with book.step(
        "log", kind=entry.kind, label=_label(book, entry.kind), contacts=len(entry.contacts)
    ) as step:
        entry.author = entry.author or book.writer.author
        (entry.id,) = interactions.insert(step, [entry])
        for name, media_type, data in read:
            interactions.attach(step, entry.id, name, media_type, data)
        if follow_up is not None:
            follow_up.contacts = follow_up.contacts or list(entry.contacts)
            follow_up.interaction_id = entry.id
            (follow_up.id,) = tasks.insert(step, [follow_up])
    return step.changes


def edit_entry(book: Book, entry: Interaction, *, files: Sequence[Path] = ()) -> Changes:
    """Make an entry say what this one of the same id says, and keep further files with it.

    Raises as `log`; store.no_such_interaction.
    """
    _check(entry)
    read = [_read(path) for path in files]
    with book.step("edit_entry", kind=entry.kind, label=_label(book, entry.kind)) as step:
        interactions.replace(step, entry)
        for name, media_type, data in read:
            interactions.attach(step, entry.id, name, media_type, data)
    return step.changes


def delete_entries(book: Book, interaction_ids: Sequence[int]) -> Changes:
    """Delete entries; undo brings them back with their files."""
    with book.step("delete_entries", entries=len(interaction_ids)) as step:
        step.data["entries"] = interactions.delete(step, interaction_ids)
    return step.changes


def attach_files(book: Book, interaction_id: int, files: Sequence[Path]) -> Changes:
    """Keep files with an entry. Raises Problem: attach.too_large, attach.not_readable."""
    read = [_read(path) for path in files]
    with book.step("attach", files=len(read)) as step:
        step.touch(interactions.load(step.reader, interaction_id).contacts)
        for name, media_type, data in read:
            interactions.attach(step, interaction_id, name, media_type, data)
    return step.changes


def detach_file(book: Book, attachment_id: int) -> Changes:
    """Take a file from its entry. Raises Problem("store.no_such_attachment")."""
    with book.step("detach") as step:
        interactions.detach(step, attachment_id)
    return step.changes


def own_kinds(book: Book) -> tuple[Kind, ...]:
    """The kinds of entries that somebody added to this book."""
    stored = cast("list[dict[str, str]]", book_settings.values(book.reader).get(OWN_KINDS) or [])
    return tuple(domain.own_kind(each["label"], each["icon"]) for each in stored)


def add_kind(book: Book, label: str, icon: str = "note") -> Changes:
    """Add a kind of entry; one of the same name gets the icon. Raises Problem("log.kind_unnamed")."""
    try:
        kind = domain.own_kind(label, icon)
    except ValueError as error:
        raise Problem("log.kind_unnamed") from error
    kept = [each for each in own_kinds(book) if each.key != kind.key]
    return _keep_kinds(book, [*kept, kind], "add_kind", kind.label)


def remove_kind(book: Book, key: str) -> Changes:
    """No longer offer a kind; its entries stay as they are."""
    kinds = own_kinds(book)
    return _keep_kinds(
        book, [each for each in kinds if each.key != key], "remove_kind", domain.kind_of(key, kinds).label
    )


def find_kind(book: Book, text: str) -> Kind:
    """The kind that is meant, by key or label. Raises Problem("log.no_such_kind") with `value`."""
    found = domain.find_kind(text, own_kinds(book))
    if found is None:
        raise Problem("log.no_such_kind", value=text)
    return found


def _keep_kinds(book: Book, kinds: Iterable[Kind], action: str, label: str) -> Changes:
    with book.step(action, name=label) as step:
        book_settings.put(step, OWN_KINDS, [{"label": kind.label, "icon": kind.icon} for kind in kinds])
    return step.changes


def _label(book: Book, key: str) -> str:
    """The name of a kind that somebody added; the others are named where they are shown."""
    return domain.kind_of(key, own_kinds(book)).label if key.startswith(domain.CUSTOM) else ""


def _check(entry: Interaction) -> None:
    field = domain.trouble(entry)
    if field:
        raise Problem("log.not_possible", field=field)


def _read(path: Path) -> tuple[str, str, bytes]:
    try:
        data = bytes_of(path, LARGEST_FILE)
    except TooLarge as error:
        raise Problem("attach.too_large", file=path.name, mebibytes=LARGEST_FILE >> 20) from error
    except OSError as error:
        raise Problem("attach.not_readable", file=path.name, reason=error.strerror or "") from error
    return text_of_name(path.name), mimetypes.guess_type(path.name)[0] or "application/octet-stream", data
