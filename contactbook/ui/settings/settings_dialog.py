"""Settings of this computer and of the open book; a change holds at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from contactbook.settings import declarations
from contactbook.settings.declarations import Scope
from contactbook.ui.settings.setting_controls import control_for, said
from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from collections.abc import Mapping

_WIDTH, _CONTROL = 620, 220


class SettingsDialog(QDialog):
    """Made from the declarations: whatever has a label there stands here."""

    computer_chosen = Signal(object, object)
    """A setting of this computer, and its new value."""
    book_chosen = Signal(object, object)
    """A setting of the book, and its new value."""

    def __init__(
        self,
        parent: QWidget,
        computer: Mapping[str, object],
        book: Mapping[str, object] | None,
    ) -> None:
        """`computer` and `book`: present values by key; `book` None without one that can be written."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Settings"))
        self.controls: dict[str, QWidget] = {}
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.SPACE_24, theme.SPACE_24, theme.SPACE_24, theme.SPACE_16)
        column.setSpacing(theme.SPACE_16)
        if book is not None:
            self._add_group(column, self.tr("This book"), Scope.BOOK, book)
        self._add_group(column, self.tr("This computer"), Scope.COMPUTER, computer)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        done = QPushButton(self.tr("Close"))
        done.setProperty("kind", "primary")
        done.setAutoDefault(False)  # Enter in a line takes what was typed and stays
        done.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(theme.SPACE_24, theme.SPACE_8, theme.SPACE_24, theme.SPACE_16)
        buttons.addStretch(1)
        buttons.addWidget(done)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area, 1)
        layout.addLayout(buttons)
        width = theme.scaled(_WIDTH, self.font())
        wanted = page.sizeHint().height() + theme.SPACE_32 * 2
        self.resize(width, min(wanted, max(300, parent.height() - theme.SPACE_32)))

    def _add_group(self, column: QVBoxLayout, title: str, scope: Scope, values: Mapping[str, object]) -> None:
        head = QLabel(title)
        head.setFont(theme.heading(self.font()))
        column.addWidget(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE_16)
        grid.setVerticalSpacing(theme.SPACE_12)
        chosen = self.book_chosen if scope is Scope.BOOK else self.computer_chosen
        for row, setting in enumerate(declarations.on_page(scope)):
            words = QLabel(said(setting.label))
            about = QLabel(said(setting.help))
            about.setProperty("tone", "muted")
            about.setFont(theme.small(self.font()))
            about.setWordWrap(True)
            beside = QVBoxLayout()
            beside.setSpacing(0)
            beside.addWidget(words)
            beside.addWidget(about)
            control = control_for(
                setting,
                values.get(setting.key, setting.default),
                lambda value, setting=setting: chosen.emit(setting, value),
            )
            control.setFixedWidth(theme.scaled(_CONTROL, self.font()))
            words.setBuddy(control)
            self.controls[setting.key] = control
            grid.addLayout(beside, row, 0)
            grid.addWidget(control, row, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        column.addLayout(grid)
