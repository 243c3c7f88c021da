"""The strip that an import under way shows: how far it is, how many contacts, and Cancel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from contactbook.ui.widgets import theme
from contactbook.wording.speech import say_number

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


_STEPS = 1000


class Flow(Protocol):
    """A long job as the strip follows it; its signals tell of it."""

    started: Any
    progressed: Any
    finished: Any
    failed: Any
    cancelled: Any
    finished_late: Any

    def cancel(self) -> None:
        """Stop it; nothing of it is kept."""
        ...


class ProgressStrip(QWidget):
    """Visible only while the flow runs; Cancel (or Esc while it has the focus) stops it."""

    cancel_wanted = Signal()

    def __init__(self, flow: Flow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("surface", "surface")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACE_16, theme.SPACE_8, theme.SPACE_16, theme.SPACE_8)
        row.setSpacing(theme.SPACE_16)
        self._words = QLabel()
        self._words.setMinimumWidth(theme.scaled(220, self.font()))
        self._bar = QProgressBar()
        self._bar.setRange(0, _STEPS)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.said_of_the_bar())
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self._on_cancel)
        row.addWidget(self._words)
        row.addWidget(self._bar, 1)
        row.addWidget(self.cancel_button)
        flow.started.connect(self._on_started)
        flow.progressed.connect(self._on_progressed)
        for ended in (flow.finished, flow.failed, flow.cancelled, flow.finished_late):
            ended.connect(self.hide)
        self.cancel_wanted.connect(flow.cancel)
        self.hide()

    def said_first(self, count: int) -> str:
        """When it has begun; `count` files."""
        return say_number(count, "Importing 1 file…", "Importing {n} files…")

    def said_under_way(self, done: int, total: int, contacts: int) -> str:
        """While it goes on."""
        if total and done >= total:
            return say_number(contacts, "Finishing 1 contact…", "Finishing {n} contacts…")
        return say_number(contacts, "Reading… 1 contact", "Reading… {n} contacts")

    def said_of_the_bar(self) -> str:
        """For those who do not see it."""
        return self.tr("Progress of the import")

    def _on_started(self, count: int) -> None:
        self._words.setText(self.said_first(count))
        self._bar.setValue(0)
        self.cancel_button.setEnabled(True)
        self.show()

    def _on_progressed(self, done: int, total: int, cards: int) -> None:
        self._bar.setValue(min(_STEPS, round(_STEPS * done / total)) if total else 0)
        self._words.setText(self.said_under_way(done, total, cards))

    def _on_cancel(self) -> None:
        self.cancel_button.setEnabled(False)
        self._words.setText(self.tr("Cancelling…"))
        self.cancel_wanted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, theme.current().line)
        painter.end()
