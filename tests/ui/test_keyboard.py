"""The keyboard in the main window: no key means two things, each command has its words, Tab goes round."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTabBar,
)  # fmt: skip
CONTEXT = Qt.ShortcutContext


def usable(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled()


def hosts(action: QAction) -> list[QWidget]:
    """The widgets that an action's keys belong to."""
    return [host for host in action.associatedObjects() if isinstance(host, QWidget)]


def keys_in(window: QWidget) -> Iterator[tuple[str, CONTEXT, QWidget, str]]:
    """Every key that does something now: the key, its context, its widget, and what it is."""
    for action in window.findChildren(QAction):
        for host in hosts(action):
            if action.isEnabled() and action.isVisible() and not isinstance(host, QMenu):
                for key in action.shortcuts():
                    yield key.toString(), action.shortcutContext(), host, action.text()
    for shortcut in window.findChildren(QShortcut):
        host = shortcut.parent()
        if isinstance(host, QWidget) and shortcut.isEnabled() and host.isVisible():
            for key in shortcut.keys():
                yield key.toString(), shortcut.context(), host, f"shortcut of {host.accessibleName()}"
    for widget in window.findChildren(QWidget):
        if usable(widget) and isinstance(widget, QAbstractButton | QLabel):
            if isinstance(widget, QLabel) and widget.buddy() is None:
                continue
            mnemonic = QKeySequence.mnemonic(widget.text()).toString()
            if mnemonic:
                yield mnemonic, CONTEXT.WindowShortcut, widget, widget.text()


def reaches(context: CONTEXT, host: QWidget, focus: QWidget) -> bool:
    if context == CONTEXT.WidgetShortcut:
        return host is focus
    if context == CONTEXT.WidgetWithChildrenShortcut:
        return host is focus or host.isAncestorOf(focus)
    return True


def ambiguous(window: QWidget) -> dict[str, set[str]]:
    """Keys that mean two things at once, wherever in the window the keyboard is."""
    every = list(keys_in(window))
    found: dict[str, set[str]] = {}
    for focus in window.findChildren(QWidget):
        if not usable(focus) or focus.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        here = {(key, what) for key, context, host, what in every if reaches(context, host, focus)}
        for key, count in Counter(key for key, _ in here).items():
            if count > 1:
                found.setdefault(key, set()).update(what for each, what in here if each == key)
    return found


def edit(window: MainWindow) -> None:
    window.editing.edit()


def log(window: MainWindow) -> None:
    window.commands["contact.log"].trigger()


def show_today(window: MainWindow) -> None:
    window.commands["view.today"].trigger()


def select_all(window: MainWindow) -> None:
    window.commands["edit.select_all"].trigger()


def nothing(window: MainWindow) -> None:
    pass


STATES = [nothing, edit, log, show_today, select_all]


@pytest.fixture
def in_hand(sample_window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The sample with a contact in hand."""
    sample_window.activateWindow()
    sample_window.contacts.page.view.go_to_row(3)
    qtbot.waitUntil(lambda: bool(sample_window.contacts.pane.head.name.text()))
    return sample_window


@pytest.mark.parametrize("state", STATES)
def test_no_key_means_two_things(in_hand: MainWindow, qtbot: QtBot, state: Callable[..., None]) -> None:
    state(in_hand)
    qtbot.wait(50)
    assert not ambiguous(in_hand)


def test_a_key_with_two_meanings_is_found(in_hand: MainWindow) -> None:
    page = in_hand.contacts.page
    QShortcut(QKeySequence("Ctrl+F"), page.view).setContext(CONTEXT.WidgetShortcut)
    assert set(ambiguous(in_hand)) == {"Ctrl+F"}


def test_every_command_has_words_of_its_own(in_hand: MainWindow) -> None:
    words = Counter(action.text().replace("&", "").rstrip(" …") for action in in_hand.commands.actions)
    assert not [text for text, count in words.items() if count > 1 or not text]


def test_every_menu_entry_has_a_key_of_its_own_or_none(in_hand: MainWindow) -> None:
    for menu in in_hand.menuBar().findChildren(QMenu):
        texts = [action.text() for action in menu.actions() if not action.isSeparator()]
        assert all(texts)
        assert len(texts) == len(set(texts))


@pytest.mark.parametrize("state", STATES)
def test_tab_reaches_every_control(in_hand: MainWindow, qtbot: QtBot, state: Callable[..., None]) -> None:
    state(in_hand)
    qtbot.wait(50)
    start = in_hand.focusWidget()
    seen: set[QWidget] = set()
    for _ in range(300):
        here = in_hand.focusWidget()
        if here in seen and here is start:
            break
        seen.add(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    within = {part for each in seen for part in (each, each.focusProxy()) if part is not None}
    missed = [
        f"{type(control).__name__} “{control.accessibleName() or getattr(control, 'text', str)()}”"
        for control in in_hand.findChildren(QWidget)
        if isinstance(control, CONTROLS)
        and usable(control)
        and not control.visibleRegion().isEmpty()
        and control not in within
        and not any(part.isAncestorOf(control) for part in within if isinstance(part, CONTROLS))
        and "(Alt+" not in control.accessibleName()  # has a key of its own where its value is
    ]
    assert not missed
