"""The picture of a contact: small ones at once, large ones without holding the window up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from contactbook.actions import editing
from contactbook.domain.contact import Contact, Photo
from contactbook.qtmodels import contact_reads
from contactbook.ui.contacts import portrait
from contactbook.ui.widgets.avatar import Avatar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
RED = "#ff0000"


def png(*, filler: int = 0) -> bytes:
    """A red picture; `filler` bytes stand behind its end, where no reader looks."""
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor(RED))
    written = QBuffer()
    written.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(written, "PNG")  # pyright: ignore[reportCallIssue, reportArgumentType] - Qt's stub has it wrong
    return bytes(written.data().data()) + bytes(filler)


def middle(window: MainWindow) -> str:
    """The colour in the middle of the picture in the head."""
    avatar = next(each for each in window.contacts.pane.head.findChildren(Avatar) if each.isVisible())
    drawn = avatar.grab().toImage()
    return drawn.pixelColor(drawn.width() // 2, drawn.height() // 3).name()


def show(window: MainWindow, qtbot: QtBot, name: str, *photos: Photo) -> int:
    (made,) = editing.add_contact(window.session.book, Contact(given=name, photos=list(photos))).contacts
    window.contacts.pane.show_contact(made)
    qtbot.waitUntil(lambda: window.contacts.pane.head.name.text() == name)
    return made


def test_a_small_picture_is_there_with_the_name(sample_window: MainWindow, qtbot: QtBot) -> None:
    show(sample_window, qtbot, "Small", Photo(b"no picture"), Photo(png(), "image/png"))
    assert middle(sample_window) == RED


def test_a_large_picture_comes_after_the_name(sample_window: MainWindow, qtbot: QtBot) -> None:
    large = Photo(png(filler=contact_reads.LARGE), "image/png")
    made = show(sample_window, qtbot, "Large", large)
    found = contact_reads.shown_contact(sample_window.session.book, made)
    assert found is not None
    assert [photo.data for photo in found.photos] == [b""], "the window does not wait for the bytes"
    qtbot.waitUntil(lambda: middle(sample_window) == RED)


def test_nobody_gets_the_picture_of_somebody_else(sample_window: MainWindow, qtbot: QtBot) -> None:
    show(sample_window, qtbot, "Large", Photo(png(filler=contact_reads.LARGE), "image/png"))
    show(sample_window, qtbot, "Bare")
    qtbot.waitUntil(lambda: not sample_window.session.tasks.busy)
    assert middle(sample_window) != RED


def test_an_address_alone_is_no_picture() -> None:
    assert portrait.picture_of([Photo(url="https://example.org/a.png"), Photo(b"noise")], 8).isNull()
    assert contact_reads.LARGE > len(png())
