"""Parts side by side; one over the other where the window is too narrow for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSplitter

from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget


class FoldingSplitter(QSplitter):
    """Folds below a width, and wherever the parts would not fit side by side."""

    folded = Signal(bool)
    """The parts stand one over the other from now on (True), or side by side."""

    def __init__(
        self,
        parts: Sequence[QWidget],
        *,
        widths: Sequence[int],
        heights: Sequence[int],
        fold: int,
        main: int = 0,
        gap: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        """Takes the parts in.

        Args:
            parts: the widgets, from the leading side, or from the top.
            widths: of each in pixels at the usual font size while they stand side by side.
            heights: of each while they stand one over the other.
            fold: the width in pixels at the usual font size below which they do.
            main: the number of the part that takes the room that is left at the side of the others.
            gap: pixels between them; only the narrowest is drawn, as a line.
            parent: the widget around them.
        """
        super().__init__(parent)
        self._widths, self._heights, self._fold, self._main = tuple(widths), tuple(heights), fold, main
        for part in parts:
            self.addWidget(part)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(gap)
        if gap > 1:
            self.setProperty("kind", "gap")
        self._share()

    @property
    def is_folded(self) -> bool:
        """Whether the parts stand one over the other."""
        return self.orientation() == Qt.Orientation.Vertical

    def _share(self) -> None:
        sizes = self._heights if self.is_folded else self._widths
        for at, height in enumerate(self._heights):
            self.setStretchFactor(at, height if self.is_folded else int(at == self._main))
        self.setSizes([theme.scaled(one, self.font()) for one in sizes])

    def _least(self) -> list[QSize]:
        parts = [self.widget(at) for at in range(self.count())]
        shown = [part for part in parts if part is not None and not part.isHidden()]
        return [part.minimumSizeHint().expandedTo(part.minimumSize()) for part in shown]

    def minimumSizeHint(self) -> QSize:
        least = self._least()
        gaps = self.handleWidth() * (len(least) - 1)
        heights = [one.height() for one in least]
        height = sum(heights) + gaps if self.is_folded else max(heights, default=0)
        return QSize(max((one.width() for one in least), default=0), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        least = self._least()
        needed = sum(one.width() for one in least) + self.handleWidth() * (len(least) - 1)
        folded = event.size().width() < max(needed, theme.scaled(self._fold, self.font()))
        if folded != self.is_folded:
            self.setOrientation(Qt.Orientation.Vertical if folded else Qt.Orientation.Horizontal)
            self._share()
            self.folded.emit(folded)
