"""When the program itself is at fault: what a report of it should hold, and nothing of anybody's contacts."""

from __future__ import annotations

import platform
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

import contactbook
from contactbook.domain.problems import Problem
from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from types import TracebackType


def report(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> str:
    """Versions, and the lines of code that led there; no exception text, which may quote a contact."""
    lines = [
        f"Contactbook {contactbook.__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} {platform.release()}",
        "",
    ]
    for frame in traceback.extract_tb(trace):
        file = frame.filename.replace("\\", "/").rpartition("/contactbook/")
        lines.append(f"{file[1].lstrip('/')}{file[2]}:{frame.lineno} in {frame.name}")
        if frame.line:
            lines.append(f"    {frame.line}")
    lines.append(kind.__name__ + (f" {error.code}" if isinstance(error, Problem) else ""))
    return "\n".join(lines)


class CrashDialog(QDialog):
    """Shows a report; it can be copied, and the program closed in order or gone on with."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Something went wrong in Contactbook"))
        self.resize(theme.scaled(620, self.font()), theme.scaled(420, self.font()))
        head = QLabel(self.tr("Something went wrong in Contactbook"))
        head.setFont(theme.heading(self.font()))
        about = QLabel(
            self.tr(
                "This is a mistake in the program. Your book is safe: every step is written whole or not"
                " at all. The report below names lines of the program and no contact."
            )
        )
        about.setWordWrap(True)
        self.report = QPlainTextEdit(text)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(self.tr("Report"))
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        buttons = QDialogButtonBox()
        copy = buttons.addButton(self.tr("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        go_on = buttons.addButton(self.tr("Go on"), QDialogButtonBox.ButtonRole.RejectRole)
        go_on.clicked.connect(self.close)
        end = buttons.addButton(self.tr("Close Contactbook"), QDialogButtonBox.ButtonRole.AcceptRole)
        end.clicked.connect(self._end)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.SPACE_24,) * 4)
        layout.setSpacing(theme.SPACE_12)
        layout.addWidget(head)
        layout.addWidget(about)
        layout.addWidget(self.report, 1)
        layout.addWidget(buttons)

    def _end(self) -> None:
        """Closes every window, which closes the book."""
        self.close()
        QGuiApplication.instance().closeAllWindows()  # type: ignore[union-attr]
