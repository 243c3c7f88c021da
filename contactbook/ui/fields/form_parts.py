"""The parts of the form editor side by side; one over the other, with bare icons, in a narrow window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QWidget

from contactbook.ui.widgets import theme
from contactbook.ui.widgets.folding_splitter import FoldingSplitter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

    from contactbook.ui.fields.form_canvas import FormCanvas
    from contactbook.ui.fields.form_preview import FormPreview
    from contactbook.ui.fields.type_palette import TypePalette

_WIDTHS, _HEIGHTS, _FOLD = (190, 590, 300), (100, 320, 200), 700
"""Pixels at the usual font size: side by side, or one over the other below a width."""

_LEAST_HEAD = 240


class FormParts(FoldingSplitter):
    """Types, the form, and what the chosen part of it is; the form itself can be tried out in its place."""

    def __init__(self, types: TypePalette, canvas: FormCanvas, preview: FormPreview, sides: QWidget) -> None:
        self._types, self._canvas, self._preview, self._sides = types, canvas, preview, sides
        self._forms = QStackedWidget()
        self._forms.addWidget(canvas)
        self._forms.addWidget(preview)
        super().__init__((types, self._forms, sides), widths=_WIDTHS, heights=_HEIGHTS, fold=_FOLD, main=1)
        self._types.lay_out(strip=False)
        self.folded.connect(lambda folded: self._types.lay_out(strip=folded))

    def try_out(self, *, on: bool) -> None:
        """The form itself in the place of its plan, and back."""
        if on:
            self._preview.refresh()
        self._forms.setCurrentWidget(self._preview if on else self._canvas)
        for part in (self._types, self._sides):
            part.setEnabled(not on)
        if on:
            self._preview.setFocus()
        else:
            self._canvas.take_keyboard()


class FormHead(QWidget):
    """The title and the buttons, which lose their words where there is no room for them."""

    def __init__(self, title: str, buttons: Iterable[QPushButton]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACE_16, theme.SPACE_12, theme.SPACE_16, theme.SPACE_12)
        row.setSpacing(theme.SPACE_8)
        caption = QLabel(title)
        caption.setFont(theme.heading(self.font()))
        caption.setWordWrap(True)
        row.addWidget(caption, 1)
        self._words = {button: button.text() for button in buttons}
        for button, words in self._words.items():
            button.setAccessibleName(words)
            button.setToolTip(button.toolTip() or words)
            row.addWidget(button)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(_LEAST_HEAD, self.font()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        folded = event.size().width() < theme.scaled(_FOLD, self.font())
        for button, words in self._words.items():
            button.setText("" if folded else words)
