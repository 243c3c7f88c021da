"""The picture in the form: pasted, dropped, chosen, cut square by mouse and keys, taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from contactbook.domain.contact import Contact, Photo
from contactbook.ui.editor import photo_scaling
from contactbook.ui.editor.crop_dialog import CropDialog
from contactbook.ui.editor.photo_editor import PhotoEditor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

RED, BLUE = QColor("#FF0000"), QColor("#0000FF")
COPY = Qt.DropAction.CopyAction
NONE = Qt.KeyboardModifier.NoModifier


def square(color: QColor = RED, side: int = 64) -> QImage:
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(color)
    return image


def wide() -> QImage:
    """Twice as wide as high: red on the left, blue on the right."""
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(RED)
    for x in range(200, 400):
        for y in range(200):
            image.setPixelColor(x, y, BLUE)
    return image


def png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # pyright: ignore[reportCallIssue, reportArgumentType] - Qt's stub has it wrong
    return bytes(buffer.data().data())


@pytest.fixture
def editor(qtbot: QtBot) -> Iterator[PhotoEditor]:
    window = QWidget()
    window.resize(500, 500)
    made = PhotoEditor(window)
    window.show()
    qtbot.waitExposed(window)
    made.show_contact(Contact(full_name="Ada"))
    QGuiApplication.clipboard().clear()
    yield made
    QGuiApplication.clipboard().clear()
    window.close()
    window.deleteLater()


def color_of(editor: PhotoEditor, x: float = 0.5) -> QColor:
    (photo,) = editor.photos
    image = photo_scaling.image_of(photo.data, 100)
    assert image.width() == image.height()
    return image.pixelColor(round(x * (image.width() - 1)), image.height() // 2)


def is_near(color: QColor, wanted: QColor) -> bool:
    return abs(color.red() - wanted.red()) < 30 and abs(color.blue() - wanted.blue()) < 30


def drop(editor: PhotoEditor, data: QMimeData) -> bool:
    """Drags it over the picture and lets it go; whether it was welcome."""
    enter = QDragEnterEvent(QPoint(9, 9), COPY, data, Qt.MouseButton.LeftButton, NONE)
    enter.ignore()
    editor.dragEnterEvent(enter)
    if enter.isAccepted():
        editor.dropEvent(QDropEvent(QPointF(9, 9), COPY, data, Qt.MouseButton.LeftButton, NONE))
    return enter.isAccepted()


def crop_of(editor: PhotoEditor, qtbot: QtBot) -> CropDialog:
    (found,) = (each for each in editor.window().findChildren(CropDialog) if each.isVisible())
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    return found


def test_a_picture_is_pasted_with_the_keyboard_and_taken_away(editor: PhotoEditor) -> None:
    heard: list[int] = []
    editor.changed.connect(lambda: heard.append(1))
    QGuiApplication.clipboard().setImage(square())
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert is_near(color_of(editor), RED)
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    assert editor.photos == []
    assert len(heard) == 2


def test_text_on_the_clipboard_is_no_picture(editor: PhotoEditor) -> None:
    told: list[str] = []
    editor.failed.connect(told.append)
    QGuiApplication.clipboard().setText("Ada")
    editor.paste()
    assert told == ["There is no picture on the clipboard."]
    assert editor.photos == []


def test_a_file_and_an_image_are_dropped(editor: PhotoEditor, tmp_path: Path) -> None:
    file = tmp_path / "ada.png"
    file.write_bytes(png(square(BLUE)))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    assert drop(editor, data)
    assert is_near(color_of(editor), BLUE)
    data = QMimeData()
    data.setImageData(square(RED))
    assert drop(editor, data)
    assert is_near(color_of(editor), RED)


def test_nothing_is_fetched_from_the_web_or_read_as_what_it_is_not(
    editor: PhotoEditor, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://pictures.example/ada.png")])
    assert not drop(editor, data)
    told: list[str] = []
    editor.failed.connect(told.append)
    (tmp_path / "ada.png").write_bytes(b"no picture")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "ada.png"))])
    assert drop(editor, data)
    assert told == ["This is no picture that can be read."]
    assert editor.photos == []


def test_the_menu_opens_with_enter_and_asks_for_a_file(
    editor: PhotoEditor, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "ada.png").write_bytes(png(square(BLUE)))
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    menu = editor.findChild(QMenu)
    assert menu is not None
    actions = [action for action in menu.actions() if not action.isSeparator()]
    assert [action.isEnabled() for action in actions] == [True, False, False, True]
    menu.actions()[0].trigger()
    menu.close()
    asked = editor.window().findChild(QFileDialog)
    assert asked is not None
    asked.fileSelected.emit(str(tmp_path / "ada.png"))
    assert is_near(color_of(editor), BLUE)
    asked.close()


def test_a_wide_picture_is_cut_by_keys(editor: PhotoEditor, qtbot: QtBot) -> None:
    editor.take_image(wide())
    dialog = crop_of(editor, qtbot)
    assert editor.photos == []
    view = dialog.picture
    assert dialog.focusWidget() is view
    for _ in range(40):
        QTest.keyClick(view, Qt.Key.Key_Right)
    assert (view.square.x(), view.square.width()) == (200, 200)
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.square.width() == 190
    assert dialog.size_slider.value() == 95
    QTest.keyClick(view, Qt.Key.Key_Plus)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert is_near(color_of(editor, 0.1), BLUE)
    assert is_near(color_of(editor, 0.9), BLUE)


def test_a_wide_picture_is_cut_by_mouse_or_left_alone(editor: PhotoEditor, qtbot: QtBot) -> None:
    editor.take_image(wide())
    dialog = crop_of(editor, qtbot)
    view = dialog.picture
    start, end = QPoint(view.width() // 2, 20), QPoint(2, 20)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    assert view.square.x() == 0
    dialog.size_slider.setValue(50)
    assert view.square.width() == 100
    dialog.accept()
    assert is_near(color_of(editor), RED)
    kept = editor.photos
    editor.take_image(wide())
    QTest.keyClick(crop_of(editor, qtbot).picture, Qt.Key.Key_Escape)
    assert editor.photos == kept


def test_a_large_picture_is_scaled_and_one_behind_comes_up(editor: PhotoEditor) -> None:
    behind = Photo(png(square(BLUE)), "image/png")
    first = Photo(png(square(RED)), "image/png")
    editor.show_contact(Contact(full_name="Ada", photos=[first, behind]))
    editor.take_image(square(RED, 3000))
    assert photo_scaling.image_of(editor.photos[0].data, 5000).width() <= 1024
    assert editor.photos[1] == behind
    editor.remove()
    assert editor.photos == [behind]
