"""Going to a row for somebody, as opposed to where their own keys and clicks lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QAbstractItemView

_FLAG = QItemSelectionModel.SelectionFlag

LOOK_CHANGES = frozenset({QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange, QEvent.Type.StyleChange})
"""Events after which the height of rows and the places in them are reckoned anew."""


def go_to(view: QAbstractItemView, index: QModelIndex) -> None:
    """Selects just the row of a cell, and moves the keyboard to the cell.

    Qt's own `setCurrentIndex` heeds a Ctrl that is still held from a shortcut, and adds to what is selected.
    """
    view.selectionModel().setCurrentIndex(index, _FLAG.ClearAndSelect | _FLAG.Rows)
