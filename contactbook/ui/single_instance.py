"""One program a person: a second start hands its files to the first and ends. A local socket, no network."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_MS = 800
LONGEST_MESSAGE = 64 * 1024
"""Bytes; a list of paths is shorter, and nothing else is listened to."""


def _name() -> str:
    """Where the first one listens: a socket in a folder of the person, on Windows a pipe of their name."""
    if sys.platform == "win32":
        person = hashlib.sha256(str(Path.home()).encode()).hexdigest()[:16]
        return f"contactbook-{person}"
    place = os.environ.get("XDG_RUNTIME_DIR") or QStandardPaths.writableLocation(
        QStandardPaths.StandardLocation.CacheLocation
    )
    folder = Path(place)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:  # no folder, no socket: every start runs by itself
        return ""
    return str(folder / "contactbook-window")


class SingleInstance(QObject):
    """Either hands over to the instance that runs, or becomes the one that others hand over to."""

    handed_over = Signal(list)
    """Another start named these files (`Path`; maybe none): show the window."""

    def __init__(self, parent: QObject | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self._name = name or _name()
        self._server: QLocalServer | None = None
        self._callers: set[QLocalSocket] = set()

    def hand_over(self, paths: list[Path]) -> bool:
        """Whether another instance runs and took these files."""
        if not self._name:
            return False
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(PATIENCE_MS):
            return False
        socket.write(json.dumps([str(path) for path in paths]).encode())
        socket.flush()
        taken = socket.waitForBytesWritten(PATIENCE_MS) or not socket.bytesToWrite()
        socket.disconnectFromServer()
        return taken

    def listen(self) -> None:
        """Waits for others; where that is not possible, they simply run beside."""
        if not self._name:
            return
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name)
        if server.listen(self._name):
            server.newConnection.connect(self._on_connection)
            self._server = server

    def close(self) -> None:
        """Stops listening."""
        for socket in list(self._callers):
            self._let_go(socket)
            socket.abort()
        if self._server is not None:
            self._server.close()
            self._server = None

    def _on_connection(self) -> None:
        socket = self._server.nextPendingConnection() if self._server is not None else None
        if socket is not None:
            self._callers.add(socket)
            socket.disconnected.connect(self._on_message)

    def _let_go(self, socket: QLocalSocket) -> None:
        """Hears no more of a caller: a socket says that it is disconnected even while it is being freed."""
        self._callers.discard(socket)
        socket.disconnected.disconnect(self._on_message)
        socket.deleteLater()

    def _on_message(self) -> None:
        """A list of paths; anything else is passed over."""
        socket = self.sender()
        if not isinstance(socket, QLocalSocket):
            return
        text = bytes(socket.read(LONGEST_MESSAGE).data())
        self._let_go(socket)
        try:
            names = json.loads(text)
        except ValueError:
            return
        if isinstance(names, list) and all(isinstance(name, str) for name in names):
            self.handed_over.emit([Path(name) for name in names])
