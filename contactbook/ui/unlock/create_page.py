"""Creating a book: where it lies, its password, and what else opens it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit

from contactbook.ui.unlock.card_page import CardPage, push_button
from contactbook.ui.unlock.key_file_row import KeyFileRow
from contactbook.ui.unlock.password_field import PasswordField
from contactbook.ui.unlock.remember_box import RememberBox
from contactbook.ui.unlock.strength_meter import StrengthMeter
from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SUFFIX = ".contactbook"


class CreatePage(CardPage):
    """Asks for all that a new book needs; `create_wanted` carries path, password and key file (or None)."""

    create_wanted = Signal(object, str, object)
    back_wanted = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(
            "address_book",
            self.tr("Create a book"),
            self.tr(
                "The password encrypts everything. Nobody can reset it: after this step you can print a "
                "recovery sheet for your safe."
            ),
            parent,
        )
        self._folder = folder
        self.place = QLineEdit(self._free_place())
        self.place.setAccessibleName(self.tr("File of the new book"))
        browse = push_button(self.tr("Browse…"))
        browse.clicked.connect(self._on_browse)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_8)
        row.addWidget(self.place, 1)
        row.addWidget(browse)
        self.add_field(self.tr("File"), row, self.place)
        self.password = PasswordField(self.tr("Password"))
        self.again = PasswordField(self.tr("The same password again"))
        self.meter = StrengthMeter()
        self.password.textChanged.connect(self.meter.show_password)
        self.key_file = KeyFileRow()
        self.add_field(self.password.accessibleName(), self.password, self.password)
        self.column.addWidget(self.meter)
        self.add_field(self.again.accessibleName(), self.again, self.again)
        for field in (self.password, self.again):
            field.setPlaceholderText("")
        self.add_links(self.key_file)
        self.remember = RememberBox()
        self.column.addWidget(self.remember)
        self._notice = self.add_notice()
        for field in (self.place, self.password, self.again):
            field.textChanged.connect(self._on_edited)
            field.returnPressed.connect(self._on_create)
        back = push_button(self.tr("Back"), "link")
        back.clicked.connect(self.back_wanted)
        self.create_button = push_button(self.tr("Create"), "primary")
        self.create_button.clicked.connect(self._on_create)
        self.add_buttons(back, self.create_button)
        self.setFocusProxy(self.password)

    def show_problem(self, text: str, more: str = "") -> None:
        """Say what went wrong under the fields ("" takes it away), and more quietly what to do."""
        self._notice.say(text, more)

    def set_busy(self, busy: bool) -> None:
        """While the book is being made."""
        self.create_button.setEnabled(not busy)
        self.create_button.setText(self.tr("Creating…") if busy else self.tr("Create"))

    def forget(self) -> None:
        """Empty what was typed."""
        self.password.forget()
        self.again.forget()
        self.key_file.set_path(None)
        self.place.setText(self._free_place())
        self.show_problem("")

    def _free_place(self) -> str:
        """A new name in the folder; the home folder is written ~, so that it fits into the field."""
        path = _free_name(self._folder, self.tr("Contacts"))
        try:
            return str(Path("~") / path.relative_to(Path.home()))
        except ValueError:
            return str(path)

    def _on_edited(self) -> None:
        self.show_problem("")

    def _on_create(self) -> None:
        if not self.create_button.isEnabled():
            return
        name = self.place.text().strip()
        if not name:
            self.show_problem(self.tr("Choose where to keep the book."))
            self.place.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.password.text():
            self.show_problem(self.tr("Choose a password: it is what keeps the book closed to others."))
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.password.text() != self.again.text():
            self.show_problem(self.tr("The two passwords are not the same. Type the second one again."))
            self.again.setFocus(Qt.FocusReason.OtherFocusReason)
            self.again.selectAll()
        else:
            self.create_wanted.emit(self._path(), self.password.text(), self.key_file.path)

    def _path(self) -> Path:
        """The file that is named in the field, with the ending of books."""
        path = Path(self.place.text().strip() or self._free_place()).expanduser()
        return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)

    def _on_browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Where to keep the book"), str(self._path()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Books (*%1)").replace("%1", SUFFIX))
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.fileSelected.connect(self.place.setText)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _free_name(folder: Path, stem: str) -> Path:
    """A file in the folder that does not exist yet: Contacts, Contacts 2, ..."""
    number = 1
    path = folder / f"{stem}{SUFFIX}"
    while path.exists():
        number += 1
        path = folder / f"{stem} {number}{SUFFIX}"
    return path
