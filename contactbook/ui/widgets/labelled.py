"""A label and the control that it names, as one widget."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from contactbook.ui.widgets import theme


def above(label: QLabel, control: QWidget) -> QWidget:
    """The label over its control."""
    return _together(label, control, QBoxLayout.Direction.TopToBottom, theme.SPACE_4)


def beside(label: QLabel, control: QWidget) -> QWidget:
    """The label before its control; they stay in one line."""
    return _together(label, control, QBoxLayout.Direction.LeftToRight, theme.SPACE_12)


def _together(label: QLabel, control: QWidget, way: QBoxLayout.Direction, gap: int) -> QWidget:
    label.setBuddy(control)
    both = QWidget()
    layout = QBoxLayout(way, both)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    layout.addWidget(label)
    layout.addWidget(control)
    return both
