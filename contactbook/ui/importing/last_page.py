"""What the last step of a window that takes files must be able to do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class LastPage(QWidget):
    """The check of an import, or the target of a conversion."""

    changed = Signal()
    """Whether the step can be done may be another now."""
    met = Signal(object)
    """A `Problem`."""

    def enter(self) -> None:
        """It is shown."""
        raise NotImplementedError

    def stop(self) -> None:
        """The window goes: nothing goes on."""
        raise NotImplementedError

    @property
    def possible(self) -> bool:
        """Whether the last button can be pressed."""
        raise NotImplementedError

    @property
    def button_text(self) -> str:
        """What the last button says."""
        raise NotImplementedError
