"""After a company's name or address changed: whose entries still say what it was, and what they would say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHeaderView

from contactbook.domain.contact import Address
from contactbook.ui.contacts.contact_sections import address_lines
from contactbook.ui.widgets.tick_dialog import TickDialog
from contactbook.wording.speech import say_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from contactbook.actions.companies import Follower
    from contactbook.ui.book_session import BookSession


class FollowDialog(TickDialog):
    """Every line is ticked; what is left ticked is brought in step, as one step."""

    wanted = Signal(list)
    """The `Follower`s that are to be brought in step."""

    def __init__(
        self, session: BookSession, company: str, found: Sequence[Follower], parent: QWidget
    ) -> None:
        super().__init__(session, (760, 420), parent)
        self.setWindowTitle(self.tr("People of %1").replace("%1", company))
        self._model.setHorizontalHeaderLabels([self.tr("Person"), self.tr("Now"), self.tr("Afterwards")])
        for one in found:
            self._append(one, (one.name, _said(one.before), _said(one.after)), ticked=True)
        self.list.setAccessibleName(self.tr("What would change"))
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.accepted.connect(lambda: self.wanted.emit(self.chosen()))
        self._lay_out(
            lambda chosen: say_number(_people(chosen), "Update 1 person", "Update {n} people"),
            say_number(
                _people(found),
                "1 person still has what the company had before",
                "{n} people still have what the company had before",
            ),
        )


def _people(found: Sequence[Follower]) -> int:
    return len({one.contact_id for one in found})


def _said(what: str | Address) -> str:
    return address_lines(what).replace("\n", ", ") if isinstance(what, Address) else what
