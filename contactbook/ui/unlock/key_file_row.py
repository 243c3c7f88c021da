"""A row to choose a key file, the second half of a key that is kept apart from the book."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QWidget

from contactbook.ui.unlock.card_page import push_button
from contactbook.ui.widgets import theme

_NAME_WIDTH = 140


class KeyFileRow(QWidget):
    """Says which key file is used and lets it be chosen or taken away."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_8)
        self._name = QLabel()
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._button = push_button("", "link", "key")
        self._button.clicked.connect(self._on_clicked)
        row.addWidget(self._name)
        row.addWidget(self._button)
        self._show()

    @property
    def path(self) -> Path | None:
        """The key file, None without one."""
        return self._path

    def set_path(self, path: Path | None) -> None:
        """Use this key file from now on."""
        self._path = path
        self._show()
        self.chosen.emit()

    def _show(self) -> None:
        name = "" if self._path is None else self._path.name
        room = theme.scaled(_NAME_WIDTH, self.font())
        shown = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, room)
        self._name.setText(self.tr("Key file: %1").replace("%1", shown))
        self._name.setToolTip("" if self._path is None else str(self._path))
        self._name.setVisible(bool(name))
        self._button.setText(self.tr("Without key file") if name else self.tr("Use a key file…"))

    def _on_clicked(self) -> None:
        if self._path is not None:
            self.set_path(None)
            return
        dialog = QFileDialog(self, self.tr("Choose the key file"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.set_path(Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
