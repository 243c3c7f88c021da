"""The timeline of a contact as a Qt model: days and their entries, read when looked at."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from contactbook.domain.interactions import ALL_ENTRIES, kind_of
from contactbook.store import tasks, timeline_queries

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtCore import QObject, QPersistentModelIndex

    from contactbook.domain.interactions import EntryFilter, Interaction, Kind

NOWHERE = QModelIndex()
ItemRole = Qt.ItemDataRole.UserRole + 1
"""The `Entry` of a row, or the `date` of a row that heads a day."""
IdRole = Qt.ItemDataRole.UserRole + 2
"""The id of the entry; 0 for a day."""

PAGE, MOST_HELD = 32, 2_048
"""Entries read at once; entries kept."""


class Entry(NamedTuple):
    """What a row shows: the entry, its kind, the names of the others who were there, what follows it."""

    what: Interaction
    kind: Kind
    others: tuple[str, ...]
    days: tuple[tuple[int | None, bool], ...] = ()
    """When its open follow-ups are due (milliseconds since 1970 UTC), and whether at a time of day."""


class TimelineModel(QAbstractListModel):
    """A day stands above its entries; nothing here grows with the timeline but two numbers a row.

    `describe` says an entry in words, for people who hear the list.
    """

    def __init__(self, describe: Callable[[Entry], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._describe = describe
        self._reader: Any = None
        self._contact_id = 0
        self._own: tuple[Kind, ...] = ()
        self._ids = array("q")
        self._rows = array("q")
        self._days: list[date] = []
        self._held: OrderedDict[int, Entry | None] = OrderedDict()

    def show(
        self,
        reader: Any,  # noqa: ANN401 - ui never names its class
        contact_id: int,
        chosen: EntryFilter = ALL_ENTRIES,
        own: tuple[Kind, ...] = (),
    ) -> None:
        """Lists the entries of a contact that are wanted; `own` are the kinds that somebody added."""
        found = timeline_queries.entries(reader, contact_id, chosen)
        self.beginResetModel()
        self._reader, self._contact_id, self._own = reader, contact_id, own
        self._held.clear()
        self._ids = found.ids
        self._rows, self._days = _grouped(found.times)
        self.endResetModel()

    def forget(self) -> None:
        """Lists nothing and holds no reader and no entry any more."""
        self.beginResetModel()
        self._reader, self._contact_id = None, 0
        self._ids, self._rows, self._days = array("q"), array("q"), []
        self._held.clear()
        self.endResetModel()

    @property
    def entries(self) -> int:
        """How many entries are listed."""
        return len(self._ids)

    @property
    def ids(self) -> array[int]:
        """The ids of every listed entry, the latest first."""
        return self._ids

    def row_of(self, interaction_id: int) -> int:
        """The row of an entry; -1 when it is not listed."""
        try:
            place = self._ids.index(interaction_id)
        except ValueError:
            return -1
        return self._rows.index(place)

    def is_day(self, row: int) -> bool:
        """Whether a row heads a day."""
        return 0 <= row < len(self._rows) and self._rows[row] < 0

    def entry(self, row: int) -> Entry | None:
        """The entry of a row; None for a day, and for an entry that has just gone."""
        if not 0 <= row < len(self._rows) or self._rows[row] < 0 or self._reader is None:
            return None
        place = self._rows[row]
        key = self._ids[place]
        if key not in self._held:
            self._read_around(place)
        return self._held.get(key)

    def _read_around(self, place: int) -> None:
        first = place - place % PAGE
        wanted = [key for key in self._ids[first : first + PAGE] if key not in self._held]
        found = timeline_queries.rows(self._reader, wanted)
        people = (each for entry in found for each in entry.contacts if each != self._contact_id)
        names = timeline_queries.names(self._reader, people)
        days = tasks.days_of_entries(self._reader, wanted)
        for key in wanted:
            self._held[key] = None
        for entry in found:
            others = tuple(names[each] for each in entry.contacts if each in names)
            kind, due = kind_of(entry.kind, self._own), tuple(days.get(entry.id, ()))
            self._held[entry.id] = Entry(entry, kind, others, due)
        while len(self._held) > MOST_HELD:
            self._held.popitem(last=False)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - QVariant
        row = index.row()
        if not index.isValid() or not 0 <= row < len(self._rows):
            return None
        if self._rows[row] < 0:
            day = self._days[-1 - self._rows[row]]
            if role == ItemRole:
                return day
            return day.isoformat() if role in _TEXTS else 0 if role == IdRole else None
        if role == IdRole:
            return self._ids[self._rows[row]]
        if role != ItemRole and role not in _TEXTS:
            return None
        entry = self.entry(row)
        if entry is None or role == ItemRole:
            return entry
        return self._describe(entry)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid() or self.is_day(index.row()):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


_TEXTS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


def _grouped(times: array[int]) -> tuple[array[int], list[date]]:
    """Rows for moments in falling order: the place of an entry, or -1 less the number of a day."""
    rows = array("q")
    days: list[date] = []
    place, count = 0, len(times)
    while place < count:
        at = times[place]
        local = datetime.fromtimestamp(at / 1000, UTC).astimezone()
        day = local.date()
        if not days or days[-1] != day:
            days.append(day)
            rows.append(-len(days))
        seconds = (local.hour * 60 + local.minute) * 60 + local.second
        begins = at - at % 1000 - 1000 * seconds
        first = place
        while place < count and times[place] >= begins:
            place += 1
        rows.extend(range(first, place))
    return rows, days
