"""Shows a form whole where there is room for it, and scrolls it where there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy

from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class FormScroll(QScrollArea):
    """As high as the form wants to be, or lower; what has the keyboard is scrolled into view."""

    def __init__(self, form: QWidget) -> None:
        super().__init__()
        self._form = form
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setWidget(form)
        self.viewport().setAutoFillBackground(False)
        form.setAutoFillBackground(False)
        form.installEventFilter(self)

    def sizeHint(self) -> QSize:
        return QSize(100, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(100, min(2 * theme.SPACE_32, self._height()))

    def _height(self) -> int:
        """With its lines broken as they are in the width at hand."""
        broken = self._form.heightForWidth(self.viewport().width())
        return max(broken, self._form.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        elif event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.setHidden(self._form.isHidden())
        return super().eventFilter(watched, event)
