"""What holds for a whole table: a kept mapping, the country of its phones, the order of its dates, tags."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QWidget,
)

from contactbook.domain import countries
from contactbook.domain.problems import Problem
from contactbook.ui.widgets import labelled, theme
from contactbook.ui.widgets.folding_grid import FoldingGrid

if TYPE_CHECKING:
    from contactbook.actions.import_inspection import InspectedTable
    from contactbook.actions.import_mappings import Mapping

_TAGS = "tags"
_LEAST = 190
"""Pixels that a field needs."""


class TableForm(QWidget):
    """Hands back a whole mapping whenever something of it is changed here."""

    changed = Signal(object)
    """The `Mapping` as it shall be."""
    keep_wanted = Signal(str)
    """Keep the mapping in the book under this name."""
    met = Signal(object)
    """The `Problem` of a file with a mapping."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.has_book = True
        """Whether there is a book to keep a mapping in."""
        self._table: InspectedTable | None = None
        self._kept = QPushButton(self.tr("&Mapping"))
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._kept.setMenu(self._menu)
        self.country = QComboBox()
        self.country.setAccessibleName(self.tr("Country of phone numbers"))
        self.country.addItem(self.tr("none: full numbers only"), "")
        for code in sorted(countries.every_code(), key=countries.name):
            self.country.addItem(countries.name(code), code)
        self.country.activated.connect(lambda at: self._change(country=self.country.itemData(at)))
        self.order = QComboBox()
        self.order.setAccessibleName(self.tr("Order of dates"))
        for words, order in (
            (self.tr("as each column shows"), ""),
            (self.tr("Day, month, year"), "dmy"),
            (self.tr("Month, day, year"), "mdy"),
            (self.tr("Year, month, day"), "ymd"),
        ):
            self.order.addItem(words, order)
        self.order.activated.connect(lambda at: self._change(date_order=self.order.itemData(at)))
        self.tags = QLineEdit()
        self.tags.setPlaceholderText(self.tr("Fair 2026, prospects"))
        self.tags.setAccessibleName(self.tr("Tags for every row"))
        self.tags.editingFinished.connect(self._on_tags)
        self.currency = QLineEdit()
        self.currency.setPlaceholderText("EUR")
        self.currency.setMaxLength(3)
        self.currency.setAccessibleName(self.tr("Currency of amounts without one"))
        self.currency.editingFinished.connect(self._on_currency)
        self.source = QLineEdit()
        self.source.setPlaceholderText(self.tr("by file name"))
        self.source.setToolTip(self.tr("Whose numbers of orders these are: two shops may give the same one."))
        self.source.setAccessibleName(self.tr("Shop or program that the numbers of orders are of"))
        self.source.editingFinished.connect(self._on_source)
        self._lay_out()

    def show_table(self, table: InspectedTable | None) -> None:
        """This table; None disables all."""
        self._table = table
        self.setEnabled(table is not None)
        if table is None:
            return
        mapping = table.mapping
        self.country.setCurrentIndex(max(0, self.country.findData(mapping.country)))
        self.order.setCurrentIndex(max(0, self.order.findData(mapping.date_order)))
        self.tags.setText(", ".join(value for spec, value in mapping.constants if spec == _TAGS))
        self.currency.setText(mapping.currency)
        self.source.setText(mapping.source)
        self._tags_box.setVisible(not mapping.entries)
        for box in (self._currency_box, self._source_box):
            box.setVisible(bool(mapping.entries))

    def _lay_out(self) -> None:
        for box in (self.country, self.order):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
        self._tags_box = _labelled(self.tr("&Tags for all"), self.tags)
        self._currency_box = _labelled(self.tr("Default c&urrency"), self.currency)
        self._source_box = _labelled(self.tr("Sho&p"), self.source)
        last = QWidget()
        either = QHBoxLayout(last)
        either.setContentsMargins(0, 0, 0, 0)
        either.setSpacing(theme.SPACE_12)
        either.addWidget(self._tags_box)
        either.addWidget(self._currency_box, 1)
        either.addWidget(self._source_box, 2)
        fields = FoldingGrid(3, theme.SPACE_24, least=_LEAST)
        for box in (
            _labelled(self.tr("&Country of phones"), self.country),
            _labelled(self.tr("&Dates are written"), self.order),
            last,
        ):
            fields.add(box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_24)
        row.addWidget(fields, 1)
        row.addWidget(self._kept, 0, Qt.AlignmentFlag.AlignBottom)

    def _fill_menu(self) -> None:
        self._menu.clear()
        table = self._table
        if table is None:
            return
        offered = [*table.kept, *table.near]
        for kept in offered:
            self._menu.addAction(
                self.tr("Use “%1”").replace("%1", kept.name), lambda kept=kept: self._apply(kept.mapping)
            )
        if offered:
            self._menu.addSeparator()
        if self.has_book:
            self._menu.addAction(self.tr("&Keep in this book …"), self._ask_name)
            self._menu.addSeparator()
        self._menu.addAction(self.tr("&Load from a file …"), self._choose_file)
        self._menu.addAction(self.tr("&Save to a file …"), self._choose_target)

    def _change(self, **values: object) -> None:
        if self._table is not None:
            self.changed.emit(replace(self._table.mapping, **values))

    def _on_tags(self) -> None:
        if self._table is None:
            return
        names = [name.strip() for name in self.tags.text().split(",") if name.strip()]
        others = [pair for pair in self._table.mapping.constants if pair[0] != _TAGS]
        constants = others + [(_TAGS, name) for name in names]
        if constants != self._table.mapping.constants:
            self._change(constants=constants)

    def _on_currency(self) -> None:
        currency = self.currency.text().strip().upper()
        if self._table is not None and currency != self._table.mapping.currency:
            self._change(currency=currency)

    def _on_source(self) -> None:
        source = " ".join(self.source.text().split())
        if self._table is not None and source != self._table.mapping.source:
            self._change(source=source)

    def _apply(self, mapping: Mapping) -> None:
        """A mapping from elsewhere, laid over the headings of this table."""
        from contactbook.actions.import_mappings import applied

        if self._table is not None:
            self.changed.emit(applied(mapping, self._table.mapping.headings))

    def _ask_name(self) -> None:
        asked = QInputDialog(self)
        asked.setWindowTitle(self.tr("Keep the mapping"))
        asked.setLabelText(self.tr("It is offered again for files with the same headings. Name:"))
        asked.setTextValue(self._table.mapping.dialect.title() if self._table is not None else "")
        asked.textValueSelected.connect(lambda name: name.strip() and self.keep_wanted.emit(name.strip()))
        asked.open()

    def _choose_file(self) -> None:
        chooser = QFileDialog(self, self.tr("Load a mapping"))
        chooser.setNameFilters([self.tr("Mappings (*.json)"), self.tr("All files (*)")])
        chooser.fileSelected.connect(lambda name: self.load(Path(name)))
        chooser.open()

    def _choose_target(self) -> None:
        chooser = QFileDialog(self, self.tr("Save the mapping"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("json")
        chooser.fileSelected.connect(lambda name: self.save(Path(name)))
        chooser.open()

    def load(self, path: Path) -> None:
        """Take the mapping in a file."""
        from contactbook.actions.import_mappings import load_mapping

        try:
            mapping = load_mapping(path)
        except Problem as problem:
            self.met.emit(problem)
        else:
            self._apply(mapping)

    def save(self, path: Path) -> None:
        """Write the mapping to a file, for another book or the command line."""
        from contactbook.actions.import_mappings import save_mapping_file

        if self._table is None:
            return
        try:
            save_mapping_file(self._table.mapping, path)
        except Problem as problem:
            self.met.emit(problem)


def _labelled(words: str, field: QWidget) -> QWidget:
    label = QLabel(words)
    label.setProperty("tone", "muted")
    return labelled.above(label, field)
