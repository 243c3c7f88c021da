"""Avatars: initials on one of twelve stable hues; people round, companies square with soft corners."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from contactbook.domain import names
from contactbook.domain.contact import COMPANY
from contactbook.ui.widgets import icons, theme

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HUES = (212, 190, 168, 142, 96, 48, 28, 8, 344, 318, 280, 248)
"""Degrees on the colour wheel, spaced so that neighbours can be told apart at 24 pixels."""


def hue_of(contact_id: int) -> int:
    """Index into `HUES`: the same for a contact in every list, whatever it is renamed to."""
    return (contact_id ^ contact_id >> 22) % len(HUES)


def initials(name: str, kind: str = "") -> str:
    """At most two letters: of a person's first and last name, of a company's first word ("" without)."""
    words = name.split() if kind == COMPANY else names.without_titles(name)
    letters = list(_first_letters(words))
    if not letters:
        return ""
    first = letters[0]
    wide = ord(first) > 0x2E80  # one ideograph or syllable says as much as two letters
    if kind == COMPANY or wide or len(letters) == 1:
        return first.upper()
    return (first + letters[-1]).upper()


def _first_letters(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        for character in word:
            if character.isalnum():
                if character.isalpha():
                    yield character
                break


@cache
def colors(hue: int, *, dark: bool) -> tuple[QColor, QColor]:
    """Background and letters of a hue; their contrast is at least 4.5."""
    degrees = HUES[hue] / 360
    if dark:
        return QColor.fromHslF(degrees, 0.34, 0.25), QColor.fromHslF(degrees, 0.65, 0.83)
    return QColor.fromHslF(degrees, 0.58, 0.90), QColor.fromHslF(degrees, 0.62, 0.27)


@lru_cache(maxsize=1024)
def drawn(letters: str, kind: str, hue: int, side: int, ratio: float, family: str, dark: bool) -> QPixmap:
    """The finished picture of an avatar without photo, for lists: few differ, and each is painted often."""
    made = QPixmap(round(side * ratio), round(side * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setFont(QFont(family))
    _paint_letters(painter, QRectF(0, 0, side, side), letters, kind, colors(hue, dark=dark))
    painter.end()
    return made


def paint(
    painter: QPainter, rect: QRectF, *, name: str, kind: str, contact_id: int, photo: QPixmap | None = None
) -> None:
    """Draws the avatar of a contact into a square."""
    if photo is not None and not photo.isNull():
        painter.save()
        _paint_photo(painter, rect, rect.width() * _roundness(kind), photo)
        painter.restore()
    else:
        shades = colors(hue_of(contact_id), dark=theme.current().dark)
        _paint_letters(painter, rect, initials(name, kind), kind, shades)


def _roundness(kind: str) -> float:
    """Radius of the corners as a share of the side: people are round, companies square."""
    return 0.24 if kind == COMPANY else 0.5


def _paint_letters(
    painter: QPainter, rect: QRectF, letters: str, kind: str, shades: tuple[QColor, QColor]
) -> None:
    back, front = shades
    radius = rect.width() * _roundness(kind)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(back)
    painter.drawRoundedRect(rect, radius, radius)
    if letters:
        painter.setPen(front)
        size = round(rect.width() * (0.40 if letters[1:] else 0.46))
        painter.setFont(_letters_font(painter.font().family(), size))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letters)
    else:
        inset = rect.width() * 0.22
        glyph = "company" if kind == COMPANY else "person"
        icons.paint(painter, rect.adjusted(inset, inset, -inset, -inset), glyph, front)
    painter.restore()


def _paint_photo(painter: QPainter, rect: QRectF, radius: float, photo: QPixmap) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    painter.setClipPath(path)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    side = min(photo.width(), photo.height())
    source = QRectF((photo.width() - side) / 2, (photo.height() - side) / 2, side, side)
    painter.drawPixmap(rect, photo, source)


@cache
def _letters_font(family: str, pixels: int) -> QFont:
    font = QFont(family)
    font.setPixelSize(max(6, pixels))
    font.setWeight(QFont.Weight.DemiBold)
    return font


class Avatar(QWidget):
    """One contact's avatar as a widget, for the head of a pane."""

    def __init__(self, side: int = 64, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._name, self._kind, self._contact_id = "", "", 0
        self._photo: QPixmap | None = None
        self.setFixedSize(QSize(side, side))

    def show_contact(self, contact_id: int, name: str, kind: str, photo: QPixmap | None = None) -> None:
        """Draws this contact from now on."""
        self._contact_id, self._name, self._kind, self._photo = contact_id, name, kind, photo
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint(
            painter,
            QRectF(0, 0, self._side, self._side),
            name=self._name,
            kind=self._kind,
            contact_id=self._contact_id,
            photo=self._photo,
        )
        painter.end()
