"""The tags of a contact: chips, and a line to add one more, old or new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QSizePolicy, QWidget

from contactbook.domain.folding import fold
from contactbook.ui.editor.section_editor import SectionEditor
from contactbook.ui.widgets import theme
from contactbook.ui.widgets.chips import Chip, FlowLayout
from contactbook.ui.widgets.spoken_labels import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from contactbook.domain.contact import Contact


class TagSection(SectionEditor):
    """Enter or a comma ends a tag; the cross or Delete on a chip takes it away.

    Args:
        known: gives the names of all tags of the book; asked when somebody begins to type.
        parent: as usual.
    """

    def __init__(self, known: Callable[[], Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(translated("Tags"), parent)
        self._known = known
        self._tags: list[str] = []
        self._chips: list[Chip] = []
        self._names = QStringListModel(self)
        box = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        box.setSizePolicy(policy)
        self._flow = FlowLayout(box)
        self.line = QLineEdit()
        self.line.setAccessibleName(self.tr("Add a tag"))
        self.line.setPlaceholderText(self.tr("Add a tag"))
        self.line.setFixedWidth(theme.scaled(150, self.font()))
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(completer)
        completer.activated.connect(lambda _text: self._take_line())
        self.line.returnPressed.connect(self._take_line)
        self.line.editingFinished.connect(self._take_line)
        self.line.textEdited.connect(self._on_typed)
        self._flow.addWidget(self.line)
        self.layout_widget(box)

    @property
    def tags(self) -> list[str]:
        """The tags as they now are; what stands in the line counts as one."""
        typed = self.line.text().strip().rstrip(",").strip()
        return self._tags + ([typed] if typed and not self._has(typed) else [])

    def show_contact(self, contact: Contact) -> None:
        self.line.clear()
        self._show(list(contact.tags))

    def write_into(self, contact: Contact) -> None:
        contact.tags = self.tags

    def focus_on(self, attribute: str, index: int) -> bool:
        if attribute == "tags":
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        return attribute == "tags"

    def remove(self, tag: str) -> None:
        """Take a tag away."""
        self._show([each for each in self._tags if each != tag])
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _has(self, tag: str) -> bool:
        return fold(tag) in map(fold, self._tags)

    def _show(self, tags: list[str]) -> None:
        self._tags = tags
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self.line)
        self._chips = [Chip(tag, removable=True) for tag in tags]
        for tag, chip in zip(tags, self._chips, strict=True):
            chip.setAccessibleName(self.tr("Tag %1, Delete removes it").replace("%1", tag))
            chip.removed.connect(lambda tag=tag: self.remove(tag))
            self._flow.addWidget(chip)
        self._flow.addWidget(self.line)

    def _on_typed(self, text: str) -> None:
        if not self._names.rowCount():
            self._names.setStringList(list(self._known()))
        if text.endswith(","):
            self._take_line()
        self.changed.emit()

    def _take_line(self) -> None:
        tags = self.tags
        self.line.clear()
        if tags != self._tags:
            self._show(tags)
            self.changed.emit()

    def forget(self) -> None:
        super().forget()
        self._names.setStringList([])
