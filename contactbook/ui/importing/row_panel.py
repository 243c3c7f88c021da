"""One card or row of the check, opened: its values, what would become of the contact, and what to do."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from contactbook.domain import names
from contactbook.ui.importing import difference_words
from contactbook.ui.widgets import theme
from contactbook.ui.widgets.chips import FlowLayout
from contactbook.ui.widgets.turns import Turns
from contactbook.wording import reports

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from contactbook.actions.import_checking import OpenedRow
    from contactbook.actions.import_fates import CheckedRow

_AT_ONCE = 20
"""Fields that are made in one turn."""


class RowPanel(QWidget):
    """Values can be corrected here; the buttons decide."""

    decided = Signal(object)
    """Keywords of a `Decision` as a dict; None goes back to the rules."""
    person_wanted = Signal(object)
    """Somebody wants to say whose an entry is; the ids of the contacts that it may be of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened: OpenedRow | None = None
        self._headings: list[str] = []
        self._values: list[str] = []
        self._cells: list[QLineEdit] = []
        self._turns = Turns(self)
        self.title = QLabel()
        self.title.setFont(theme.strong(self.font()))
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.difference = QLabel()
        self.difference.setWordWrap(True)
        self.difference.setTextFormat(Qt.TextFormat.PlainText)
        self.difference.setProperty("tone", "muted")
        for label in (self.title, self.difference):
            label.setAlignment(theme.leading(self))
        self.raw = QPlainTextEdit()
        self.raw.setTabChangesFocus(True)
        self.raw.setFont(theme.fixed(self.font()))
        self.raw.setAccessibleName(self.tr("Text of the card"))
        self.skip = self._button(self.tr("&Leave out"), lambda: {"skip": True})
        self.correct = self._button(self.tr("&Take the correction"), self._correction)
        self.as_new = self._button(self.tr("As a &new contact"), lambda: {"into": 0})
        self.into = self._button(self.tr("Into the &other one"), self._other)
        self.rules = self._button(self.tr("By the &rules"), lambda: None)
        self.person = QPushButton(self.tr("&Whose it is …"))
        self.person.clicked.connect(self._on_person)
        self._lay_out()
        self.show_row(None)

    def show_row(self, opened: OpenedRow | None, other: str = "", *, decided: bool = False) -> None:
        """This row; `other` is the name of the contact that it is about, as far as there is one."""
        self._opened = opened
        self.setEnabled(opened is not None)
        if opened is None:
            self.title.setText("")
            self.difference.setText("")
            self._pages.setCurrentIndex(0)
            self._fill_cells([], [])
            for button in (self.into, self.as_new, self.rules, self.person):
                button.hide()
            return
        self.person.hide()
        row = opened.row
        self.title.setText(row.name or self.tr("(no name)"))
        self.difference.setText(self._about(opened, other))
        self.difference.setVisible(bool(self.difference.text()))
        if opened.headings or opened.cells:
            self._pages.setCurrentIndex(0)
            self._fill_cells(opened.headings, opened.cells)
        else:
            self._pages.setCurrentIndex(1)
            self.raw.setPlainText(opened.raw.decode("utf-8", "replace"))
        kept = row.fate in ("updated", "unchanged", "duplicate")
        self.as_new.setVisible(row.fate in ("updated", "unchanged"))
        self.into.setVisible(row.fate == "duplicate" and bool(row.contact))
        self.into.setText(self.tr("Into “%1”").replace("%1", other) if other and kept else self.tr("Into it"))
        self.rules.setVisible(decided)

    def show_entry(self, opened: OpenedRow, whose: Sequence[str], *, decided: bool = False) -> None:
        """The row of an entry; `whose`: the names of those that it is, or may be, of."""
        self.show_row(opened, decided=decided)
        for button in (self.into, self.as_new):
            button.hide()
        fate = opened.row.fate
        chosen = decided and len(whose) == 1
        names = ", ".join(f"“{name}”" for name in whose)
        if not chosen and fate == "several_contacts":
            said = self.tr("It may be of %1.").replace("%1", names)
        elif whose:
            said = self.tr("Goes to %1.").replace("%1", names)
        else:
            said = self.tr("Nobody in the book has this address or name. You can say whose it is.")
        self.difference.setText(said)
        self.difference.show()
        self.person.setVisible(fate in ("no_contact", "several_contacts") or chosen)

    def _lay_out(self) -> None:
        self._scrolled = QScrollArea()
        self._scrolled.setWidgetResizable(True)
        self._scrolled.setAccessibleName(self.tr("Values of the row"))
        self._scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._form = self._new_form()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._scrolled)
        self._pages.addWidget(self.raw)
        buttons = FlowLayout(gap=theme.SPACE_8)
        decide = (self.correct, self.skip, self.person, self.into, self.as_new, self.rules)
        for button in decide:
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_8)
        layout.addWidget(self.title)
        layout.addWidget(self.difference)
        layout.addWidget(self._pages, 1)
        layout.addLayout(buttons)
        for one, following in pairwise((self._scrolled, self.raw, *decide)):
            self.setTabOrder(one, following)

    def _button(self, words: str, what: Any) -> QPushButton:  # noqa: ANN401 - a function of the panel
        button = QPushButton(words)
        button.clicked.connect(lambda: self.decided.emit(what()))
        return button

    def _on_person(self) -> None:
        if self._opened is not None:
            self.person_wanted.emit(self._opened.candidates)

    def _fill_cells(self, headings: list[str], cells: list[str]) -> None:
        """The same fields again for a row with the same headings; others are made in the turns after this."""
        count = max(len(headings), len(cells))
        nameless = self.tr("Column %1")
        named = [*headings, *(nameless.replace("%1", str(at + 1)) for at in range(len(headings), count))]
        self._turns.stop()
        if named != self._headings:
            self._headings = named
            self._cells = []
            self._form = self._new_form()
        self._values = [*cells, *[""] * (count - len(cells))]
        for field, value in zip(self._cells, self._values, strict=False):
            field.setText(value)
            field.setCursorPosition(0)
        self._add_cells()

    def _add_cells(self) -> None:
        """Some more fields: all of a table of hundreds of columns at once would stop the window."""
        for at in range(len(self._cells), min(len(self._cells) + _AT_ONCE, len(self._headings))):
            field = QLineEdit(self._values[at])
            field.setCursorPosition(0)
            field.setAccessibleName(self._headings[at])
            label = QLabel(self._headings[at])
            label.setProperty("tone", "muted")
            label.setWordWrap(True)
            label.setBuddy(field)
            self._form.addRow(label, field)
            self.setTabOrder(self._cells[-1] if self._cells else self._scrolled, field)
            self._cells.append(field)
        if len(self._cells) < len(self._headings):
            self._turns.then(self._add_cells)

    def _new_form(self) -> QFormLayout:
        """An empty form in the place of the one before."""
        form = QFormLayout()
        form.setHorizontalSpacing(theme.SPACE_12)
        form.setVerticalSpacing(theme.SPACE_4)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        inside = QWidget()
        inside.setLayout(form)
        self._scrolled.setWidget(inside)
        return form

    def _correction(self) -> dict[str, object]:
        if self._pages.currentIndex() == 1:
            return {"raw": self.raw.toPlainText().encode("utf-8")}
        typed = [field.text() for field in self._cells]
        return {"cells": (*typed, *self._values[len(typed) :])}

    def _other(self) -> dict[str, object]:
        assert self._opened is not None
        return {"into": self._opened.row.contact}

    def _about(self, opened: OpenedRow, other: str) -> str:
        row: CheckedRow = opened.row
        if row.fate == "refused":
            return reports.refusal(row.reason)
        if row.fate == "duplicate" and other:
            return "\n".join(self._likeness(opened, other))
        if opened.existing is not None and opened.result is not None:
            changes = difference_words.lines(opened.existing, opened.result)
            who = self.tr("“%1” is in the book.").replace("%1", names.display_name(opened.existing))
            return "\n".join([who, *changes])
        return self._twin(row.reason) if row.fate == "duplicate" else ""

    def _likeness(self, opened: OpenedRow, other: str) -> Iterator[str]:
        """Who is there, what the book says of them, and what would become of it."""
        yield self.tr("Looks like “%1”, who is in the book.").replace("%1", other)
        if opened.existing is not None and opened.result is not None:
            if told := difference_words.told(opened.existing):
                yield self.tr("There: %1").replace("%1", told)
            changes = difference_words.lines(opened.existing, opened.result)
            yield (
                self.tr("Brought together:")
                if changes
                else self.tr("Brought together, nothing changes there.")
            )
            yield from changes

    def _twin(self, reason: str) -> str:
        """Why a row may be the same as one further up, which is nobody in the book yet."""
        words = {
            "same_name": self.tr("A row further up has the same name."),
            "same_email": self.tr(
                "A row further up has the same e-mail address. “E-mail” above brings such rows together."
            ),
        }
        return words.get(reason, "")
