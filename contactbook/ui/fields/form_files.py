"""Templates, and forms in files: the buttons at the head of the form editor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from contactbook.actions import forms
from contactbook.domain.form_file import SUFFIX
from contactbook.ui.fields import template_words
from contactbook.ui.widgets import icons

if TYPE_CHECKING:
    from contactbook.domain.changes import Changes
    from contactbook.domain.form_file import Form
    from contactbook.ui.book_session import BookSession


class FormFiles(QObject):
    """Loads and saves; what came of it is told by signals."""

    problem = Signal(object)
    loaded = Signal(str)
    """A form was loaded, or had nothing new; in words."""

    added = Signal(str)
    """New sections stand in the form; the title of the first."""

    def __init__(self, session: BookSession, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._parent = parent
        self.template_button = QPushButton(icons.icon("sample"), self.tr("Templates"))
        menu = QMenu(self.template_button)
        for name, words in template_words.templates():
            menu.addAction(words, lambda name=name: self.load_template(name))
        self.template_button.setMenu(menu)
        self.load_button = QPushButton(icons.icon("import"), self.tr("Load …"))
        self.load_button.clicked.connect(self._choose_to_load)
        self.save_button = QPushButton(icons.icon("export"), self.tr("Save …"))
        self.save_button.clicked.connect(self._choose_to_save)

    def load_template(self, name: str) -> None:
        """Add one of the forms that come along to the form of the book."""
        self._load(forms.template(name, template_words.translated))

    def load_file(self, path: Path) -> None:
        """Add the form in a file to the form of the book."""
        from contactbook.domain.problems import Problem

        try:
            form = forms.read_form(path)
        except Problem as problem:
            problem.data.setdefault("path", str(path))
            self.problem.emit(problem)
            return
        self._load(form)

    def save_file(self, path: Path) -> None:
        """Write the form of the book to a file."""
        book = self._session.book
        self._session.run(
            lambda _job: forms.save_form(book, path),
            owner=self,
            on_problem=self.problem.emit,
            on_done=lambda _done: self.loaded.emit(self.tr("Saved as %1.").replace("%1", path.name)),
        )

    def _load(self, form: Form) -> None:
        self._session.write(
            forms.load_form, form, owner=self, on_problem=self.problem.emit,
            on_done=lambda changes: self._on_loaded(form, changes),
        )  # fmt: skip

    def _on_loaded(self, form: Form, changes: Changes) -> None:
        words = self.tr("“%1” was added.") if changes else self.tr("Everything of “%1” is there already.")
        if changes and form.sections:
            self.added.emit(form.sections[0].title)
        self.loaded.emit(words.replace("%1", form.name))

    def _choose_to_load(self) -> None:
        dialog = self._dialog(self.tr("Load a form"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.load_file(Path(name)))
        dialog.open()

    def _choose_to_save(self) -> None:
        dialog = self._dialog(self.tr("Save the form"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(self._session.book.path.stem + SUFFIX)
        dialog.fileSelected.connect(lambda name: self.save_file(Path(name)))
        dialog.open()

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._parent, title)
        dialog.setNameFilters([self.tr("Forms (*%1)").replace("%1", SUFFIX), self.tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog
