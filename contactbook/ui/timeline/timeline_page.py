"""The Timeline tab: what is next, the form for a new entry, the filter, and the entries by day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from contactbook.actions import logging, timelines
from contactbook.actions.mail_sources import holds_mail
from contactbook.domain.interactions import GIVING
from contactbook.domain.rhythm import AMBER, RED
from contactbook.qtmodels.timeline_model import Entry, IdRole, ItemRole, TimelineModel
from contactbook.ui.contacts.contact_tab import ContactTab
from contactbook.ui.importing.file_drops import dropped_files
from contactbook.ui.timeline import entry_words
from contactbook.ui.timeline.entry_actions import EntryActions
from contactbook.ui.timeline.entry_form import EntryForm
from contactbook.ui.timeline.entry_writing import EntryWriting
from contactbook.ui.timeline.line_delegate import LineDelegate, Look
from contactbook.ui.timeline.line_list import LineList
from contactbook.ui.timeline.timeline_export import TimelineExport
from contactbook.ui.timeline.timeline_filter import TimelineFilter
from contactbook.ui.timeline.totals_panel import TotalsPanel
from contactbook.ui.widgets import icons, theme
from contactbook.ui.widgets.empty_state import EmptyState
from contactbook.wording import timeline_words

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent

    from contactbook.domain.changes import Changes
    from contactbook.ui.book_session import BookSession

LOW_HEIGHT = 240
"""Below this height (pixels at 100 % font) the entries have all the room."""
_TONES = {"purchase": "success", "donation": "success", "done": "success", "case": "warning"}


class TimelinePage(ContactTab):
    """Follows one contact of the session's book; what it writes is told by `written`."""

    written = Signal(object)
    """`Changes` of what was just done here, to be told with Undo."""
    follow_up_wanted = Signal(object)
    """The id of a follow-up that is still to be done, to be gone to."""

    def __init__(self, session: BookSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._contact_id: int | None = None
        self._wanted = 0
        self.setAcceptDrops(True)
        self.model = TimelineModel(entry_words.describe, self)
        self.list = LineList(self.tr("Timeline"), self.model, EntryDelegate())
        self.entries = EntryActions(session, self.list, self.model)
        self.form = EntryForm()
        self.writing = EntryWriting(session, self.form)
        self.filter = TimelineFilter()
        self.next = QLabel()
        self.totals = TotalsPanel(session)
        self.open_form = QPushButton(icons.icon("add"), self.tr("Log an entry"))
        self.more = QToolButton()
        self.empty = EmptyState()
        self.export = TimelineExport(session, self)
        self._lists = QStackedWidget()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list)

    def show_contact(self, contact_id: int | None) -> None:
        """Shows the timeline of this contact; what was typed for another one is dropped."""
        if contact_id != self._contact_id:
            self._contact_id = contact_id
            self.filter.clear()
            self._close_form()
            self._read_people()
        self.refresh()

    def refresh(self) -> None:
        """Reads the timeline anew; the row in hand stays."""
        if self._contact_id is None or not self._session.is_open:
            self.model.forget()
            return
        book, contact_id = self._session.book, self._contact_id
        own = logging.own_kinds(book)
        held = self.list.currentIndex().data(IdRole) if self.list.currentIndex().isValid() else 0
        kinds = timelines.kinds(book, contact_id)
        self.filter.show_kinds(kinds, own)
        self.totals.show_contact(contact_id if kinds.keys() & set(GIVING) else 0)
        self.export.contact_id, self.export.chosen = contact_id, self.filter.chosen
        self.model.show(self._session.reader, contact_id, self.filter.chosen, own)
        self._take_in_hand(held)
        self._say_next()
        self.open_form.setVisible(not book.read_only and self.form.isHidden())
        self._lists.setCurrentIndex(0 if self.model.entries else 1)
        if not self.model.entries:
            self._say_why_empty()

    def go_to(self, interaction_id: int) -> None:
        """Takes an entry in hand, as soon as its contact is shown."""
        self._wanted = interaction_id
        if self.model.row_of(interaction_id) >= 0:
            self._take_in_hand(0)

    def _take_in_hand(self, held: int) -> None:
        """The entry that is wanted, or the one that was in hand before."""
        row = self.model.row_of(self._wanted or held)
        if row < 0:
            return
        self.list.go_to_row(row)
        if self._wanted:
            self._wanted = 0
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_entry(self) -> None:
        """Opens the form for a new entry and puts the keyboard in it."""
        if self._contact_id is not None:
            self.writing.start(self._contact_id)
        self._show_form()
        self.form.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def edit(self, entry: Entry) -> None:
        """Opens the form with an entry."""
        self.writing.open(entry)
        self._show_form()
        self.form.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Nothing of the book stays here, nor on the disk in the clear."""
        self._contact_id, self._wanted = None, 0
        self._close_form()
        self.filter.clear()
        self.filter.show_kinds({}, ())
        self.filter.show_people({})
        self.next.clear()
        self.totals.forget()
        self.model.forget()
        self.entries.wipe()

    def _read_people(self) -> None:
        """A company's timeline can be narrowed to one of its people."""
        if not self._session.is_open or self._contact_id is None:
            self.filter.show_people({})
            return
        people = timelines.people_of(self._session.book, self._contact_id)
        self.filter.show_people(timelines.names(self._session.book, people))

    def _on_written(self, changes: Changes) -> None:
        self._close_form()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.written.emit(changes)

    def _close_form(self) -> None:
        self.form.clear()
        self.form.hide()
        self._fit()
        self.more.show()
        self.open_form.setVisible(self._session.is_open and not self._session.book.read_only)

    def _show_form(self) -> None:
        self.form.show()
        self._fit()
        self.open_form.hide()
        self.more.hide()

    def _fit(self) -> None:
        """Nothing narrows the list while a form is open; in a low pane one of them has all the room."""
        writing = not self.form.isHidden()
        least = theme.scaled(LOW_HEIGHT, self.font())
        low = self.height() < least
        crowded = writing and self.height() < least + self.form.sizeHint().height()
        self.filter.setVisible(not low and not writing)
        self.next.setVisible(not low and not crowded and bool(self.next.text()))
        self.totals.setVisible(not low and not writing and bool(self.totals.words.text()))
        self._lists.setVisible(not crowded)
        whole = QSizePolicy.Policy.Maximum if crowded else QSizePolicy.Policy.Fixed
        self.form.setSizePolicy(QSizePolicy.Policy.Preferred, whole)

    def _on_form_left(self) -> None:
        self._close_form()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_key(self, key: int, _text: str) -> None:
        entries = self.entries.selected()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_E) and entries:
            self.edit(entries[0])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and entries:
            self.entries.delete()

    def _say_next(self) -> None:
        """The rhythm with its numbers, and the most urgent follow-up."""
        book, contact_id = self._session.book, self._contact_id or 0
        now = QDateTime.currentMSecsSinceEpoch()
        found = timelines.rhythm(book, contact_id)
        said = [timeline_words.rhythm(found, now)]
        for task in timelines.open_follow_ups(book, contact_id)[:1]:
            due = entry_words.due_of(task.due_at, timed=task.timed)
            said.append(
                self.tr("Next: %1").replace("%1", " · ".join(each for each in (task.title, due) if each))
            )
        self.next.setProperty("tone", {AMBER: "warning", RED: "danger"}.get(found.light(now), "muted"))
        self.next.style().unpolish(self.next)
        self.next.style().polish(self.next)
        self.next.setAlignment(theme.leading(self))
        self.next.setText("\n".join(part for part in said if part))
        self._fit()

    def _say_why_empty(self) -> None:
        chosen = self.filter.chosen
        if chosen.kinds or chosen.text.strip() or chosen.since or chosen.contact_id:
            self.empty.say(
                "search",
                self.tr("No such entry"),
                self.tr("No entry fits the filter."),
                [(self.tr("Show everything"), self._show_everything)],
            )
        else:
            self.empty.say(
                "chat",
                self.tr("Nothing logged yet"),
                self.tr("Calls, e-mails, meetings, purchases and notes appear here. Press L to log one."),
            )

    def _show_everything(self) -> None:
        self.filter.clear()
        self.refresh()

    def _lay_out(self) -> None:
        self.next.setWordWrap(True)
        self.next.setTextFormat(Qt.TextFormat.PlainText)
        self.more.setIcon(icons.icon("more"))
        self.more.setAccessibleName(self.tr("Export the timeline"))
        self.more.setToolTip(self.tr("Export the timeline"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(self.export.menu)
        top = QHBoxLayout()
        top.setSpacing(theme.SPACE_8)
        top.addWidget(self.open_form)
        top.addStretch(1)
        top.addWidget(self.more)
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(theme.SPACE_24, theme.SPACE_12, theme.SPACE_24, theme.SPACE_8)
        column.setSpacing(theme.SPACE_8)
        for part in (self.next, self.form):
            column.addWidget(part)
        column.addLayout(top)
        column.addWidget(self.totals)
        column.addWidget(self.filter)
        column.addStretch(1)
        self.form.hide()
        self._lists.addWidget(self.list)
        self._lists.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self._lists, 1)

    def _connect(self) -> None:
        self.writing.written.connect(self._on_written)
        self.writing.follow_up_wanted.connect(self._on_form_left)
        self.writing.follow_up_wanted.connect(self.follow_up_wanted)
        self.writing.entry_wanted.connect(self._on_form_left)
        self.writing.entry_wanted.connect(self.go_to)
        self.form.left.connect(self._on_form_left)
        self.totals.told.connect(self._fit)
        self.open_form.clicked.connect(self.start_entry)
        self.filter.changed.connect(self.refresh)
        self.list.key_pressed.connect(self._on_key)
        self.list.doubleClicked.connect(lambda index: self._on_key(Qt.Key.Key_Return, ""))
        self.entries.edit_wanted.connect(self.edit)
        self.entries.written.connect(self.written)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, theme.SPACE_32)  # a low pane shows what fits of this page, and all of the others

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        files = dropped_files(event.mimeData())
        if self._contact_id is not None and files and not holds_mail(files):
            event.acceptProposedAction()
        else:
            event.ignore()  # e-mail is for the window, which knows whom it is about

    def dropEvent(self, event: QDropEvent) -> None:
        files = dropped_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.start_entry()
            self.form.add_files(files)


class EntryDelegate(LineDelegate):
    """Entries with the sign of their kind, days above them."""

    def look(self, index: QModelIndex | QPersistentModelIndex) -> Look | None:
        found = index.data(ItemRole)
        if isinstance(found, date):
            return Look(entry_words.day_heading(found))
        if not isinstance(found, Entry):
            return None
        first = entry_words.title(found.what) or timeline_words.kind(found.kind)
        end = entry_words.clock(found.what.occurred_at)
        tone = _TONES.get(found.kind.key, "accent")
        return Look(first, entry_words.facts(found), end, found.kind.icon, tone)
