from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTextEdit,
    QWidget,
)

from contactbook.ui.widgets import avatar, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from contactbook.ui.main_window import MainWindow

CONTROLS = (QAbstractButton, QLineEdit, QAbstractItemView, QComboBox, QTextEdit, QPlainTextEdit, QProgressBar)


def nameless(root: QWidget) -> list[str]:
    """Controls that a screen reader has no word for."""
    found = []
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, CONTROLS) or widget.objectName().startswith("qt_"):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name) if interface is not None else ""
        if not name.strip():
            found.append(
                f"{type(widget).__name__} {widget.objectName()} in {type(widget.parentWidget()).__name__}"
            )
    return found


def test_every_control_has_a_name(sample_window: MainWindow) -> None:
    sample_window.contacts.page.view.go_to_row(0)
    assert nameless(sample_window) == []


def test_the_list_is_one_tab_stop(sample_window: MainWindow) -> None:
    view = sample_window.contacts.page.view
    assert view.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert not view.tabKeyNavigation()


def test_a_cell_can_be_read_out(sample_window: MainWindow) -> None:
    view = sample_window.contacts.page.view
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface is not None
    columns = sample_window.contacts.page.table.columnCount() + 1
    children = [interface.child(at) for at in range(3 * columns)]
    cells = [child.text(QAccessible.Text.Name) for child in children if child.role() == QAccessible.Role.Cell]
    heads = [
        child.text(QAccessible.Text.Name) for child in children if child.role() == QAccessible.Role.RowHeader
    ]
    assert cells[0] == heads[0] == "Olumide Adeyemi"
    assert heads[1] == "Ateliê Maré Alta"


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2 contrast ratio."""

    def light(color: QColor) -> float:
        parts = [color.redF(), color.greenF(), color.blueF()]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


def test_contrast_is_enough_in_both_themes() -> None:
    for tokens in (theme.LIGHT_TOKENS, theme.DARK_TOKENS):
        grounds = (
            tokens.window,
            tokens.surface,
            tokens.sidebar,
            tokens.soft_accent,
            tokens.hover,
            tokens.chip,
        )
        for ground in grounds:
            assert contrast(tokens.text, ground) >= 7
            assert contrast(tokens.muted, ground) >= 4.5
        assert contrast(tokens.on_accent, tokens.accent) >= 4.5
        for front, ground in (
            (tokens.accent, tokens.surface),
            (tokens.accent, tokens.window),
            (tokens.accent, tokens.soft_success),
            (tokens.danger, tokens.surface),
            (tokens.text, tokens.soft_danger),
            (tokens.text, tokens.soft_success),
            (tokens.text, tokens.soft_warning),
        ):
            assert contrast(front, ground) >= 4.5, (front.name(), ground.name())


def test_every_avatar_can_be_read() -> None:
    for hue in range(len(avatar.HUES)):
        for dark in (False, True):
            back, front = avatar.colors(hue, dark=dark)
            assert contrast(back, front) >= 4.5
