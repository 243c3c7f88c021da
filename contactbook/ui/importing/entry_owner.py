"""Whose a row of a table of entries is: said by name, and chosen by hand where the row does not tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from contactbook.qtmodels import contact_choices
from contactbook.ui.contacts.contact_picker import ContactPicker

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from contactbook.actions.import_checking import OpenedRow
    from contactbook.actions.import_options import Decision
    from contactbook.ui.book_session import BookSession

_MOST_NAMES = 5


def names(session: BookSession, opened: OpenedRow, decided: Decision | None) -> list[str]:
    """Whose it is by the person's word, else by the row; the first few of those that it may be of."""
    chosen = [decided.into] if decided is not None and decided.into else opened.candidates
    return [contact_choices.name_of(session.book, one) for one in chosen[:_MOST_NAMES]]


def ask(
    parent: QWidget, session: BookSession, candidates: Sequence[int], chosen: Callable[[int], object]
) -> None:
    """Let the person choose from all contacts; those that it may be of come first."""
    prompt = QCoreApplication.translate("EntryOwner", "Whose is it? Type a name.")
    picker = ContactPicker(parent, session, prompt=prompt, first=candidates)
    picker.chosen.connect(chosen)
    picker.show_over(parent.window())
