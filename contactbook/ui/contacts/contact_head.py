"""The head of the contact pane: picture, name, work, what can be done at once, and tags."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from contactbook.domain import names
from contactbook.ui.contacts import contact_sections, portrait
from contactbook.ui.widgets import icons, spoken_dates, theme
from contactbook.ui.widgets.avatar import Avatar
from contactbook.ui.widgets.chips import Chip, FlowLayout

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from contactbook.domain.contact import Contact
    from contactbook.domain.names import NameStyle

AVATAR_SIDE, SMALL_AVATAR_SIDE = 72, 40
LONGEST_NAME = 160
"""Characters of a name that are shown; its tool tip has all of them."""
_LONG_WORD = re.compile(r"(\S{20})(?=\S)")
_ZERO_WIDTH_SPACE = "\u200b"


class ContactHead(QWidget):
    """Made once and filled anew for each contact."""

    link_clicked = Signal(str)
    log_clicked = Signal()
    tag_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._low = False
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE_24, theme.SPACE_24, theme.SPACE_24, theme.SPACE_12)
        layout.setSpacing(theme.SPACE_12)
        self._avatar, self._small_avatar = Avatar(AVATAR_SIDE), Avatar(SMALL_AVATAR_SIDE)
        self._small_avatar.hide()
        self.name = _words()
        self.name.setFont(theme.title(self.font()))
        self._below = _words("muted")
        self._gone = _words("danger")
        words = QVBoxLayout()
        words.setSpacing(theme.SPACE_4)
        words.addStretch(1)
        for label in (self.name, self._below, self._gone):
            words.addWidget(label)
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(theme.SPACE_16)
        for avatar in (self._avatar, self._small_avatar):
            top.addWidget(avatar, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        layout.addLayout(top)
        self._links = {"tel:": "", "mailto:": "", "geo:": ""}
        self._buttons = {
            "tel:": self._button("tel:", "phone", self.tr("Call")),
            "mailto:": self._button("mailto:", "email", self.tr("E-mail")),
            "geo:": self._button("geo:", "map", self.tr("Map")),
        }
        self._row = QWidget()
        flow = FlowLayout(self._row, gap=theme.SPACE_8)
        self.log_button = QPushButton(icons.icon("note"), self.tr("Log"))
        self.log_button.setAccessibleName(self.tr("Log an entry"))
        self.log_button.clicked.connect(self.log_clicked)
        for button in (*self._buttons.values(), self.log_button):
            button.setAutoDefault(True)
            flow.addWidget(button)
        layout.addWidget(self._row)
        self._tags = QWidget()
        self._tags.setAccessibleName(self.tr("Tags"))
        self._chips: list[Chip] = []
        self._flow = FlowLayout(self._tags)
        layout.addWidget(self._tags)
        self._tags.hide()
        self._align()

    def show_contact(self, contact: Contact, style: NameStyle = names.USUAL) -> None:
        """Fill the head with this contact; `style` is how the book shows names."""
        shown = names.display_name(contact, style)
        self._show_picture(contact, shown, portrait.picture_of(contact.photos, self.picture_side))
        _say(self.name, shown or self.tr("(no name)"))
        _say(self._below, contact_sections.subtitle(contact))
        gone = ""
        if contact.deleted_at is not None:
            gone = self.tr("In the trash since %1").replace("%1", spoken_dates.moment(contact.deleted_at))
        _say(self._gone, gone)
        for scheme, button in self._buttons.items():
            link = self._links[scheme] = contact_sections.first_link(contact, scheme)
            button.setEnabled(bool(link))
            button.setToolTip(contact_sections.spoken_link(link))
        self._show_tags(contact.tags)

    @property
    def picture_side(self) -> int:
        """Pixels of a side of the picture."""
        return round(AVATAR_SIDE * self.devicePixelRatioF())

    def show_picture(self, contact: Contact, picture: QImage, style: NameStyle = names.USUAL) -> None:
        """A picture that took longer than the rest."""
        self._show_picture(contact, names.display_name(contact, style), picture)

    def _show_picture(self, contact: Contact, shown: str, picture: QImage) -> None:
        photo = None if picture.isNull() else QPixmap.fromImage(picture)
        for avatar in (self._avatar, self._small_avatar):
            avatar.show_contact(contact.id, shown, contact.kind, photo)

    def forget(self) -> None:
        """Drop everything of the contact that was shown."""
        for avatar in (self._avatar, self._small_avatar):
            avatar.show_contact(0, "", "")
        for label in (self.name, self._below, self._gone):
            _say(label, "")
        for scheme, button in self._buttons.items():
            self._links[scheme] = ""
            button.setToolTip("")
        self._show_tags([])

    def set_low(self, low: bool) -> None:
        """In a pane of little height only the name and a small picture are shown; the list has the rest."""
        if low == self._low:
            return
        self._low = low
        self._avatar.setVisible(not low)
        self._small_avatar.setVisible(low)
        self._row.setVisible(not low)
        self._tags.setVisible(bool(self._chips) and not low)
        above = theme.SPACE_8 if low else theme.SPACE_24
        self._column.setContentsMargins(theme.SPACE_24, above, theme.SPACE_24, above // 2)
        self._set_type()

    def _set_type(self) -> None:
        self.name.setFont(theme.strong(self.font()) if self._low else theme.title(self.font()))

    def _align(self) -> None:
        """Beside the picture in a window of either direction, whichever way the name itself is written."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        for label in (self.name, self._below, self._gone):
            label.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def _button(self, scheme: str, icon: str, word: str) -> QPushButton:
        button = QPushButton(icons.icon(icon), word)
        button.clicked.connect(lambda: self.link_clicked.emit(self._links[scheme]))
        return button

    def _show_tags(self, tags: list[str]) -> None:
        if [chip.text() for chip in self._chips] == tags:
            return
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [Chip(tag) for tag in tags]
        for tag, chip in zip(tags, self._chips, strict=True):
            chip.clicked.connect(lambda _on=False, name=tag: self.tag_clicked.emit(name))
            self._flow.addWidget(chip)
        self._tags.setVisible(bool(tags) and not self._low)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()
        elif event.type() == QEvent.Type.FontChange:
            self._set_type()


def _words(tone: str = "") -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    if tone:
        label.setProperty("tone", tone)
    return label


def _say(label: QLabel, text: str) -> None:
    """Words of any length that never make the pane wider: a long one may be broken anywhere."""
    shown = text if len(text) <= LONGEST_NAME else text[:LONGEST_NAME] + "…"
    label.setText(_LONG_WORD.sub(r"\1" + _ZERO_WIDTH_SPACE, shown))
    label.setToolTip(text if shown != text else "")
    label.setVisible(bool(text))
