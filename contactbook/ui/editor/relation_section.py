"""People connected with the contact, by their names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from contactbook.domain.contact import Relation
from contactbook.ui.editor.add_buttons import AddButtons
from contactbook.ui.editor.label_box import LabelBox
from contactbook.ui.editor.part_list import PartList
from contactbook.ui.editor.part_row import PartRow
from contactbook.ui.editor.section_editor import SectionEditor
from contactbook.ui.widgets import theme
from contactbook.ui.widgets.spoken_labels import translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from contactbook.domain.contact import Contact

LABELS = (
    "spouse", "partner", "child", "parent", "mother", "father", "brother", "sister", "friend", "relative",
    "assistant", "manager", "colleague", "referred by", "emergency",
)  # fmt: skip


class RelationRow(PartRow):
    """One person by name; `who` is the control that names them, for others to replace by one that links."""

    def __init__(self, parent: QWidget | None = None) -> None:
        name = translated("Person")
        super().__init__(name, LabelBox(LABELS, translated("Relation")), parent=parent)
        self._before = Relation()
        self.who = QLineEdit()
        self.who.setAccessibleName(name)
        self.who.setPlaceholderText(name)
        self.who.textEdited.connect(lambda _text: self._on_changed())
        self.beside.addWidget(self.who, 1)

    def show_part(self, part: Relation) -> None:
        self._before = part
        if self.label is not None:
            self.label.show_word(part.label)
        self.who.setText(part.text or part.uid)
        self.who.setCursorPosition(0)

    def part(self) -> Relation | None:
        before = self._before
        text = self.who.text().strip()
        label = self.label.word if self.label is not None else ""
        if self.who.text() == (before.text or before.uid).replace("\n", " "):
            return replace(before, label=label) if text else None
        return replace(before, text=text, uid="", related_id=None, label=label) if text else None

    def take_focus(self) -> None:
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)


class RelationSection(SectionEditor):
    """Family, friends, assistants; `make_row` is what makes a row, so that links can be offered in it."""

    def __init__(self, make_row: Callable[[], PartRow] = RelationRow, parent: QWidget | None = None) -> None:
        super().__init__(translated("People"), parent)
        self.list = PartList(make_row)
        self.list.changed.connect(self.changed)
        self.layout_rows(self.list)
        self.add = AddButtons([("relation", translated("Person"))])
        self.add.wanted.connect(lambda _key: self.add_row())
        self.layout_widget(self.add, outdent=theme.SPACE_4)

    def add_row(self) -> None:
        """One more person."""
        self.list.add(Relation()).take_focus()

    def show_contact(self, contact: Contact) -> None:
        self.list.show_parts(contact.relations)

    def write_into(self, contact: Contact) -> None:
        contact.relations = self.list.parts()

    def focus_on(self, attribute: str, index: int) -> bool:
        if attribute != "relations":
            return False
        if not self.list.take_focus(index):
            self.add_row()
        return True
