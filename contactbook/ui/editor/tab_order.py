"""Tab goes through the form as it is read: rows that were added or moved since are not at the end."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSpinBox, QComboBox, QGridLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtWidgets import QLayout, QLayoutItem

_WHOLE = (QComboBox, QAbstractSpinBox, QAbstractScrollArea)
"""Controls of several parts that Tab takes as one."""


def follow_layout(parts: Iterable[QWidget]) -> None:
    """Let Tab go through these parts one after the other, within each in the order of its layout."""
    for before, after in pairwise(control for part in parts for control in controls(part)):
        QWidget.setTabOrder(before, after)


def controls(widget: QWidget) -> Iterator[QWidget]:
    """What Tab stops at within a widget, or would if it were shown, line by line."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
        if isinstance(widget, _WHOLE):
            return
    layout = widget.layout()
    if layout is not None:
        yield from _within(layout)


def _within(layout: QLayout) -> Iterator[QWidget]:
    for item in _in_order(layout):
        inner, widget = item.layout(), item.widget()
        if widget is not None:
            yield from controls(widget)
        elif inner is not None:
            yield from _within(inner)


def _in_order(layout: QLayout) -> list[QLayoutItem]:
    places = range(layout.count())
    if isinstance(layout, QGridLayout):
        places = sorted(places, key=lambda place: layout.getItemPosition(place)[:2])  # type: ignore[index]
    return [item for place in places if (item := layout.itemAt(place)) is not None]
