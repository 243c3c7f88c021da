"""A list of things of which those are done that are ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTreeView, QVBoxLayout, QWidget

from contactbook.ui.widgets import enter_key, theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from contactbook.ui.book_session import BookSession

_FoundRole = Qt.ItemDataRole.UserRole + 1


class TickDialog(QDialog):
    """Three columns, the first one ticked or not; Enter presses the button that names what will be done."""

    def __init__(self, session: BookSession, size: tuple[int, int], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(theme.fitting(size, self))
        self._model = QStandardItemModel(0, 3, self)
        self.list = QTreeView()
        self.list.setModel(self._model)
        self.list.setRootIsDecorated(False)
        self.list.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.do_button = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.do_button.setProperty("kind", "primary")
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        session.closing.connect(self.reject)

    def chosen(self) -> list[Any]:
        """What is ticked, as it was given to `_append`."""
        items = [self._model.item(row) for row in range(self._model.rowCount())]
        return [item.data(_FoundRole) for item in items if item.checkState() == Qt.CheckState.Checked]

    def _append(self, found: object, texts: Sequence[str], *, ticked: bool) -> list[QStandardItem]:
        """A row; a column may be too narrow for what it says, which is told by its tip as well."""
        items = [QStandardItem(text) for text in texts]
        for item in items:
            item.setToolTip(item.text())
        items[0].setData(found, _FoundRole)
        lines = max(text.count("\n") + 1 for text in texts)
        if lines == 1:
            items[0].setSizeHint(QSize(0, theme.row_height(self.font(), compact=True)))
        items[0].setCheckable(True)
        items[0].setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self._model.appendRow(items)
        return items

    def _lay_out(self, says: Callable[[list[Any]], str], heading: str, below: str = "") -> None:
        """To be called when all rows are there; `says`: what the button says, of what is ticked."""
        self._says = says
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE_24, theme.SPACE_24, theme.SPACE_24, theme.SPACE_16)
        layout.setSpacing(theme.SPACE_12)
        for words in filter(None, (heading, below)):
            label = QLabel(words)
            label.setWordWrap(True)
            label.setAlignment(theme.leading(self))
            if words is heading:
                label.setFont(theme.heading(self.font()))
            else:
                label.setProperty("tone", "muted")
            layout.addWidget(label)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._buttons)
        if self._model.rowCount():
            self.list.setCurrentIndex(self._model.index(0, 0))
        enter_key.presses(self, self.do_button)
        self._model.itemChanged.connect(lambda _item: self._count())
        self._count()

    def _count(self) -> None:
        chosen = self.chosen()
        self.do_button.setText(self._says(chosen))
        self.do_button.setEnabled(bool(chosen))
