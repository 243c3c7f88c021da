"""First step: the files, what they were recognised as, and how their text looks when it is read so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from contactbook.ui.importing import format_words
from contactbook.ui.importing.reading_form import ReadingForm
from contactbook.ui.widgets import icons, theme
from contactbook.ui.widgets.empty_state import EmptyState
from contactbook.ui.widgets.folding_splitter import FoldingSplitter
from contactbook.wording import problems
from contactbook.wording.speech import say_number

if TYPE_CHECKING:
    from contactbook.actions.import_inspection import InspectedFile
    from contactbook.ui.importing.import_draft import ImportDraft

_LIST_WIDTH, _FOLD = 260, 680


class SourcePage(QWidget):
    """The list of files at the left, the one that is chosen at the right."""

    files_wanted = Signal()
    """Somebody wants to choose more files."""
    pasted = Signal()
    """Somebody pressed the keys for pasting."""

    def __init__(self, draft: ImportDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self.files = QListWidget()
        self.files.setAccessibleName(self.tr("Files"))
        self.files.setProperty("kind", "plain")
        self.files.setIconSize(self.files.iconSize() * 1.2)
        self.files.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.files.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.files.currentRowChanged.connect(self._show)
        self.form = ReadingForm()
        self.form.chosen.connect(self._on_chosen)
        self.recognised = QLabel()
        self.recognised.setWordWrap(True)
        self.recognised.setTextFormat(Qt.TextFormat.PlainText)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(theme.fixed(self.font()))
        self.text.setAccessibleName(self.tr("Beginning of the file"))
        self._empty = EmptyState()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._lay_out())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, self.pasted.emit)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        remove = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.files, self._remove)
        remove.setContext(Qt.ShortcutContext.WidgetShortcut)
        draft.inspected.connect(self._fill)
        self._fill()

    def _lay_out(self) -> QWidget:
        more = QPushButton(icons.icon("add"), self.tr("&Add files …"))
        more.setProperty("kind", "quiet")
        more.clicked.connect(self.files_wanted)
        self.remove_button = QPushButton(self.tr("&Remove"))
        self.remove_button.setProperty("kind", "quiet")
        self.remove_button.clicked.connect(self._remove)
        below = QHBoxLayout()
        below.addWidget(more)
        below.addWidget(self.remove_button)
        below.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(theme.SPACE_8)
        left.addWidget(self.files, 1)
        left.addLayout(below)
        right = QVBoxLayout()
        right.setSpacing(theme.SPACE_12)
        right.addWidget(self.recognised)
        right.addWidget(self.form)
        right.addWidget(self.text, 1)
        self._below = QWidget()
        """Takes the room where there is no text, so that what is said stays at the top."""
        right.addWidget(self._below, 1)
        parts = [QWidget(), QWidget()]
        for part, column in zip(parts, (left, right), strict=True):
            column.setContentsMargins(0, 0, 0, 0)
            part.setLayout(column)
        both = FoldingSplitter(
            parts, widths=(_LIST_WIDTH, 700), heights=(130, 400), fold=_FOLD, main=1, gap=theme.SPACE_24
        )
        return both

    def _fill(self) -> None:
        chosen = max(0, self.files.currentRow())
        self.files.blockSignals(True)
        self.files.clear()
        for file in self._draft.files:
            item = QListWidgetItem(icons.icon("error" if file.problem else "file"), Path(file.name).name)
            item.setToolTip(file.path)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{file.name}: {_kind(file)}")
            self.files.addItem(item)
        self.files.blockSignals(False)
        if self._draft.files:
            self._pages.setCurrentIndex(1)
            self.files.setCurrentRow(min(chosen, len(self._draft.files) - 1))
            self._show(self.files.currentRow())
        else:
            self._pages.setCurrentIndex(0)
            self._empty.say(
                "import",
                self.tr("Which files?"),
                self.tr(
                    "Drop them here, choose them, or paste a table or cards that you copied. vCard, CSV, "
                    "Excel, LibreOffice, LDIF and zip archives are understood."
                ),
                [(self.tr("Choose files …"), self.files_wanted.emit)],
            )

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self._draft.files):
            return
        file = self._draft.files[row]
        self.form.show_file(file)
        if file.problem is not None:
            sentence = problems.sentence(file.problem)
            self._say(f"{sentence.what} {sentence.why} {sentence.remedy}", "danger")
        else:
            doubtful = file.guessed or self._draft.mixed
            self._say(self._recognised(file), "warning" if doubtful else "")
        self.text.setPlainText(file.text)
        self.text.setVisible(bool(file.text) or file.problem is None)
        self._below.setVisible(not self.text.isVisibleTo(self))

    def _recognised(self, file: InspectedFile) -> str:
        words = [_kind(file)]
        if file.tables:
            rows = sum(table.row_count for table in file.tables)
            count = say_number(rows, "1 row", "{n} rows")
            if not all(table.counted for table in file.tables):
                sheets = any(table.name for table in file.tables)
                count = (self.tr("more than %1") if sheets else self.tr("about %1")).replace("%1", count)
            words.append(count)
        words.append(QLocale().formattedDataSize(file.size))
        said = "  ·  ".join(words)
        if file.guessed:
            said += "\n" + (
                self.tr("The encoding was guessed. If letters look wrong below, choose another one.")
                if file.encoding_guessed
                else self.tr("What the columns mean was guessed. The next step shows it.")
            )
        if self._draft.mixed:
            said += "\n" + self.tr(
                "Some of these files list contacts, others purchases and the like. Remove one sort, and "
                "import it afterwards."
            )
        if sum(table.double_encoded for table in file.tables):
            said += "\n" + self.tr(
                "Some text was encoded twice (“MÃ¼nchen”); the next step offers to repair it."
            )
        return said

    def _say(self, words: str, tone: str) -> None:
        self.recognised.setText(words)
        self.recognised.setProperty("tone", tone)
        self.recognised.style().polish(self.recognised)

    def _current(self) -> InspectedFile | None:
        row = self.files.currentRow()
        return self._draft.files[row] if 0 <= row < len(self._draft.files) else None

    def _on_chosen(self, name: str, value: str) -> None:
        if (file := self._current()) is not None:
            self._draft.read_as(file, **{name: value})

    def _remove(self) -> None:
        if (file := self._current()) is not None:
            self._draft.remove(file)


def _kind(file: InspectedFile) -> str:
    kind = format_words.said(format_words.FORMATS, file.format)
    if file.program:
        return f"{kind}, {format_words.program_words(file.program)}"
    return kind
