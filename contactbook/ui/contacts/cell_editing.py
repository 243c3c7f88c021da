"""Editing in the list as in a spreadsheet: F2 opens a cell, and a column is pasted into the rows below it.

A narrow list of two lines a row has no columns to see: there the cell lies over the row and says its name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit

from contactbook.actions import bulk_editing, pasting
from contactbook.domain import field_values, fields
from contactbook.ui.fields.field_words import local_number
from contactbook.ui.fields.inputs import date_order
from contactbook.ui.messages.message_bar import INFO
from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from contactbook.actions.pasting import PastePlan
    from contactbook.qtmodels.contact_columns import Column
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.command_set import CommandSet
    from contactbook.ui.contacts.list_page import ListPage
    from contactbook.ui.messages.message_bar import MessageBar
    from contactbook.ui.undo_commands import UndoCommands

_NOT_TYPED = frozenset({fields.CHOICES, fields.CONTACT, fields.LONG_TEXT})
_STILL_HERE = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""The keyboard is in a menu of the cell, or in another program: the cell stays open."""


class CellEditing(QObject):
    """One cell at a time. Enter goes down, Tab to the next column, Esc leaves it as it was."""

    def __init__(
        self,
        session: BookSession,
        commands: CommandSet,
        page: ListPage,
        undo: UndoCommands,
        messages: MessageBar,
    ) -> None:
        super().__init__(page)
        self._session, self._undo, self._messages = session, undo, messages
        self._view, self._table = page.view, page.table
        self._all_columns = self._table.columns
        self.line = QLineEdit(self._view.viewport())
        self.line.hide()
        self.line.setAccessibleName(self.tr("Cell of the list"))
        self.name = QLabel(self.line)
        self.name.setProperty("tone", "muted")
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.hide()
        self._contact_id, self._key, self._before = 0, "", ""
        self.line.installEventFilter(self)
        key = QShortcut(QKeySequence(Qt.Key.Key_F2), self._view, self.begin)
        key.setContext(Qt.ShortcutContext.WidgetShortcut)
        commands.on("contact.cell", self.begin)
        for moved in (
            self._table.modelReset,
            self._table.rowsInserted,
            self._table.rowsRemoved,
            self._view.verticalScrollBar().valueChanged,
            self._view.horizontalScrollBar().valueChanged,
            self._view.header.sectionResized,
        ):
            moved.connect(self._follow)
        session.closing.connect(self._forget)

    @property
    def active(self) -> bool:
        """Whether a cell is open."""
        return bool(self._contact_id)

    def begin(self) -> None:
        """Open the cell of the current contact in the column that was edited last, else in the first one."""
        contact_id = self._view.current_id()
        if not contact_id or self._session.book.read_only or self._table.view.kind == "trash":
            return
        if self._view.isHidden():
            words = self.tr("Cells are edited in the list; Ctrl+Shift+G shows it instead of the cards.")
            self._messages.say(words, tone=INFO)
            return
        columns = self._columns()
        if not columns:
            words = self.tr(
                "Show the column of the company, the title or a custom field to edit in the list."
            )
            self._messages.say(words, tone=INFO)
            return
        keys = [self._all_columns[column].key for column in columns]
        self._open(contact_id, self._key if self._key in keys else keys[0])

    def _columns(self) -> list[int]:
        """The columns that can be edited and are shown, from left to right; two lines tell of a job too."""
        shown = [column for column, _, _ in self._view.header.cells()]
        told = (
            [self._all_columns.index_of(key) for key in pasting.OWN_COLUMNS] if self._view.two_lines else []
        )
        return [column for column in dict.fromkeys([*told, *shown]) if _is_typed(self._all_columns[column])]

    def _open(self, contact_id: int, key: str) -> None:
        row = self._table.row_of(contact_id)
        found = self._table.row(row)
        if found is None:
            return
        at = self._all_columns.index_of(key)
        column = self._all_columns[at]
        self._contact_id, self._key = contact_id, key
        self._before = _typed(column, column.text(found))
        self._view.scrollTo(self._table.index(row, 0 if self._view.two_lines else at))
        self.name.setText(column.title())
        self.line.setText(self._before)
        self.line.selectAll()
        self.line.setAccessibleName(f"{column.title()}, {found.display_name}")
        self.line.setCompleter(self._completer(column))
        self._place(row)
        self.line.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _completer(self, column: Column) -> QCompleter:
        choices = column.definition.settings.choices if column.definition is not None else ()
        found = QCompleter([choice.label for choice in choices], self.line)
        found.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        return found

    def _place(self, row: int) -> None:
        column = self._all_columns.index_of(self._key)
        header, lines = self._view.header, self._view.two_lines
        left, top = header.sectionViewportPosition(column), self._view.rowViewportPosition(row)
        self.name.setVisible(lines)
        if not lines:
            self.line.setTextMargins(0, 0, 0, 0)
            self.line.setGeometry(QRect(left, top, header.sectionSize(column), self._view.rowHeight(row)))
            return
        mirrored = self.line.layoutDirection() == Qt.LayoutDirection.RightToLeft
        height, side = self.line.sizeHint().height(), self._view.rowHeight(row)
        whole = QRect(0, top, self._view.viewport().width(), side)
        under = whole.adjusted(theme.SPACE_4, side - height, -side, 0)  # the name stays in sight
        self.line.setGeometry(under if mirrored else under.translated(side, 0))
        beside = self.name.sizeHint().width() + theme.SPACE_8
        start = self.line.width() - beside - theme.SPACE_8 if mirrored else theme.SPACE_8
        self.name.setGeometry(start, 0, beside, self.line.height())
        self.line.setTextMargins(0 if mirrored else beside, 0, beside if mirrored else 0, 0)

    def _follow(self) -> None:
        """The rows or columns moved: the cell goes with its contact, and is saved when that is gone."""
        if not self.active:
            return
        row = self._table.row_of(self._contact_id)
        if row < 0 or self._all_columns.index_of(self._key) < 0:
            self._save()
        else:
            self._place(row)

    def _save(self) -> None:
        """Write what was typed, if it is something else, and close the cell."""
        contact_id, key, text = self._contact_id, self._key, self.line.text()
        changed = text.strip() != self._before.strip()
        self._close()
        if contact_id and changed and self._session.is_open:
            self._write(key, {contact_id: text})

    def _close(self) -> None:
        had = self.line.hasFocus()
        self._contact_id, self._before = 0, ""
        self.line.hide()
        self.line.clear()
        if had:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget(self) -> None:
        """The book is being closed: nothing of it stays in the line."""
        self._close()
        self._key = ""

    def _write(self, key: str, texts: dict[int, str]) -> None:
        at = self._all_columns.index_of(key)
        definition = self._all_columns[at].definition if at >= 0 else None
        if definition is not None:
            mark, order = self.line.locale().decimalPoint(), date_order()
            texts = {
                contact_id: field_values.plain(definition, text, decimal=mark, order=order)
                for contact_id, text in texts.items()
            }
        self._session.write(bulk_editing.set_values, key, texts, owner=self, on_done=self._undo.tell)

    def _paste_column(self, lines: list[str]) -> None:
        """Line by line into the cells from this one downwards; what that does is shown before it is done."""
        row, key, book = self._table.row_of(self._contact_id), self._key, self._session.book
        last = min(row + len(lines), self._table.rowCount())
        ids = [self._table.id_at(at) for at in range(row, last)]
        mark, order = self.line.locale().decimalPoint(), date_order()
        self._close()
        self._session.run(
            lambda _job: pasting.plan(book, key, ids, lines, decimal=mark, order=order),
            owner=self,
            on_done=self._ask,
        )

    def _ask(self, plan: PastePlan) -> None:
        """The preview; accepting it is one step."""
        at = self._all_columns.index_of(plan.key)
        if not self._session.is_open or at < 0:
            return
        column = self._all_columns[at]
        from contactbook.ui.contacts.paste_dialog import PasteDialog

        dialog = PasteDialog(self._session, column.title(), plan, column.definition, self._view.window())
        dialog.wanted.connect(
            lambda clear, misfits: self._session.write(
                pasting.paste, plan, clear=clear, misfits=misfits, owner=self, on_done=self._undo.tell
            )
        )
        dialog.open()

    def _go_down(self) -> None:
        below = self._table.row_of(self._contact_id) + 1
        self._save()
        self._view.go_to_row(below)

    def _go_aside(self, by: int) -> None:
        keys = [self._all_columns[column].key for column in self._columns()]
        contact_id = self._contact_id
        at = keys.index(self._key) + by if self._key in keys else 0
        self._save()
        if 0 <= at < len(keys):
            self._open(contact_id, keys[at])

    def _on_key(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Escape:
                self._close()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._go_down()
            case Qt.Key.Key_Tab:
                self._go_aside(1)
            case Qt.Key.Key_Backtab:
                self._go_aside(-1)
            case _:
                lines = pasted_lines(QGuiApplication.clipboard().text())
                if not event.matches(QKeySequence.StandardKey.Paste) or len(lines) < 2:
                    return False
                self._paste_column(lines)
        return True

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.line or not self.active:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # Esc, Tab and the letters belong to the cell, not to the window
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _STILL_HERE:
            self._save()
        return False


def pasted_lines(text: str) -> list[str]:
    """The first column of what a spreadsheet put on the clipboard, one text a row."""
    lines = text.replace("\r\n", "\n").removesuffix("\n").split("\n")
    return [line.partition("\t")[0] for line in lines]


def _is_typed(column: Column) -> bool:
    if column.definition is None:
        return column.key in pasting.OWN_COLUMNS
    return column.definition.type not in _NOT_TYPED and not column.definition.is_repeated


def _typed(column: Column, text: str) -> str:
    """A stored value as it is edited."""
    figures = column.definition is not None and column.definition.type in (fields.NUMBER, fields.MONEY)
    return local_number(text) if figures and text else text
