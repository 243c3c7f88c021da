"""Pictures as they are kept in the book: square, not larger than needed, in a format everybody reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from contactbook.actions.chosen_file import bytes_of
from contactbook.domain.contact import Photo

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 1024
"""Pixels of a side; what is larger is scaled down."""
LARGEST_FILE = 64 << 20
"""Bytes of a file that are read; no camera makes larger pictures."""
_QUALITY = 90
_MOST_READ = 4096


def image_of(data: bytes, side: int = 0) -> QImage:
    """The picture that some bytes hold, turned as its camera was held; a null image where they hold none.

    Args:
        data: a file of any format that Qt reads.
        side: pixels that its shorter side needs at least; larger pictures are read smaller (0: as they are).
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        largest = max(size.width(), size.height())
        if side and min(size.width(), size.height()) > side:
            wanted = QSize(side, side)
            reader.setScaledSize(size.scaled(wanted, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
        elif largest > _MOST_READ:
            wanted = QSize(_MOST_READ, _MOST_READ)
            reader.setScaledSize(size.scaled(wanted, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def image_in_file(path: Path) -> QImage:
    """The picture in a file; a null image where there is none or it cannot be read."""
    try:
        return image_of(bytes_of(path, LARGEST_FILE))
    except OSError:
        return QImage()


def middle_square(size: QSize) -> QRect:
    """The largest square in the middle of a picture."""
    side = min(size.width(), size.height())
    return QRect((size.width() - side) // 2, (size.height() - side) // 2, side, side)


def photo_of(image: QImage, square: QRect | None = None) -> Photo:
    """A square of a picture (the middle one without `square`) as it is kept: JPEG, PNG where transparent."""
    cut = image.copy(square if square is not None else middle_square(image.size()))
    if cut.width() > LARGEST:
        cut = cut.scaled(
            LARGEST,
            LARGEST,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    form, media_type = ("PNG", "image/png") if cut.hasAlphaChannel() else ("JPEG", "image/jpeg")
    written = QBuffer()
    written.open(QIODevice.OpenModeFlag.WriteOnly)
    cut.save(written, form, _QUALITY)  # pyright: ignore[reportCallIssue, reportArgumentType] - Qt's stub has it wrong
    return Photo(bytes(written.data().data()), media_type)
