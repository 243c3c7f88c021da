"""All pictures of a contact with their labels: those behind the first, those that only have an address."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from contactbook.domain.contact import Photo
from contactbook.ui.editor import photo_scaling
from contactbook.ui.editor.add_buttons import AddButtons
from contactbook.ui.editor.label_box import LabelBox
from contactbook.ui.editor.part_list import PartList
from contactbook.ui.editor.part_row import PartRow
from contactbook.ui.widgets import icons, theme
from contactbook.ui.widgets.spoken_labels import translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.ui.editor.section_editor import SectionEditor

_SIDE = 28
LABELS = ("portrait", "logo", "signature", "other")


class PictureRow(PartRow):
    """One picture small, its label, and where it lies in the web (it is never fetched)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        label = LabelBox(LABELS, translated("Label of the picture"))
        super().__init__(translated("Picture"), label, parent=parent)
        self._before = Photo()
        self._shown = QLabel()
        side = theme.scaled(_SIDE, self.font())
        self._shown.setFixedSize(QSize(side, side))
        self._shown.setScaledContents(True)
        self.beside.insertWidget(0, self._shown)
        self.address = QLineEdit()
        self.address.setAccessibleName(translated("Web address of the picture"))
        self.address.setPlaceholderText(translated("Web address of the picture"))
        self.address.textEdited.connect(lambda _text: self._on_changed())
        self.beside.addWidget(self.address, 1)

    def show_part(self, part: Photo) -> None:
        self._before = part
        if self.label is not None:
            self.label.show_word(part.label)
        self.address.setText(part.url)
        self.address.setCursorPosition(0)
        image = photo_scaling.image_of(part.data, self._shown.width()) if part.data else None
        if image is None or image.isNull():
            self._shown.setPixmap(icons.icon("link" if part.url else "camera").pixmap(self._shown.size()))
        else:
            square = image.copy(photo_scaling.middle_square(image.size()))
            self._shown.setPixmap(QPixmap.fromImage(square))

    def part(self) -> Photo | None:
        before = self._before
        url = before.url if self.address.text() == before.url else self.address.text().strip()
        made = replace(before, url=url, label=self.label.word if self.label is not None else before.label)
        return made if made.data or made.url else None

    def take_focus(self) -> None:
        self.address.setFocus(Qt.FocusReason.OtherFocusReason)


class PictureList:
    """Rows in another section; shown where there is more to tell than one picture, or when somebody asks."""

    def __init__(self, section: SectionEditor) -> None:
        self.list = PartList(PictureRow)
        self.add = AddButtons([("picture", translated("Web address of a picture"))])
        self.add.wanted.connect(lambda _key: self.list.add(Photo()).take_focus())
        section.layout_rows(self.list)
        section.layout_widget(self.add, outdent=theme.SPACE_4)

    def show_photos(self, photos: Sequence[Photo], *, asked: bool = False) -> None:
        """One row for each; none where the one picture says nothing of itself."""
        tells = asked or len(photos) > 1 or any(photo.url or photo.label for photo in photos)
        self.list.show_parts(photos if tells else [])
        self.add.setVisible(tells)

    def photos(self) -> list[Photo]:
        """The pictures in the order of the rows."""
        return self.list.parts()

    def take_keyboard(self) -> None:
        """To the first row, or to what adds one."""
        if not self.list.take_focus(0):
            self.add.buttons["picture"].setFocus()
