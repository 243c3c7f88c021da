"""The menus of the window that are more than a command: sorting, columns, theme, the palette, help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from contactbook.qtmodels.contact_columns import FIXED
from contactbook.qtmodels.row_source import FIELD_SORT
from contactbook.settings import declarations
from contactbook.ui import commands as table
from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QMainWindow

    from contactbook.qtmodels.contact_columns import Column
    from contactbook.settings.computer import ComputerSettings
    from contactbook.settings.declarations import Setting
    from contactbook.ui.command_set import CommandSet
    from contactbook.ui.contacts.contacts_screen import ContactsScreen
    from contactbook.ui.widgets.picker import Choice

_THEMES = {"view.system": theme.SYSTEM, "view.light": theme.LIGHT, "view.dark": theme.DARK}


class WindowMenus(QObject):
    """Fills the menu bar and answers what concerns the look of the window and finding one's way."""

    theme_chosen = Signal(str)
    """One of `theme.MODES`."""

    def __init__(
        self, window: QMainWindow, commands: CommandSet, screen: ContactsScreen, settings: ComputerSettings
    ) -> None:
        super().__init__(window)
        self._window = window
        self._commands = commands
        self._screen = screen
        self._settings = settings
        commands.fill(
            window.menuBar(),
            {
                table.COLUMNS_MENU: self._columns_menu,
                table.SORT_MENU: self._sort_menu,
                table.THEME_MENU: self._theme_menu,
            },
        )
        commands["view.compact"].setChecked(settings.get(declarations.DENSITY) == "compact")
        commands["view.cards"].setChecked(settings.get(declarations.CARDS_SHOWN))
        commands["view.sidebar"].setChecked(settings.get(declarations.SIDEBAR_SHOWN))
        commands["view.pane"].setChecked(settings.get(declarations.PANE_SHOWN))
        commands.on_toggle("view.compact", screen.set_compact)
        commands.on_toggle("view.cards", screen.show_cards)
        commands.on_toggle("view.sidebar", screen.show_sidebar)
        commands.on_toggle("view.pane", screen.show_pane)
        commands.on("help.palette", self.open_palette)
        commands.on("help.shortcuts", self._open_shortcuts)
        commands.on("help.importing", self._open_import_guide)
        commands.on("help.about", self._open_about)

    def open_palette(self) -> None:
        """Everything that can be done now and every part of the book, to be found by typing."""
        from contactbook.ui.widgets.picker import Choice, Picker

        choices = [self._choice(action) for action in self._commands.actions if _possible(action)]
        choices += (
            Choice(
                self.tr("Go to: %1").replace("%1", entry.label),
                lambda key=entry.key: self._screen.sidebar.choose(key),
                QLocale().toString(entry.count) if entry.count else "",
                icon=entry.icon,
            )
            for entry in self._screen.sidebar.entries
        )
        picker = Picker(self._window, choices, prompt=self.tr("What do you want to do?"))
        picker.show_over(self._window)

    def follow_setting(self, setting: Setting[object], value: object) -> None:
        """A setting was changed elsewhere: the look of the window follows at once."""
        if setting.key == declarations.THEME.key:
            action = next(key for key, mode in _THEMES.items() if mode == value)
            self._commands[action].setChecked(True)
            self.theme_chosen.emit(value)
        elif setting.key == declarations.DENSITY.key:
            self._commands["view.compact"].setChecked(value == "compact")
            self._screen.set_compact(value == "compact")

    def _open_shortcuts(self) -> None:
        from contactbook.ui.help_dialogs import ShortcutsDialog

        ShortcutsDialog(self._commands, self._window).open()

    def _open_import_guide(self) -> None:
        from contactbook.ui.importing.guide_dialog import GuideDialog

        GuideDialog(self._window).open()

    def _open_about(self) -> None:
        from contactbook.ui.help_dialogs import AboutDialog

        AboutDialog(self._window).open()

    def _choice(self, action: QAction) -> Choice:
        from contactbook.ui.widgets.picker import Choice

        text = action.text().replace("&", "").rstrip(" …")
        if action.objectName() in _THEMES:
            text = self.tr("Theme: %1").replace("%1", text)
        return Choice(
            text,
            action.trigger,
            action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
            self._commands.place_of(action),
            action.icon(),
        )

    def _columns_menu(self) -> QMenu:
        """Built anew each time it opens: the heading's own menu changes the columns too."""
        menu = QMenu(self.tr("Columns"), self._window)
        header = self._screen.page.view.header
        menu.aboutToShow.connect(lambda: header.fill_chooser(menu))
        header.fill_chooser(menu)
        return menu

    def _sort_menu(self) -> QMenu:
        menu = QMenu(self.tr("Sort by"), self._window)
        group = QActionGroup(menu)

        def add(columns: Iterable[Column], before: QAction) -> None:
            for column in columns:
                action = QAction(column.title(), menu, checkable=True)
                action.setData(column.sort)
                action.triggered.connect(lambda _checked=False, sort=column.sort: self._sort(sort))
                group.addAction(action)
                menu.insertAction(before, action)

        add((column for column in FIXED if column.sort), menu.addSeparator())
        backwards = QAction(self.tr("Backwards"), menu, checkable=True)
        backwards.triggered.connect(lambda _checked=False: self._sort(self._screen.page.table.sorting[0]))
        menu.addAction(backwards)

        def show_state() -> None:
            for action in group.actions():
                if action.data().startswith(FIELD_SORT):
                    group.removeAction(action)
                    menu.removeAction(action)
            columns = self._screen.page.table.columns
            fields = [column for column in columns if column.definition is not None]
            add(fields, menu.actions()[-2])
            sort, descending = self._screen.page.table.sorting
            for action in group.actions():
                action.setChecked(action.data() == sort)
            backwards.setChecked(descending)

        menu.aboutToShow.connect(show_state)
        return menu

    def _sort(self, sort: str) -> None:
        """By this order; the same again turns it round, as a click on its heading does."""
        before, descending = self._screen.page.table.sorting
        self._screen.page.sort_by(sort, descending=not descending if sort == before else False)

    def _theme_menu(self) -> QMenu:
        menu = QMenu(self.tr("Theme"), self._window)
        group = QActionGroup(menu)
        chosen = self._settings.get(declarations.THEME)
        for key, mode in _THEMES.items():
            action = self._commands[key]
            group.addAction(action)
            action.setChecked(mode == chosen)
            self._commands.on(key, lambda mode=mode: self._choose_theme(mode))
            menu.addAction(action)
        return menu

    def _choose_theme(self, mode: str) -> None:
        self._settings.put(declarations.THEME, mode)
        self.theme_chosen.emit(mode)


def _possible(action: QAction) -> bool:
    return action.isEnabled() and action.isVisible() and action.objectName() != "help.palette"
