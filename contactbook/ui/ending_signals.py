"""Ending the program in good order when the system asks for it: a logout, `kill`, Ctrl+C in a terminal."""

from __future__ import annotations

import signal
import socket
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal

if TYPE_CHECKING:
    from types import FrameType

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


class EndingSignals(QObject):
    """Sends `asked` when a signal asks the program to end.

    Python runs its handlers only between two of its own instructions, and an idle window executes none: the
    byte that the interpreter writes into the socket wakes the event loop.
    """

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)
        self._wakeup_before = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        known = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
        self._before = {number: signal.signal(number, _noted) for number in known}
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)

    def close(self) -> None:
        """Put things back as they were."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._wakeup_before)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._reader.close()
        self._writer.close()

    def _on_woken(self) -> None:
        numbers = self._reader.recv(64)
        if any(number in self._before for number in numbers):
            self.asked.emit()


def _noted(_number: int, _frame: FrameType | None) -> None:
    """The byte in the socket is what counts."""
