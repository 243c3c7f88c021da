"""Second step, for tables: what every column becomes, each choice shown on the values that stand there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QScrollArea,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from contactbook.ui.importing import entry_hints
from contactbook.ui.importing.cleaning_list import CleaningList
from contactbook.ui.importing.column_form import ColumnForm
from contactbook.ui.importing.column_model import SAMPLES, SURE, TARGET, ColumnModel
from contactbook.ui.importing.constants_list import ConstantsList
from contactbook.ui.importing.table_form import TableForm
from contactbook.ui.importing.target_words import offers
from contactbook.ui.widgets import theme
from contactbook.ui.widgets.folding_splitter import FoldingSplitter
from contactbook.ui.widgets.picker import Choice, Picker

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from contactbook.actions.import_inspection import InspectedFile, InspectedTable
    from contactbook.actions.import_mappings import Column, Mapping
    from contactbook.ui.importing.import_draft import ImportDraft
    from contactbook.ui.tasks import Tasks

_FORM_WIDTH, _FOLD = 280, 680


class ColumnsPage(QWidget):
    """A list of the columns; Enter, Space or a double click on one chooses what it becomes."""

    keep_wanted = Signal(str, object)
    """A name, and the `Mapping` to be kept under it."""
    met = Signal(object)

    def __init__(self, draft: ImportDraft, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._at: tuple[InspectedFile, InspectedTable] | None = None
        self.tables = QComboBox()
        self.tables.setAccessibleName(self.tr("Table"))
        self.tables.currentIndexChanged.connect(self._show_table)
        self.model = ColumnModel(self)
        self.list = _ColumnList(self.model)
        self.list.wanted.connect(self.choose_target)
        self.list.selectionModel().currentRowChanged.connect(lambda *_: self._show_column())
        self.form = ColumnForm()
        self.form.target_wanted.connect(self.choose_target)
        self.form.changed.connect(self._set_column)
        self.whole = TableForm()
        self.whole.changed.connect(self._set_mapping)
        self.whole.keep_wanted.connect(self._on_keep)
        self.whole.met.connect(self.met)
        self.cleaning = CleaningList(tasks)
        self.cleaning.switched.connect(self._on_switched)
        self.cleaning.offered.connect(self._on_offered)
        self.constants = ConstantsList()
        self.constants.changed.connect(self._set_constants)
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self._lay_out()
        draft.inspected.connect(self._fill)
        self._fill()

    def choose_target(self) -> None:
        """Let the person pick what the column at hand becomes, by typing or from the list."""
        row = self.list.currentIndex().row()
        if self.model.column_at(row) is None:
            return
        choices = [
            Choice(
                offer.words, lambda spec=offer.spec: self._become(spec), place=offer.place, also=offer.also
            )
            for offer in offers(entries=self._of_entries)
        ]
        heading = self.model.column_at(row)
        prompt = self.tr("What does “%1” become?").replace("%1", heading.column.heading if heading else "")
        picker = Picker(self, choices, prompt=prompt, create=None if self._of_entries else self._new_field)
        picker.show_over(self.window())

    def stop(self) -> None:
        """The window goes."""
        self.cleaning.stop()

    def _lay_out(self) -> None:
        side = QScrollArea()
        side.setWidget(self.form)
        side.setAccessibleName(self.tr("About this column"))
        side.setWidgetResizable(True)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        columns = FoldingSplitter(
            (self.list, side), widths=(680, _FORM_WIDTH), heights=(260, 190), fold=_FOLD, gap=theme.SPACE_24
        )
        columns.setContentsMargins(0, theme.SPACE_12, 0, 0)
        self.tabs = QTabWidget()
        self.tabs.addTab(columns, self.tr("Columns"))
        self._of_contacts = [
            self.tabs.addTab(_scrolled(self.constants), self.tr("Same in every row")),
            self.tabs.addTab(_scrolled(self.cleaning), self.tr("Cleaning")),
        ]
        """Pages that a table of entries has not."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_12)
        layout.addWidget(self.tables)
        layout.addWidget(self.whole)
        layout.addWidget(self.hint)
        layout.addWidget(self.tabs, 1)

    def _fill(self) -> None:
        """New files, or the same ones read in another way."""
        self.tables.blockSignals(True)
        self.tables.clear()
        for file, table in self._draft.tables:
            name = Path(file.name).name
            self.tables.addItem(f"{name}: {table.name}" if table.name else name, (file.key, table.name))
        self.tables.blockSignals(False)
        self.tables.setVisible(self.tables.count() > 1)
        self._show_table(self.tables.currentIndex())

    def _show_table(self, at: int) -> None:
        tables = self._draft.tables
        self._at = tables[at] if 0 <= at < len(tables) else None
        table = self._at[1] if self._at else None
        self.model.show_table(table)
        self.whole.show_table(table)
        self.constants.show_constants(table.mapping.constants if table is not None else [])
        if table is not None:
            first = next((at for at, one in enumerate(table.columns) if one.ambiguous), 0)
            self.list.setCurrentIndex(self.model.index(first, 0))
        self._show_column()
        self._tell(table)
        self._look()

    @property
    def _of_entries(self) -> bool:
        """Whether the table lists purchases and the like."""
        return self._at is not None and bool(self._at[1].mapping.entries)

    def _look(self) -> None:
        """Find out what cleaning would do; entries are taken as they stand."""
        for page in self._of_contacts:
            self.tabs.setTabVisible(page, not self._of_entries)
        if self._at is not None and not self._of_entries:
            self.cleaning.look(self._draft.paths, self._draft.options())

    def _on_offered(self, rules: int) -> None:
        """Say on the tab that there is something to decide."""
        words = self.tr("Cleaning (%1 offered)").replace("%1", str(rules)) if rules else self.tr("Cleaning")
        self.tabs.setTabText(self._of_contacts[-1], words)

    def _tell(self, table: InspectedTable | None) -> None:
        """The one thing that the person should look at first."""
        words = ""
        if table is not None and self._of_entries and (told := entry_hints.hint(table)):
            words = told
        elif table is not None and table.ambiguous_dates and not table.mapping.date_order:
            words = self.tr("Some dates can be read in two ways. Please say above how they are written.")
        elif table is not None and table.double_encoded and not table.mapping.mend:
            words = self.tr("Some text was encoded twice (“MÃ¼nchen”). Cleaning can repair it.")
        tone = "warning" if words else "muted"
        if table is not None and not words and (kept := self._draft.kept_used.get(table.fingerprint)):
            words = self.tr("Mapped as “%1”, which was kept for these headings.").replace("%1", kept)
        elif table is not None and not words and (near := _unused(table)):
            words = self.tr("“%1” was kept for nearly the same headings: “Mapping” above can use it.")
            words = words.replace("%1", near)
        self.hint.setText(words)
        self.hint.setProperty("tone", tone)
        self.hint.style().polish(self.hint)
        self.hint.setVisible(bool(words))

    def _show_column(self) -> None:
        found = self.model.column_at(self.list.currentIndex().row())
        joined = self._joined_with(found.column) if found is not None and not self._of_entries else []
        of_entries = self._at[1].mapping if self._at is not None and self._of_entries else None
        self.form.show_column(found, joined, entries=of_entries)

    def _joined_with(self, column: Column) -> list[str]:
        """The headings of the other columns that become one value together with this one."""
        from contactbook.actions.import_mappings import are_joined

        others = self._at[1].mapping.columns if self._at is not None else []
        return [one.heading for one in others if one is not column and are_joined(one, column)]

    def _new_field(self, name: str) -> Choice:
        words = self.tr("New field “%1”").replace("%1", name)
        return Choice(words, lambda: self._become(f"field:{name}"), icon="add")

    def _become(self, spec: str) -> None:
        from contactbook.actions.import_mappings import from_spec
        from contactbook.actions.import_preview import separator_of

        found = self.model.column_at(self.list.currentIndex().row())
        if found is None:
            return
        if self._of_entries:
            self._set_column(replace(found.column, target=spec))
            return
        made = from_spec(found.column.heading, spec)
        separator = found.column.separator or separator_of(made.target, found.samples)
        kept = {"separator": separator, "ignore": found.column.ignore}
        if made.target == found.column.target:
            kept |= {"order": found.column.order, "type": found.column.type}
        self._set_column(replace(made, **kept))

    def _set_column(self, column: Column) -> None:
        if self._at is None:
            return
        row = self.list.currentIndex().row()
        columns = list(self._at[1].mapping.columns)
        if self._of_entries and column.target not in ("extra", "skip"):  # a field has one column
            kept = {"target": "extra", "confidence": 100}
            columns = [replace(one, **kept) if one.target == column.target else one for one in columns]
        columns[row] = replace(column, confidence=100)
        self._set_mapping(replace(self._at[1].mapping, columns=columns))

    def _set_mapping(self, mapping: Mapping) -> None:
        if self._at is None:
            return
        file, table = self._at
        self._draft.map(file, table, mapping)
        for found in table.columns:
            if mapping.date_order or found.column.order:
                found.ambiguous = False
        self.model.refresh()
        self.whole.show_table(table)
        self.constants.show_constants(mapping.constants)
        self._show_column()
        self._tell(table)
        self._look()

    def _set_constants(self, constants: list[tuple[str, str]]) -> None:
        if self._at is not None:
            self._set_mapping(replace(self._at[1].mapping, constants=constants))

    def _on_switched(self, rule: str, on: bool) -> None:
        if self._at is not None:
            self._set_mapping(replace(self._at[1].mapping, **{rule: on}))

    def _on_keep(self, name: str) -> None:
        if self._at is not None:
            self.keep_wanted.emit(name, self._at[1].mapping)


