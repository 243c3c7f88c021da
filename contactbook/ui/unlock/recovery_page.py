"""The recovery sheet, offered once a book is made: the code to print and lock away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QTextDocument
from PySide6.QtWidgets import QLabel

from contactbook.ui.unlock.card_page import CardPage, push_button
from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget


class RecoveryPage(CardPage):
    """Shows the code that opens the book without its password; `done` once it was seen."""

    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "key",
            self.tr("Your recovery sheet"),
            self.tr(
                "If the password is ever forgotten, only this code opens the book. Print it, put it into a "
                "safe, and do not keep it on this computer. The File menu shows it again while the book is "
                "open."
            ),
            parent,
        )
        self._name = ""
        self.code = QLabel()
        font = theme.heading(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
        self.code.setFont(font)
        self.code.setMargin(theme.SPACE_16)
        self.code.setProperty("card", "true")
        self.code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.column.addWidget(self.code)
        copy = push_button(self.tr("Copy"), "", "copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.code.text()))
        print_button = push_button(self.tr("Print…"), "", "print")
        print_button.clicked.connect(self._on_print)
        self.done_button = push_button(self.tr("Done"), "primary")
        self.done_button.clicked.connect(self._on_done)
        self.add_buttons(copy, print_button, self.done_button)
        self.setFocusProxy(self.done_button)

    def show_code(self, path: Path, code: str) -> None:
        """Show the code of this book."""
        self._name = path.name
        self.code.setText(code)
        self.code.setAccessibleName(self.tr("Recovery code") + " " + code)

    def _on_done(self) -> None:
        self.code.clear()
        self.code.setAccessibleName(self.tr("Recovery code"))
        self.done.emit()

    def _on_print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._sheet().print_(printer))
        dialog.setModal(True)
        dialog.show()

    def _sheet(self) -> QTextDocument:
        sheet = QTextDocument(self)
        heading = self.tr("Contactbook recovery sheet").replace("<", "&lt;")
        name = self._name.replace("&", "&amp;").replace("<", "&lt;")
        sheet.setHtml(f"<h1>{heading}</h1><p>{name}</p><pre style='font-size:16pt'>{self.code.text()}</pre>")
        return sheet
