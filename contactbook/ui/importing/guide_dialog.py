"""Help: how contacts come into a book and out of it, on one page, for somebody who does it once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from contactbook.ui.help_dialogs import show_page
from contactbook.ui.widgets import theme

_SIZE = (620, 640)


class GuideDialog(QDialog):
    """The steps in their order, each with what can be done there and by which key."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Importing and exporting"))
        self.resize(theme.fitting(_SIZE, self))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.SPACE_8, 0, theme.SPACE_16, 0)
        column.setSpacing(theme.SPACE_4)
        for heading, text in self._steps():
            title = QLabel(heading)
            title.setFont(theme.strong(self.font()))
            body = QLabel(text)
            for label in (title, body):
                label.setWordWrap(True)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setAlignment(theme.leading(self))
                column.addWidget(label)
            column.addSpacing(theme.SPACE_12)
        column.addStretch(1)
        show_page(self, inside)

    def _steps(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("1. Choose the files"),
                self.tr(
                    "Drop them on the window or press Ctrl+I: vCard, CSV, Excel, LibreOffice, LDIF, JSON, "
                    "folders, zip and gzip, several at once. What cannot be read is marked, and says why and "
                    "what to do. If letters look wrong, choose another encoding there."
                ),
            ),
            (
                self.tr("2. Look at the columns"),
                self.tr(
                    "Each column of a table is listed with what it becomes and how sure that is: Enter "
                    "changes it, also to a new field of your own. Cleaning shows before and after: capitals, "
                    "text that was encoded twice, cells that only say n/a. What is not ticked stays as it is."
                ),
            ),
            (
                self.tr("3. Check what will happen"),
                self.tr(
                    "Nothing is written yet. Every row says whether it is new, changes somebody, is there "
                    "already or is refused, and can be corrected or left out (Del). Recognise by e-mail or "
                    "phone brings rows of the same person together. A blank cell never erases anything."
                ),
            ),
            (
                self.tr("4. Import, and take it back if you like"),
                self.tr(
                    "The whole import is one step: Ctrl+Z takes it back, today or next month. It stays in "
                    "the sidebar under Imports: Enter shows its report, Del takes it back. What was refused "
                    "can be saved as a file, corrected and imported."
                ),
            ),
            (
                self.tr("5. Tidy up"),
                self.tr(
                    "Select contacts that are one and press Ctrl+M to merge them; press Ctrl+Shift+B to "
                    "change many at once. Each is a step that can be undone."
                ),
            ),
            (
                self.tr("6. Get everything out again"),
                self.tr(
                    "Ctrl+Shift+E writes the list or the selection for phones, Google, Outlook, Thunderbird, "
                    "Excel and others. What a format has no place for is said before anything is written. "
                    "“Everything, as one archive” holds all of the book."
                ),
            ),
            (
                self.tr("Without a book"),
                self.tr("File > Convert files does the same from file to file, and keeps nothing."),
            ),
        )
