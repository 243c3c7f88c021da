"""Offers the companies of the book while the name of one is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer
from PySide6.QtWidgets import QCompleter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QLineEdit

LOOK_UP_MS = 120
"""Milliseconds after the last key until companies are looked up."""


class CompanyOffers(QObject):
    """Down and Enter take one of those offered; who goes on typing is not held up.

    Args:
        line: where the name is typed.
        known: gives names that fit some letters, the best first.
        taken: is told a name that was chosen.
    """

    def __init__(
        self, line: QLineEdit, known: Callable[[str], Sequence[str]], taken: Callable[[], object]
    ) -> None:
        super().__init__(line)
        self._line = line
        self._known = known
        self._names = QStringListModel(self)
        completer = self._completer = QCompleter(self._names, line)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        popup = completer.popup()
        assert popup is not None
        self._popup = popup
        popup.setAccessibleName(self.tr("Companies found"))
        popup.installEventFilter(self)
        completer.activated.connect(lambda _text: taken())
        line.setCompleter(completer)
        self._wait = QTimer(self, singleShot=True, interval=LOOK_UP_MS)
        self._wait.timeout.connect(self._look_up)
        line.textEdited.connect(self._wait.start)

    def _look_up(self) -> None:
        text = self._line.text().strip()
        found = [name for name in self._known(text) if name != text] if text else []
        self._names.setStringList(found)
        if found and self._line.hasFocus():
            self._completer.complete()
        else:
            self._popup.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A shortcut of the window, such as Ctrl+S, is not kept from it by the list of names."""
        if event.type() == QEvent.Type.ShortcutOverride and event.modifiers():  # type: ignore[attr-defined]
            self._popup.hide()
        return False
