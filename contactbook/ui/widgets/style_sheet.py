"""The one small style sheet: only what a palette cannot say. `$name` stands for a colour token of `theme`."""

from __future__ import annotations

from pathlib import Path
from string import Template

_PACKAGE = Path(__file__).resolve().parent.parent.parent
_PLACES = (_PACKAGE / "resources" / "style", _PACKAGE.parent / "resources" / "style")

_SHEET = Template("""
QToolTip { background: $surface; color: $text; border: 1px solid $line; padding: 4px 6px; }
QMenuBar { background: $window; border: none; padding: 2px 4px; }
QMenuBar::item { padding: 4px 8px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: $press; }
QMenu { background: $surface; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 6px; }
QMenu::item:selected { background: $soft_accent; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QLineEdit, QPlainTextEdit, QTextEdit {
    background: $surface; border: 1px solid $line; border-radius: 6px; padding: 0 8px; min-height: ${field}px;
    selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit, QTextEdit { padding: 4px; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover { border-color: $muted; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {
    border: 2px solid $accent; padding: 0 7px; }
QLineEdit:disabled { color: $muted; background: $window; }
QComboBox { background: $surface; border: 1px solid $line; border-radius: 6px; padding: 0 24px 0 8px;
    min-height: ${field}px; }
QComboBox:hover { border-color: $muted; }
QComboBox:focus { border: 2px solid $accent; padding: 0 23px 0 7px; }
QComboBox:disabled { color: $muted; background: $window; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("$folder/caret-$scheme.svg"); width: ${icon}px; height: ${icon}px; }
QCheckBox { spacing: 8px; }
QCheckBox::indicator { width: ${box}px; height: ${box}px; border: 1px solid $muted; border-radius: 3px;
    background: $surface; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent;
    image: url("$folder/tick-$scheme.svg"); }
QCheckBox::indicator:focus, QCheckBox::indicator:hover { border-color: $accent; }
QCheckBox::indicator:disabled { border-color: $line; }
QComboBox[kind="word"], QComboBox[kind="label"] { background: $surface; border: 1px solid $line;
    border-radius: 6px; padding: 0 20px 0 8px; }
QComboBox[kind="label"] { background: transparent; border-color: transparent; color: $muted;
    padding: 0 20px 0 0; }
QComboBox[kind="word"]:hover, QComboBox[kind="label"]:hover { border-color: $muted; }
QComboBox[kind="word"]:focus, QComboBox[kind="label"]:focus { border: 2px solid $accent; }
QComboBox[kind="word"]:focus { padding: 0 19px 0 7px; }
QComboBox[kind="label"]:focus { padding: 0 19px 0 0; }
QComboBox[kind="word"]::drop-down, QComboBox[kind="label"]::drop-down { border: none; width: 20px; }
QComboBox[kind="word"]::down-arrow, QComboBox[kind="label"]::down-arrow { image: none; }
QComboBox QLineEdit, QComboBox QLineEdit:focus, QComboBox QLineEdit:hover {
    border: none; background: transparent; padding: 0; min-height: 0; }
QComboBox[kind="label"] QLineEdit { color: $muted; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $line; outline: none;
    selection-background-color: $soft_accent; selection-color: $text; }

* { dialogbuttonbox-buttons-have-icons: 0; }
QDialogButtonBox { button-layout: 3; }
QPushButton { background: $surface; color: $text; border: 1px solid $line; border-radius: 6px;
    padding: 0 12px; min-height: ${field}px; }
QPushButton:hover { background: $hover; border-color: $muted; }
QPushButton:pressed { background: $press; }
QPushButton:focus { border: 2px solid $accent; padding: 0 11px; }
QPushButton:disabled { color: $muted; background: $window; border-color: $line; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:pressed { background: $accent_press; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled { background: $line; color: $muted; border-color: $line; }
QPushButton[kind="danger"] { color: $danger; }
QPushButton[kind="quiet"] { background: transparent; border: 1px solid transparent; }
QPushButton[kind="quiet"]:hover { background: $press; }
QPushButton[kind="quiet"]:focus { border: 2px solid $accent; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; color: $accent;
    padding: 0 4px; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 2px solid $accent; padding: 0 3px; }
QPushButton[kind="link"]:disabled { color: $muted; }

QPushButton, QToolButton { icon-size: ${icon}px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 4px; }
QToolButton:hover { background: $press; }
QToolButton:pressed, QToolButton:checked { background: $soft_accent; }
QToolButton[kind="plain"]:checked { background: transparent; }
QToolButton:focus { border: 2px solid $accent; padding: 3px; }
QToolButton::menu-indicator { image: none; }

QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $muted; border: none; border-bottom: 1px solid $line;
    padding: 0 8px; }
QHeaderView::section:first { padding-left: 16px; }
QHeaderView::section:hover { background: $hover; color: $text; }
QTableView, QListView, QTreeView { border: none; background: $surface; outline: none; }
QTreeView::item { min-height: ${field}px; border: none; }
QTreeView::item:selected { background: $soft_accent; color: $text; }
QTreeView::item:hover:!selected { background: $hover; }
QTreeView::indicator { width: ${box}px; height: ${box}px; border: 1px solid $muted; border-radius: 3px;
    background: $surface; }
QTreeView::indicator:checked { background: $accent; border: 1px solid $accent;
    image: url("$folder/tick-$scheme.svg"); }
QSplitter[kind="gap"]::handle { background: transparent; }
QTableView[kind="plain"], QListView[kind="plain"] { border: 1px solid $line; border-radius: 6px;
    selection-background-color: $soft_accent; selection-color: $text; }
QTableView[kind="plain"]::item { padding: 0 8px; }
QTableView[kind="plain"]::item:selected, QListView[kind="plain"]::item:selected { background: $soft_accent;
    color: $text; }
QTableView[kind="plain"]:focus, QListView[kind="plain"]:focus { border: 1px solid $accent; }
QTableView[kind="plain"] QHeaderView::section { padding: 4px 11px; }
QListView[kind="plain"]::item { padding: 6px 8px; border: none; }
QTableCornerButton::section { background: $surface; border: none; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $scroll; border-radius: 3px; margin: 2px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea { border: none; background: transparent; }

QSplitter::handle { background: $line; }
QProgressBar { background: $press; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QTabBar::tab { background: transparent; color: $muted; padding: 8px 12px;
    border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { color: $accent; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { qproperty-drawBase: 0; }

QWidget[surface="surface"] { background: $surface; }
QWidget[surface="sidebar"] { background: $sidebar; }
QWidget[surface="popup"] { background: $surface; border: 1px solid $scroll; }
QWidget[surface="surface"] QScrollArea, QWidget[surface="surface"] QScrollArea > QWidget > QWidget {
    background: $surface; }
QWidget[surface="foot"] { background: $surface; border-top: 1px solid $line; }
QWidget[surface="accent"] { background: $soft_accent; }
QWidget[surface="message-info"] { background: $soft_accent; }
QWidget[surface="message-success"] { background: $soft_success; }
QWidget[surface="message-warning"] { background: $soft_warning; }
QWidget[surface="message-danger"] { background: $soft_danger; }
QFrame[card="true"] { background: $surface; border: 1px solid $line; border-radius: 10px; }
QLabel[tone="muted"] { color: $muted; }
QLabel[tone="danger"] { color: $danger; }
QLabel[tone="success"] { color: $success; }
QLabel[tone="warning"] { color: $warning; }
""")


def text(colours: dict[str, str], line_height: int) -> str:
    """The sheet for some colours ("#rrggbb" by token name) and a font's line height in pixels."""
    return _SHEET.substitute(
        colours,
        field=line_height + 11,
        icon=max(16, line_height + 1),
        box=max(14, line_height - 1),
        folder=next((place for place in _PLACES if place.is_dir()), _PLACES[0]).as_posix(),
        scheme="light" if colours["on_accent"].upper() == "#FFFFFF" else "dark",
        scroll=_between(colours["line"], colours["line"], colours["line"], colours["muted"]),
        accent_hover=_between(colours["accent"], colours["accent"], colours["text"]),
        accent_press=_between(colours["accent"], colours["text"]),
    )


def _between(*colours: str) -> str:
    """The even mix of some "#rrggbb" colours."""
    channels = ([int(colour[at : at + 2], 16) for colour in colours] for at in (1, 3, 5))
    return "#" + "".join(f"{sum(values) // len(values):02x}" for values in channels)
