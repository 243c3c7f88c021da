"""The small quiet words over a control, at the side where lines begin."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from contactbook.ui.widgets import theme


def caption(words: str, control: QWidget | None = None) -> QLabel:
    """What `control` is called; its mnemonic goes there."""
    label = QLabel(words)
    label.setProperty("tone", "muted")
    label.setFont(theme.small(label.font()))
    label.setWordWrap(True)
    label.setAlignment(theme.leading(label))
    if control is not None:
        label.setBuddy(control)
    return label
