"""Makes the actions of the command table, puts them into menus, and switches them on and off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence

from contactbook.ui.commands import COMMANDS, MENUS, SEPARATOR
from contactbook.ui.widgets import icons

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

    from contactbook.ui.commands import Command


def say(text: str) -> str:
    """A text of the command table in the language in force."""
    return QCoreApplication.translate("Commands", text)


class CommandSet(QObject):
    """The actions of one window by their key ("file.import")."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._commands: dict[str, Command] = {command.key: command for command in COMMANDS}
        self._actions = {command.key: self._made(command) for command in COMMANDS}

    def __getitem__(self, key: str) -> QAction:
        return self._actions[key]

    @property
    def actions(self) -> list[QAction]:
        """Every action, in the order of the table."""
        return list(self._actions.values())

    def on(self, key: str, do: Callable[[], object]) -> None:
        """What a command does; for a switch see `on_toggle`."""
        self._actions[key].triggered.connect(lambda _checked=False: do())

    def on_toggle(self, key: str, do: Callable[[bool], object]) -> None:
        """What a switch does; it is told its new state."""
        self._actions[key].triggered.connect(do)

    def rename(self, key: str, text: str = "") -> None:
        """Gives a command other words for now (the step that undo takes back); "" the usual ones."""
        self._actions[key].setText(text or say(self._commands[key].text))

    def usual_text(self, key: str) -> str:
        """The usual words of a command, without mnemonic and dots."""
        return say(self._commands[key].text).replace("&", "").rstrip(" …")

    def enable(self, given: set[str], *, except_for: Collection[str] = ()) -> None:
        """Enables what has all it needs (see `commands`), but not the keys in `except_for`."""
        for key, command in self._commands.items():
            self._actions[key].setEnabled(given.issuperset(command.needs) and key not in except_for)

    def fill(self, bar: QMenuBar, submenus: dict[str, Callable[[], QMenu]]) -> None:
        """Puts the menus into a menu bar; `submenus` makes those that are no command."""
        for title, keys in MENUS:
            menu = bar.addMenu(say(title))
            for key in keys:
                if key == SEPARATOR:
                    menu.addSeparator()
                elif key in submenus:
                    menu.addMenu(submenus[key]())
                else:
                    menu.addAction(self._actions[key])

    def place_of(self, action: QAction) -> str:
        """The title of the menu an action stands in, for the palette; "" outside of the menus."""
        for title, keys in MENUS:
            if any(self._actions.get(key) is action for key in keys):
                return say(title).replace("&", "")
        return ""

    def _made(self, command: Command) -> QAction:
        action = QAction(say(command.text), self._window)
        action.setObjectName(command.key)
        action.setCheckable(command.toggle)
        action.setShortcuts([QKeySequence(keys) for keys in command.shortcuts])
        if command.icon:
            action.setIcon(icons.icon(command.icon))
        action.setIconVisibleInMenu(False)
        self._window.addAction(action)
        return action
