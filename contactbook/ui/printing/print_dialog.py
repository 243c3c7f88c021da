"""Print: what and whom at the left, the page as it will be at the right; nothing is printed unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from contactbook.actions import printing
from contactbook.ui.printing import print_form
from contactbook.ui.printing.address_pages import EnvelopePages, LabelPages
from contactbook.ui.printing.contact_pages import PhonePages, SheetPages
from contactbook.ui.printing.left_out import LeftOutNote
from contactbook.ui.printing.print_form import PrintForm
from contactbook.ui.printing.print_preview import PrintPreview
from contactbook.ui.tasks import Job
from contactbook.ui.widgets import icons, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from contactbook.settings.computer import ComputerSettings
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.exporting.export_dialog import Scope
    from contactbook.ui.printing.paper import Pages

FIRST_SIZE = (860, 620)
_SIDE_WIDTH, _FOLD = 320, 640
"""Pixels at the usual font size."""
_WAIT_MS, _WIDEST = 150, (1 << 24) - 1


class PrintDialog(QDialog):
    """Reads addresses beside the window's own work; the pages themselves are read as they are shown."""

    pdf_wanted = Signal()
    print_wanted = Signal()

    def __init__(
        self,
        session: BookSession,
        scopes: Sequence[Scope],
        settings: ComputerSettings,
        sender: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Print"))
        self.resize(theme.fitting(FIRST_SIZE, self))
        self._session = session
        self._asking: Job[Any] | None = None
        self._mailing: printing.Mailing | None = None
        self.pages: Pages | None = None
        self.form = PrintForm(scopes, settings, sender)
        self.left_out = LeftOutNote()
        self.preview = PrintPreview()
        self.place = QLabel()
        self.back, self.on = QToolButton(), QToolButton()
        self.pdf_button = QPushButton(self.tr("Save as PDF …"))
        self.print_button = QPushButton(self.tr("Print …"))
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._wait = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._wait.timeout.connect(self._read)
        self.form.changed.connect(self._on_changed)
        self.preview.turned.connect(lambda: self.place.setText(self.preview.words()))
        self.back.clicked.connect(lambda: self.preview.turn(-1))
        self.on.clicked.connect(lambda: self.preview.turn(1))
        self.pdf_button.clicked.connect(self.pdf_wanted)
        self.print_button.clicked.connect(self.print_wanted)
        self.finished.connect(self._stop)
        session.closing.connect(self.close)
        self._read()

    def _lay_out(self) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, theme.SPACE_8, 0)
        column.setSpacing(theme.SPACE_16)
        column.addWidget(self.form)
        column.addWidget(self.left_out)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setWidget(side)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for button, icon, words in (
            (self.back, "left", self.tr("Page before")),
            (self.on, "right", self.tr("Next page")),
        ):
            button.setIcon(icons.icon(icon))
            button.setAccessibleName(words)
            button.setToolTip(words)
        turning = QHBoxLayout()
        turning.setSpacing(theme.SPACE_8)
        turning.addStretch(1)
        for control in (self.back, self.place, self.on):
            turning.addWidget(control)
        turning.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(theme.SPACE_8)
        right.addWidget(self.preview, 1)
        right.addLayout(turning)
        self._middle.setSpacing(theme.SPACE_16)
        self._middle.addWidget(self._area)
        self._middle.addLayout(right, 1)
        head = QLabel(self.windowTitle())
        head.setFont(theme.heading(self.font()))
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setProperty("kind", "quiet")
        cancel.clicked.connect(self.close)
        self.print_button.setProperty("kind", "primary")
        self.print_button.setDefault(True)
        foot = QHBoxLayout()
        foot.setSpacing(theme.SPACE_8)
        foot.addStretch(1)
        for button in (cancel, self.pdf_button, self.print_button):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.SPACE_24,) * 4)
        layout.setSpacing(theme.SPACE_16)
        layout.addWidget(head)
        layout.addLayout(self._middle, 1)
        layout.addLayout(foot)

    def _on_changed(self) -> None:
        """Read anew when nothing was chosen or typed for a moment."""
        self._wait.start()

    def _read(self) -> None:
        """Whom the choice means, on a thread of its own."""
        self._stop()
        if not self._session.is_open:
            return
        book, scope, what = self._session.book, self.form.chosen_scope, self.form.what

        def work(job: Job[Any]) -> tuple[Sequence[int], printing.Mailing | None]:
            ids = scope.ids()
            if what in (print_form.LABELS, print_form.ENVELOPES):
                return ids, printing.mailing(book, ids, cancelled=job.is_cancelled)
            return ids, None

        self._asking = Job(
            work=work, owner=self, on_done=self._on_read, on_problem=self._session.problem_met.emit
        )
        self._session.tasks.start(self._asking)

    def _on_read(self, found: tuple[Sequence[int], printing.Mailing | None]) -> None:
        ids, mailing = found
        self._mailing = mailing
        self.pages = self._made(ids)
        self.left_out.tell(mailing)
        self.preview.show_pages(self.pages)
        for button in (self.pdf_button, self.print_button):
            button.setEnabled(bool(self.pages.units))

    def _made(self, ids: Sequence[int]) -> Pages:
        pieces = self._mailing.pieces if self._mailing is not None else []
        match self.form.what:
            case print_form.LABELS:
                return LabelPages(pieces, self.form.sheet, self.form.first.value() - 1)
            case print_form.ENVELOPES:
                return EnvelopePages(pieces, self.form.envelope_chosen, self.form.sender_text.toPlainText())
            case print_form.SHEETS:
                return SheetPages(self._session, ids, self.form.page)
            case _:
                label = self.form.chosen_scope.label
                return PhonePages(self._session, ids, self.form.page, label.partition(": ")[2] or label)

    def _stop(self) -> None:
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        folded = event.size().width() < theme.scaled(_FOLD, self.font())
        way = QBoxLayout.Direction.TopToBottom if folded else QBoxLayout.Direction.LeftToRight
        self._middle.setDirection(way)
        width = theme.scaled(_SIDE_WIDTH, self.font())
        self._area.setFixedWidth(width) if not folded else self._area.setMinimumWidth(0)
        if folded:
            self._area.setMaximumWidth(_WIDEST)
