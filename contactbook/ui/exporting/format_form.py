"""As what contacts are written: the format in plain words, what it is good for, its columns, Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QWidget

from contactbook.ui.exporting.column_list import ColumnList
from contactbook.ui.widgets import theme
from contactbook.wording import export_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

TABLES = ("csv", "xlsx")
"""Formats whose columns can be chosen."""
_BOX_WIDTH = 380


class FormatForm(QWidget):
    """The part of a form that is the same for contacts of a book and for those of other files."""

    changed = Signal()
    """Another format was chosen."""
    ticked = Signal()
    """Other columns were chosen."""

    def __init__(
        self,
        formats: Iterable[str],
        columns: Collection[str] = (),
        labels: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.format = QComboBox()
        for to in formats:
            self.format.addItem(export_words.title(to), to)
        self.format.setMaxVisibleItems(self.format.count())
        self.purpose = QLabel()
        self.purpose.setProperty("tone", "muted")
        self.purpose.setWordWrap(True)
        self.for_excel = QCheckBox(self.tr("Made for &Excel: it calculates no cell that begins with = + - @"))
        self.columns = ColumnList(columns, labels)
        self._columns_label = QLabel(self.tr("&Columns"))
        self._columns_label.setBuddy(self.columns.list)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.SPACE_16)
        self._grid.setVerticalSpacing(theme.SPACE_8)
        self._grid.setColumnStretch(1, 1)
        self._add(1, self.tr("&As"), self.format)
        self._grid.addWidget(self.purpose, 2, 1)
        self._grid.addWidget(self._columns_label, 3, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self.columns, 3, 1)
        self._grid.addWidget(self.for_excel, 4, 1)
        self.format.currentIndexChanged.connect(self._on_changed)
        self.columns.changed.connect(self.ticked)
        self._show()

    def add_above(self, text: str, box: QWidget) -> None:
        """A question that comes before."""
        self._add(0, text, box)
        QWidget.setTabOrder(box, self.format)

    @property
    def to(self) -> str:
        """The format that is chosen."""
        return str(self.format.currentData())

    def choose(self, to: str) -> None:
        """Choose a format; an unknown one the first."""
        self.format.setCurrentIndex(max(0, self.format.findData(to)))

    @property
    def chosen(self) -> tuple[str, ...]:
        """The columns, empty for all of them."""
        return self.columns.chosen() if self.to in TABLES else ()

    @property
    def excel(self) -> bool:
        """Whether the table is made for Excel."""
        return self.to == "csv" and self.for_excel.isChecked()

    @property
    def complete(self) -> bool:
        """A table without a column is none."""
        return self.to not in TABLES or bool(self.columns.ticked())

    def _add(self, row: int, text: str, box: QWidget) -> None:
        label = QLabel(text)
        label.setBuddy(box)
        box.setAccessibleName(text.replace("&", ""))
        box.setMinimumWidth(theme.scaled(_BOX_WIDTH, self.font()))
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(box, row, 1)

    def _on_changed(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.purpose.setText(export_words.purpose(self.to))
        self.for_excel.setVisible(self.to == "csv")
        for part in (self._columns_label, self.columns):
            part.setVisible(self.to in TABLES)
