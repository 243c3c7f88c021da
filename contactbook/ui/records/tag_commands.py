"""What can be done with a tag in the sidebar: another name, a colour, make it one with another, remove it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QInputDialog, QMenu

from contactbook.actions import tagging
from contactbook.ui.widgets import icons, theme
from contactbook.wording.speech import say_number

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from contactbook.qtmodels.sidebar_model import Entry
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.contacts.sidebar import Sidebar
    from contactbook.ui.undo_commands import UndoCommands

_COLOR_WORDS = (
    "Red", "Orange", "Brown", "Green", "Teal", "Blue", "Violet", "Pink", "Grey",
)  # fmt: skip


class TagCommands(QObject):
    """Fills the menu of a tag; each entry is one step that the bar offers to take back."""

    def __init__(self, session: BookSession, sidebar: Sidebar, undo: UndoCommands) -> None:
        super().__init__(sidebar)
        self._session = session
        self._sidebar = sidebar
        self._undo = undo
        sidebar.menu_wanted.connect(self.open_menu)
        sidebar.change_wanted.connect(self._on_change_wanted)
        sidebar.remove_wanted.connect(self._on_remove_wanted)

    def open_menu(self, entry: Entry, place: QPoint) -> None:
        """The menu of a line of the sidebar, if it is a tag."""
        if entry.view is None or entry.view.kind != "tag" or not self._can_write():
            return
        menu = self.menu(entry)
        menu.popup(place)

    def menu(self, entry: Entry) -> QMenu:
        """What can be done with a tag."""
        tag = entry.view.tag_id if entry.view is not None else 0
        menu = QMenu(self._sidebar)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icons.icon("edit"), self.tr("Rename …"), lambda: self._ask_name(entry))
        colors = menu.addMenu(icons.icon("tag"), self.tr("Colour"))
        self._add_color(colors, tag, self.tr("None"), "", entry.color)
        for words, color in zip(_COLOR_WORDS, tagging.COLORS, strict=True):
            self._add_color(colors, tag, self.tr(words), color, entry.color)
        others = [
            each
            for each in self._sidebar.entries
            if each.view is not None and each.view.kind == "tag" and each.view.tag_id != tag
        ]
        into = menu.addMenu(self.tr("Make one with"))
        into.setEnabled(bool(others))
        for each in others:
            other = each.view.tag_id if each.view is not None else 0
            into.addAction(each.label, lambda other=other: self._do(tagging.merge_tags, tag, other))
        menu.addSeparator()
        words = say_number(
            entry.count, "Delete the tag (1 contact stays)", "Delete the tag ({n} contacts stay)"
        )
        menu.addAction(icons.icon("trash"), words, lambda: self._do(tagging.delete_tag, tag))
        return menu

    def _add_color(self, menu: QMenu, tag: int, words: str, color: str, chosen: str) -> None:
        action = QAction(_dot(color), words, menu, checkable=True)
        action.setChecked(color.casefold() == chosen.casefold())
        action.triggered.connect(lambda _on=False: self._do(tagging.color_tag, tag, color))
        menu.addAction(action)

    def _on_change_wanted(self) -> None:
        if (entry := self._chosen()) is not None:
            self._ask_name(entry)

    def _on_remove_wanted(self) -> None:
        if (entry := self._chosen()) is not None and entry.view is not None:
            self._do(tagging.delete_tag, entry.view.tag_id)

    def _chosen(self) -> Entry | None:
        """The tag that is chosen in the sidebar."""
        entry = self._sidebar.entry
        is_tag = entry is not None and entry.view is not None and entry.view.kind == "tag"
        return entry if is_tag and self._can_write() else None

    def _ask_name(self, entry: Entry) -> None:
        tag = entry.view.tag_id if entry.view is not None else 0
        dialog = QInputDialog(self._sidebar.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Rename a tag"))
        dialog.setLabelText(self.tr("Name of the tag"))
        dialog.setTextValue(entry.label)
        dialog.textValueSelected.connect(lambda name: self._do(tagging.rename_tag, tag, name))
        self._session.closing.connect(dialog.reject)
        dialog.open()

    def _do(self, action: object, *arguments: object) -> None:
        self._session.write(action, *arguments, owner=self, on_done=self._undo.tell)  # pyright: ignore[reportArgumentType]

    def _can_write(self) -> bool:
        return self._session.is_open and not self._session.book.read_only


def _dot(color: str) -> QIcon:
    side = theme.ICON_SMALL
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    if color:
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(color))
        painter.drawEllipse(2, 2, side - 4, side - 4)
        painter.end()
    return QIcon(made)
