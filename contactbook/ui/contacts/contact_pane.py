"""The right pane: everything about one contact, well set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from contactbook.domain import names
from contactbook.qtmodels import contact_reads
from contactbook.ui.contacts import contact_sections
from contactbook.ui.contacts.contact_sections import Section, sections, subtitle
from contactbook.ui.contacts.value_line import ValueLine
from contactbook.ui.widgets import icons, spoken_dates, theme
from contactbook.ui.widgets.avatar import Avatar
from contactbook.ui.widgets.chips import Chip, FlowLayout
from contactbook.wording import steps

if TYPE_CHECKING:
    from contactbook.domain.changes import Changes
    from contactbook.domain.contact import Contact
    from contactbook.ui.book_session import BookSession

_ACTIONS = (("tel:", "phone", "Call"), ("mailto:", "email", "E-mail"), ("geo:", "map", "Map"))
_AVATAR_SIDE = 72
_SETTLE_MS = 25
"""Milliseconds that the selection must rest before the pane is built, so that arrow keys need not wait."""


class ContactPane(QWidget):
    """Shows one contact of the session's book, or nothing; follows every change of it."""

    tag_clicked = Signal(str)
    copied = Signal(str)

    def __init__(self, session: BookSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._contact_id: int | None = None
        self.setAccessibleName(self.tr("Contact"))
        self.setProperty("surface", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._content: QWidget | None = None
        self._settled = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settled.timeout.connect(self._rebuild)
        session.changed.connect(self._on_changed)
        session.closing.connect(self._on_closing)
        self._put(self._empty())

    def show_contact(self, contact_id: int | None) -> None:
        """Show this contact (None: nothing) as soon as the selection rests."""
        if contact_id == self._contact_id:
            return
        self._contact_id = contact_id
        self._settled.start()

    @property
    def contact_id(self) -> int | None:
        """Whom the pane shows or is about to show."""
        return self._contact_id

    def _on_changed(self, changes: Changes) -> None:
        if self._contact_id is not None and changes.touches(self._contact_id):
            self._settled.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:  # the links carry the colour of the theme in them
            self._settled.start()

    def _on_closing(self) -> None:
        self._contact_id = None
        self._settled.stop()
        self._put(self._empty())

    def _rebuild(self) -> None:
        found = None
        if self._session.is_open and self._contact_id is not None:
            found = contact_reads.contact_of(self._session.book, self._contact_id)
        self._put(self._empty() if found is None else self._card(found))

    def _put(self, content: QWidget) -> None:
        if self._content is not None:
            self._layout.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        self._layout.addWidget(content)

    def _empty(self) -> QWidget:
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setAlignment(Qt.AlignmentFlag.AlignCenter)
        picture = QLabel()
        picture.setPixmap(icons.pixmap("card", 48, "line", self.devicePixelRatioF()))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = QLabel(self.tr("Select a contact to see it here."))
        words.setProperty("tone", "muted")
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(picture)
        layout.addWidget(words)
        return box

    def _card(self, contact: Contact) -> QWidget:
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head(contact))
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        tabs.addTab(self._details(contact), self.tr("Details"))
        tabs.addTab(self._history(contact), self.tr("History"))
        tabs.setAccessibleName(self.tr("Details and history"))
        layout.addWidget(tabs, 1)
        return box

    def _head(self, contact: Contact) -> QWidget:
        head = QWidget()
        layout = QVBoxLayout(head)
        layout.setContentsMargins(theme.SPACE_24, theme.SPACE_24, theme.SPACE_24, theme.SPACE_12)
        layout.setSpacing(theme.SPACE_12)
        top = QHBoxLayout()
        top.setSpacing(theme.SPACE_16)
        shown = names.display_name(contact)
        avatar = Avatar(_AVATAR_SIDE)
        avatar.show_contact(contact.id, shown, contact.kind, _photo(contact))
        top.addWidget(avatar, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.SPACE_4)
        words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        name = _plain(shown or self.tr("(no name)"))
        name.setFont(theme.title(self.font()))
        words.addWidget(name)
        if below := subtitle(contact):
            label = _plain(below)
            label.setProperty("tone", "muted")
            words.addWidget(label)
        if contact.deleted_at is not None:
            gone = _plain(
                self.tr("In the trash since %1").replace("%1", spoken_dates.moment(contact.deleted_at))
            )
            gone.setProperty("tone", "danger")
            words.addWidget(gone)
        top.addLayout(words, 1)
        layout.addLayout(top)
        layout.addLayout(self._buttons(contact))
        if contact.tags:
            layout.addWidget(self._tags(contact))
        return head

    def _buttons(self, contact: Contact) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_8)
        for scheme, icon, word in _ACTIONS:
            link = contact_sections.first_link(contact, scheme)
            button = QPushButton(icons.icon(icon), self.tr(word))
            button.setIconSize(QSize(theme.ICON_SMALL, theme.ICON_SMALL))
            button.setEnabled(bool(link))
            button.setToolTip(link)
            button.clicked.connect(lambda _on=False, address=link: _open(address))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _tags(self, contact: Contact) -> QWidget:
        box = QWidget()
        box.setAccessibleName(self.tr("Tags"))
        flow = FlowLayout(box)
        for tag in contact.tags:
            chip = Chip(tag)
            chip.clicked.connect(lambda _on=False, name=tag: self.tag_clicked.emit(name))
            flow.addWidget(chip)
        return box

    def _details(self, contact: Contact) -> QWidget:
        inside, layout = _page()
        for section in sections(contact):
            layout.addWidget(self._section(section))
        layout.addWidget(self._footer(contact))
        layout.addStretch(1)
        return _scrolled(inside, self.tr("Details"))

    def _section(self, section: Section) -> QWidget:
        box = QWidget()
        box.setAccessibleName(section.title)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, theme.SPACE_12, 0, theme.SPACE_4)
        layout.setSpacing(0)
        layout.addWidget(_section_title(section.title, self))
        for line in section.lines:
            widget = ValueLine(line)
            widget.link_clicked.connect(_open)
            widget.copied.connect(self.copied)
            layout.addWidget(widget)
        return box

    def _footer(self, contact: Contact) -> QLabel:
        words = [self.tr("Added %1").replace("%1", spoken_dates.moment(contact.created_at))]
        if contact.updated_at > contact.created_at:
            words.append(self.tr("changed %1").replace("%1", spoken_dates.moment(contact.updated_at)))
        label = _plain(", ".join(words))
        label.setFont(theme.small(self.font()))
        label.setProperty("tone", "muted")
        label.setContentsMargins(0, theme.SPACE_16, 0, theme.SPACE_16)
        return label

    def _history(self, contact: Contact) -> QWidget:
        inside, layout = _page()
        rows = contact_reads.steps_of(self._session.book, contact.id)
        for row in rows:
            line = contact_sections.Line(spoken_dates.moment(row.at), steps.label(row.action, row.data))
            widget = ValueLine(line)
            widget.setToolTip(spoken_dates.exact(row.at))
            layout.addWidget(widget)
        if not rows:
            layout.addWidget(_plain(self.tr("Nothing is recorded for this contact.")))
        layout.addStretch(1)
        return _scrolled(inside, self.tr("History"))


def _photo(contact: Contact) -> QPixmap | None:
    for photo in contact.photos:
        picture = QPixmap()
        if photo.data and picture.loadFromData(photo.data):
            return picture
    return None


def _open(address: str) -> None:
    """Hand an address to the system; only of the kinds that `contact_sections` makes."""
    if address.startswith(("tel:", "mailto:", "geo:", *contact_sections.WEB_SCHEMES)):
        QDesktopServices.openUrl(QUrl(address))


def _plain(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _section_title(text: str, pane: QWidget) -> QLabel:
    label = QLabel(text)
    label.setFont(theme.strong(theme.small(pane.font())))
    label.setProperty("tone", "muted")
    label.setContentsMargins(0, 0, 0, theme.SPACE_4)
    return label


def _page() -> tuple[QWidget, QVBoxLayout]:
    inside = QWidget()
    layout = QVBoxLayout(inside)
    layout.setContentsMargins(theme.SPACE_24, theme.SPACE_8, theme.SPACE_16, theme.SPACE_16)
    layout.setSpacing(0)
    return inside, layout


def _scrolled(inside: QWidget, name: str) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    area.setAccessibleName(name)
    return area
