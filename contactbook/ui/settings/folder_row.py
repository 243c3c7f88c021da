"""A line for the path of a folder, with a button to choose one; it says when there is no such folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from contactbook.ui.widgets import icons, theme


class FolderRow(QWidget):
    """Typed or chosen; an empty line is a value of its own."""

    chosen = Signal(str)
    """Another folder than the one before, as the person wrote it."""

    def __init__(self, value: str, name: str, parent: QWidget | None = None) -> None:
        """`value`: the folder at present; `name`: what it is for, in words."""
        super().__init__(parent)
        self._told = value
        self._name = name
        self.line = QLineEdit(value)
        self.line.setAccessibleName(name)
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._on_text)
        self.line.editingFinished.connect(self._tell)
        self.button = QToolButton()
        self.button.setIcon(icons.icon("folder"))
        self.button.setProperty("kind", "plain")
        words = self.tr("%1: choose a folder").replace("%1", name)
        self.button.setAccessibleName(words)
        self.button.setToolTip(words)
        side = self.line.sizeHint().height()
        self.button.setFixedSize(side, side)
        self.button.clicked.connect(self.choose)
        self.doubt = QLabel(self.tr("There is no such folder."))
        self.doubt.setProperty("tone", "warning")
        self.doubt.setFont(theme.small(self.font()))
        self.doubt.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_4)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_4)
        column.addLayout(row)
        column.addWidget(self.doubt)
        self.setFocusProxy(self.line)
        self._on_text()

    def choose(self) -> None:
        """Ask for a folder, beginning at the one that stands there."""
        begin = Path(self.line.text().strip()).expanduser() if self.line.text().strip() else Path.home()
        dialog = QFileDialog(self, self._name, str(begin if begin.is_dir() else Path.home()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.take)
        dialog.open()

    def take(self, folder: str) -> None:
        """This folder from now on."""
        self.line.setText(folder)
        self._tell()

    def _on_text(self) -> None:
        text = self.line.text().strip()
        self.doubt.setVisible(bool(text) and not Path(text).expanduser().is_dir())
        if not text:
            self._tell()

    def _tell(self) -> None:
        text = self.line.text().strip()
        if text != self._told:
            self._told = text
            self.chosen.emit(text)
