"""The headings of the contact list: columns fill the width, and each can be hidden, moved and sorted by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from contactbook.qtmodels.contact_columns import NAME
from contactbook.ui.widgets import icons, theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QContextMenuEvent

    from contactbook.qtmodels.contact_columns import ContactColumns

NARROWEST, NARROWEST_NAME = 72, 150
"""No column gets narrower than this (pixels at the usual font size); the name is told by its beginning."""

Layout = list[tuple[str, int, bool]]
"""Every column from left to right: key, width, whether it is shown."""


class ListHeader(QHeaderView):
    """Widths are shares: a wider window widens every column, dragging an edge takes from the neighbour."""

    columns_changed = Signal()
    """Somebody hid, showed, moved or widened a column."""
    sort_wanted = Signal(int, bool)
    """A heading was clicked: the column, and whether backwards."""

    def __init__(self, columns: ContactColumns, parent: QWidget | None = None) -> None:
        """Args: columns: those of the list, whatever they are at the time."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.columns = columns
        self._fitting = False
        self._shares = [column.width for column in self.columns]
        self._sort_column, self._backwards = NAME, False
        self.setAccessibleName(self.tr("Columns"))
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(False)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.setFixedHeight(theme.row_height(self.font(), compact=True) + theme.SPACE_4)
        self.sectionResized.connect(self._on_resized)
        self.sectionMoved.connect(lambda *_: self.columns_changed.emit())
        self.sectionClicked.connect(self._on_clicked)
        self.show_sorting(NAME, backwards=False)

    def show_sorting(self, column: int, *, backwards: bool) -> None:
        """Points the arrow; nothing is sorted by this."""
        self._sort_column, self._backwards = column, backwards
        self.viewport().update()

    def layout_of(self) -> Layout:
        """The columns as they stand, for remembering."""
        return [
            (self.columns[column].key, self._shares[column], not self.isSectionHidden(column))
            for column in (self.logicalIndex(at) for at in range(self.count()))
        ]

    def set_layout_of(self, layout: Iterable[tuple[str, int, bool]]) -> None:
        """Restores remembered columns; unknown ones are passed over, new ones keep their place."""
        with QSignalBlocker(self):
            for at, (key, share, shown) in enumerate(layout):
                column = self.columns.index_of(key)
                if column < 0 or at >= self.count():
                    continue
                self._shares[column] = max(24, share)
                if column != NAME:
                    self.setSectionHidden(column, not shown)
                    self.moveSection(self.visualIndex(column), at)
        self.fit(self.viewport().width())

    def take_columns(self, layout: Iterable[tuple[str, int, bool]]) -> None:
        """The list has other columns: those of this layout stand as they did, new ones are hidden."""
        with QSignalBlocker(self):
            self._shares = [column.width for column in self.columns]
            for column, about in enumerate(self.columns):
                self.setSectionHidden(column, not about.shown)
        self.set_layout_of(layout)

    def reset_layout(self) -> None:
        """The columns as they were at the beginning."""
        self.set_layout_of([(column.key, column.width, column.shown) for column in self.columns])
        self.columns_changed.emit()

    def show_column(self, column: int, *, shown: bool) -> None:
        """Shows or hides a column; the others make room or fill it."""
        self.setSectionHidden(column, not shown)
        self.fit(self.viewport().width())
        self.columns_changed.emit()

    def fit(self, width: int) -> None:
        """Shares out the width among the visible columns."""
        visible = self._visible()
        if not visible or width <= 0:
            return
        least = [self._least(column) for column in visible]
        whole = sum(self._shares[column] for column in visible)
        sizes = [
            max(low, self._shares[column] * width // whole)
            for column, low in zip(visible, least, strict=True)
        ]
        over = sum(sizes) - width
        for at in sorted(range(len(sizes)), key=lambda at: -sizes[at]):
            give = min(max(0, over), sizes[at] - least[at])
            sizes[at] -= give
            over -= give
        if over < 0:
            sizes[-1] -= over
        self._fitting = True
        for column, size in zip(visible, sizes, strict=True):
            self.resizeSection(column, size)
        self._fitting = False

    def cells(self) -> list[tuple[int, int, int]]:
        """Column, left edge and width of every visible column, from left to right."""
        return [
            (column, self.sectionViewportPosition(column), self.sectionSize(column))
            for column in self._visible()
        ]

    def fill_chooser(self, menu: QMenu) -> None:
        """Makes a menu the one in which columns are switched on and off."""
        menu.clear()
        for column, about in enumerate(self.columns):
            action = QAction(about.title(), menu, checkable=True, checked=not self.isSectionHidden(column))
            action.setEnabled(column != NAME)
            action.toggled.connect(lambda shown, column=column: self.show_column(column, shown=shown))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("Standard columns"), self.reset_layout)

    def _least(self, column: int) -> int:
        """Pixels under which a column does not go."""
        return theme.scaled(NARROWEST_NAME if column == NAME else NARROWEST, self.font())

    def _visible(self) -> list[int]:
        columns = (self.logicalIndex(at) for at in range(self.count()))
        return [column for column in columns if not self.isSectionHidden(column)]

    def _on_resized(self, column: int, old: int, new: int) -> None:
        """An edge was dragged: the neighbour on the far side gives or takes the difference."""
        if self._fitting or not old or not new:
            return
        visible = self._visible()
        if column not in visible or column == visible[-1]:
            return
        neighbour = visible[visible.index(column) + 1]
        self._fitting = True
        size = max(self._least(neighbour), self.sectionSize(neighbour) - (new - old))
        self.resizeSection(neighbour, size)
        self._fitting = False
        for each in visible:
            self._shares[each] = self.sectionSize(each)
        self.columns_changed.emit()

    def _on_clicked(self, column: int) -> None:
        if not self.columns[column].sort:
            return
        backwards = not self._backwards if column == self._sort_column else False
        self.show_sorting(column, backwards=backwards)
        self.sort_wanted.emit(column, backwards)

    def _open_chooser(self, position: QPoint) -> None:
        menu = QMenu(self.tr("Columns"), self)
        self.fill_chooser(menu)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(position)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        if logicalIndex != self._sort_column:
            return
        side = self.fontMetrics().height() * 3 // 4
        title = self.fontMetrics().horizontalAdvance(self.columns[logicalIndex].title())
        start = (
            (theme.SPACE_16 if self.visualIndex(logicalIndex) == 0 else theme.SPACE_8) + title + theme.SPACE_4
        )
        start = min(start, rect.width() - side)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = rect.right() - start - side if mirrored else rect.left() + start
        square = QRectF(left, rect.center().y() - side / 2 + 1, side, side)
        icons.paint(painter, square, "down" if self._backwards else "up", theme.current().accent)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._open_chooser(event.globalPos())

    def setModel(self, model: object) -> None:
        super().setModel(model)  # pyright: ignore[reportArgumentType] - Qt's own type
        with QSignalBlocker(self):
            for column, about in enumerate(self.columns):
                self.setSectionHidden(column, not about.shown)
