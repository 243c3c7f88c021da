"""The bar under the list while several contacts are selected: how many, and what to do with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction


class SelectionBar(QWidget):
    """Visible while more than one contact is selected; its buttons are the window's own actions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "accent")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Selected contacts"))
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
        text = self.tr("%n selected", "", count).replace("%n", QLocale().toString(count))
        self._count.setText(text)
        self.setVisible(count > 1)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setVisible(action.isVisible())
        action.changed.connect(lambda: button.setVisible(action.isVisible()))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(theme.ICON_SMALL, theme.ICON_SMALL))
        button.setAccessibleName(action.text().replace("&", ""))
        button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
