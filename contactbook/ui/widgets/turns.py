"""Work that need not be done at once, a piece a turn of the event loop: the window stays alive meanwhile."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable


class Turns(QObject):
    """Calls what it is given in order, one in each turn; what was painted before is seen before."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: deque[Callable[[], object]] = deque()
        self._timer = QTimer(self, singleShot=True, interval=1)
        self._timer.timeout.connect(self._on_turn)

    def then(self, *calls: Callable[[], object]) -> None:
        """Call these too."""
        self._waiting.extend(calls)
        self._timer.start()

    def stop(self) -> None:
        """Forget what was not called yet."""
        self._waiting.clear()
        self._timer.stop()

    def _on_turn(self) -> None:
        self._waiting.popleft()()
        if self._waiting:
            self._timer.start()
