"""Asks before a field loses anything: by going, by getting another type, by a choice that goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from contactbook.actions import fields
from contactbook.wording.speech import say, say_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from contactbook.actions.fields import RemovalPreview, TypePreview
    from contactbook.domain.field_definition import FieldDefinition
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.fields.question_bar import QuestionBar

_SHOWN = 3


class FieldLosses(QObject):
    """Looks in the book what would be lost; asks where there is anything, and tells when it may be done."""

    removal_wanted = Signal(str)
    """The field with this key shall go."""
    type_wanted = Signal(str, str)
    """The field with this key shall have this type."""
    change_wanted = Signal(object)
    """The field shall be like this one."""

    def __init__(self, session: BookSession, question: QuestionBar, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._question = question

    def remove(self, field: FieldDefinition, back: Callable[[], object]) -> None:
        """Remove a field; `back` is called when the answer is no."""
        book = self._session.book
        self._session.run(
            lambda _job: fields.preview_removal(book, field.key),
            owner=self,
            on_done=lambda found: self._on_removal_known(field, found, back),
        )

    def change_type(self, field: FieldDefinition, kind: str, back: Callable[[], object]) -> None:
        """Give a field another type; `back` is called when the answer is no."""
        book = self._session.book
        self._session.run(
            lambda _job: fields.preview_type(book, field.key, kind),
            owner=self,
            on_done=lambda found: self._on_type_known(field, kind, found, back),
        )

    def change(self, field: FieldDefinition, back: Callable[[], object]) -> None:
        """Change the settings of a field; `back` is called when the answer is no."""
        book = self._session.book
        self._session.run(
            lambda _job: fields.preview_choices(book, field),
            owner=self,
            on_done=lambda found: self._on_choices_known(field, found, back),
        )

    def _on_choices_known(
        self, field: FieldDefinition, found: list[tuple[str, int]], back: Callable[[], object]
    ) -> None:
        if not found:
            self.change_wanted.emit(field)
            return
        words = say_number(
            sum(count for _value, count in found),
            "1 contact has {some}. It stays there, and is marked as none of the choices.",
            "{n} contacts have {some}. It stays there, and is marked as none of the choices.",
            some=", ".join(f"“{value[:30]}”" for value, _count in found[:_SHOWN]),
        )
        self._question.ask(
            words,
            self.tr("Remove the choice"),
            lambda: self.change_wanted.emit(field),
            back,
        )

    def _on_removal_known(
        self, field: FieldDefinition, found: RemovalPreview, back: Callable[[], object]
    ) -> None:
        if not found.values:
            self.removal_wanted.emit(field.key)
            return
        words = say(
            "Removing “{label}” takes {values} of {contacts} away. Undo brings everything back.",
            label=field.label,
            values=say_number(found.values, "1 value", "{n} values"),
            contacts=say_number(found.contacts, "1 contact", "{n} contacts"),
        )
        self._question.ask(
            words,
            self.tr("Remove the field"),
            lambda: self.removal_wanted.emit(field.key),
            back,
        )

    def _on_type_known(
        self, field: FieldDefinition, kind: str, found: TypePreview, back: Callable[[], object]
    ) -> None:
        if not found.failing:
            self.type_wanted.emit(field.key, kind)
            return
        some = ", ".join(f"“{value[:30]}”" for value, _count in found.fails[:_SHOWN])
        words = say_number(
            found.failing,
            "1 of {values} would not convert: {some}. It stays as it is, and is marked.",
            "{n} of {values} would not convert: {some}. They stay as they are, and are marked.",
            values=say_number(found.values, "1 value", "{n} values"),
            some=some,
        )
        self._question.ask(
            words,
            self.tr("Change the type"),
            lambda: self.type_wanted.emit(field.key, kind),
            back,
        )
