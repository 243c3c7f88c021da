"""The quiet buttons under the rows of a section that add one more: "+ Phone  + E-mail"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from contactbook.ui.widgets import icons, theme
from contactbook.ui.widgets.chips import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence


class AddButtons(QWidget):
    """One button for each thing that can be added."""

    wanted = Signal(str)
    """The key of what is to be added."""

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flow = FlowLayout(self, gap=theme.SPACE_8)
        self.buttons: dict[str, QPushButton] = {}
        for key, words in choices:
            button = QPushButton(icons.icon("add", "accent"), words)
            button.setProperty("kind", "link")
            add = QCoreApplication.translate("editor", "Add: %1").replace("%1", words)
            button.setAccessibleName(add)
            button.clicked.connect(lambda _checked=False, key=key: self.wanted.emit(key))
            flow.addWidget(button)
            self.buttons[key] = button
