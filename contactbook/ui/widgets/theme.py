"""The look of every screen, named once: colours for light and dark, spacing, radii, type scale, row heights.

Nothing else in `ui` spells a colour or a distance. `apply` dresses the whole application and follows the
system's light or dark setting; custom painting asks `current()` at paint time, so that a switch needs no more
than an update.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette

from contactbook.ui.widgets import style_sheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

SYSTEM, LIGHT, DARK = "system", "light", "dark"
MODES = (SYSTEM, LIGHT, DARK)

SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24, SPACE_32 = 4, 8, 12, 16, 24, 32
RADIUS_FIELD, RADIUS_CARD = 6, 10
ICON_SMALL, ICON_LARGE = 16, 20
ROW_COMFORTABLE, ROW_COMPACT, ROW_TWO_LINES = 34, 26, 52
SIDEBAR_WIDTH, PANE_WIDTH = 220, 420
FOLD_WIDTH = 900
"""Below this window width (pixels at 100 % font) the right pane folds under the list."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour by its purpose (screens.md, The look); `hover`, `press`, `soft_...` are mixed."""

    dark: bool
    window: QColor
    surface: QColor
    sidebar: QColor
    text: QColor
    muted: QColor
    line: QColor
    accent: QColor
    on_accent: QColor
    soft_accent: QColor
    danger: QColor
    warning: QColor
    success: QColor
    hover: QColor
    press: QColor
    soft_danger: QColor
    soft_warning: QColor
    soft_success: QColor
    chip: QColor
    line_strong: QColor
    star: QColor

    def names(self) -> dict[str, str]:
        """Token name to "#rrggbb", for the style sheet."""
        pairs = ((part.name, getattr(self, part.name)) for part in fields(self))
        return {name: value.name() for name, value in pairs if isinstance(value, QColor)}


def mix(over: QColor, under: QColor, share: float) -> QColor:
    """`share` (0..1) of one colour over another."""
    rest = 1.0 - share
    return QColor.fromRgbF(
        over.redF() * share + under.redF() * rest,
        over.greenF() * share + under.greenF() * rest,
        over.blueF() * share + under.blueF() * rest,
    )


def _tokens(*, dark: bool, **spelt: str) -> Tokens:
    colours = {name: QColor(value) for name, value in spelt.items()}
    text, surface = colours["text"], colours["surface"]
    strength = 0.16 if dark else 0.09
    return Tokens(
        dark=dark,
        **colours,
        hover=mix(text, surface, 0.07 if dark else 0.045),
        press=mix(text, surface, 0.13 if dark else 0.10),
        soft_danger=mix(colours["danger"], surface, strength),
        soft_warning=mix(colours["warning"], surface, strength),
        soft_success=mix(colours["success"], surface, strength),
        line_strong=mix(colours["muted"], colours["line"], 0.45),
        chip=mix(text, surface, 0.12 if dark else 0.07),
        star=QColor("#E3B341" if dark else "#BF8700"),
    )


LIGHT_TOKENS = _tokens(
    dark=False,
    window="#F7F8FA",
    surface="#FFFFFF",
    sidebar="#EFF2F5",
    text="#1B1F24",
    muted="#57606A",
    line="#D8DEE4",
    accent="#0B63CE",
    on_accent="#FFFFFF",
    soft_accent="#DCEBFF",
    danger="#B42318",
    warning="#9A6700",
    success="#1A7F37",
)
DARK_TOKENS = _tokens(
    dark=True,
    window="#16191D",
    surface="#1D2126",
    sidebar="#191C21",
    text="#E6EAF0",
    muted="#9AA4B2",
    line="#30363D",
    accent="#6CB0FF",
    on_accent="#0C1116",
    soft_accent="#1F3350",
    danger="#FF8A80",
    warning="#E3B341",
    success="#56D364",
)

_state: dict[str, Tokens] = {"current": LIGHT_TOKENS}


def current() -> Tokens:
    """The colours in force."""
    return _state["current"]


def apply(app: QApplication, mode: str = SYSTEM) -> None:
    """Dress the application; `mode` is one of `MODES`. With "system" it changes along with the system."""
    hints = app.styleHints()
    first = app.property("contactbook_themed") is None
    if first:
        app.setProperty("contactbook_themed", True)
        app.setStyle("Fusion")
        hints.colorSchemeChanged.connect(lambda _scheme: _dress(app))
    wanted = {LIGHT: Qt.ColorScheme.Light, DARK: Qt.ColorScheme.Dark}.get(mode, Qt.ColorScheme.Unknown)
    app.setProperty("contactbook_theme_mode", mode)
    hints.setColorScheme(wanted)
    _dress(app)


