"""The sidebar: the parts of the book with their counts, one tab stop, arrows move among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPen, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from contactbook.qtmodels.sidebar_model import EntryRole, SidebarModel, entries_of
from contactbook.ui.widgets import icons, theme

if TYPE_CHECKING:
    from contactbook.qtmodels.sidebar_model import Counts, Entry

START = "all"
"""The line that is chosen in a freshly opened book."""


class Sidebar(QWidget):
    """Shows the parts of the book and says which one was chosen."""

    view_chosen = Signal(object)
    """The `Entry` to list."""
    change_wanted = Signal()
    """F2, or the menu of the line: the chosen segment is to be changed."""
    remove_wanted = Signal()
    """Del, or the menu of the line: the chosen segment is to be forgotten."""
    opened = Signal(object)
    """Enter on a line, or a double click: its `Entry`."""
    menu_wanted = Signal(object, QPoint)
    """The menu of a line that is no segment: the `Entry`, and where on the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = SidebarModel(self)
        self._key = START
        self._counts: Counts | None = None
        self._in_segments: dict[int, int] = {}
        self._today = 0
        self.list = _SidebarList(self._model)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.doubleClicked.connect(lambda _index: self._on_opened())
        self.list.entered_by_key.connect(self._on_opened)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._on_menu)
        for key, wanted in ((Qt.Key.Key_F2, self.change_wanted), (Qt.Key.Key_Delete, self.remove_wanted)):
            shortcut = QShortcut(QKeySequence(key), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.SPACE_12, 0, theme.SPACE_8)
        layout.addWidget(self.list)

    @property
    def entry(self) -> Entry | None:
        """The part of the book that is chosen."""
        return self._model.entry(self.list.currentIndex().row())

    @property
    def entries(self) -> list[Entry]:
        """Every part of the book that can be chosen, for the command palette."""
        lines = (self._model.entry(row) for row in range(self._model.rowCount()))
        return [entry for entry in lines if entry is not None and not entry.is_heading]

    def show_counts(self, counts: Counts | None) -> None:
        """Shows the numbers of a book (None: no book); the choice stays, or falls back to everything."""
        self._counts = counts
        key = self._key  # Qt moves on to a neighbour when the chosen line goes
        self._model.set_entries(
            entries_of(counts, self._in_segments, self._today) if counts is not None else []
        )
        if counts is not None and (self.entry is None or self.entry.key != key):
            self.choose(key if self._model.row_of(key) >= 0 else START)

    def _lines(self) -> list[Entry]:
        """The lines of the sidebar for the numbers known now."""
        if self._counts is None:
            return []
        return entries_of(self._counts, self._in_segments, self._today)

    @property
    def has_segments(self) -> bool:
        """Whether there is anything to count."""
        return self._counts is not None and bool(self._counts.segments)

    def show_segment_counts(self, found: dict[int, int]) -> None:
        """Shows how many contacts each segment has, by its id."""
        self._in_segments = found
        if self._counts is not None:
            self._model.set_entries(self._lines())

    def show_today(self, count: int) -> None:
        """Shows how many follow-ups are overdue or for today."""
        if count != self._today:
            self._today = count
            self.show_counts(self._counts)

    def choose(self, key: str) -> None:
        """Chooses a part by its key ("all", "tag:7" ...)."""
        row = self._model.row_of(key)
        if row >= 0:
            self._key = key
            self.list.setCurrentIndex(self._model.index(row))

    def forget(self) -> None:
        """No book: no lines, and everything is chosen in the next one."""
        self._key = START
        self._in_segments = {}
        self._today = 0
        self.show_counts(None)

    def _on_menu(self, at: QPoint) -> None:
        """What can be done with a segment."""
        index = self.list.indexAt(at)
        entry = self._model.entry(index.row())
        if entry is not None and not entry.query and not entry.is_heading:
            self.menu_wanted.emit(entry, self.list.viewport().mapToGlobal(at))
        if entry is None or not entry.query:
            return
        self.list.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Change segment …"), self.change_wanted.emit)
        menu.addAction(self.tr("Remove segment"), self.remove_wanted.emit)
        menu.popup(self.list.viewport().mapToGlobal(at))

    def _on_opened(self) -> None:
        if (entry := self.entry) is not None and not entry.is_heading:
            self.opened.emit(entry)

    def _on_current(self, current: QModelIndex) -> None:
        entry = self._model.entry(current.row())
        if entry is not None and not entry.is_heading:
            self._key = entry.key
            self.view_chosen.emit(entry)


