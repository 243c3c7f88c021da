"""The bar under the list while several contacts are selected: how many, and what to do with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QResizeEvent


class SelectionBar(QWidget):
    """Visible while more than one contact is selected; its buttons are the window's own actions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "accent")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Selected contacts"))
        self._buttons: list[QToolButton] = []
        self._count = QLabel()
        self._count.setFont(theme.strong(self.font()))
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(theme.SPACE_16, theme.SPACE_4, theme.SPACE_8, theme.SPACE_4)
        self._layout.setSpacing(theme.SPACE_4)
        self._layout.addWidget(self._count)
        self._layout.addSpacing(theme.SPACE_16)
        self.hide()

    def set_actions(self, actions: Sequence[QAction], clear: QAction) -> None:
        """Puts a button for each action, and one that ends the selection."""
        for action in actions:
            self._layout.addWidget(self._button(action))
        self._layout.addStretch(1)
        button = self._button(clear)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._layout.addWidget(button)

    def show_count(self, count: int) -> None:
        """Says how many are selected; gone for none or one, which the pane shows."""
        if count > 1:
            self._count.setText(self.tr("%1 selected").replace("%1", QLocale().toString(count)))
            self._fit()
        self.setVisible(count > 1)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setVisible(action.isVisible())
        action.changed.connect(lambda: button.setVisible(action.isVisible()))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        side = theme.scaled(theme.ICON_SMALL, self.font())
        button.setIconSize(QSize(side, side))
        button.setAccessibleName(action.text().replace("&", ""))
        button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._buttons.append(button)
        return button

    def _fit(self) -> None:
        """Words beside the icons where there is room for all of them, icons alone where there is not."""
        shown = [button for button in self._buttons[:-1] if button.isVisibleTo(self)]
        for button in shown:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        gaps = theme.SPACE_4 * (len(shown) + 2) + theme.SPACE_16
        margins = self._layout.contentsMargins()
        wanted = sum(part.sizeHint().width() for part in (self._count, *shown, self._buttons[-1])) + gaps
        if wanted > self.width() - margins.left() - margins.right():
            for button in shown:
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
