"""Last step before an import: exactly what will happen, found out by the import itself, row by row."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from contactbook.domain import names
from contactbook.qtmodels import contact_reads
from contactbook.ui.importing import entry_owner, refused_file
from contactbook.ui.importing.fate_model import FateModel
from contactbook.ui.importing.last_page import LastPage
from contactbook.ui.importing.matching_form import MatchingForm
from contactbook.ui.importing.row_panel import RowPanel
from contactbook.ui.tasks import Job
from contactbook.ui.widgets import theme
from contactbook.ui.widgets.folding_splitter import FoldingSplitter
from contactbook.wording import reports

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.actions.import_checking import CheckResult, OpenedRow
    from contactbook.domain.problems import Problem
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.importing.import_draft import ImportDraft

_STEPS = 1000
_SOON_MS = 150
_PANEL_WIDTH, _FOLD = 340, 720
_TO_DECIDE = ("refused", "duplicate", "no_contact", "several_contacts")
"""Fates that a person should look at first."""


class CheckPage(LastPage):
    """Checks when it is shown and whenever something that bears upon the result was changed."""

    told = Signal(str)
    """Something was done, in a sentence."""
    mended = Signal()
    """What stood in the way of the check before does so no longer."""

    def __init__(self, draft: ImportDraft, session: BookSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._session = session
        self._job: Job[Any] | None = None
        self._opening: Job[Any] | None = None
        self.result: CheckResult | None = None
        self._stale = True
        self._failed = False
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._check)
        self.matching = MatchingForm(_fields(session, unique=True), _fields(session))
        self.matching.changed.connect(self._on_matching)
        self.model = FateModel(draft, self)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("What happens"))
        self.tabs.currentChanged.connect(lambda _at: self._show_rows())
        self.list = self._table()
        self.panel = RowPanel()
        self.panel.decided.connect(self._on_decided)
        self.panel.person_wanted.connect(
            lambda candidates: entry_owner.ask(
                self, session, candidates, lambda contact: self._on_decided({"into": contact})
            )
        )
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.summary.setAlignment(theme.leading(self))
        self.again = QPushButton(self.tr("&Check again"))
        self.again.clicked.connect(self.check)
        self.save_button = QPushButton(self.tr("&Save what is refused …"))
        self.save_button.clicked.connect(self._on_save)
        self._bar = QProgressBar()
        self._bar.setRange(0, _STEPS)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the check"))
        self._lay_out()
        draft.changed.connect(self._on_changed)
        leave_out = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list, self._leave_out)
        leave_out.setContext(Qt.ShortcutContext.WidgetShortcut)

    def enter(self) -> None:
        """The page is shown: check, unless the last check still holds."""
        self.matching.show_options(self._draft.options())
        self.matching.setHidden(self._draft.of_entries)
        if self._stale:
            self.check()
        self.list.setFocus()

    def check(self) -> None:
        """Check anew."""
        self._soon.start(0)

    def stop(self) -> None:
        """Nobody waits for the check any more; nothing of it stays."""
        self._soon.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if self._opening is not None:
            self._opening.cancel()
            self._opening = None
        self.result = None
        self._stale = True
        self.model.show_rows(None)
        self.panel.show_row(None)

    @property
    def possible(self) -> bool:
        """Whether there is a check that still holds and something to import in it."""
        return self.result is not None and not self._stale and self._job is None

    @property
    def button_text(self) -> str:
        """What the last button of the window says."""
        return self.tr("&Import")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.summary, 1)
        head.addWidget(self.save_button)
        head.addWidget(self.again)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.list, 1)
        rows = FoldingSplitter(
            (left, self.panel), widths=(620, _PANEL_WIDTH), heights=(240, 260), fold=_FOLD, gap=theme.SPACE_24
        )
        waiting = QWidget()
        middle = QVBoxLayout(waiting)
        middle.addStretch(1)
        self._words = QLabel()
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        middle.addWidget(self._words)
        middle.addSpacing(theme.SPACE_12)
        middle.addWidget(self._bar)
        middle.addStretch(2)
        self._pages = QStackedWidget()
        self._pages.addWidget(waiting)
        self._pages.addWidget(rows)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_12)
        layout.addWidget(self.matching)
        layout.addLayout(head)
        layout.addWidget(self._pages, 1)

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Rows"))
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setProperty("kind", "plain")
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme.row_height(self.font(), compact=True))
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(0, theme.scaled(80, self.font()))
        header.resizeSection(2, theme.scaled(300, self.font()))
        table.selectionModel().currentRowChanged.connect(lambda *_: self._open_row())
        return table

    def _check(self) -> None:
        if not self._session.is_open or not self._draft.readable:
            return
        if self._job is not None:
            self._job.cancel()
        book, paths, options = self._session.book, list(self._draft.paths), self._draft.options()
        self._bar.setValue(0)
        self._show_waiting(self.tr("Finding out what the import will do …"), bar=True)
        self.summary.setText("")
        self.save_button.hide()
        self.again.setEnabled(False)
        self.model.show_rows(None)
        self._stale = False

        def work(job: Job[Any]) -> CheckResult:
            from contactbook.actions.import_checking import check_import

            return check_import(book, paths, options=options, progress=job.report, cancelled=job.is_cancelled)

        job = self._job = self._session.run(
            work,
            owner=self,
            on_done=lambda result: self._on_checked(job, result),
            on_problem=lambda problem: self._on_problem(job, problem),
            on_progress=lambda done, total, _cards: self._bar.setValue(
                min(_STEPS, round(_STEPS * done / total)) if total else 0
            ),
        )
        self.changed.emit()

    def _on_checked(self, job: Job[Any], result: CheckResult) -> None:
        if job is not self._job:
            return
        self._job = None
        self.result = result
        self.again.setEnabled(True)
        if self._failed:
            self._failed = False
            self.mended.emit()
        self._tell()
        self._pages.setCurrentIndex(1)
        self._fill_tabs(result)
        self.save_button.setVisible(bool(result.report.rejected))
        self.changed.emit()

    def _on_problem(self, job: Job[Any], problem: Problem) -> None:
        if job is self._job:
            self._job = None
            self.result = None
            self._stale = True
            self._failed = True
            self.again.setEnabled(True)
            self._show_waiting(self.tr("The check could not be made. Nothing was changed."), bar=False)
            self.met.emit(problem)
            self.changed.emit()

    def _show_waiting(self, words: str, *, bar: bool) -> None:
        """Instead of the rows."""
        self._words.setText(words)
        self._bar.setVisible(bar)
        self._pages.setCurrentIndex(0)

    def _fill_tabs(self, result: CheckResult) -> None:
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for fate, words in self._fates():
            count = result.count(fate) if fate else len(result.fates)
            if count or not fate:
                at = self.tabs.addTab(f"{words}  {QLocale().toString(count)}")
                self.tabs.setTabData(at, fate)
        worth = [at for at in range(self.tabs.count()) if self.tabs.tabData(at) in _TO_DECIDE]
        self.tabs.setCurrentIndex(worth[0] if worth else 0)
        self.tabs.blockSignals(False)
        self._show_rows()

    def _fates(self) -> tuple[tuple[str, str], ...]:
        return (
            ("", self.tr("All")),
            ("new", self.tr("New")),
            ("updated", self.tr("Updated")),
            ("unchanged", self.tr("Unchanged")),
            ("duplicate", self.tr("Possible duplicates")),
            ("no_contact", self.tr("Nobody found")),
            ("several_contacts", self.tr("Several found")),
            ("refused", self.tr("Refused")),
            ("skipped", self.tr("Left out")),
            ("group", self.tr("Groups")),
        )

    def _show_rows(self) -> None:
        at = self.tabs.currentIndex()
        self.model.show_rows(self.result, self.tabs.tabData(at) if at >= 0 else "")
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0, 0))
        else:
            self.panel.show_row(None)

    def _open_row(self) -> None:
        """Read the row at hand again: its file is gone through up to it, on a thread of its own."""
        row = self.model.row_at(self.list.currentIndex().row())
        result = self.result
        if self._opening is not None:
            self._opening.cancel()
            self._opening = None
        if row is None or result is None or not self._session.is_open:
            self.panel.show_row(None)
            return
        book = self._session.book
        job: Job[Any] = Job(work=lambda _job: result.open_row(book, row), owner=self)
        job.on_done = lambda opened: self._on_opened(job, opened)
        job.on_problem = self.met.emit
        self._opening = job
        self._session.tasks.start(job)

    def _on_opened(self, job: Job[Any], opened: OpenedRow) -> None:
        if job is not self._opening or not self._session.is_open:
            return
        self._opening = None
        row = opened.row
        other = contact_reads.contact_of(self._session.book, row.contact) if row.contact else None
        name = names.display_name(other) if other else ""
        decided = self._draft.decisions.get(row.ref)
        if self._draft.of_entries:
            self.panel.show_entry(
                opened, entry_owner.names(self._session, opened, decided), decided=decided is not None
            )
        else:
            self.panel.show_row(opened, name, decided=decided is not None)

    def _leave_out(self) -> None:
        self._on_decided({"skip": True})

    def _on_decided(self, said: dict[str, Any] | None) -> None:
        """For every row that is selected; a correction only for the one that is open."""
        from contactbook.actions.import_options import Decision

        chosen = {index.row() for index in self.list.selectionModel().selectedRows()}
        single = said is not None and ("cells" in said or "raw" in said or said.get("into"))
        if single:
            chosen = {self.list.currentIndex().row()}
        rows = [row for at in sorted(chosen) if (row := self.model.row_at(at)) is not None]
        refs = [row.ref for row in rows]
        if self.result is not None and (said is None or said.get("into")):
            refs = [ref for row in rows for ref in self.result.of_the_same(row)]
        self._draft.decide(refs, Decision(**said) if said is not None else None)
        self.model.refresh()
        self._open_row()
        self._tell()

    def _on_save(self) -> None:
        if self.result is not None:
            refused_file.ask_where(self.result.report, self, self.save_refused)

    def save_refused(self, path: Path) -> None:
        """Write the refused rows, all of them, to be corrected and imported."""
        if self.result is None or not self._session.is_open:
            return
        book, paths, report = self._session.book, list(self._draft.paths), self.result.report
        options = replace(self._draft.options(), checked=tuple(self.result.sources))

        def work(_job: Job[Any]) -> None:
            from contactbook.actions import importing

            if len(report.rejected) == report.refused:
                importing.save_rejected(report, path, reports.refusal, options.checked)
                return
            again = replace(options, dry_run=True, rejects=path)  # the report lists but the first
            importing.import_files(book, paths, options=again, say=reports.refusal)

        said = self.tr("Saved to %1.").replace("%1", path.name)
        self._session.run(
            work, owner=self, on_done=lambda _done: self.told.emit(said), on_problem=self.met.emit
        )

    def _tell(self) -> None:
        """The summary of the check, or that something was decided since."""
        if self._draft.decisions:
            words = self.tr("%1 decided by you. “Check again” shows the result; the import does the same.")
            self.summary.setText(words.replace("%1", QLocale().toString(len(self._draft.decisions))))
        elif self.result is not None:
            self.summary.setText(reports.import_summary(self.result.report.counts, dry_run=True))

    def _on_matching(self, choices: dict[str, Any]) -> None:
        self._draft.choose(**choices)

    def _on_changed(self) -> None:
        """What was checked no longer holds; while the page is in sight it is checked again at once."""
        self._stale = True
        self.changed.emit()
        if self.isVisible():
            self._soon.start()


def _fields(session: BookSession, *, unique: bool = False) -> list[tuple[str, str]]:
    """Key and label of the custom fields, or of those whose values tell contacts apart."""
    from contactbook.actions.fields import list_fields

    if not session.is_open:
        return []
    found = list_fields(session.book)
    return [(one.key, one.label) for one in found if one.settings.unique or not unique]
