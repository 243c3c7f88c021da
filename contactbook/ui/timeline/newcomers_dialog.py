"""After e-mail or a calendar was read: who is not in the book yet, and what signatures say beyond it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView

from contactbook.domain.names import display_name
from contactbook.domain.signature_news import in_one_line
from contactbook.ui.widgets import theme
from contactbook.ui.widgets.tick_dialog import TickDialog
from contactbook.wording import mail_words
from contactbook.wording.speech import say_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from contactbook.actions.mailing import News
    from contactbook.actions.newcomers import Newcomer
    from contactbook.domain.contact import Contact
    from contactbook.ui.book_session import BookSession

_WHO_WIDTH = 200
MOST = 2_000
"""People that are listed, those of most messages first."""


class NewcomersDialog(TickDialog):
    """Likely people are ticked, news of known ones are not: they are to be looked at first."""

    wanted = Signal(list, list)
    """The contacts to be added, and the `News` to be taken."""

    def __init__(
        self,
        session: BookSession,
        newcomers: Sequence[Newcomer],
        news: Sequence[News],
        parent: QWidget,
        *,
        meetings: bool = False,
    ) -> None:
        super().__init__(session, (760, 460), parent)
        title = self.tr("People of the meetings") if meetings else self.tr("People of the e-mails")
        self.setWindowTitle(title)
        often = self.tr("Meetings") if meetings else self.tr("E-mails")
        self._model.setHorizontalHeaderLabels([self.tr("Who"), self.tr("What"), often])
        for newcomer in newcomers[:MOST]:
            texts = (
                display_name(newcomer.contact) or newcomer.address,
                _said(newcomer),
                str(newcomer.messages),
            )
            *_words, number = self._append(newcomer, texts, ticked=newcomer.likely)
            number.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for one in news:
            self._append(one, (one.name, "\n".join(mail_words.news(one.detail)), ""), ticked=False)
        self.list.setAccessibleName(self.tr("People and what is new about them"))
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, theme.scaled(_WHO_WIDTH, self.font()))
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.accepted.connect(self._on_accepted)
        self._lay_out(
            lambda chosen: say_number(len(chosen), "Write 1 into the book", "Write {n} into the book"),
            self.tr("Add them to the book?") if meetings else self.tr("Add them, or update them?"),
            self.tr("What is ticked is written into the book. Nothing here was taken over without you."),
        )

    def _on_accepted(self) -> None:
        chosen = self.chosen()
        people: list[Contact] = [one.contact for one in chosen if hasattr(one, "contact")]
        self.wanted.emit(people, [one for one in chosen if not hasattr(one, "contact")])


def _said(newcomer: Newcomer) -> str:
    contact = newcomer.contact
    phones = [point.value for point in contact.points if point.kind == "phone"]
    address = newcomer.address if display_name(contact) else ""  # which is the first column already
    places = [in_one_line(each) for each in contact.addresses[:1]]
    lines = ([address, contact.job_title, contact.organization], [*phones[:2], *places])
    return "\n".join(filter(None, (" · ".join(filter(None, line)) for line in lines)))
