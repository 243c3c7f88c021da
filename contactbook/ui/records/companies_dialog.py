"""Turning company names that people carry into companies: a look at the groups, then one step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from contactbook.actions import companies
from contactbook.ui.tasks import Job
from contactbook.ui.widgets import enter_key, theme
from contactbook.wording.speech import number, say_number

if TYPE_CHECKING:
    from contactbook.actions.companies import NameGroup
    from contactbook.domain.changes import Changes
    from contactbook.ui.book_session import BookSession

_GroupRole = Qt.ItemDataRole.UserRole + 1


class CompaniesDialog(QDialog):
    """A line for each name; spellings that may be one company are pointed out, and made one on demand."""

    changed = Signal(object)
    """The `Changes` of what was made."""

    def __init__(self, session: BookSession, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self.setWindowTitle(self.tr("Make companies of names"))
        self.resize(theme.fitting((760, 560), self))
        self.heading = QLabel(self.tr("Looking at the company names …"))
        self.heading.setFont(theme.heading(self.font()))
        self.heading.setWordWrap(True)
        words = QLabel(
            self.tr(
                "Each becomes a record with its people linked. Spellings that differ only in blanks, case or "
                "accents are one already."
            )
        )
        words.setProperty("tone", "muted")
        words.setWordWrap(True)
        self._model = QStandardItemModel(0, 3, self)
        self._model.setHorizontalHeaderLabels(
            [self.tr("Company"), self.tr("People"), self.tr("Perhaps the same as")]
        )
        self._model.horizontalHeaderItem(1).setTextAlignment(Qt.AlignmentFlag.AlignRight)
        self._model.itemChanged.connect(lambda _item: self._count())
        self.list = QTreeView()
        self.list.setModel(self._model)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName(self.tr("Company names"))
        self.list.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        header = self.list.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._name_buttons())
        self._lay_out(words)
        session.changed.connect(self._on_changed)
        session.closing.connect(self.close)
        self._count()
        self._name_buttons()
        self._read()

    def _lay_out(self, words: QLabel) -> None:
        self.unite = QPushButton()
        self.unite.clicked.connect(self._on_unite)
        self.all = QPushButton()
        self.all.clicked.connect(self._on_all)
        beside = QHBoxLayout()
        beside.addWidget(self.all)
        beside.addWidget(self.unite)
        beside.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.make = buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self.make.setProperty("kind", "primary")
        self.make.clicked.connect(self._on_make)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE_24, theme.SPACE_24, theme.SPACE_24, theme.SPACE_16)
        layout.setSpacing(theme.SPACE_12)
        layout.addWidget(self.heading)
        layout.addWidget(words)
        layout.addWidget(self.list, 1)
        layout.addLayout(beside)
        layout.addWidget(buttons)
        enter_key.presses(self, self.make)

    def _read(self) -> None:
        if not self._session.is_open:
            return
        book = self._session.book
        job: Job[Any] = Job(
            work=lambda _job: companies.name_groups(book),
            owner=self,
            on_done=self._show,
            on_problem=self._session.problem_met.emit,
        )
        self._session.tasks.start(job)

    def _show(self, groups: list[NameGroup]) -> None:
        self._model.blockSignals(True)
        self._model.removeRows(0, self._model.rowCount())
        for group in groups:
            name = QStandardItem(group.name)
            name.setData(group, _GroupRole)
            name.setCheckable(True)
            name.setCheckState(Qt.CheckState.Checked if len(group.people) > 1 else Qt.CheckState.Unchecked)
            spellings = ", ".join(group.spellings)
            name.setToolTip(spellings if len(group.spellings) > 1 else group.name)
            people = QStandardItem(number(len(group.people)))
            people.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._model.appendRow([name, people, QStandardItem(", ".join(group.like))])
        self._model.blockSignals(False)
        self._model.layoutChanged.emit()
        self.heading.setText(
            say_number(
                len(groups), "1 company name has no record yet", "{n} company names have no record yet"
            )
            if groups
            else self.tr("Every company name has its record.")
        )
        if groups:
            self.list.setCurrentIndex(self._model.index(0, 0))
        self._count()
        self._name_buttons()

    def _groups(self, *, checked: bool) -> list[NameGroup]:
        items = [self._model.item(row) for row in range(self._model.rowCount())]
        return [
            item.data(_GroupRole)
            for item in items
            if not checked or item.checkState() == Qt.CheckState.Checked
        ]

    def _count(self) -> None:
        chosen = len(self._groups(checked=True))
        self.make.setText(
            say_number(chosen, "Make 1 company", "Make {n} companies")
            if chosen
            else self.tr("Make companies")
        )
        self.make.setEnabled(bool(chosen))
        every = chosen == self._model.rowCount()
        self.all.setText(self.tr("Choose none") if every and chosen else self.tr("Choose all"))
        self.all.setEnabled(bool(self._model.rowCount()))

    def _current(self) -> NameGroup | None:
        item = self._model.item(self.list.currentIndex().row())
        return item.data(_GroupRole) if item is not None else None

    def _name_buttons(self) -> None:
        group = self._current()
        like = group.like[0] if group is not None and group.like else ""
        self.unite.setVisible(bool(like))
        self.unite.setText(self.tr("Make it one with “%1”").replace("%1", like.replace("&", "&&")))

    def _on_all(self) -> None:
        every = len(self._groups(checked=True)) == self._model.rowCount()
        state = Qt.CheckState.Unchecked if every else Qt.CheckState.Checked
        self._model.blockSignals(True)
        for row in range(self._model.rowCount()):
            self._model.item(row).setCheckState(state)
        self._model.blockSignals(False)
        self._model.layoutChanged.emit()
        self._count()

    def _on_unite(self) -> None:
        group = self._current()
        if group is not None and group.like:
            spellings = [group.name, *group.spellings]
            self._session.write(
                companies.unite_names, group.like[0], spellings, owner=self, on_done=self.changed.emit
            )

    def _on_make(self) -> None:
        names = [group.name for group in self._groups(checked=True)]
        if names:
            self._session.write(companies.make_companies, names, owner=self, on_done=self.changed.emit)

    def _on_changed(self, _changes: Changes) -> None:
        self._read()