def _unused(table: InspectedTable) -> str:
    """The name of the mapping that was kept for nearly these headings, unless one of them is in use."""
    from contactbook.actions.import_mappings import applied

    mapping = table.mapping
    if any(applied(kept.mapping, mapping.headings) == mapping for kept in table.near):
        return ""
    return next((kept.name for kept in table.near if kept.mapping.entries == mapping.entries), "")


def _scrolled(content: QWidget) -> QScrollArea:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, theme.SPACE_16, 0, 0)
    column.addWidget(content)
    column.addStretch(1)
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setWidget(inside)
    return made


class _ColumnList(QTableView):
    """Rows of the model; the keys that choose are heard here."""

    wanted = Signal()

    def __init__(self, model: ColumnModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = model
        self._typing = QElapsedTimer()
        self.setModel(model)
        self.setAccessibleName(self.tr("Columns"))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setProperty("kind", "plain")
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.row_height(self.font()))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(SAMPLES, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(0, theme.scaled(170, self.font()))
        header.resizeSection(TARGET, theme.scaled(190, self.font()))
        header.setSectionResizeMode(SURE, QHeaderView.ResizeMode.Fixed)
        for changed in (model.modelReset, model.dataChanged):
            changed.connect(self._fit)
        self.doubleClicked.connect(lambda _index: self.wanted.emit())

    def _fit(self) -> None:
        """The last column as wide as its longest text; to measure every row takes long for hundreds."""
        header = self.horizontalHeader()
        longest = self._columns.longest(SURE)
        width = self.sizeHintForIndex(longest).width() if longest.isValid() else 0
        header.resizeSection(SURE, max(width, header.sectionSizeHint(SURE)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def keyboardSearch(self, search: str) -> None:
        """Typing goes by the headings, in whatever column the keyboard was."""
        self._typing.start()
        self.setCurrentIndex(self._columns.index(self.currentIndex().row(), 0))
        super().keyboardSearch(search)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self._is_typing():
            self.keyboardSearch(" ")  # "Column 12" has one in it
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2):
            self.wanted.emit()
        else:
            super().keyPressEvent(event)

    def _is_typing(self) -> bool:
        """Whether what is typed now goes on with what was typed before."""
        pause = QApplication.keyboardInputInterval()
        return self._typing.isValid() and self._typing.elapsed() < pause
