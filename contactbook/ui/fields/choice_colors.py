"""The colours of choices, in both themes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from contactbook.domain.field_definition import COLORS
from contactbook.qtmodels.marked_text import QT_TRANSLATE_NOOP

_SIDE = 32
_HUES = {
    "gray": "#8B949E", "red": "#D1423B", "orange": "#D9711C", "yellow": "#BF8700", "green": "#2DA44E",
    "teal": "#1B9AAA", "blue": "#2F81F7", "purple": "#8957E5", "pink": "#DB61A2",
}  # fmt: skip
NAMES = {
    "": QT_TRANSLATE_NOOP("Colors", "No colour"),
    "gray": QT_TRANSLATE_NOOP("Colors", "Gray"),
    "red": QT_TRANSLATE_NOOP("Colors", "Red"),
    "orange": QT_TRANSLATE_NOOP("Colors", "Orange"),
    "yellow": QT_TRANSLATE_NOOP("Colors", "Yellow"),
    "green": QT_TRANSLATE_NOOP("Colors", "Green"),
    "teal": QT_TRANSLATE_NOOP("Colors", "Teal"),
    "blue": QT_TRANSLATE_NOOP("Colors", "Blue"),
    "purple": QT_TRANSLATE_NOOP("Colors", "Purple"),
    "pink": QT_TRANSLATE_NOOP("Colors", "Pink"),
}


def names() -> list[tuple[str, str]]:
    """Every colour that a choice may have, and what it is called; none first."""
    return [(color, QCoreApplication.translate("Colors", NAMES[color])) for color in ("", *COLORS)]


def dot(color: str) -> QIcon:
    """A dot of the colour; an empty icon for no colour."""
    if color not in _HUES:
        return QIcon()
    picture = QPixmap(_SIDE, _SIDE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_HUES[color]))
    painter.drawEllipse(QRectF(_SIDE * 0.2, _SIDE * 0.2, _SIDE * 0.6, _SIDE * 0.6))
    painter.end()
    return QIcon(picture)
