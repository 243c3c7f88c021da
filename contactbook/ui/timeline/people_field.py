"""Whom an entry is about: chips of the people chosen, and a line that finds more while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QListView, QVBoxLayout, QWidget

from contactbook.qtmodels.row_source import ALL, StoreRows
from contactbook.ui.widgets import icons, theme
from contactbook.ui.widgets.chips import Chip, FlowLayout

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from contactbook.qtmodels.row_source import Row

MOST, LOOKED_AT = 7, 300
"""People offered; matches among which they are chosen by name."""


class PeopleField(QWidget):
    """Type, arrow, Enter; Backspace in the empty line takes the last one away."""

    changed = Signal()
    finished = Signal()
    """Enter in the empty line: somebody is chosen, on to the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: StoreRows | None = None
        self._people: dict[int, str] = {}
        self._offered: dict[str, Row] = {}
        self.line = QLineEdit()
        self.line.setAccessibleName(self.tr("Who"))
        self.line.setPlaceholderText(self.tr("Who: type a name"))
        self.line.addAction(icons.icon("person"), QLineEdit.ActionPosition.LeadingPosition)
        for button in self.line.findChildren(QAbstractButton):
            button.setAccessibleName(self.tr("Who"))
        self._names = QStringListModel(self)
        self.list = QListView()
        self.list.setModel(self._names)
        self.list.setAccessibleName(self.tr("People found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.clicked.connect(lambda _index: self._take())
        self.list.setSpacing(theme.SPACE_4 // 2)
        self.list.hide()
        self.line.textEdited.connect(self._on_edited)
        self.line.installEventFilter(self)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_4)
        layout.addWidget(self._chips)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        self._chips.hide()

    def open(self, reader: object, people: dict[int, str]) -> None:
        """Offers the people of a book; `people` are chosen already."""
        self._source = StoreRows(reader)
        self._people, self._offered = dict(people), {}
        self.line.clear()
        self._list_offered()
        self._show()

    def forget(self) -> None:
        """No book: nobody is chosen or offered."""
        self._source = None
        self._people, self._offered = {}, {}
        self.line.clear()
        self._list_offered()
        self._show()

    @property
    def ids(self) -> list[int]:
        """Who is chosen; a name that is typed and found counts as chosen."""
        if not self._people and self._offered and self.line.text().strip():
            self._add(next(iter(self._offered.values())))
        return list(self._people)

    def _on_edited(self, text: str) -> None:
        self._offered = {}
        if self._source is not None and text.strip():
            found = sorted(self._source.search(text, ALL))[:LOOKED_AT]
            rows = sorted(self._source.rows(found), key=lambda row: row.sort_name)
            for row in rows:
                if row.id not in self._people:
                    beside = row.organization or row.email or row.phone
                    shown = (
                        f"{row.display_name} · {beside}"
                        if beside and beside != row.display_name
                        else row.display_name
                    )
                    self._offered.setdefault(shown, row)
                if len(self._offered) >= MOST:
                    break
        self._list_offered()

    def _list_offered(self) -> None:
        """The people found stand below the line, the first one in hand."""
        colours = self.list.palette()
        colours.setColor(QPalette.ColorRole.Highlight, theme.current().soft_accent)
        colours.setColor(QPalette.ColorRole.HighlightedText, theme.current().text)
        self.list.setPalette(colours)
        self._names.setStringList(list(self._offered))
        self.list.setCurrentIndex(self._names.index(0))
        row = self.list.sizeHintForRow(0) + 2 * self.list.spacing()
        self.list.setFixedHeight(row * len(self._offered) + 2 * self.list.spacing() if self._offered else 0)
        self.list.setVisible(bool(self._offered))
        self.changed.emit()

    def _take(self) -> None:
        """Chooses the one in hand."""
        row = self._offered.get(self.list.currentIndex().data() or "")
        if row is not None:
            self._add(row)

    def _move(self, by: int) -> None:
        row = self.list.currentIndex().row() + by
        if 0 <= row < len(self._offered):
            self.list.setCurrentIndex(self._names.index(row))

    def _add(self, row: Row) -> None:
        self._people[row.id] = row.display_name
        self._offered = {}
        self.line.clear()
        self._show()
        self._list_offered()

    def _remove(self, contact_id: int) -> None:
        self._people.pop(contact_id, None)
        self._show()
        self.changed.emit()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for contact_id, name in self._people.items():
            chip = Chip(name, removable=True)
            chip.setToolTip(name)
            chip.removed.connect(lambda key=contact_id: self._remove(key))
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(self._people))
        hint = self.tr("And who else?") if self._people else self.tr("Who: type a name")
        self.line.setPlaceholderText(hint)
        self._chips.updateGeometry()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self.line and event.type() == QEvent.Type.KeyPress:
            pressed: QKeyEvent = event  # type: ignore[assignment]
            if pressed.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._offered:
                self._move(1 if pressed.key() == Qt.Key.Key_Down else -1)
                return True
            if pressed.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not pressed.modifiers():
                if self._offered:
                    self._take()
                elif self._people:
                    self.finished.emit()
                return True
            if pressed.key() == Qt.Key.Key_Backspace and not self.line.text() and self._people:
                self._remove(list(self._people)[-1])
                return True
        return False
