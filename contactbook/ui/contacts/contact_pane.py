"""The right pane: everything about one contact, well set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from contactbook.qtmodels import contact_links, contact_reads, field_reads
from contactbook.ui.contacts import contact_sections, link_sections
from contactbook.ui.contacts.contact_head import ContactHead
from contactbook.ui.contacts.contact_history import ContactHistory
from contactbook.ui.contacts.contact_tab import ContactTab
from contactbook.ui.contacts.detail_list import DetailList
from contactbook.ui.contacts.portrait import Portrait
from contactbook.ui.widgets import icons, spoken_dates, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from contactbook.domain.changes import Changes
    from contactbook.domain.contact import Contact
    from contactbook.domain.form_sections import ShownSection
    from contactbook.ui.book_session import BookSession

_SETTLE_MS = 25
"""Milliseconds that the selection must rest before the pane is filled, so that arrow keys need not wait."""
LOW_HEIGHT = 300
"""Below this height (pixels at 100 % font) the head of the pane makes itself small."""


class ContactPane(QWidget):
    """Shows one contact of the session's book, or nothing; follows every change of it."""

    tag_clicked = Signal(str)
    copied = Signal(str)
    edit_wanted = Signal(str, int)
    """A value was clicked, or E pressed: attribute of the contact, and which of its parts."""
    about_to_leave = Signal()
    """Another contact is about to be shown while a form covers the pane."""
    link_wanted = Signal(str)
    """A click on a contact that this one is linked with, or on what the pane can do (see `link_sections`)."""
    escaped = Signal()
    """Esc was pressed while a form covers the pane."""

    def __init__(self, session: BookSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._contact_id: int | None = None
        self._cover: QWidget | None = None
        self.setAccessibleName(self.tr("Contact"))
        self.setProperty("surface", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.head = ContactHead()
        self._portrait = Portrait(session, self.head, self)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Details and history"))
        self.details = DetailList(self.tr("Details"))
        self._steps = ContactHistory(session, self)
        self.history = self._steps.list
        self._lists = QStackedWidget()
        self._added: list[ContactTab] = []
        for words, widget in ((self.tr("Details"), self.details), (self.tr("History"), self.history)):
            self.tabs.addTab(words)
            self._lists.addWidget(widget)
            widget.link_clicked.connect(self._on_link)
            widget.copied.connect(self.copied)
        self.head.link_clicked.connect(_open)
        self.head.tag_clicked.connect(self.tag_clicked)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self._picture = QLabel()
        self._empty, self._card = self._lay_out_empty(), self._lay_out_card()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._empty)
        layout.addWidget(self._card)
        self._card.hide()
        self.details.edit_wanted.connect(self.edit_wanted)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settled.timeout.connect(self._fill)
        session.changed.connect(self._on_changed)
        session.closing.connect(self._on_closing)

    def show_contact(self, contact_id: int | None) -> None:
        """Show this contact (None: nothing) as soon as the selection rests."""
        if contact_id == self._contact_id:
            return
        if self._cover is not None:
            self.about_to_leave.emit()
        self._contact_id = contact_id
        self._settled.start()

    def add_tab(self, words: str, tab: ContactTab) -> None:
        """A further tab, before the history."""
        at = self.tabs.count() - 1
        self._added.append(tab)
        self._lists.insertWidget(at, tab)
        self.tabs.insertTab(at, words)

    def tab_of(self, tab: ContactTab) -> int:
        """Where a tab that was added stands."""
        return self._lists.indexOf(tab)

    def cover(self, form: QWidget) -> None:
        """Show a form in place of the contact."""
        self._cover = form
        layout = self.layout()
        assert layout is not None
        layout.addWidget(form)
        form.show()
        form.setFocus(Qt.FocusReason.OtherFocusReason)  # hiding what has it would move it to the list
        self._empty.hide()
        self._card.hide()

    def uncover(self, edited: Contact | None = None) -> None:
        """Show the contact again; one that has just been edited also before the book has it."""
        if self._cover is not None:
            self._cover.hide()
            self._cover = None
            self._settled.stop()
            if edited is not None and edited.id == self._contact_id:
                self._show(edited)
            else:
                self._fill()

    @property
    def is_covered(self) -> bool:
        """Whether a form stands in place of the contact."""
        return self._cover is not None

    def take_focus(self) -> None:
        """The keyboard to what is shown: the form, or the list of the tab in front."""
        for part in (self._cover, self._lists.currentWidget(), self.tabs):
            if part is not None and part.isVisible():
                part.setFocus(Qt.FocusReason.OtherFocusReason)
                if self.isAncestorOf(self.window().focusWidget()):
                    return

    def focus_details(self) -> None:
        """The keyboard to the list of the contact's values."""
        if self.details.isVisible():
            self.details.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def contact_id(self) -> int | None:
        """Whom the pane shows or is about to show."""
        return self._contact_id

    def _lay_out_empty(self) -> QWidget:
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(theme.SPACE_24, theme.SPACE_24, theme.SPACE_24, theme.SPACE_24)
        layout.setSpacing(theme.SPACE_8)
        words = QLabel(self.tr("Select a contact to see it here."))
        words.setProperty("tone", "muted")
        words.setWordWrap(True)
        layout.addStretch(1)
        for label in (self._picture, words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        layout.addStretch(1)
        self._draw_picture()
        return box

    def _lay_out_card(self) -> QWidget:
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        row = _TabRow()
        beside = QHBoxLayout(row)
        beside.setContentsMargins(theme.SPACE_12, 0, theme.SPACE_12, 0)  # the words stand 12 further in
        beside.addWidget(self.tabs)
        beside.addStretch(1)
        layout.addWidget(row)
        layout.addWidget(self._lists, 1)
        return box

    def _draw_picture(self) -> None:
        self._picture.setPixmap(icons.pixmap("card", 48, "line", self.devicePixelRatioF()))

    def _fill(self) -> None:
        found = None
        if self._session.is_open and self._contact_id is not None:
            found = contact_reads.shown_contact(self._session.book, self._contact_id)
        if found is None:
            self._empty_all()
            return
        self._show(found)

    def _show(self, found: Contact) -> None:
        book = self._session.book
        self.head.show_contact(found, contact_reads.name_style(book))
        self._portrait.follow(found)
        shown = contact_sections.sections(found, self._form_of(found))
        shown = link_sections.with_links(shown, found, contact_links.links_of(book, found))
        self.details.show_sections(shown, self._closing_words(found))
        self._on_tab_changed(self.tabs.currentIndex())
        self._empty.hide()
        self._card.setVisible(self._cover is None)

    def _form_of(self, contact: Contact) -> list[ShownSection]:
        """The sections in which the custom fields of a contact stand."""
        return field_reads.form_for(self._session.book, contact) if contact.fields else []

    def _closing_words(self, contact: Contact) -> str:
        words = [self.tr("Added %1").replace("%1", spoken_dates.moment(contact.created_at))]
        if contact.updated_at > contact.created_at:
            words.append(self.tr("changed %1").replace("%1", spoken_dates.moment(contact.updated_at)))
        return ", ".join(words)

    def _empty_all(self) -> None:
        """Nothing of a contact stays behind in any widget."""
        self._card.hide()
        self._empty.setVisible(self._cover is None)
        self.head.forget()
        self._portrait.forget()
        self.details.show_sections([])
        for tab in self._added:
            tab.forget()
        self._steps.forget()

    def _on_tab_changed(self, tab: int) -> None:
        """The history and what was added are only asked for when somebody looks at them."""
        self._lists.setCurrentIndex(tab)
        if not self._session.is_open or self._contact_id is None:
            return
        shown = self._lists.currentWidget()
        if isinstance(shown, ContactTab):
            shown.show_contact(self._contact_id)
        elif shown is self.history:
            self._steps.show_contact(self._contact_id)

    def _on_link(self, address: str) -> None:
        if address.startswith(link_sections.INSIDE):
            self.link_wanted.emit(address)
        else:
            _open(address)

    def _on_changed(self, changes: Changes) -> None:
        if self._contact_id is not None and changes.touches(self._contact_id):
            self._settled.start()

    def _on_closing(self) -> None:
        self._contact_id = None
        self._settled.stop()
        self._empty_all()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.head.set_low(self.height() < theme.scaled(LOW_HEIGHT, self.font()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_picture()


class _TabRow(QWidget):
    """Holds the tabs and draws the line under them from edge to edge."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.current().line)
        painter.end()


def _open(address: str) -> None:
    """Hand an address to the system; only of the kinds that `contact_sections` makes."""
    if address.startswith(("tel:", "mailto:", "geo:", *contact_sections.WEB_SCHEMES)):
        QDesktopServices.openUrl(QUrl(address))
