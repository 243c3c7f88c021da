"""The head of the form: picture, name in one line and in its parts, person or company, star."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from contactbook.domain import names
from contactbook.domain.contact import COMPANY, PERSON, Contact
from contactbook.ui.editor.photo_editor import PhotoEditor
from contactbook.ui.editor.picture_section import PictureList
from contactbook.ui.editor.section_editor import SectionEditor
from contactbook.ui.editor.text_grid import TextGrid
from contactbook.ui.widgets import icons, theme
from contactbook.ui.widgets.spoken_labels import translated

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

PARTS = ("prefix", "given", "middle", "family", "suffix")
"""What the line is taken apart into."""
_WORDS = (
    ("prefix", "Prefix"), ("given", "Given name"), ("middle", "Middle name"), ("family", "Family name"),
    ("suffix", "Suffix"), ("full_name", "Shown as"), ("nickname", "Nickname"),
    ("phonetic_given", "Given name sounds like"), ("phonetic_middle", "Middle name sounds like"),
    ("phonetic_family", "Family name sounds like"), ("file_as", "Filed as"),
)  # fmt: skip


class _NameLine(QLineEdit):
    """A blank line into which several lines are pasted is given a card, not a name."""

    card_pasted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = QGuiApplication.clipboard().text() if event.matches(QKeySequence.StandardKey.Paste) else ""
        if "\n" in text.strip() and not self.text().strip():
            self.card_pasted.emit(text)
        else:
            super().keyPressEvent(event)


class NameSection(SectionEditor):
    """Typing into the line fills the parts, changing a part changes the line; each wins over the other last.

    "Shown as" may be set apart from the parts; then it stays when they change.
    """

    kind_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._shown = Contact()
        self._kind = PERSON
        self._line_edited = False
        self._composed_before = ""
        self.photo = PhotoEditor()
        self.photo.changed.connect(self._on_picture)
        self.photo.details_wanted.connect(self._on_details)
        self.photo.failed.connect(self._on_no_picture)
        self.line = _NameLine()
        self.line.card_pasted.connect(self.card_pasted)
        self.line.setFont(theme.heading(self.font()))
        self.line.textEdited.connect(self._on_line_edited)
        self.parts = TextGrid([(attribute, translated(words)) for attribute, words in _WORDS])
        self.parts.edited.connect(self._on_part_edited)
        self.parts.hide()
        self.disclosure = QPushButton(icons.icon("right", "accent"), self.tr("Parts of the name"))
        self.disclosure.setProperty("kind", "link")
        self.disclosure.setCheckable(True)
        self.disclosure.toggled.connect(self._on_disclosed)
        self._picture_words = QLabel()
        self._picture_words.setProperty("tone", "warning")
        self._picture_words.setWordWrap(True)
        self._picture_words.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(theme.SPACE_4)
        self._kinds = QButtonGroup(self)
        self.kind_buttons: dict[str, QToolButton] = {}
        for kind, icon, words in (
            (PERSON, "person", self.tr("Person")),
            (COMPANY, "company", self.tr("Company")),
        ):
            button = QToolButton()
            button.setText(words)
            button.setIcon(icons.icon(icon))
            button.setIconSize(QSize(theme.ICON_SMALL, theme.ICON_SMALL))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setCheckable(True)
            button.setAccessibleName(words)
            button.clicked.connect(lambda _on, kind=kind: self.choose_kind(kind))
            self._kinds.addButton(button)
            self.kind_buttons[kind] = button
            below.addWidget(button)
        below.addStretch(1)
        self.star = QToolButton()
        self.star.setCheckable(True)
        self.star.setProperty("kind", "plain")
        self.star.setAccessibleName(self.tr("Star"))
        self.star.setToolTip(self.tr("Star"))
        self.star.setIconSize(QSize(theme.ICON_LARGE, theme.ICON_LARGE))
        self.star.toggled.connect(self._draw_star)
        self.star.clicked.connect(lambda _on: self.changed.emit())
        below.addWidget(self.star)
        words = QVBoxLayout()
        words.setSpacing(theme.SPACE_8)
        words.addWidget(self.line)
        words.addLayout(below)
        top = QWidget()
        row = QHBoxLayout(top)
        row.setContentsMargins(0, theme.SPACE_8, 0, 0)
        row.setSpacing(theme.SPACE_16)
        row.addWidget(self.photo, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.layout_widget(top)
        self.layout_widget(self._picture_words)
        self.pictures = PictureList(self)
        self.pictures.list.changed.connect(self._on_picture_row)
        link = QWidget()
        beside = QHBoxLayout(link)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.disclosure)
        beside.addStretch(1)
        self.layout_widget(link, outdent=theme.SPACE_4)
        self.layout_widget(self.parts)

    def show_contact(self, contact: Contact) -> None:
        self._shown = contact
        self._line_edited = False
        self.parts.show_values(contact)
        self._composed_before = names.compose(contact)
        self.star.setChecked(contact.starred)
        self._draw_star(contact.starred)
        self.photo.show_contact(contact)
        self.pictures.show_photos(contact.photos)
        self._picture_words.hide()
        self.line.setText(contact.organization if contact.kind == COMPANY else self._name())
        self.line.setCursorPosition(0)
        self._show_kind(contact.kind)

    def write_into(self, contact: Contact) -> None:
        self.parts.write_into(contact)
        contact.kind = self._kind
        contact.starred = self.star.isChecked()
        contact.photos = self.photo.photos
        if self._kind == COMPANY and self._line_edited:
            before, contact.organization = contact.organization, self.line.text().strip()
            if contact.full_name in ("", before):
                contact.full_name = contact.organization if contact.full_name else ""

    def focus_on(self, attribute: str, index: int) -> bool:
        if attribute in ("", "name") or (attribute == "organization" and self._kind == COMPANY):
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if attribute in self.parts.lines:
            self.disclosure.setChecked(True)
            return self.parts.focus_on(attribute)
        if attribute in ("photos", "starred"):
            (self.photo if attribute == "photos" else self.star).setFocus()
            return True
        return False

    def choose_kind(self, kind: str) -> None:
        """Person or company; a name that stands alone goes along."""
        if kind == self._kind:
            return
        alone = not any(self.parts.values()[part] for part in PARTS) if kind == PERSON else True
        text = self.line.text().strip()
        self._show_kind(kind)
        self._line_edited = True
        if kind == PERSON and alone:
            self._take_apart(text)
        elif kind == PERSON:
            self.line.setText(self._name())
        elif not text or self._shown.organization:
            self.line.setText(self._shown.organization)
        else:
            for part in (*PARTS, "full_name"):
                self.parts.set_text(part, "")
        self.kind_changed.emit(kind)
        self.changed.emit()

    def take_company(self, name: str) -> None:
        """The name of the company, which was typed elsewhere."""
        self.line.setText(name)

    @property
    def kind(self) -> str:
        """Which of the two is chosen."""
        return self._kind

    def _show_kind(self, kind: str) -> None:
        self._kind = kind
        self.kind_buttons[kind].setChecked(True)
        words = self.tr("Name") if kind == PERSON else self.tr("Name of the company")
        self.line.setAccessibleName(words)
        self.line.setPlaceholderText(words)
        self.photo.show_name(self.line.text(), kind)

    def _name(self) -> str:
        """The name as the line shows it: as formatted, otherwise put together from the parts."""
        return self.parts.values()["full_name"] or names.compose(self._of_parts())

    def _of_parts(self) -> Contact:
        values = self.parts.values()
        made = Contact()
        for part in PARTS:
            setattr(made, part, values[part])
        return made

    def _on_line_edited(self, text: str) -> None:
        self._line_edited = True
        self.photo.show_name(text, self._kind)
        if self._kind == PERSON:
            self._take_apart(text)
        self.changed.emit()

    def _take_apart(self, text: str) -> None:
        found = names.parse_full_name(text)
        for part in PARTS:
            self.parts.set_text(part, getattr(found, part))
        self._composed_before = names.compose(self._of_parts())
        self.parts.set_text("full_name", self._composed_before if "," in text else text.strip())

    def _on_part_edited(self, attribute: str) -> None:
        if attribute in PARTS:
            composed = names.compose(self._of_parts())
            if self.parts.values()["full_name"] in ("", self._composed_before):
                self.parts.set_text("full_name", composed)
            self._composed_before = composed
        if self._kind == PERSON:
            self.line.setText(self._name())
        self.changed.emit()

    def _on_disclosed(self, shown: bool) -> None:
        self.parts.setVisible(shown)
        self.disclosure.setIcon(icons.icon("down" if shown else "right", "accent"))

    def _draw_star(self, on: bool) -> None:
        self.star.setIcon(icons.icon("star_filled" if on else "star", "star" if on else "muted"))

    def _on_picture(self) -> None:
        self.pictures.show_photos(self.photo.photos)
        self.changed.emit()

    def _on_picture_row(self) -> None:
        self.photo.take_photos(self.pictures.photos())
        self.changed.emit()

    def _on_details(self) -> None:
        self.pictures.show_photos(self.photo.photos, asked=True)
        self.pictures.take_keyboard()

    def _on_no_picture(self, words: str) -> None:
        self._picture_words.setText(words)
        self._picture_words.show()
