"""The sidebar as a Qt model: the parts of the book with live counts, under headings that cannot be chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QDateTime, QLocale, QModelIndex, Qt

from contactbook.qtmodels.marked_text import QT_TRANSLATE_NOOP
from contactbook.qtmodels.row_source import View
from contactbook.store.queries import Counts, ImportCount

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QObject, QPersistentModelIndex

NOWHERE = QModelIndex()

EntryRole = Qt.ItemDataRole.UserRole + 1
"""The whole `Entry`, for painting."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: a part of the book (`view`) or a heading. `key` keeps the choice across a refresh."""

    key: str
    label: str
    icon: str = ""
    view: View | None = None
    count: int = 0
    color: str = ""
    query: str = ""
    """Of a segment."""
    detail: str = ""
    """Of an import: when it was, said on hovering and to who cannot see it."""

    @property
    def is_heading(self) -> bool:
        """Whether it only heads the lines below."""
        return self.view is None


_FIXED = (
    ("all", QT_TRANSLATE_NOOP("Sidebar", "All contacts"), "all"),
    ("people", QT_TRANSLATE_NOOP("Sidebar", "People"), "person"),
    ("companies", QT_TRANSLATE_NOOP("Sidebar", "Companies"), "company"),
    ("starred", QT_TRANSLATE_NOOP("Sidebar", "Starred"), "star"),
)
TODAY = "today"
"""The place that lists no contacts but what is to be done."""
_TODAY = QT_TRANSLATE_NOOP("Sidebar", "Today")
_SEGMENTS = QT_TRANSLATE_NOOP("Sidebar", "Segments")
_TAGS = QT_TRANSLATE_NOOP("Sidebar", "Tags")
_IMPORTS = QT_TRANSLATE_NOOP("Sidebar", "Imports")
_AND_MORE = QT_TRANSLATE_NOOP("Sidebar", "%2 and %1 more")
_UNDONE = QT_TRANSLATE_NOOP("Sidebar", "Undone: %1")
_TRASH = QT_TRANSLATE_NOOP("Sidebar", "Trash")
RECENT_IMPORTS = 8
"""How many imports are listed; older ones stand in the history."""


NOTHING = Counts(0, 0, 0, 0, 0, [], [])
"""The numbers of a book before they were counted."""


def entries_of(counts: Counts, in_segments: Mapping[int, int] | None = None, today: int = 0) -> list[Entry]:
    """The lines for some counts: the fixed parts, segments, tags by name, the latest imports, the trash.

    `in_segments`: how many each segment has, by id, as far as they were counted; `today`: how many follow-ups
    are overdue or for today.
    """

    def say(text: str) -> str:
        return QCoreApplication.translate("Sidebar", text)

    def named(run: ImportCount) -> str:
        name = run.name
        if run.files > 1:
            name = say(_AND_MORE).replace("%1", str(run.files - 1)).replace("%2", run.name)
        return say(_UNDONE).replace("%1", name) if run.undone else name

    made = [
        Entry(kind, say(label), icon, View(kind=kind), getattr(counts, kind)) for kind, label, icon in _FIXED
    ]
    made.append(Entry(TODAY, say(_TODAY), "bell", View(kind=TODAY), today))
    if counts.segments:
        made.append(Entry("heading:segments", say(_SEGMENTS)))
        made += (
            Entry(
                f"segment:{segment.id}",
                segment.name,
                "filter",
                View(kind="segment", segment_id=segment.id),
                (in_segments or {}).get(segment.id, 0),
                query=segment.query,
            )
            for segment in counts.segments
        )
    if counts.tags:
        made.append(Entry("heading:tags", say(_TAGS)))
        made += (
            Entry(
                f"tag:{tag.id}", tag.name, "tag", View(kind="tag", tag_id=tag.id), tag.count, tag.color or ""
            )
            for tag in counts.tags
        )
    if counts.imports:
        made.append(Entry("heading:imports", say(_IMPORTS)))
        made += (
            Entry(
                f"import:{run.id}",
                named(run),
                "undo" if run.undone else "import",
                View(kind="import", run_id=run.id),
                run.count,
                detail=QLocale().toString(
                    QDateTime.fromMSecsSinceEpoch(run.at), QLocale.FormatType.ShortFormat
                ),
            )
            for run in counts.imports[:RECENT_IMPORTS]
        )
    made.append(Entry("heading:", ""))
    made.append(Entry("trash", say(_TRASH), "trash", View(kind="trash"), counts.trash))
    return made


class SidebarModel(QAbstractListModel):
    """Lines of the sidebar; a refresh touches only what differs, so that the choice and the place stay."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Shows these lines from now on."""
        new = list(entries)
        if [entry.key for entry in new] != [entry.key for entry in self._entries]:
            self._move_to(new)
        for row, (old, entry) in enumerate(zip(self._entries, new, strict=True)):
            if old != entry:
                self._entries[row] = entry
                self.dataChanged.emit(self.index(row), self.index(row))

    def entry(self, row: int) -> Entry | None:
        """The line in a row; None outside of the list."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def row_of(self, key: str) -> int:
        """Where a line stands; -1 when it is not there."""
        return next((row for row, entry in enumerate(self._entries) if entry.key == key), -1)

    def _move_to(self, new: list[Entry]) -> None:
        """Removes and inserts until the keys are those of `new`."""
        wanted = {entry.key for entry in new}
        for row in range(len(self._entries) - 1, -1, -1):
            if self._entries[row].key not in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._entries[row]
                self.endRemoveRows()
        kept = {entry.key for entry in self._entries}
        if [entry.key for entry in new if entry.key in kept] != [entry.key for entry in self._entries]:
            self.beginResetModel()
            self._entries = new
            self.endResetModel()
            return
        for row, entry in enumerate(new):
            if entry.key not in kept:
                self.beginInsertRows(QModelIndex(), row, row)
                self._entries.insert(row, entry)
                self.endInsertRows()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - QVariant
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.label
        if role == EntryRole:
            return entry
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = f"{entry.label}, {entry.detail}" if entry.detail else entry.label
            return entry.label if entry.is_heading else f"{said}, {entry.count}"
        if role == Qt.ItemDataRole.ToolTipRole and entry.detail:
            return f"{entry.label}\n{entry.detail}"
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None or entry.is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
