"""Editing, companies and history: the dialogs and moments that the other scenes do not show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QLinearGradient, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget

from contactbook.actions import editing
from contactbook.domain.contact import Address, Contact, ContactPoint, Photo

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.shots.stage import Stage, Steps

SIGNATURE = """Ada Kowalska
Head of Sales
Meridian Group sp. z o.o.
ul. Długa 12, 80-831 Gdańsk, Poland
Mobile: +48 601 555 123
ada.kowalska@meridian.example
www.meridian.example"""
MOST_WAITS = 100


def until(true: Callable[[], object]) -> Steps:
    """Waits until something is so: a busy machine takes its time."""
    for _ in range(MOST_WAITS):
        if true():
            return
        yield 50
    raise AssertionError("it never came")


def within(stage: Stage, dialog: QWidget) -> None:
    """A dialog as it is on a screen no larger than the window."""
    room = stage.window.size()
    if dialog.width() > room.width() or dialog.height() > room.height():
        dialog.resize(dialog.size().boundedTo(room))


def settings(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    stage.window.commands["file.settings"].trigger()
    yield 120


def settings_lower_half(stage: Stage) -> Steps:
    from contactbook.ui.settings.settings_dialog import SettingsDialog

    yield from settings(stage)
    dialog = stage.window.findChild(SettingsDialog)
    assert dialog is not None
    folder = dialog.controls["watch_folder"]
    folder.setFocus()
    QTest.keyClicks(dialog.focusWidget() or folder, "/no/such/folder")
    for area in dialog.findChildren(QScrollArea):
        area.ensureWidgetVisible(folder)
    yield 60


def from_text(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    QGuiApplication.clipboard().setText(SIGNATURE)
    stage.window.commands["contact.from_text"].trigger()
    QGuiApplication.clipboard().clear()
    yield 120


def from_text_understood(stage: Stage) -> Steps:
    from contactbook.ui.contacts.text_dialog import TextDialog

    yield from from_text(stage)
    dialog = stage.window.findChild(TextDialog)
    assert dialog is not None
    dialog.take.click()
    yield 500


def crop_picture(stage: Stage) -> Steps:
    from contactbook.ui.editor.crop_dialog import CropDialog

    yield from stage.open(stage.sample)
    stage.window.contacts.page.view.go_to_row(3)
    yield 120
    stage.window.commands["contact.edit"].trigger()
    dialog = CropDialog.open_for(stage.window, landscape(), lambda _image, _square: None)
    dialog.picture.set_share(0.6)
    dialog.picture.move_square(QPoint(60, 30))
    yield 120


def edit_pictures(stage: Stage) -> Steps:
    """Pictures with their labels, and profiles with theirs."""
    yield from stage.open(stage.sample)
    photos = [
        Photo(url="https://acme.example/ada.jpg", label="portrait"),
        Photo(url="https://acme.example/logo.png"),
    ]
    profile = ContactPoint("social", "@ada", "work", preferred=True, service="mastodon")
    ada = Contact(full_name="Ada Kowalska", photos=photos, points=[profile])
    changes = editing.add_contact(stage.window.session.book, ada)
    stage.window.session.announce(changes)
    stage.window.contacts.show_contacts(changes.made)
    yield 200
    stage.window.commands["contact.edit"].trigger()
    yield 120


def draft_back(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    window = stage.window
    window.contacts.page.view.go_to_row(3)
    yield 120
    window.editing.edit("job_title")
    focus = window.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, " di famiglia")
    book = window.session.book.path
    window.session.lock()
    yield from until(lambda: not window.session.tasks.busy)
    from contactbook.actions import books

    window.session.take(books.open_book(book, books.credential("sample")))
    window.door.entered.emit()
    yield from until(lambda: window.editing.active)
    yield 120


def lookalike(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    stage.window.commands["contact.new"].trigger()
    focus = stage.window.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "Chiara Bevilacqua")
    yield 600


def company_moved(stage: Stage) -> Steps:
    """A company of people has a new address; its people are offered it."""
    from contactbook.ui.records.follow_dialog import FollowDialog

    yield from stage.open(stage.sample)
    window, book = stage.window, stage.window.session.book
    old = Address(street="ul. Długa 12", postal_code="80-831", locality="Gdańsk", country="Poland", label="work")
    company = Contact(kind="company", organization="Meridian Group", addresses=[old])
    made = editing.add_contact(book, company).made[0]
    for given, family in (("Ada", "Kowalska"), ("Jan", "Nowak"), ("Zoë", "Álvarez")):
        person = Contact(given=given, family=family, organization="Meridian Group", addresses=[old])
        editing.add_contact(book, person)
    changed = editing.edit_contact(book, made, {"address.street": "Al. Grunwaldzka 472", "organization": "2 Meridians"})
    window.session.announce(changed)
    window.contacts.show_contacts([made])
    yield from until(lambda: window.messages.findChildren(type(window.contacts.page.new_button)))
    yield 600
    for button in window.messages.findChildren(type(window.contacts.page.new_button)):
        if "…" in button.text() and button.isVisible():
            button.click()
    yield from until(lambda: window.findChild(FollowDialog))
    yield 120


def undo_question(stage: Stage) -> Steps:
    from contactbook.ui.history.history_dialog import HistoryDialog
    from contactbook.ui.history.undo_question import UndoQuestion
    from tests.shots.scenes import history

    yield from history(stage)
    dialog = stage.window.findChild(HistoryDialog)
    assert dialog is not None
    for _ in range(7):
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    dialog.undo_button.click()
    yield from until(lambda: dialog.findChild(UndoQuestion))
    yield 120


def history_tab(stage: Stage) -> Steps:
    from tests.shots.scenes import person_links

    yield from person_links(stage)
    tabs = stage.window.contacts.pane.tabs
    tabs.setCurrentIndex(tabs.count() - 1)
    yield 300


def landscape() -> QImage:
    """A picture that is not square."""
    image = QImage(900, 600, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sky = QLinearGradient(0, 0, 0, 600)
    for at, color in ((0.0, "#9CC9F5"), (0.6, "#F3D9B1"), (0.61, "#4F8A5B"), (1.0, "#23502F")):
        sky.setColorAt(at, QColor(color))
    painter.fillRect(image.rect(), sky)
    painter.setBrush(QColor("#F7F3E3"))
    painter.drawEllipse(QPoint(620, 170), 70, 70)
    painter.end()
    return image


PEOPLE_SCENES = (
    settings,
    settings_lower_half,
    from_text,
    from_text_understood,
    crop_picture,
    edit_pictures,
    draft_back,
    lookalike,
    company_moved,
    undo_question,
    history_tab,
)
