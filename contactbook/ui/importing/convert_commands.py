"""Converting from the menu and from the welcome page: opens the window when somebody asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from contactbook.ui.book_session import BookSession
    from contactbook.ui.command_set import CommandSet
    from contactbook.ui.importing.convert_wizard import ConvertWizard


class ConvertCommands(QObject):
    """Has nothing to keep from one conversion to the next."""

    def __init__(self, session: BookSession, commands: CommandSet, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        commands.on("file.convert", self.open)

    def open(self, paths: Sequence[Path] = ()) -> ConvertWizard:
        """With these files in it."""
        from contactbook.ui.importing.convert_wizard import ConvertWizard

        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        wizard = ConvertWizard(self._session, self._window, folder=folder)
        wizard.begin_with(paths)
        return wizard
