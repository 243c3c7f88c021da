"""The scenes of printing: each kind of paper in the preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.actions import editing
from contactbook.domain.contact import Address, Contact, ContactDate
from contactbook.ui.printing import print_form
from contactbook.ui.printing.print_dialog import PrintDialog
from tests.shots.people_scenes import until, within

if TYPE_CHECKING:
    from tests.shots.stage import Stage, Steps

SENDER = "Nordlicht GmbH\nHafenstraße 4\n20457 Hamburg"


def _printing(stage: Stage, kind: str) -> Steps:
    yield from stage.open(stage.sample)
    window, book = stage.window, stage.window.session.book
    here = Address(street="Gone 1", postal_code="1010", locality="Wien", label="old")
    editing.add_contact(book, Contact(given="Moved", family="Away", addresses=[here]))
    dead = Contact(given="Late", family="Friend", addresses=[Address(street="A 1", locality="B")])
    dead.dates = [ContactDate("2024-05-01", "death")]
    window.session.announce(editing.add_contact(book, dead))
    yield 300
    window.commands["file.print"].trigger()
    dialog = window.findChild(PrintDialog)
    assert dialog is not None
    within(stage, dialog)
    dialog.form.kind.setCurrentIndex(dialog.form.kind.findData(kind))
    dialog.form.sender_text.setPlainText(SENDER if kind == print_form.ENVELOPES else "")
    yield 300
    yield from until(lambda: dialog.pages is not None and dialog.pages.units)
    yield 200


def print_labels(stage: Stage) -> Steps:
    yield from _printing(stage, print_form.LABELS)


def print_envelopes(stage: Stage) -> Steps:
    yield from _printing(stage, print_form.ENVELOPES)


def print_sheets(stage: Stage) -> Steps:
    yield from _printing(stage, print_form.SHEETS)


def print_phones(stage: Stage) -> Steps:
    yield from _printing(stage, print_form.PHONES)


PRINT_SCENES = (print_labels, print_envelopes, print_sheets, print_phones)
