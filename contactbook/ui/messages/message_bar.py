"""The message bar at the foot of the window: what happened, with Undo; problems with their remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from contactbook.ui.widgets import icons, theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from contactbook.domain.problems import Problem

from contactbook.wording import problems

INFO, SUCCESS, WARNING, DANGER = "info", "success", "warning", "danger"
_ICONS = {INFO: "info", SUCCESS: "done", WARNING: "warning", DANGER: "error"}
_TONES = {INFO: "accent", SUCCESS: "success", WARNING: "warning", DANGER: "danger"}
PATIENCE_MS = 12_000
"""How long good news stays; problems stay until they are closed or something newer comes."""

Step = tuple[str, "Callable[[], object]"]


class MessageBar(QWidget):
    """One message at a time; the newest wins. The mouse on it, or the focus in it, keeps it there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = INFO
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._steps = QHBoxLayout()
        self._steps.setSpacing(theme.SPACE_4)
        self._close = QToolButton()
        self._close.setIcon(icons.icon("close"))
        self._close.setIconSize(QSize(theme.ICON_SMALL, theme.ICON_SMALL))
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.setToolTip(self.tr("Close this message"))
        self._close.clicked.connect(self.dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.SPACE_16, theme.SPACE_4, theme.SPACE_8, theme.SPACE_4)
        layout.setSpacing(theme.SPACE_8)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        layout.addLayout(self._steps)
        layout.addWidget(self._close)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience_over)
        self.hide()

    def say(self, text: str, *, tone: str = SUCCESS, steps: Sequence[Step] = (), stays: bool = False) -> None:
        """Shows a message with its buttons (label, what it does); pressing one closes the message.

        Args:
            text: one or two sentences.
            tone: `INFO`, `SUCCESS`, `WARNING` or `DANGER`.
            steps: what can be done about it.
            stays: whether it waits to be closed.
        """
        self._clear_steps()
        self._tone = tone
        self._text.setText(text)
        for label, do in steps:
            button = QPushButton(label)
            button.setProperty("kind", "link")
            button.setAutoDefault(True)
            button.clicked.connect(lambda _checked=False, do=do: self._on_step(do))
            self._steps.addWidget(button)
        self.setProperty("surface", f"message-{tone}")
        self.style().unpolish(self)
        self.style().polish(self)
        self._draw_icon()
        self.setAccessibleName(text)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        if stays or tone == DANGER:
            self._patience.stop()
        else:
            self._patience.start(PATIENCE_MS)

    def say_problem(self, problem: Problem, steps: Sequence[Step] = ()) -> None:
        """Shows a problem: what happened, why, and what to do."""
        sentence = problems.sentence(problem)
        parts = (sentence.what, sentence.why, sentence.remedy)
        self.say(" ".join(part for part in parts if part), tone=DANGER, steps=steps)

    def dismiss(self) -> None:
        """Takes the message away, and the focus out of it."""
        self._patience.stop()
        self._clear_steps()
        self._text.clear()
        self.hide()

    @property
    def text(self) -> str:
        """What is said now; "" when nothing is."""
        return "" if self.isHidden() else self._text.text()

    def _on_step(self, do: Callable[[], object]) -> None:
        self.dismiss()
        do()

    def _on_patience_over(self) -> None:
        focus = self.window().focusWidget()
        if self.underMouse() or (focus is not None and self.isAncestorOf(focus)):
            self._patience.start(PATIENCE_MS // 3)
        else:
            self.dismiss()

    def _clear_steps(self) -> None:
        while (item := self._steps.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()

    def _draw_icon(self) -> None:
        size = theme.scaled(theme.ICON_LARGE, self.font())
        self._icon.setPixmap(
            icons.pixmap(_ICONS[self._tone], size, _TONES[self._tone], self.devicePixelRatioF())
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()
