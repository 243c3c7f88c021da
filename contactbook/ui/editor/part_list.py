"""The repeated values of one kind: rows that are added, removed, moved and preferred."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from contactbook.ui.editor import tab_order
from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QPoint

    from contactbook.ui.editor.part_row import PartRow


class PartList(QWidget):
    """Rows are made once and used again for the next contact: making one costs as much as showing ten.

    In a row, Alt+Up and Alt+Down move it, Alt+P makes it the preferred one, Alt+L goes to its
    label, Alt+Delete removes it.
    """

    changed = Signal()
    arranged = Signal()
    """There is one row more, or they stand in another order: so should Tab go."""

    def __init__(self, make_row: Callable[[], PartRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make_row = make_row
        self._rows: list[PartRow] = []
        self._spare: list[PartRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.SPACE_8)
        for keys, do in (
            ("Alt+Up", lambda row: self._on_move(row, self._rows.index(row) - 1)),
            ("Alt+Down", lambda row: self._on_move(row, self._rows.index(row) + 1)),
            ("Alt+P", lambda row: row.prefer()),
            ("Alt+L", lambda row: row.take_label()),
            ("Alt+Del", self._on_remove),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, lambda do=do: self._with_focus(do))
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.hide()

    @property
    def rows(self) -> list[PartRow]:
        """The rows from top to bottom."""
        return list(self._rows)

    def show_parts(self, parts: Sequence[Any]) -> None:
        """One row for each of these."""
        while len(self._rows) > len(parts):
            self._put_away(self._rows[-1])
        while len(self._rows) < len(parts):
            self._append()
        for row, part in zip(self._rows, parts, strict=True):
            self._show(row, part)
        self.setVisible(bool(self._rows))

    def parts(self) -> list[Any]:
        """What the rows hold, those that hold nothing left out."""
        return [part for row in self._rows if (part := row.part()) is not None]

    def doubts(self) -> list[str]:
        """What looks odd about the values."""
        return [doubt for row in self._rows if (doubt := row.doubt())]

    def add(self, part: Any) -> PartRow:  # noqa: ANN401 - any kind of part
        """One more row at the end, ready to be filled in."""
        row = self._append()
        self._show(row, part)
        self.show()
        return row

    def take_focus(self, index: int) -> bool:
        """Put the keyboard into a row; False when there is none."""
        if not 0 <= index < len(self._rows):
            return False
        self._rows[index].take_focus()
        return True

    def _with_focus(self, do: Callable[[PartRow], object]) -> None:
        """Does something with the row that the keyboard is in."""
        focus = self.window().focusWidget()
        row = next((row for row in self._rows if focus is not None and row.isAncestorOf(focus)), None)
        if row is not None:
            do(row)

    def _append(self) -> PartRow:
        row = self._spare.pop() if self._spare else self._made()
        self._rows.append(row)
        self._layout.addWidget(row)
        row.show()
        self.arranged.emit()
        return row

    def _made(self) -> PartRow:
        row = self._make_row()
        row.changed.connect(self.changed)
        row.remove_wanted.connect(lambda: self._on_remove(row))
        row.move_wanted.connect(lambda by: self._on_move(row, self._rows.index(row) + by))
        row.dragged_to.connect(lambda at: self._on_dragged(row, at))
        row.preferred_chosen.connect(lambda: self._on_preferred(row))
        return row

    @staticmethod
    def _show(row: PartRow, part: Any) -> None:  # noqa: ANN401 - any kind of part
        row.show_part(part)
        row.set_preferred(bool(getattr(part, "preferred", False)))
        row.say_doubt()

    def _put_away(self, row: PartRow) -> None:
        self._rows.remove(row)
        self._layout.removeWidget(row)
        row.hide()
        self._spare.append(row)

    def _on_remove(self, row: PartRow) -> None:
        at = self._rows.index(row)
        had_focus = row.isAncestorOf(self.window().focusWidget() or self)
        self._put_away(row)
        if had_focus:
            if self._rows:
                self.take_focus(min(at, len(self._rows) - 1))
            elif (section := self.parentWidget()) is not None:
                section.setFocus(Qt.FocusReason.OtherFocusReason)
                section.focusNextChild()
        self.setVisible(bool(self._rows))
        self.changed.emit()

    def _on_move(self, row: PartRow, to: int) -> None:
        if 0 <= to < len(self._rows) and self._rows[to] is not row:
            focus = self.window().focusWidget()
            self._rows.remove(row)
            self._rows.insert(to, row)
            self._layout.removeWidget(row)
            self._layout.insertWidget(to, row)
            if focus is not None and row.isAncestorOf(focus):
                focus.setFocus()
            tab_order.follow_layout(self._rows)
            self.arranged.emit()
            self.changed.emit()

    def _on_dragged(self, row: PartRow, at: QPoint) -> None:
        y = self.mapFromGlobal(at).y()
        to = sum(other.geometry().center().y() < y for other in self._rows if other is not row)
        self._on_move(row, to)

    def _on_preferred(self, chosen: PartRow) -> None:
        for row in self._rows:
            if row is not chosen and row.preferred:
                row.set_preferred(False)