class _SidebarList(QListView):
    entered_by_key = Signal()
    """Enter on the chosen line."""

    def __init__(self, model: SidebarModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(_EntryDelegate(self))
        self.setAccessibleName(self.tr("Parts of the book"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setProperty("surface", "sidebar")
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_by_key.emit()
            return
        super().keyPressEvent(event)


class _EntryDelegate(QStyledItemDelegate):
    """Icon, name and count; the chosen line on a soft rounded ground."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Entry | None = index.data(EntryRole)
        if entry is None:
            return
        rect: QRect = option.rect
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        tokens = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.is_heading:
            font = theme.strong(theme.small(option.font))
            painter.setFont(font)
            painter.setPen(tokens.muted)
            words = rect.adjusted(theme.SPACE_16, theme.SPACE_12, -theme.SPACE_16, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, entry.label)
        else:
            self._paint_entry(painter, option, rect, entry, mirrored=mirrored)
        painter.restore()

    def _paint_entry(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, entry: Entry, *, mirrored: bool
    ) -> None:
        tokens = theme.current()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
        ground = QRectF(rect).adjusted(theme.SPACE_8, 1, -theme.SPACE_8, -1)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(tokens.accent, 2) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(tokens.soft_accent if chosen else theme.mix(tokens.text, tokens.sidebar, 0.06))
            shape = ground.adjusted(1, 1, -1, -1) if focused else ground
            painter.drawRoundedRect(shape, theme.RADIUS_FIELD, theme.RADIUS_FIELD)
        side = theme.scaled(theme.ICON_SMALL, option.font)
        inside = ground.adjusted(theme.SPACE_8, 0, -theme.SPACE_8, 0)
        left = inside.right() - side if mirrored else inside.left()
        square = QRectF(left, inside.center().y() - side / 2, side, side)
        self._paint_sign(painter, square, entry, tokens.accent if chosen else tokens.muted)
        words = inside.adjusted(0, 0, -(side + 8), 0) if mirrored else inside.adjusted(side + 8, 0, 0, 0)
        painter.setFont(theme.small(theme.tabular(option.font)))
        painter.setPen(tokens.muted)
        count = QLocale().toString(entry.count) if entry.count else ""
        end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, end, count)
        taken = QFontMetrics(painter.font()).horizontalAdvance(count) + (theme.SPACE_8 if count else 0)
        words = words.adjusted(taken, 0, 0, 0) if mirrored else words.adjusted(0, 0, -taken, 0)
        font = theme.strong(option.font) if chosen else option.font
        painter.setFont(font)
        painter.setPen(tokens.text)
        label = QFontMetrics(font).elidedText(entry.label, Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, label)

    def _paint_sign(self, painter: QPainter, square: QRectF, entry: Entry, color: QColor) -> None:
        """The icon; a coloured dot for a tag that has a colour."""
        if entry.color:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(entry.color))
            painter.drawEllipse(square.center(), square.width() * 0.28, square.width() * 0.28)
            return
        icons.paint(painter, square, entry.icon, color)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        entry: Entry | None = index.data(EntryRole)
        height = QFontMetrics(option.font).height()
        if entry is not None and entry.is_heading:
            return QSize(80, height + theme.SPACE_24 if entry.label else theme.SPACE_12)
        return QSize(80, max(30, height + theme.SPACE_12 + 2))
