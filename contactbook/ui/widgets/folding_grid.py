"""Widgets side by side in the columns of a section, one under the other where there is no room for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QGridLayout, QWidget

from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_LEAST_COLUMN = 150
"""Pixels at the usual font size that a column needs."""


class FoldingGrid(QWidget):
    """Fills row by row; `columns` is how many there are at the present width."""

    def __init__(
        self,
        columns: int,
        gap: int = theme.SPACE_12,
        parent: QWidget | None = None,
        *,
        least: int = _LEAST_COLUMN,
    ) -> None:
        super().__init__(parent)
        self._least = least
        self._wanted = max(1, columns)
        self.columns = self._wanted
        self._widgets: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(gap)
        self._grid.setVerticalSpacing(theme.SPACE_8)
        self._stretch()

    def add(self, widget: QWidget) -> None:
        """One more, behind the others."""
        self._place(widget, len(self._widgets))
        self._widgets.append(widget)

    def _place(self, widget: QWidget, number: int) -> None:
        self._grid.addWidget(widget, number // self.columns, number % self.columns)

    def _stretch(self) -> None:
        for column in range(self._wanted):
            self._grid.setColumnStretch(column, 1 if column < self.columns else 0)

    def minimumSizeHint(self) -> QSize:
        widths = [widget.minimumSizeHint().width() for widget in self._widgets]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        least = theme.scaled(self._least, self.font())
        columns = max(1, min(self._wanted, event.size().width() // least))
        if columns == self.columns:
            return
        self.columns = columns
        for widget in self._widgets:
            self._grid.removeWidget(widget)
        for number, widget in enumerate(self._widgets):
            self._place(widget, number)
        self._stretch()
        self.updateGeometry()
