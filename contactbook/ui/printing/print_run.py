"""Puts pages on paper or into a PDF, one a turn of the event loop, so that the window lives on meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QObject, QTimer, Signal
from PySide6.QtGui import QPainter, QPdfWriter

from contactbook.actions.target_file import replacing
from contactbook.domain.problems import Problem
from contactbook.ui.printing import paper

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPagedPaintDevice
    from PySide6.QtPrintSupport import QPrinter

    from contactbook.ui.printing.paper import Pages

_DOTS = 600


class PrintRun(QObject):
    """One run at a time; `cancel` ends it and leaves no file."""

    progressed = Signal(int, int)
    """Units done, units in all."""
    finished = Signal(int)
    """Pages that were printed."""
    failed = Signal(object)
    """The `Problem`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._on_turn)
        self._pages: Pages | None = None
        self._device: QPagedPaintDevice | None = None
        self._buffer: QBuffer | None = None
        self._painter: QPainter | None = None
        self._path: Path | None = None
        self._unit = self._printed = 0

    @property
    def running(self) -> bool:
        """Whether pages are being printed."""
        return self._painter is not None

    def to_pdf(self, pages: Pages, path: Path) -> None:
        """Write a PDF, whole or not at all."""
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(self._buffer)
        writer.setResolution(_DOTS)
        writer.setCreator("Contactbook")
        self._path = path
        self._begin(pages, writer)

    def to_printer(self, pages: Pages, printer: QPrinter) -> None:
        """Print on what the person chose in the dialog of the system."""
        printer.setFullPage(True)
        self._path = None
        self._begin(pages, printer)

    def cancel(self) -> None:
        """Stop; what already went to a printer stays there."""
        self._end()

    def _begin(self, pages: Pages, device: QPagedPaintDevice) -> None:
        device.setPageLayout(paper.layout_of(pages))
        self._pages, self._device, self._unit, self._printed = pages, device, 0, 0
        painter = QPainter()
        if not painter.begin(device):
            self._end()
            self.failed.emit(Problem("print.no_printer"))
            return
        self._painter = painter
        self._turn.start()

    def _on_turn(self) -> None:
        pages, painter, device = self._pages, self._painter, self._device
        if pages is None or painter is None or device is None:
            self._turn.stop()
            return
        if self._unit >= pages.units:
            self._finish()
            return
        for page in range(pages.pages_of(self._unit)):
            if self._printed:
                device.newPage()
            painter.save()
            paper.scale(painter, device)
            pages.paint(painter, self._unit, page)
            painter.restore()
            self._printed += 1
        self._unit += 1
        self.progressed.emit(self._unit, pages.units)

    def _finish(self) -> None:
        printed, path, buffer = self._printed, self._path, self._buffer
        self._end()
        try:
            if path is not None and buffer is not None:
                with replacing(path) as stream:
                    stream.write(bytes(buffer.data().data()))
        except Problem as problem:
            self.failed.emit(problem)
            return
        self.finished.emit(printed)

    def _end(self) -> None:
        self._turn.stop()
        if self._painter is not None:
            self._painter.end()
        self._painter = self._device = self._pages = self._buffer = None
