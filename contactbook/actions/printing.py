"""Choosing what is printed: to whom mail is addressed, and who is left out and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from contactbook.actions import book_options
from contactbook.domain import postal
from contactbook.domain.problems import Cancelled
from contactbook.settings import declarations
from contactbook.store import queries

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from contactbook.domain.postal import LeftOut, Piece
    from contactbook.store.book import Book

_ASK_EVERY = 200


@dataclass(slots=True)
class Mailing:
    """The pieces in the order of the contacts, who gets none, and how many were the same as another."""

    pieces: list[Piece] = field(default_factory=list["Piece"])
    left_out: list[LeftOut] = field(default_factory=list["LeftOut"])
    doubles: int = 0

    @property
    def reasons(self) -> list[tuple[str, int]]:
        """Why contacts are left out (see `postal.REASONS`), and how many for each reason."""
        return Counter(one.reason for one in self.left_out).most_common()


def mailing(book: Book, ids: Sequence[int], *, cancelled: Callable[[], bool] | None = None) -> Mailing:
    """Everything that goes by mail to these contacts.

    Countries are written but for the book's own one (its setting "Country").

    Args:
        book: where the contacts are.
        ids: which, in order.
        cancelled: asked between contacts; true raises `Cancelled`.
    """
    home = str(book_options.options(book)[declarations.DEFAULT_COUNTRY.key])
    found = Mailing()
    pieces: list[Piece] = []
    for number, contact in enumerate(queries.load_many(book.reader, ids, pictures=False)):
        if not number % _ASK_EVERY and cancelled is not None and cancelled():
            raise Cancelled
        one = postal.addressed(contact, home)
        if isinstance(one, postal.LeftOut):
            found.left_out.append(one)
        else:
            pieces.append(one)
    found.pieces = postal.unique(pieces)
    found.doubles = len(pieces) - len(found.pieces)
    return found
