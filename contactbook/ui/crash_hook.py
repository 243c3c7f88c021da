"""Catches what nobody caught, on any thread, and shows it as a report; loads the dialog when needed."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtWidgets import QApplication, QDialog


class CrashHook(QObject):
    """Takes the place of Python's own hooks, for the GUI thread and every other; one dialog at a time."""

    _met = Signal(str)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._shown: QDialog | None = None
        self._met.connect(self._show)

    def install(self) -> None:
        """Listens from now on."""
        sys.excepthook = self._on_error
        threading.excepthook = lambda told: self._on_error(told.exc_type, told.exc_value, told.exc_traceback)

    def _on_error(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        from contactbook.ui.crash_dialog import report

        text = report(kind, error, trace)
        print(text, file=sys.stderr)
        self._met.emit(text)

    def _show(self, text: str) -> None:
        from contactbook.ui.crash_dialog import CrashDialog

        if self._shown is None:
            self._shown = CrashDialog(text)
            self._shown.destroyed.connect(self._on_closed)
            self._shown.open()

    def _on_closed(self) -> None:
        self._shown = None
