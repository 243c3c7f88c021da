"""After e-mail or a calendar was read: who is not in the book yet, and what signatures say beyond it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QLabel, QTreeView, QVBoxLayout, QWidget

from contactbook.domain.names import display_name
from contactbook.domain.signature_news import in_one_line
from contactbook.ui.widgets import theme
from contactbook.wording import mail_words
from contactbook.wording.speech import say_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.actions.mailing import News
    from contactbook.actions.newcomers import Newcomer
    from contactbook.domain.contact import Contact
    from contactbook.ui.book_session import BookSession

_FoundRole = Qt.ItemDataRole.UserRole + 1
_WHO_WIDTH = 200
MOST = 2_000
"""People that are listed, those of most messages first."""


class NewcomersDialog(QDialog):
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
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("People of the meetings") if meetings else self.tr("People of the e-mails")
        self.setWindowTitle(title)
        self.resize(theme.scaled(760, self.font()), theme.scaled(460, self.font()))
        heading = QLabel(
            self.tr("Add them to the book?") if meetings else self.tr("Add them, or update them?")
        )
        heading.setFont(theme.heading(self.font()))
        below = QLabel(
            self.tr("What is ticked is written into the book. Nothing here was taken over without you.")
        )
        below.setProperty("tone", "muted")
        below.setWordWrap(True)
        for label in (heading, below):
            label.setAlignment(theme.leading(self))
        self._model = QStandardItemModel(0, 3, self)
        often = self.tr("Meetings") if meetings else self.tr("E-mails")
        self._model.setHorizontalHeaderLabels([self.tr("Who"), self.tr("What"), often])
        for newcomer in newcomers[:MOST]:
            self._append(
                newcomer, display_name(newcomer.contact) or newcomer.address, _said(newcomer),
                ticked=newcomer.likely, count=str(newcomer.messages),
            )  # fmt: skip
        for one in news:
            self._append(one, one.name, "\n".join(mail_words.news(one.detail)), ticked=False)
        self._model.itemChanged.connect(lambda _item: self._count())
        self.list = self._list()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take_button = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.take_button.setDefault(True)
        self.take_button.setProperty("kind", "primary")
        buttons.accepted.connect(self._on_accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE_24, theme.SPACE_24, theme.SPACE_24, theme.SPACE_16)
        layout.setSpacing(theme.SPACE_12)
        for part in (heading, below):
            layout.addWidget(part)
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)
        session.closing.connect(self.reject)
        self._count()

    def chosen(self) -> list[object]:
        """What is ticked: a `Newcomer` or `News` each."""
        items = [self._model.item(row) for row in range(self._model.rowCount())]
        return [item.data(_FoundRole) for item in items if item.checkState() == Qt.CheckState.Checked]

    def _list(self) -> QTreeView:
        made = QTreeView()
        made.setModel(self._model)
        made.setRootIsDecorated(False)
        made.setAccessibleName(self.tr("People and what is new about them"))
        made.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        header = made.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, theme.scaled(_WHO_WIDTH, self.font()))
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        made.setCurrentIndex(self._model.index(0, 0))
        return made

    def _append(self, found: object, who: str, what: str, *, ticked: bool, count: str = "") -> None:
        item = QStandardItem(who)
        item.setData(found, _FoundRole)
        item.setCheckable(True)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        number = QStandardItem(count)
        number.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        said = QStandardItem(what)
        said.setToolTip(what)  # a column may be too narrow for an address
        self._model.appendRow([item, said, number])

    def _count(self) -> None:
        count = len(self.chosen())
        self.take_button.setText(say_number(count, "Write 1 into the book", "Write {n} into the book"))
        self.take_button.setEnabled(bool(count))

    def _on_accept(self) -> None:
        chosen = self.chosen()
        people: list[Contact] = [one.contact for one in chosen if hasattr(one, "contact")]  # type: ignore[attr-defined]
        self.wanted.emit(people, [one for one in chosen if not hasattr(one, "contact")])
        self.accept()


def _said(newcomer: Newcomer) -> str:
    contact = newcomer.contact
    phones = [point.value for point in contact.points if point.kind == "phone"]
    address = newcomer.address if display_name(contact) else ""  # which is the first column already
    places = [in_one_line(each) for each in contact.addresses[:1]]
    lines = ([address, contact.job_title, contact.organization], [*phones[:2], *places])
    return "\n".join(filter(None, (" · ".join(filter(None, line)) for line in lines)))
