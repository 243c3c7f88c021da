"""Plays every control of the contact's form and notes what becomes of the JSON shape of the contact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from contactbook.domain.contact import (
    Address,
    Affiliation,
    Contact,
    ContactDate,
    ContactPoint,
    Extra,
    Photo,
    Relation,
)
from contactbook.ui.editor.add_buttons import AddButtons
from contactbook.ui.editor.part_row import PartRow
from contactbook.ui.editor.photo_editor import PhotoEditor
from contactbook.ui.widgets.chips import Chip
from tests.actions.contact_shape import Path, leaves

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from contactbook.ui.editor.contact_editor import ContactEditor

SET, CHANGED, REMOVED = "set", "changed", "removed"
TYPED = ("Berta", "Germany", "h.X-BERTA;Q=2", "")
OPENING = {"Parts of the name", "More lines", "Role"}
"""Words of the buttons that unfold something."""
NEVER_EMPTY = {("kind",), ("extras", "name")}
LOOKS_ELSEWHERE = {"Choose a contact"}
"""Buttons that open a window of their own, by their names."""


class FormWalk:
    """Notes for each value of the shape whether some control sets it, changes it, removes it."""

    def __init__(self, editor: ContactEditor) -> None:
        self._editor = editor
        self.done: dict[Path, set[str]] = {}

    def play(self, start: Contact) -> None:
        """Type into every line that is seen in the form of this contact, and press every button."""
        self._begin(start)
        for control in self._controls():
            for move in _moves(control):
                self._begin(start)
                self.note(start, lambda control=control, move=move: move(control))

    def play_additions(self, start: Contact) -> None:
        """Press every button that adds a row, and type into every line of that row."""
        self._editor.edit(start)
        buttons = [one for each in self._editor.findChildren(AddButtons) for one in each.buttons.values()]
        for button in buttons:
            before = set(self._lines())
            button.click()
            for line in [one for one in self._lines() if one not in before]:
                self.note(start, lambda line=line: _typing("Berta")(line))
            self._editor.edit(start)

    def note(self, start: Contact, move: Callable[[], object]) -> None:
        """Make a move and look what it did."""
        before = leaves(start)
        move()
        after = leaves(self._editor.contact())
        for path in before.keys() | after.keys():
            what = _difference(before.get(path), after.get(path))
            if what and (what != REMOVED or self._is_meant(path, before, after)):
                self.done.setdefault(path, set()).add(what)

    def missing(self, shape: Mapping[Path, object]) -> list[str]:
        """What no control of the form can do, as "set phones.label"."""
        return [
            f"{what} {'.'.join(path)}"
            for path, value in shape.items()
            for what in wanted_of(path, value)
            if what not in self.done.get(path, set())
        ]

    def _begin(self, start: Contact) -> None:
        """The form with all that is folded away opened, by its buttons and by Alt+L."""
        self._editor.edit(start)
        for button in self._editor.findChildren(QPushButton):
            opens = button.text() in OPENING and button.isVisibleTo(self._editor)
            if opens and not button.isChecked():
                button.click()
        for row in self._editor.findChildren(PartRow):
            if row.isVisibleTo(self._editor):
                row.take_label()

    def _is_meant(self, path: Path, before: dict[Path, Any], after: dict[Path, Any]) -> bool:
        """Whether a value was taken away for itself, not just along with all the rest of its part."""
        together = [other for other in before if other[0] == path[0] and before[other]]
        return len(together) == 1 or path == _main(path) or any(after.get(other) for other in together)

    def _controls(self) -> list[QWidget]:
        seen = [one for one in self._editor.findChildren(QWidget) if one.isVisibleTo(self._editor)]
        return [one for one in seen if any(_moves(one))]

    def _lines(self) -> Iterator[QWidget]:
        for one in self._editor.findChildren(QWidget):
            if isinstance(one, QLineEdit | QPlainTextEdit) and one.isVisibleTo(self._editor):
                yield one


def wanted_of(path: Path, value: object) -> tuple[str, ...]:
    """What must be possible with a value: what is on or off cannot become another, some are never empty."""
    if path in NEVER_EMPTY:
        return (CHANGED,)
    return (SET, REMOVED) if isinstance(value, bool) else (SET, CHANGED, REMOVED)


def _main(path: Path) -> Path:
    """The value without which its part is nothing."""
    mains = {"relations": "text", "affiliations": "organization", "photos": "data"}
    return (path[0], mains.get(path[0], "value"))


def _difference(before: object, after: object) -> str:
    if before == after:
        return ""
    return CHANGED if before and after else SET if after else REMOVED


def _moves(control: QWidget) -> Iterator[Callable[[Any], object]]:
    if isinstance(control, QLineEdit | QPlainTextEdit):
        for text in TYPED:
            yield _typing(text)
    elif isinstance(control, Chip):
        yield lambda chip: chip.removed.emit()
    elif isinstance(control, QAbstractButton) and not isinstance(control, PhotoEditor):
        if control.accessibleName() not in LOOKS_ELSEWHERE:
            yield lambda button: button.click()


def _typing(text: str) -> Callable[[Any], object]:
    def typed(control: QLineEdit | QPlainTextEdit) -> None:
        if isinstance(control, QPlainTextEdit):
            control.setPlainText(text)
        else:
            control.setText(text)
            control.textEdited.emit(text)

    return typed


def bare(contact: Contact) -> Contact:
    """The same parts, that say no more than what makes them parts, on a contact with a name."""
    return Contact(
        family="Anker",
        points=[ContactPoint(one.kind, one.value) for one in contact.points],
        addresses=[Address(street=one.street) for one in contact.addresses],
        dates=[ContactDate(one.value, "") for one in contact.dates],
        relations=[Relation(one.text) for one in contact.relations],
        affiliations=[Affiliation(one.organization) for one in contact.affiliations],
        photos=[Photo(one.data, one.media_type) for one in contact.photos],
        extras=[Extra(one.name, one.value) for one in contact.extras],
    )
