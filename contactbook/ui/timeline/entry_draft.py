"""Reads what a form for one entry says, and tells which field makes no sense."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from contactbook.domain import follow_ups, interactions, money, when_words
from contactbook.domain.interactions import Interaction
from contactbook.domain.problems import Problem
from contactbook.wording import timeline_words

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

    from contactbook.domain.follow_ups import FollowUp
    from contactbook.domain.when_words import When
    from contactbook.ui.timeline.entry_fields import EntryFields

_LARGEST = 1e9


@dataclass(slots=True)
class Draft:
    """What the form says: the entry (without people where it did not ask), the follow-up, files to attach."""

    entry: Interaction
    follow_up: FollowUp | None = None
    files: list[Path] = field(default_factory=list)


class NotUnderstood(Exception):
    """A field says something that makes no sense; the keyboard goes there."""

    def __init__(self, control: QLineEdit | QPlainTextEdit, said: str) -> None:
        super().__init__(said)
        self.control = control
        self.said = said


def read(fields: EntryFields, old: Interaction | None) -> Draft:
    """The entry that was typed; `old` is the one that it changes. Raises NotUnderstood."""
    now = datetime.now().astimezone()
    kind = fields.chosen_kind
    entry = Interaction(kind=kind.key)
    if old is not None:
        entry.id, entry.contacts, entry.author = old.id, list(old.contacts), fields.author.text().strip()
        entry.external_id, entry.details = old.external_id, old.details
        entry.occurred_at = old.occurred_at
    if not fields.who.isHidden():
        entry.contacts = fields.who.ids
        if not entry.contacts:
            raise NotUnderstood(fields.who.line, _tr("Choose somebody first."))
    entry.subject, entry.body = interactions.split_text(fields.text.toPlainText())
    if not entry.subject and kind.key == interactions.NOTE:
        raise NotUnderstood(fields.text, _tr("Write what happened first."))
    entry.direction = fields.direction.currentData() or "" if kind.directed else ""
    entry.outcome = _outcome(fields.outcome.currentText().strip())
    entry.duration = round(_number(fields.minutes) * 60) if given(fields.minutes) else None
    entry.quantity = _number(fields.quantity) if given(fields.quantity) else None
    entry.score = round(_number(fields.score, interactions.BEST_SCORE)) if given(fields.score) else None
    if given(fields.amount):
        try:
            entry.amount, entry.currency = money.read(fields.amount.text(), old.currency if old else "")
        except ValueError:
            raise NotUnderstood(fields.amount, _tr("That is no amount.")) from None
    if given(fields.when):
        entry.occurred_at = follow_ups.milliseconds(moment(fields.when, past=True).moment(now))
    task = None
    if old is None and given(fields.follow_up):
        task = follow_ups.FollowUp(title=entry.subject or timeline_words.kind(kind))
        task = follow_ups.due_then(task, moment(fields.follow_up, past=False), now)
    return Draft(entry, task)


def given(line: QLineEdit) -> bool:
    """Whether a line is asked for and filled."""
    return not line.isHidden() and bool(line.text().strip())


def moment(line: QLineEdit, *, past: bool) -> When:
    """A day in words. Raises NotUnderstood."""
    try:
        now = datetime.now().astimezone()
        return when_words.read(line.text(), now, locale=QLocale().name(), past=past)
    except Problem:
        said = _tr("“%1” is no day that is understood.").replace("%1", line.text().strip())
        raise NotUnderstood(line, said) from None


def _number(line: QLineEdit, most: float = _LARGEST) -> float:
    try:
        found = float(line.text().strip().replace(",", "."))
    except ValueError:
        found = -1.0
    if not 0 <= found <= most:
        said = _tr("%1: a number is wanted here.").replace("%1", line.accessibleName())
        raise NotUnderstood(line, said)
    return found


def _outcome(text: str) -> str:
    known = {timeline_words.outcome(key): key for key in interactions.OUTCOMES}
    return known.get(text, text)


def _tr(words: str) -> str:
    return QCoreApplication.translate("EntryForm", words)
