"""The form in the middle of the form editor: what it looks like, and moving about on it by mouse and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from contactbook.domain.form_sections import FormSection, whole
from contactbook.ui.fields.form_tiles import FIELD_MIME, FieldTile, FormPart, SectionHead
from contactbook.ui.fields.type_palette import TYPE_MIME
from contactbook.ui.widgets import theme
from contactbook.ui.widgets.folding_grid import FoldingGrid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent

    from contactbook.domain.field_definition import FieldDefinition

Place = tuple[int, int]
"""Number of a section, place in it."""


class FormCanvas(QScrollArea):
    """Shows sections and fields; what the person wants done with them it tells by signals."""

    chosen = Signal()
    """Another part has the keyboard: see `field` and `section`."""
    field_moved = Signal(str, int)
    """A field shall go so many places further."""
    section_moved = Signal(int, int)
    dropped = Signal(str, int, int)
    """A field shall stand in this section at this place."""
    type_dropped = Signal(str, int, int)
    renamed = Signal(str)
    """The chosen part shall have this name."""
    remove_wanted = Signal()
    details_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Form"))
        self.sections: list[FormSection] = []
        self.field = ""
        self.section = 0
        self._parts: list[FormPart] = []
        self._tiles: dict[str, FieldTile] = {}
        self._cards: list[QFrame] = []
        self._grids: list[FoldingGrid] = []

    def show_form(self, sections: Sequence[FormSection], definitions: Sequence[FieldDefinition]) -> None:
        """Show another state of the form; what was chosen stays chosen where it is still there."""
        had_keyboard = any(part.hasFocus() for part in self._parts)
        bar = self.verticalScrollBar().value()
        self.sections = whole(sections, definitions)
        by_key = {definition.key: definition for definition in definitions}
        self._parts, self._tiles, self._cards, self._grids = [], {}, [], []
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.SPACE_16, theme.SPACE_16, theme.SPACE_16, theme.SPACE_16)
        column.setSpacing(theme.SPACE_12)
        for number, section in enumerate(self.sections):
            column.addWidget(self._card(number, section, by_key))
        if not self.sections:
            column.addWidget(self._nothing())
        column.addStretch(1)
        self.setWidget(page)
        self.verticalScrollBar().setValue(bar)
        if self.field not in self._tiles:
            self.field = ""
        self.section = max(0, min(self.section, len(self.sections) - 1))
        self._mark()
        if had_keyboard:
            self.take_keyboard()

    def choose(self, *, field: str = "", section: int = -1) -> None:
        """Choose a field, or a section, and give it the keyboard."""
        self.field = field
        if section >= 0:
            self.section = section
        self._mark()
        self.take_keyboard()
        self.chosen.emit()

    def choose_field(self, field_id: int) -> None:
        """Choose a field whose key may be another one now."""
        tiles = self._tiles.values()
        self.choose(field=next((tile.definition.key for tile in tiles if tile.definition.id == field_id), ""))

    def choose_titled(self, title: str) -> None:
        """Choose the last section of this title, which may be out of sight."""
        places = [at for at, section in enumerate(self.sections) if section.title == title]
        if places:
            self.choose(section=places[-1])

    def take_keyboard(self) -> None:
        """Put the keyboard on what is chosen."""
        part = self._current()
        if part is not None:
            part.setFocus()
            self.ensureWidgetVisible(part, 0, theme.SPACE_24)

    def rename(self) -> None:
        """Let the name of what is chosen be typed in place."""
        part = self._current()
        if part is not None:
            part.rename()

    def _nothing(self) -> QWidget:
        words = QLabel(
            self.tr("No field yet. Choose a type at the left and press Enter, or begin with a template.")
        )
        words.setProperty("tone", "muted")
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setMinimumHeight(theme.scaled(160, self.font()))
        return words

    def _card(self, number: int, section: FormSection, by_key: dict[str, FieldDefinition]) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.SPACE_12, theme.SPACE_8, theme.SPACE_12, theme.SPACE_12)
        column.setSpacing(theme.SPACE_8)
        head = SectionHead(section)
        self._connect(head, "", number)
        column.addWidget(head)
        grid = FoldingGrid(section.columns, theme.SPACE_8)
        for key in section.fields:
            tile = FieldTile(by_key[key])
            self._tiles[key] = tile
            self._connect(tile, key, number)
            grid.add(tile)
        column.addWidget(grid)
        self._cards.append(card)
        self._grids.append(grid)
        return card

    def _connect(self, part: FormPart, field: str, section: int) -> None:
        self._parts.append(part)
        part.chosen.connect(lambda: self._on_chosen(field, section))
        part.renamed.connect(self.renamed)
        part.pressed.connect(self._on_key)

    def _current(self) -> FormPart | None:
        if self.field:
            return self._tiles.get(self.field)
        heads = [part for part in self._parts if isinstance(part, SectionHead)]
        return heads[self.section] if self.section < len(heads) else None

    def _mark(self) -> None:
        """One part is in the way of the Tab key, the others are reached by arrows."""
        current = self._current()
        for part in self._parts:
            policy = Qt.FocusPolicy.StrongFocus if part is current else Qt.FocusPolicy.ClickFocus
            part.setFocusPolicy(policy)
            if isinstance(part, FieldTile):
                part.is_current = part is current
                part.update()

    def _on_chosen(self, field: str, section: int) -> None:
        if (field, section) != (self.field, self.section):
            self.field, self.section = field, section
            self._mark()
            self.chosen.emit()

    def _on_key(self, event: QKeyEvent) -> None:
        key = event.key()
        columns = self._grids[self.section].columns if self._grids else 1
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        steps = {
            Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns,
            Qt.Key.Key_Left: 1 if rtl else -1, Qt.Key.Key_Right: -1 if rtl else 1,
        }  # fmt: skip
        if key in steps and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if self.field:
                self.field_moved.emit(self.field, steps[Qt.Key(key)])
            else:
                self.section_moved.emit(self.section, 1 if steps[Qt.Key(key)] > 0 else -1)
        elif key in steps:
            self._go(steps[Qt.Key(key)])
        elif key == Qt.Key.Key_F2:
            self.rename()
        elif key == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.details_wanted.emit()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._parts:
            self._parts[0 if key == Qt.Key.Key_Home else -1].setFocus()
        else:
            event.ignore()

    def _go(self, by: int) -> None:
        current = self._current()
        if current is None:
            return
        at = self._parts.index(current)
        to = at + (by if isinstance(current, FieldTile) else (1 if by > 0 else -1))
        between = self._parts[min(at, to) : max(at, to) + 1]
        if any(isinstance(part, SectionHead) for part in between if part is not current):
            to = at + (1 if by > 0 else -1)  # not over a heading
        part = self._parts[max(0, min(to, len(self._parts) - 1))]
        part.setFocus()
        self.ensureWidgetVisible(part, 0, theme.SPACE_24)

    # dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(FIELD_MIME) or event.mimeData().hasFormat(TYPE_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        section, at = self._place_at(event)
        data = event.mimeData()
        event.acceptProposedAction()
        if data.hasFormat(FIELD_MIME):
            self.dropped.emit(bytes(data.data(FIELD_MIME).data()).decode(), section, at)
        elif data.hasFormat(TYPE_MIME):
            self.type_dropped.emit(bytes(data.data(TYPE_MIME).data()).decode(), section, at)

    def _place_at(self, event: QDropEvent) -> Place:
        """The section under the mouse, and before which of its fields."""
        page = self.widget()
        if page is None:
            return 0, 0
        at = page.mapFrom(self, event.position().toPoint())
        number = next(
            (place for place, card in enumerate(self._cards) if at.y() <= card.geometry().bottom()),
            len(self._cards) - 1,
        )
        if number < 0:
            return 0, 0
        for place, key in enumerate(self.sections[number].fields):
            tile = self._tiles[key]
            corner = tile.mapTo(page, tile.rect().center())
            same_row = abs(corner.y() - at.y()) <= tile.height() // 2
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            before = at.x() > corner.x() if rtl else at.x() < corner.x()
            if (same_row and before) or at.y() < corner.y() - tile.height() // 2:
                return number, place
        return number, len(self.sections[number].fields)
