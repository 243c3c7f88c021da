"""The Today view as a Qt model: follow-ups by part of the day, people to whom one is late, dates ahead."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from contactbook.domain import follow_ups
from contactbook.store import tasks, timeline_queries, today_queries

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject, QPersistentModelIndex

    from contactbook.domain.follow_ups import FollowUp

NOWHERE = QModelIndex()
LineRole = Qt.ItemDataRole.UserRole + 1
"""The `Line` of a row."""
PAGE, MOST_HELD, DAYS_AHEAD = 32, 2_048, 14

HEADING, TASK, LATE, DATE = "heading", "task", "late", "date"


@dataclass(frozen=True, slots=True)
class Line:
    """One row: a heading with a count, a follow-up with the names of its people, a person, or a date.

    `key` names it across a refresh; `part` is the part of the day, or the kind where there is none; `at` is
    when it is due (milliseconds since 1970 UTC), `timed` whether at a time of day; `came_from` is
    the kind of the entry that a follow-up came from, and how that begins.
    """

    kind: str
    key: str
    part: str
    count: int = 0
    at: int | None = None
    timed: bool = False
    contact_id: int = 0
    task: FollowUp | None = None
    names: tuple[str, ...] = ()
    came_from: tuple[str, str] = ("", "")
    late: today_queries.Late | None = None
    ahead: today_queries.DateAhead | None = None


class TodayModel(QAbstractListModel):
    """Ids of follow-ups in order, read a page at a time; the few people and dates are read at once.

    `describe` says a row in words, for people who hear the list.
    """

    def __init__(self, describe: Callable[[Line], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._describe = describe
        self._reader: Any = None
        self._keys: list[tuple[str, str, int]] = []
        self._lines: dict[str, Line] = {}
        self._held: OrderedDict[int, Line | None] = OrderedDict()
        self._now = 0

    def show(self, reader: Any, now: datetime | None = None) -> None:  # noqa: ANN401 - ui never names its class
        """Reads everything anew."""
        present = now or datetime.now().astimezone()
        bounds = follow_ups.bounds(present)
        parts = today_queries.open_tasks(reader, bounds)
        late = [
            Line(
                LATE, f"{LATE}:{each.contact_id}", LATE, at=each.due_at, contact_id=each.contact_id, late=each
            )
            for each in today_queries.late(reader, bounds.now)
        ]
        dates = [
            Line(
                DATE,
                f"{DATE}:{each.contact_id}:{each.label}",
                DATE,
                at=follow_ups.day_start(each.day, present),
                contact_id=each.contact_id,
                ahead=each,
            )
            for each in today_queries.dates_ahead(reader, present.date(), DAYS_AHEAD)
        ]
        self.beginResetModel()
        self._reader, self._now = reader, bounds.now
        self._held.clear()
        self._keys, self._lines = [], {}
        for part in (follow_ups.OVERDUE, follow_ups.TODAY):
            self._add_tasks(part, parts[part])
        self._add_lines(LATE, late)
        self._add_lines(DATE, dates)
        for part in (follow_ups.WEEK, follow_ups.LATER, follow_ups.SOME_DAY):
            self._add_tasks(part, parts[part])
        self.endResetModel()

    def forget(self) -> None:
        """Lists nothing and holds no reader and nobody any more."""
        self.beginResetModel()
        self._reader = None
        self._keys, self._lines = [], {}
        self._held.clear()
        self.endResetModel()

    def line(self, row: int) -> Line | None:
        """What a row shows; None for a follow-up that has just gone."""
        if not 0 <= row < len(self._keys) or self._reader is None:
            return None
        kind, key, task_id = self._keys[row]
        if kind != TASK:
            return self._lines[key]
        if task_id not in self._held:
            self._read_around(row)
        return self._held.get(task_id)

    def key(self, row: int) -> str:
        """Names a row across a refresh; "" outside of the list."""
        if not 0 <= row < len(self._keys):
            return ""
        kind, key, task_id = self._keys[row]
        return f"{key}:{task_id}" if kind == TASK else key

    def row_of(self, key: str) -> int:
        """Where a row went; -1 when it is gone."""
        part, _, number = key.partition(":")
        task = (TASK, part, int(number)) if number.isdecimal() else None
        for wanted in (task, (self._lines[key].kind, key, 0) if key in self._lines else None):
            if wanted is not None and wanted in self._keys:
                return self._keys.index(wanted)
        return -1

    def row_of_task(self, task_id: int) -> int:
        """Where a follow-up stands; -1 when it is not open."""
        return next((row for row, each in enumerate(self._keys) if each[2] == task_id), -1)

    def _add_tasks(self, part: str, ids: Sequence[int]) -> None:
        if not ids:
            return
        key = f"{HEADING}:{part}"
        self._lines[key] = Line(HEADING, key, part, count=len(ids))
        self._keys.append((HEADING, key, 0))
        self._keys += [(TASK, part, task_id) for task_id in ids]

    def _add_lines(self, kind: str, lines: list[Line]) -> None:
        if not lines:
            return
        key = f"{HEADING}:{kind}"
        self._lines[key] = Line(HEADING, key, kind, count=len(lines))
        self._keys.append((HEADING, key, 0))
        for line in lines:
            self._lines[line.key] = line
            self._keys.append((kind, line.key, 0))

    def _read_around(self, row: int) -> None:
        first = row - row % PAGE
        around = [each for each in self._keys[first : first + PAGE] if each[0] == TASK]
        wanted = {task_id: part for _, part, task_id in around if task_id not in self._held}
        found = tasks.load_many(self._reader, list(wanted))
        names = timeline_queries.names(self._reader, (each for task in found for each in task.contacts))
        entries = timeline_queries.titles(self._reader, (task.interaction_id or 0 for task in found))
        for task_id in wanted:
            self._held[task_id] = None
        for task in found:
            came_from = entries.get(task.interaction_id or 0, ("", ""))
            self._held[task.id] = _task_line(task, wanted[task.id], names, came_from)
        while len(self._held) > MOST_HELD:
            self._held.popitem(last=False)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._keys)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - QVariant
        line = self.line(index.row()) if index.isValid() else None
        if line is None or role == LineRole:
            return line
        return self._describe(line) if role in _TEXTS else None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid() or self._keys[index.row()][0] == HEADING:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


_TEXTS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


def _task_line(task: FollowUp, part: str, names: dict[int, str], came_from: tuple[str, str]) -> Line:
    return Line(
        TASK,
        f"{part}:{task.id}",
        part,
        at=task.due_at,
        timed=task.timed,
        contact_id=task.contacts[0] if task.contacts else 0,
        task=task,
        names=tuple(names[each] for each in task.contacts if each in names),
        came_from=came_from,
    )
