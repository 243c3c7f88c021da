"""The columns of a table of ours to tick, with one step for all and none."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

ROWS, LEAST_ROWS = 7, 3
_SHEET = Template(
    "QListWidget { border: 1px solid $line; border-radius: 6px; padding: 2px; }"
    "QListWidget:focus { border: 2px solid $accent; padding: 1px; }"
    "QListWidget::item:selected { background: $soft_accent; color: $text; }"
)
_TICKED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class ColumnList(QWidget):
    """Space ticks, arrows move."""

    changed = Signal()
    """Something was ticked or unticked."""

    def __init__(
        self, chosen: Collection[str], labels: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        from contactbook.actions import export_tables

        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Columns"))
        for name in export_tables.columns(labels):
            item = QListWidgetItem(name)  # as it stands in the file
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setFlags(_TICKED | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = not chosen or name in chosen
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setSpacing(2)
        self.list.setStyleSheet(_SHEET.substitute(theme.current().names()))
        self.list.itemChanged.connect(lambda _item: self.changed.emit())
        row = self.fontMetrics().height() + theme.SPACE_8
        self.list.setMinimumHeight(LEAST_ROWS * row)
        self.list.setMaximumHeight(ROWS * row)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SPACE_4)
        for text, state in (
            (self.tr("All"), Qt.CheckState.Checked),
            (self.tr("None"), Qt.CheckState.Unchecked),
        ):
            button = QPushButton(text)
            button.setProperty("kind", "link")
            button.setAccessibleName(self.tr("%1 of the columns").replace("%1", text))
            button.clicked.connect(lambda _checked=False, state=state: self._tick_all(state))
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_4)
        layout.addWidget(self.list)
        layout.addLayout(buttons)

    def ticked(self) -> list[str]:
        """The ticked columns, in order."""
        items = [self.list.item(row) for row in range(self.list.count())]
        names = [item for item in items if item.checkState() == Qt.CheckState.Checked]
        return [str(item.data(Qt.ItemDataRole.UserRole)) for item in names]

    def chosen(self) -> tuple[str, ...]:
        """The ticked columns, empty for all of them."""
        ticked = self.ticked()
        return () if len(ticked) == self.list.count() else tuple(ticked)

    def _tick_all(self, state: Qt.CheckState) -> None:
        for row in range(self.list.count()):
            self.list.item(row).setCheckState(state)
