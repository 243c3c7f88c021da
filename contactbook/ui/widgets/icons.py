"""Every icon of the program, from one family and weight: Phosphor, as the font that qtawesome ships.

Only qtawesome's font file is used: importing the package itself loads ten fonts and their character maps,
0.2 s and 40 MB, which is more than the rest of the window. Glyphs are drawn at paint time in a colour of the
theme in force, so that nothing needs to be made again when it changes from light to dark.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap

from contactbook.ui.widgets import theme

FONT_FILE = "phosphor-1.3.0.ttf"
CHARACTER_MAP_FILE = "phosphor-charmap-1.3.0.json"

GLYPHS: dict[str, tuple[str, int]] = {
    "add": ("plus", 0xF27F),
    "add_person": ("user-plus", 0xF34F),
    "address_book": ("address-book", 0xF372),
    "all": ("users", 0xF351),
    "attach": ("paperclip", 0xF258),
    "bell": ("bell", 0xF082),
    "birthday": ("cake", 0xF0AA),
    "briefcase": ("briefcase", 0xF0A0),
    "calendar": ("calendar-blank", 0xF0AD),
    "camera": ("camera", 0xF0B1),
    "card": ("cardholder", 0xF0B4),
    "cards": ("squares-four", 0xF2F0),
    "cart": ("shopping-cart", 0xF2C0),
    "chart": ("chart-bar", 0xF0D2),
    "chat": ("chat-circle", 0xF0DC),
    "check": ("check", 0xF0E7),
    "clock": ("clock", 0xF0F9),
    "close": ("x", 0xF36D),
    "columns": ("columns", 0xF10E),
    "command": ("command", 0xF10F),
    "company": ("buildings", 0xF0A8),
    "copy": ("copy", 0xF114),
    "density": ("rows", 0xF2A6),
    "done": ("check-circle", 0xF0E8),
    "down": ("caret-down", 0xF0C2),
    "drop": ("tray", 0xF336),
    "edit": ("pencil-simple", 0xF266),
    "email": ("envelope-simple", 0xF156),
    "error": ("warning-circle", 0xF35D),
    "export": ("upload-simple", 0xF345),
    "external": ("arrow-square-out", 0xF058),
    "eye": ("eye", 0xF15B),
    "eye_off": ("eye-slash", 0xF15E),
    "file": ("file-text", 0xF170),
    "filter": ("funnel-simple", 0xF197),
    "fingerprint": ("fingerprint", 0xF173),
    "flag": ("flag", 0xF17C),
    "folder": ("folder-open", 0xF18C),
    "folder_add": ("folder-simple-plus", 0xF191),
    "gear": ("gear-six", 0xF19C),
    "globe": ("globe", 0xF1AF),
    "hash": ("hash", 0xF1C5),
    "heart": ("heart", 0xF1CA),
    "heartbeat": ("heartbeat", 0xF1CB),
    "history": ("clock-counter-clockwise", 0xF0FC),
    "id": ("identification-card", 0xF1DC),
    "image": ("image", 0xF1DD),
    "import": ("download-simple", 0xF14C),
    "info": ("info", 0xF1E0),
    "key": ("key", 0xF1E4),
    "keyboard": ("keyboard", 0xF1E5),
    "left": ("caret-left", 0xF0C3),
    "lifebuoy": ("lifebuoy", 0xF1EC),
    "link": ("link-simple", 0xF1F6),
    "lock": ("lock-simple", 0xF205),
    "map": ("map-pin", 0xF20D),
    "mobile": ("device-mobile", 0xF130),
    "monitor": ("monitor", 0xF21D),
    "moon": ("moon", 0xF21F),
    "more": ("dots-three", 0xF145),
    "note": ("note", 0xF22A),
    "person": ("user", 0xF346),
    "phone": ("phone", 0xF26E),
    "print": ("printer", 0xF288),
    "question": ("question", 0xF293),
    "quit": ("sign-out", 0xF2C7),
    "redo": ("arrow-u-up-right", 0xF067),
    "relation": ("users-three", 0xF354),
    "restore": ("arrow-counter-clockwise", 0xF021),
    "right": ("caret-right", 0xF0C4),
    "sample": ("sparkle", 0xF2DF),
    "search": ("magnifying-glass", 0xF20A),
    "select_all": ("selection-all", 0xF2AF),
    "sidebar": ("layout", 0xF1EA),
    "sliders": ("sliders-horizontal", 0xF2D0),
    "social": ("share-network", 0xF2B6),
    "source": ("database", 0xF12D),
    "star": ("star", 0xF2F3),
    "star_filled": ("star-fill", 0xFA5D),
    "sun": ("sun", 0xF2FE),
    "tag": ("tag", 0xF305),
    "trash": ("trash", 0xF334),
    "undo": ("arrow-u-up-left", 0xF066),
    "unlock": ("lock-simple-open", 0xF206),
    "up": ("caret-up", 0xF0C5),
    "warning": ("warning", 0xF35C),
}
"""Our name of an icon: its name in the family and its code point (a test compares them with the font)."""

_MIRRORED = {"left": "right", "right": "left", "undo": "redo", "redo": "undo"}


def icon(name: str, tone: str = "muted") -> QIcon:
    """An icon for buttons and menus; `tone` names a colour token ("text", "muted", "accent" ...)."""
    return QIcon(_GlyphEngine(name, tone))


def pixmap(name: str, size: int, tone: str = "muted", ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` pixels for a screen with `ratio` device pixels each; for labels."""
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    paint(painter, QRectF(0, 0, size, size), name, getattr(theme.current(), tone))
    painter.end()
    return made


def paint(painter: QPainter, rect: QRectF, name: str, color: QColor) -> None:
    """Draws the icon into the square in the middle of `rect`."""
    if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        name = _MIRRORED.get(name, name)
    size = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setFont(_font(round(size)))
    painter.setPen(color)
    middle = QRectF(
        QPointF(rect.center().x() - size, rect.center().y() - size), rect.center() + QPointF(size, size)
    )
    painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, chr(GLYPHS[name][1]))
    painter.restore()


@cache
def _family() -> str:
    """Loads the font on first use; the name it answers to ("" without qtawesome: no icons then)."""
    found = find_spec("qtawesome")
    folders = found.submodule_search_locations if found else None
    if not folders:
        return ""
    number = QFontDatabase.addApplicationFont(str(Path(folders[0]) / "fonts" / FONT_FILE))
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return families[0] if families else ""


@cache
def _font(pixels: int) -> QFont:
    font = QFont(_family())
    font.setPixelSize(max(1, pixels))
    return font


class _GlyphEngine(QIconEngine):
    """Draws one glyph in whatever colours are in force when it is asked."""

    def __init__(self, name: str, tone: str) -> None:
        super().__init__()
        self._name = name
        self._tone = tone

    def _color(self, mode: QIcon.Mode) -> QColor:
        tokens = theme.current()
        color: QColor = getattr(tokens, self._tone)
        return theme.mix(color, tokens.surface, 0.4) if mode == QIcon.Mode.Disabled else color

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        paint(painter, QRectF(rect), self._name, self._color(mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        if size.isEmpty():
            return QPixmap()
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        return _GlyphEngine(self._name, self._tone)