def _dress(app: QApplication) -> None:
    """Palette and style sheet for the scheme in force; does nothing when they already are."""
    mode = app.property("contactbook_theme_mode")
    dark = mode == DARK or (mode != LIGHT and app.styleHints().colorScheme() == Qt.ColorScheme.Dark)
    tokens = DARK_TOKENS if dark else LIGHT_TOKENS
    sheet = style_sheet.text(tokens.names(), QFontMetrics(app.font()).height())
    if tokens is current() and app.styleSheet() == sheet:
        return
    _state["current"] = tokens
    app.setPalette(palette(tokens))
    app.setStyleSheet(sheet)


def palette(tokens: Tokens) -> QPalette:
    """The Qt palette of some tokens, so that plain widgets fit in without a style sheet."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: tokens.window,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.surface,
        QPalette.ColorRole.AlternateBase: tokens.window,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.PlaceholderText: tokens.muted,
        QPalette.ColorRole.Button: tokens.surface,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.ToolTipBase: tokens.surface,
        QPalette.ColorRole.ToolTipText: tokens.text,
        QPalette.ColorRole.Highlight: tokens.accent,
        QPalette.ColorRole.HighlightedText: tokens.on_accent,
        QPalette.ColorRole.Accent: tokens.accent,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.LinkVisited: tokens.accent,
        QPalette.ColorRole.Mid: tokens.line,
        QPalette.ColorRole.Midlight: tokens.line,
        QPalette.ColorRole.Dark: tokens.muted,
        QPalette.ColorRole.Light: tokens.surface,
        QPalette.ColorRole.Shadow: tokens.line,
        QPalette.ColorRole.BrightText: tokens.danger,
    }
    for role, colour in roles.items():
        made.setColor(role, colour)
    faded = mix(tokens.text, tokens.surface, 0.38)
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, faded)
    return made


def strong(font: QFont) -> QFont:
    """The same font, semibold."""
    return _weighed(font, 0.0, QFont.Weight.DemiBold)


def fixed(font: QFont) -> QFont:
    """Letters of one width in the size of this font: the system's own size stays small for large print."""
    made = QFont(font)
    made.setFamilies([QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()])
    made.setStyleHint(QFont.StyleHint.Monospace)
    return made


def title(font: QFont) -> QFont:
    """A name at the head of a pane: six points larger, semibold."""
    return _weighed(font, 6.0, QFont.Weight.DemiBold)


def heading(font: QFont) -> QFont:
    """The head of a page or dialog: three points larger, semibold."""
    return _weighed(font, 3.0, QFont.Weight.DemiBold)


def small(font: QFont) -> QFont:
    """Section heads, captions and counts: one point smaller; drawn in `muted`."""
    return _weighed(font, -1.0, font.weight())


def tabular(font: QFont) -> QFont:
    """The same font with figures of one width, for columns of numbers."""
    made = QFont(font)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def _weighed(font: QFont, points: float, weight: int) -> QFont:
    made = QFont(font)
    if font.pointSizeF() > 0:
        made.setPointSizeF(max(6.0, font.pointSizeF() + points))
    else:
        made.setPixelSize(max(8, round(font.pixelSize() + points * 4 / 3)))
    made.setWeight(QFont.Weight(weight))
    return made


def row_height(font: QFont, *, compact: bool = False, two_lines: bool = False) -> int:
    """Height of a list row in pixels; grows with the font so that nothing is clipped at 200 %."""
    line = QFontMetrics(font).height()
    if two_lines:
        return max(ROW_TWO_LINES, 2 * line + SPACE_16 + SPACE_4)
    return max(ROW_COMPACT, line + SPACE_8) if compact else max(ROW_COMFORTABLE, line + SPACE_16)


def leading(widget: QWidget) -> Qt.AlignmentFlag:
    """The side where lines begin in the window, whichever way their own words are written."""
    mirrored = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def scaled(pixels: int, font: QFont) -> int:
    """A width meant for the usual font (15 pixels line height), for the font in use."""
    return round(pixels * max(1.0, QFontMetrics(font).height() / 17))


def fitting(pixels: tuple[int, int], dialog: QWidget) -> QSize:
    """The size of a dialog at the usual font, for the font in use, as far as the screen has room for it."""
    wanted = QSize(*(scaled(each, dialog.font()) for each in pixels))
    parent = dialog.parentWidget()
    room = dialog.screen().availableSize()
    return wanted.boundedTo(room.expandedTo(parent.window().size()) if parent is not None else room)
