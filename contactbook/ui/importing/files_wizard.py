"""A window that takes files: which ones, what their columns become, and a last step of its own.

The import window checks in it, the window for converting writes a file. Every step can be gone back from.
The pages of the later steps are built one by one once the first is shown: all together they would stop it.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from contactbook.domain.problems import Problem
from contactbook.ui.importing.columns_page import ColumnsPage
from contactbook.ui.importing.file_drops import ENDINGS, dropped_files
from contactbook.ui.importing.import_draft import ImportDraft
from contactbook.ui.importing.source_page import SourcePage
from contactbook.ui.importing.step_bar import StepBar
from contactbook.ui.messages.message_bar import SUCCESS, MessageBar
from contactbook.ui.widgets import theme
from contactbook.ui.widgets.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from contactbook.actions.import_mappings import Mapping
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.importing.last_page import LastPage
    from contactbook.ui.importing.pasted_files import PastedFiles

_SIZE = (1040, 700)
SOURCE, COLUMNS, LAST = range(3)


class FilesWizard(QDialog):
    """The steps and the way through them; `make_last`, `last_words` and `finish` are the window's own."""

    def __init__(
        self,
        session: BookSession,
        parent: QWidget,
        *,
        pasted: PastedFiles,
        folder: str = "",
        rows_are: str = "",
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        room = self.screen().availableSize().expandedTo(parent.window().size())
        self.resize(QSize(*(theme.scaled(side, self.font()) for side in _SIZE)).boundedTo(room))
        self.session = session
        self._folder = folder
        self._pasted = pasted
        self.keeps_pasted = False
        self.draft = ImportDraft(session, self, rows_are=rows_are)
        self.steps = StepBar()
        self.messages = MessageBar()
        self.source = SourcePage(self.draft)
        self.pages = QStackedWidget()
        for page in (self.source, QWidget(), QWidget()):
            self.pages.addWidget(page)
        self._lay_out()
        self.source.files_wanted.connect(self.choose_files)
        self.source.pasted.connect(self.paste)
        self.draft.failed.connect(self.messages.say_problem)
        self.draft.inspected.connect(self._on_inspected)
        self.draft.inspecting.connect(lambda _on: self._update())
        self.draft.changed.connect(self._update)
        session.closing.connect(self.close)
        self._turns = Turns(self)
        self._go(SOURCE)

    @cached_property
    def columns(self) -> ColumnsPage:
        """The page of the second step."""
        page = ColumnsPage(self.draft, self.session.tasks)
        page.whole.has_book = self.session.is_open
        page.keep_wanted.connect(self._keep)
        page.met.connect(self.messages.say_problem)
        _put(self.pages, COLUMNS, page)
        return page

    @cached_property
    def last(self) -> LastPage:
        """The page of the last step."""
        page = self.make_last()
        page.met.connect(self.messages.say_problem)
        page.changed.connect(self._update)
        _put(self.pages, LAST, page)
        return page

    def make_last(self) -> LastPage:
        """The page of the last step."""
        raise NotImplementedError

    def last_words(self) -> str:
        """What the last step is called."""
        raise NotImplementedError

    def finish(self) -> None:
        """Do what the last step is for."""
        raise NotImplementedError

    def give_up(self) -> None:
        """Somebody pressed Cancel."""
        self.close()

    def add(self, paths: Sequence[Path]) -> None:
        """More files."""
        self.draft.add(paths)

    def begin_with(self, paths: Sequence[Path]) -> None:
        """Show the window, then take these files: a thread that reads would slow the showing."""
        self.open()
        if paths:
            self._turns.then(lambda: self.add(paths))
        else:
            self._turns.then(lambda: self.columns, lambda: self.last)

    def choose_files(self) -> None:
        """Let the person pick more files."""
        dialog = QFileDialog(self, self.tr("Import contacts"), self._folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setOption(QFileDialog.Option.HideNameFilterDetails)
        endings = " ".join(f"*.{ending}" for ending in ENDINGS)
        dialog.setNameFilters([self.tr("Contacts (%1)").replace("%1", endings), self.tr("All files (*)")])
        dialog.filesSelected.connect(lambda chosen: self.add([Path(name) for name in chosen]))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def paste(self) -> None:
        """Take files, a table or cards from the clipboard."""
        data = QGuiApplication.clipboard().mimeData()
        self._take(data)

    def _take(self, data: QMimeData) -> None:
        paths = dropped_files(data)
        if paths:
            self.add(paths)
        elif data.hasText() and data.text().strip():
            try:
                pasted = self._pasted.add(data.text(), self.tr("Pasted"))
            except Problem as problem:
                self.messages.say_problem(problem)
                return
            self.add([pasted])

    def _lay_out(self) -> None:
        self.back = QPushButton(self.tr("&Back"))
        self.back.clicked.connect(lambda: self._go(self._before()))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setProperty("kind", "quiet")
        self.cancel.clicked.connect(self.give_up)
        self.next = QPushButton()
        self.next.setProperty("kind", "primary")
        self.next.setDefault(True)
        self.next.clicked.connect(self._on_next)
        foot = QHBoxLayout()
        foot.setSpacing(theme.SPACE_8)
        foot.addWidget(self.cancel)
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.next)
        inside = QVBoxLayout()
        inside.setContentsMargins(theme.SPACE_24, theme.SPACE_24, theme.SPACE_24, theme.SPACE_16)
        inside.setSpacing(theme.SPACE_16)
        inside.addWidget(self.steps)
        inside.addWidget(self.pages, 1)
        inside.addLayout(foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(inside, 1)
        layout.addWidget(self.messages)

    def _go(self, step: int) -> None:
        page = (lambda: self.source, lambda: self.columns, lambda: self.last)[step]()
        self.pages.setCurrentWidget(page)
        if step == COLUMNS:
            self.columns.list.setFocus()
        elif step == LAST:
            self.last.enter()
        else:
            self.source.files.setFocus()
        self._update()

    def _path(self) -> list[int]:
        """The steps that there are: columns only for tables."""
        return [SOURCE, COLUMNS, LAST] if self.draft.tables or not self.draft.files else [SOURCE, LAST]

    def _before(self) -> int:
        path = self._path()
        here = self.pages.currentIndex()
        return path[max(0, path.index(here) - 1)] if here in path else SOURCE

    def _after(self) -> int:
        path = self._path()
        return path[min(len(path) - 1, path.index(self.pages.currentIndex()) + 1)]

    def _update(self) -> None:
        path, here = self._path(), self.pages.currentIndex()
        if here not in path:
            self._go(SOURCE)
            return
        words = {SOURCE: self.tr("Files"), COLUMNS: self.tr("Columns"), LAST: self.last_words()}
        self.steps.show_steps([words[step] for step in path], path.index(here))
        self.back.setEnabled(here != SOURCE)
        self.next.setText(self.last.button_text if here == LAST else self.tr("&Next"))
        ready = bool(self.draft.readable) and not self.draft.busy and not self.draft.mixed
        self.next.setEnabled(self.last.possible if here == LAST else ready)

    def _on_inspected(self) -> None:
        self._update()
        self._turns.then(lambda: self.columns, lambda: self.last)
        if not self.draft.files and self.pages.currentIndex() != SOURCE:
            self._go(SOURCE)

    def _on_next(self) -> None:
        if self.pages.currentIndex() == LAST:
            self.finish()
        else:
            self._go(self._after())

    def _keep(self, name: str, mapping: Mapping) -> None:
        from contactbook.actions.import_mappings import keep_mapping

        said = self.tr("Kept as “%1”, and offered again for files like this one.").replace("%1", name)
        self.session.write(
            keep_mapping,
            name,
            mapping,
            owner=self,
            on_done=lambda _changes: self.messages.say(said, tone=SUCCESS),
            on_problem=self.messages.say_problem,
        )

    def done(self, result: int) -> None:
        """Every way out goes through here: nothing goes on behind a closed window."""
        self._turns.stop()
        for name in ("last", "columns"):
            if name in vars(self):
                getattr(self, name).stop()
        self.draft.stop()
        if not self.keeps_pasted:
            self._pasted.wipe()
        super().done(result)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()) or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._take(event.mimeData())
        self._go(SOURCE)


def _put(pages: QStackedWidget, step: int, page: QWidget) -> None:
    """Put a page in the place that was held for it."""
    held = pages.widget(step)
    pages.insertWidget(step, page)
    if held is not None:
        pages.removeWidget(held)
        held.deleteLater()
