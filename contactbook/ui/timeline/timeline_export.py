"""The menu that writes one person's timeline to a file: text, table or PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMenu

from contactbook.actions import logging, timeline_export, timelines
from contactbook.domain.interactions import ALL_ENTRIES
from contactbook.ui.tasks import Job
from contactbook.ui.timeline import entry_words, timeline_pdf
from contactbook.ui.widgets import icons
from contactbook.wording import timeline_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from contactbook.ui.book_session import BookSession

ENDINGS = {"text": ".txt", "csv": ".csv", "pdf": ".pdf"}


class TimelineExport(QObject):
    """Asks for a file and writes it beside the window's own work."""

    exported = Signal(int, str)
    """How many entries, and the name of the file."""

    def __init__(self, session: BookSession, panel: QWidget) -> None:
        super().__init__(panel)
        self._session = session
        self._panel = panel
        self.contact_id = 0
        self.chosen = ALL_ENTRIES
        """Whose timeline, and which entries of it; set by the panel before the menu opens."""
        self.menu = QMenu(panel)
        for to, words in (
            ("text", self.tr("Export as text …")),
            ("csv", self.tr("Export as table (CSV) …")),
            ("pdf", self.tr("Export as PDF …")),
        ):
            self.menu.addAction(icons.icon("export"), words, lambda to=to: self.choose_file(to))

    def choose_file(self, to: str) -> None:
        """Asks where to write."""
        dialog = QFileDialog(self._panel.window(), self.tr("Export the timeline"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"*{ENDINGS[to]}")
        dialog.setDefaultSuffix(ENDINGS[to])
        dialog.fileSelected.connect(lambda name: self.write(to, Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def write(self, to: str, path: Path) -> None:
        """Writes the file on a thread of its own."""
        book, contact_id, chosen = self._session.book, self.contact_id, self.chosen
        own = logging.own_kinds(book)

        say = timeline_words.teller(own, entry_words.exact)

        def work(_job: Job[Any]) -> int:
            if to == "csv":
                return timeline_export.write_csv(book, contact_id, path, chosen)
            if to == "text":
                return timeline_export.write_text(book, contact_id, path, say, chosen)
            name = timelines.names(book, [contact_id]).get(contact_id, "")
            return timeline_pdf.write(path, name, timelines.timeline(book, contact_id, chosen), own)

        job: Job[Any] = Job(
            work=work,
            owner=self,
            on_done=lambda count: self.exported.emit(count, path.name),
            on_problem=self._session.problem_met.emit,
        )
        self._session.tasks.start(job)
