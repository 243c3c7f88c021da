"""Fields and forms: types at the left, the form in the middle, what the chosen part is at the right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from contactbook.actions import fields, forms
from contactbook.domain import form_moves
from contactbook.domain.field_definition import Choice, FieldDefinition, FieldSettings
from contactbook.domain.fields import CHOICE, CHOICES
from contactbook.domain.form_sections import FormSection
from contactbook.qtmodels import field_reads
from contactbook.ui.fields.field_losses import FieldLosses
from contactbook.ui.fields.field_properties import FieldProperties
from contactbook.ui.fields.field_words import type_name
from contactbook.ui.fields.form_canvas import FormCanvas
from contactbook.ui.fields.form_files import FormFiles
from contactbook.ui.fields.form_parts import FormHead, FormParts
from contactbook.ui.fields.form_preview import FormPreview
from contactbook.ui.fields.question_bar import QuestionBar
from contactbook.ui.fields.section_properties import SectionProperties
from contactbook.ui.fields.type_palette import TypePalette
from contactbook.ui.widgets import icons, theme
from contactbook.wording.problems import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from contactbook.domain.changes import Changes
    from contactbook.domain.problems import Problem
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.undo_commands import UndoCommands

FIRST_SIZE = (1080, 700)


class FormEditorDialog(QDialog):
    """Every change is written at once as one step, which Ctrl+Z takes back."""

    def __init__(
        self, session: BookSession, undo: UndoCommands | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Fields and forms"))
        self.resize(theme.fitting(FIRST_SIZE, self))
        self._session = session
        self._after: Callable[[], object] | None = None
        self._definitions: list[FieldDefinition] = []
        self._counts: dict[str, int] = {}
        self.palette_list = TypePalette()
        self.canvas = FormCanvas()
        self.preview = FormPreview(session)
        self.field_properties = FieldProperties()
        self.section_properties = SectionProperties()
        self.question = QuestionBar()
        self.files = FormFiles(session, self)
        self._losses = FieldLosses(session, self.question, self)
        self._sides = QStackedWidget()
        self._lay_out()
        self._connect()
        if undo is not None:
            for keys, do in (("Ctrl+Z", undo.undo), ("Ctrl+Shift+Z", undo.redo), ("Ctrl+Y", undo.redo)):
                QShortcut(QKeySequence(keys), self, do)
        session.changed.connect(self._on_changed)
        session.closing.connect(self.close)
        self._read()
        self.palette_list.setFocus()

    def add_field(self, kind: str, section: int = -1, at: int = -1) -> None:
        """A new field of a type, behind the chosen one, ready to be named."""
        if section < 0:
            section, at = self._behind_chosen()
        label = self._free_label(type_name(kind))
        settings = FieldSettings()
        if kind in (CHOICE, CHOICES):
            settings = FieldSettings(
                choices=(Choice(self.tr("First choice")), Choice(self.tr("Second choice")))
            )
        key = fields.free_key(self._session.book, label)
        made = FieldDefinition(label, kind, key, settings=settings)
        self._write(fields.add_field, made, section=section, at=at, then=lambda: self._name_new(key))

    def add_section(self) -> None:
        """A new section at the end, ready to be named."""
        title = self.tr("New section")
        form = [*self._sections(), FormSection(title, columns=2)]
        self._arrange(form, forms.ADD, title, then=lambda: self._name_new("", len(form) - 1))

    def _lay_out(self) -> None:
        self.section_button = QPushButton(icons.icon("add"), self.tr("New section"))
        self.try_button = QPushButton(icons.icon("eye"), self.tr("Try it"))
        self.try_button.setToolTip(self.tr("The form as whoever fills it in sees it (F5)"))
        self.try_button.setCheckable(True)
        files = self.files
        buttons = (files.template_button, files.load_button, files.save_button)
        head = FormHead(self.windowTitle(), (self.try_button, self.section_button, *buttons))
        for side in (self.field_properties, self.section_properties):
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setWidget(side)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._sides.addWidget(area)
        self._sides.addWidget(QWidget())
        self._sides.setProperty("surface", "surface")
        self._sides.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._parts = FormParts(self.palette_list, self.canvas, self.preview, self._sides)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.SPACE_16, theme.SPACE_8, theme.SPACE_16, theme.SPACE_8)
        hint = QLabel(
            self.tr(
                "Enter adds a type · F2 renames · Alt+arrows move · Del removes · Ctrl+Z undoes · F5 tries it"
            )
        )
        hint.setProperty("tone", "muted")
        hint.setFont(theme.small(self.font()))
        hint.setWordWrap(True)
        close = QPushButton(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        foot.addWidget(hint, 1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self._parts, 1)
        layout.addWidget(self.question)
        layout.addLayout(foot)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)

    def _connect(self) -> None:
        canvas = self.canvas
        self.palette_list.wanted.connect(self.add_field)
        self.section_button.clicked.connect(self.add_section)
        self.try_button.toggled.connect(lambda on: self._parts.try_out(on=on))
        self.try_button.toggled.connect(self.section_button.setDisabled)
        QShortcut(QKeySequence("F5"), self, self.try_button.toggle)
        canvas.chosen.connect(self._show_side)
        canvas.type_dropped.connect(self.add_field)
        canvas.dropped.connect(
            lambda key, section, at: self._arrange(form_moves.put(self._sections(), key, section, at))
        )
        canvas.field_moved.connect(lambda key, by: self._arrange(form_moves.shift(self._sections(), key, by)))
        canvas.section_moved.connect(self._on_section_moved)
        canvas.renamed.connect(self._on_renamed)
        canvas.remove_wanted.connect(self._on_remove)
        canvas.details_wanted.connect(self._on_details)
        self.field_properties.changed.connect(lambda field: self._losses.change(field, self._show_side))
        self.field_properties.key_wanted.connect(self._on_key)
        self.field_properties.type_wanted.connect(self._on_type)
        self.section_properties.changed.connect(self._on_section_changed)
        self._losses.change_wanted.connect(lambda field: self._write(fields.change_field, field.key, field))
        self._losses.removal_wanted.connect(lambda key: self._write(fields.remove_field, key))
        self._losses.type_wanted.connect(lambda key, kind: self._write(fields.change_type, key, kind))
        self.files.problem.connect(self._on_problem)
        self.files.added.connect(canvas.choose_titled)
        self.files.loaded.connect(lambda words: self.question.say(words))

    def _sections(self) -> list[FormSection]:
        return list(self.canvas.sections)

    def _chosen_field(self) -> FieldDefinition | None:
        return next((one for one in self._definitions if one.key == self.canvas.field), None)

    def _read(self) -> None:
        """Show what is in the book now."""
        book = self._session.book
        self._definitions = field_reads.fields_of(book)
        self._counts = field_reads.counts_of(book)
        self.canvas.show_form(field_reads.sections_of(book), self._definitions)
        self._show_side()
        if self.try_button.isChecked():
            self.preview.refresh()

    def _show_side(self) -> None:
        """Fill the right side for what is chosen."""
        field, section = self._chosen_field(), self.canvas.section
        tags = field_reads.tag_names(self._session.book)
        if field is not None:
            self.field_properties.show_field(field, tags, self._counts.get(field.key, 0))
            self._sides.setCurrentIndex(0)
        elif section < len(self.canvas.sections):
            self.section_properties.show_section(self.canvas.sections[section], tags)
            self._sides.setCurrentIndex(1)
        else:
            self._sides.setCurrentIndex(2)

    def _behind_chosen(self) -> tuple[int, int]:
        section, at = form_moves.place_of(self.canvas.sections, self.canvas.field)
        if section >= 0:
            return section, at + 1
        return (self.canvas.section, -1) if self.canvas.sections else (-1, -1)

    def _free_label(self, label: str) -> str:
        taken = {definition.label for definition in self._definitions}
        number, free = 1, label
        while free in taken:
            number += 1
            free = f"{label} {number}"
        return free

    def _name_new(self, field: str, section: int = -1) -> None:
        self.canvas.choose(field=field, section=section)
        self.canvas.rename()

    def _write(
        self,
        action: Callable[..., Changes],
        *given: object,
        then: Callable[[], object] | None = None,
        **named: Any,  # noqa: ANN401 - what the action takes
    ) -> None:
        self.question.dismiss()
        self._after = then
        self._session.write(action, *given, owner=self, on_problem=self._on_problem, **named)

    def _arrange(
        self,
        form: list[FormSection],
        what: str = forms.ARRANGE,
        label: str = "",
        then: Callable[[], object] | None = None,
    ) -> None:
        if form != self._sections() or what != forms.ARRANGE:
            self._write(forms.arrange, form, what=what, label=label, then=then)

    def _on_changed(self, changes: Changes) -> None:
        if changes.fields or changes.everything:
            self._read()
            after, self._after = self._after, None
            if after is not None:
                after()

    def _on_problem(self, problem: Problem) -> None:
        self._after = None
        self._read()
        self.question.say(str(sentence(problem)))

    def _on_section_moved(self, section: int, by: int) -> None:
        form = form_moves.shift_section(self._sections(), section, by)
        if form != self._sections():
            self.canvas.section = section + by
            self._arrange(form)

    def _on_renamed(self, name: str) -> None:
        field = self._chosen_field()
        if field is not None:
            self._write(fields.name_field, field.key, name, then=lambda: self.canvas.choose_field(field.id))
        else:
            section = self.canvas.section
            self._on_section_changed(replace(self.canvas.sections[section], title=name))

    def _on_section_changed(self, changed: FormSection) -> None:
        form = self._sections()
        form[self.canvas.section] = changed
        self._arrange(form, forms.CHANGE, changed.title)

    def _on_details(self) -> None:
        """Enter goes to the right side, and Esc from there closes the dialog as anywhere else."""
        side = self.field_properties.label if self.canvas.field else self.section_properties.title
        side.setFocus()

    def _on_key(self, key: str) -> None:
        old = self.canvas.field
        self.canvas.field = key
        self._write(fields.rename_key, old, key)

    def _on_remove(self) -> None:
        field = self._chosen_field()
        if field is None:
            form = self._sections()
            if form:
                gone = form.pop(self.canvas.section)
                self._arrange(form, forms.REMOVE, gone.title)
            return
        self._losses.remove(field, self.canvas.take_keyboard)

    def _on_type(self, kind: str) -> None:
        field = self._chosen_field()
        if field is None:
            return
        self._losses.change_type(field, kind, self._show_side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # Enter in a line ends the line, not the dialog
        else:
            super().keyPressEvent(event)
