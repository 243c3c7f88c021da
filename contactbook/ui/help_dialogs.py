"""Help: every shortcut on one page, and what this program is."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

import contactbook
from contactbook.ui.command_set import say
from contactbook.ui.commands import ALSO
from contactbook.ui.widgets import icons, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from contactbook.ui.command_set import CommandSet


class ShortcutsDialog(QDialog):
    """Every command that has a key, by menu, and the keys that are no command."""

    def __init__(self, commands: CommandSet, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(theme.scaled(500, self.font()), theme.scaled(600, self.font()))
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(theme.SPACE_8, 0, theme.SPACE_16, 0)
        self._grid.setHorizontalSpacing(theme.SPACE_24)
        self._grid.setVerticalSpacing(theme.SPACE_8)
        self._grid.setColumnStretch(0, 1)
        sections: dict[str, list[QAction]] = {}
        for action in commands.actions:
            if action.shortcuts():
                sections.setdefault(commands.place_of(action), []).append(action)
        for section, actions in sections.items():
            self._add_heading(section)
            for action in actions:
                keys = [each.toString(QKeySequence.SequenceFormat.NativeText) for each in action.shortcuts()]
                self._add(commands.usual_text(action.objectName()), "   ".join(keys))
        self._add_heading(self.tr("In the list and the search"))
        for keys_, text in ALSO:
            self._add(say(text), keys_)
        show_page(self, inside)

    def _add_heading(self, text: str) -> None:
        label = QLabel(text)
        label.setFont(theme.strong(theme.small(self.font())))
        label.setProperty("tone", "muted")
        row = self._grid.rowCount()
        if row > 1:
            self._grid.setRowMinimumHeight(row, theme.SPACE_8)
        self._grid.addWidget(label, row + 1, 0, 1, 2)

    def _add(self, text: str, keys: str) -> None:
        row = self._grid.rowCount()
        words = QLabel(text)
        words.setWordWrap(True)
        self._grid.addWidget(words, row, 0, Qt.AlignmentFlag.AlignTop)
        label = QLabel(keys)
        label.setProperty("tone", "muted")
        self._grid.addWidget(label, row, 1, Qt.AlignmentFlag.AlignTop)


class AboutDialog(QDialog):
    """Name, version, licence, and what a report of a mistake should name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Contactbook"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE_32, theme.SPACE_32, theme.SPACE_32, theme.SPACE_16)
        layout.setSpacing(theme.SPACE_8)
        picture = QLabel()
        picture.setPixmap(icons.pixmap("address_book", 48, "accent", self.devicePixelRatioF()))
        name = QLabel(f"Contactbook {contactbook.__version__}")
        name.setFont(theme.heading(self.font()))
        about = QLabel(
            self.tr("An address book in one encrypted file that loses nothing and can undo everything.")
        )
        about.setWordWrap(True)
        about.setMinimumWidth(theme.scaled(360, self.font()))
        versions = QLabel(f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}")
        licence = QLabel(self.tr("Free software under the MIT licence. Icons: Phosphor."))
        for label in (versions, licence):
            label.setProperty("tone", "muted")
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (picture, name, about, versions, licence):
            layout.addWidget(label)
        layout.addSpacing(theme.SPACE_8)
        layout.addWidget(_close_button(self))


def show_page(dialog: QDialog, inside: QWidget) -> None:
    """Lay a dialog out as one page to read, which scrolls, and a button that closes it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(inside)
    area.setAccessibleName(dialog.windowTitle())
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(theme.SPACE_16, theme.SPACE_16, theme.SPACE_16, theme.SPACE_16)
    layout.addWidget(area)
    layout.addWidget(_close_button(dialog))


def _close_button(dialog: QDialog) -> QDialogButtonBox:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.close)
    return buttons
