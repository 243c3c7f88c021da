"""Choosing one contact of the book by typing: for relations, companies, fields that link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from contactbook.qtmodels import contact_choices
from contactbook.ui.widgets.picker import Choice, Picker

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from PySide6.QtWidgets import QWidget

    from contactbook.qtmodels.contact_choices import Candidate
    from contactbook.ui.book_session import BookSession

SHOWN = 50
"""Contacts that are listed; more letters find the others."""


class ContactPicker(Picker):
    """Type, arrow, Enter. `create` makes an extra line out of a text that names nobody of the book."""

    chosen = Signal(object)
    """The id of the contact (a Python int: ids are wider than a C one)."""

    def __init__(
        self,
        parent: QWidget,
        session: BookSession,
        *,
        prompt: str,
        kind: str = "",
        without: Collection[int] = (),
        create: Callable[[str], Choice] | None = None,
        first: Sequence[int] = (),
    ) -> None:
        """`first` are those that are listed before anything is typed."""
        self._session = session
        self._first = tuple(first)
        self._kind = kind
        self._without = frozenset(without)
        super().__init__(parent, (), prompt=prompt, create=create)
        session.closing.connect(self.close)

    def found(self, text: str) -> list[Choice]:
        """Whoever has all the words, the best known first: those whose name begins so."""
        if not self._session.is_open:
            return []
        book = self._session.book
        if self._first and not text.strip():
            return [self._choice(one) for one in contact_choices.of_ids(book, self._first[:SHOWN])]
        candidates = contact_choices.matching(book, text, kind=self._kind, without=self._without, limit=SHOWN)
        return [self._choice(one) for one in candidates]

    def _choice(self, one: Candidate) -> Choice:
        return Choice(one.name, lambda: self.chosen.emit(one.id), one.beside, icon=one.kind)
