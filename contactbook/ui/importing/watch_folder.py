"""The watched folder: files that appear there are offered for import; nothing comes in by itself."""

from __future__ import annotations

import stat
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from contactbook.domain.problems import Problem
from contactbook.settings import declarations

if TYPE_CHECKING:
    from contactbook.settings.computer import ComputerSettings
    from contactbook.settings.declarations import Setting
    from contactbook.ui.book_session import BookSession

SETTLE_MS = 1000
"""A file must stay as it is for so many milliseconds: until then somebody may still be writing it."""


class WatchFolder(QObject):
    """Looks while a book is open. What arrived while none was is offered when one is opened."""

    appeared = Signal(object)
    """New files, a list of `Path`."""
    failed = Signal(object)
    """The `Problem` why the folder cannot be watched (any more)."""

    def __init__(
        self, session: BookSession, settings: ComputerSettings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._watcher = QFileSystemWatcher(self)
        self._sizes: dict[Path, int] = {}
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._look)
        self._watcher.directoryChanged.connect(lambda _folder: self._settle.start())
        session.opened.connect(self.follow)
        session.closing.connect(self.rest)

    def follow(self) -> None:
        """Watch the folder of the settings from now on; none when it is not set. One that is gone is told."""
        self.rest()
        folder = self._settings.get(declarations.WATCH_FOLDER)
        if not folder or not self._session.is_open:
            return
        if not self._can_look(folder):
            return
        if folder != self._settings.get(declarations.WATCHED):
            self._settings.put(declarations.WATCHED, folder)
            self._settings.put(declarations.WATCH_SEEN, _now())
        self._watcher.addPath(str(Path(folder).expanduser()))
        self._settle.start()

    def follow_setting(self, setting: Setting[object], _value: object) -> None:
        """The person chose another folder: look there from now on."""
        if setting.key == declarations.WATCH_FOLDER.key:
            self.follow()

    def _can_look(self, folder: str) -> bool:
        """Whether it can be listed; says so when not, since nobody would notice that nothing is offered."""
        try:
            next(Path(folder).expanduser().iterdir(), None)
        except OSError as error:
            reason = f"{error.strerror}." if error.strerror else ""
            self.failed.emit(Problem("import.watch_folder_gone", path=folder, reason=reason))
            return False
        return True

    def rest(self) -> None:
        """Watch nothing."""
        self._settle.stop()
        self._sizes.clear()
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())

    def _look(self) -> None:
        from contactbook.actions.import_sources import SUFFIXES

        if not self._can_look(self._settings.get(declarations.WATCH_FOLDER)):
            self.rest()
            return
        found: dict[Path, int] = {}
        seen, latest = self._settings.get(declarations.WATCH_SEEN), 0
        for folder in self._watcher.directories():
            for path in _entries(folder):
                if path.suffix.lower() not in SUFFIXES | {".zip"} or path.name.startswith("."):
                    continue
                try:
                    state = path.stat()
                except OSError:
                    continue
                if not stat.S_ISREG(state.st_mode):
                    continue  # a folder, or a pipe that would never end
                arrived = max(state.st_mtime_ns, state.st_ctime_ns) // 1_000_000
                if arrived > seen:
                    found[path] = state.st_size
                    latest = max(latest, arrived)
        if found != self._sizes:
            self._sizes = found
            self._settle.start()
        elif found:
            self._sizes = {}
            self._settings.put(declarations.WATCH_SEEN, max(latest, seen))
            self.appeared.emit(list(found))


def _entries(folder: str) -> list[Path]:
    """What lies in the folder by name; nothing when it went away or was closed to us meanwhile."""
    try:
        return sorted(Path(folder).iterdir())
    except OSError:
        return []


def _now() -> int:
    return time.time_ns() // 1_000_000
