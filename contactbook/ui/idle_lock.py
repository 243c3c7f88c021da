"""Locks the book when nobody has touched a key or the mouse for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication

from contactbook.settings import declarations

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

    from contactbook.settings.computer import ComputerSettings
    from contactbook.ui.book_session import BookSession

_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class IdleLock(QObject):
    """Watches the windows themselves and not every widget: a handful of events, so that it costs nothing."""

    def __init__(self, session: BookSession, settings: ComputerSettings) -> None:
        super().__init__(session)
        self._session = session
        self._settings = settings
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(self._on_idle)
        session.opened.connect(self.restart)
        session.closing.connect(self._idle.stop)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)

    def restart(self) -> None:
        """Somebody is there: the time begins anew."""
        minutes = self._settings.get(declarations.IDLE_LOCK_MINUTES)
        if minutes and self._session.is_open:
            self._idle.start(minutes * 60_000)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # a second time does no harm

    def _on_idle(self) -> None:
        """Work under way counts as somebody being there: an import of an hour is not cut off."""
        if self._session.tasks.busy:
            self.restart()
        else:
            self._session.lock()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _LIFE and self._idle.isActive():
            self._idle.start()
        return False
