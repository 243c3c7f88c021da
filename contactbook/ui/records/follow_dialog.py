"""After a company's name or address changed: whose entries still say what it was, and what they would say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QLabel, QTreeView, QVBoxLayout, QWidget

from contactbook.domain.contact import Address
from contactbook.ui.contacts.contact_sections import address_lines
from contactbook.ui.widgets import enter_key, theme
from contactbook.wording.speech import say_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.actions.companies import Follower
    from contactbook.ui.book_session import BookSession

_FollowerRole = Qt.ItemDataRole.UserRole + 1


class FollowDialog(QDialog):
    """Every line is ticked; what is left ticked is brought in step, as one step."""

    wanted = Signal(list)
    """The `Follower`s that are to be brought in step."""

    def __init__(
        self, session: BookSession, company: str, found: Sequence[Follower], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("People of %1").replace("%1", company))
        self.resize(theme.fitting((760, 420), self))
        people = len({one.contact_id for one in found})
        heading = QLabel(
            say_number(
                people,
                "1 person still has what the company had before",
                "{n} people still have what the company had before",
            )
        )
        heading.setFont(theme.heading(self.font()))
        heading.setWordWrap(True)
        self._model = QStandardItemModel(0, 3, self)
        self._model.setHorizontalHeaderLabels([self.tr("Person"), self.tr("Now"), self.tr("Afterwards")])
        for one in found:
            name = QStandardItem(one.name)
            name.setData(one, _FollowerRole)
            name.setSizeHint(QSize(0, theme.row_height(self.font(), compact=True)))
            name.setCheckable(True)
            name.setCheckState(Qt.CheckState.Checked)
            self._model.appendRow([name, QStandardItem(_said(one.before)), QStandardItem(_said(one.after))])
        self._model.itemChanged.connect(lambda _item: self._count())
        self.list = QTreeView()
        self.list.setModel(self._model)
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName(self.tr("What would change"))
        self.list.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        if found:
            self.list.setCurrentIndex(self._model.index(0, 0))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.update_button = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.update_button.setProperty("kind", "primary")
        buttons.accepted.connect(self._on_accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE_24, theme.SPACE_24, theme.SPACE_24, theme.SPACE_16)
        layout.setSpacing(theme.SPACE_12)
        layout.addWidget(heading)
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)
        enter_key.presses(self, self.update_button)
        session.closing.connect(self.reject)
        self._count()

    def chosen(self) -> list[Follower]:
        """What is ticked."""
        items = [self._model.item(row) for row in range(self._model.rowCount())]
        return [item.data(_FollowerRole) for item in items if item.checkState() == Qt.CheckState.Checked]

    def _count(self) -> None:
        people = len({one.contact_id for one in self.chosen()})
        self.update_button.setText(say_number(people, "Update 1 person", "Update {n} people"))
        self.update_button.setEnabled(bool(people))

    def _on_accept(self) -> None:
        self.wanted.emit(self.chosen())
        self.accept()


def _said(what: str | Address) -> str:
    return address_lines(what).replace("\n", ", ") if isinstance(what, Address) else what
