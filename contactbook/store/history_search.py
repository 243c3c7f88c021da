"""Finding steps of the history by kind, period, text and contact, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from contactbook.domain.ids import COUNTER_BITS, EPOCH_2020
from contactbook.store.history_queries import SELECT, HistoryRow, as_row
from contactbook.store.sqlite import carray, id_array

if TYPE_CHECKING:
    from contactbook.store.reader import Reader


@dataclass(frozen=True, slots=True)
class StepFilter:
    """Which steps are wanted; every condition that is given must hold.

    `since` and `until` are milliseconds since 1970 UTC. `text` must occur in what was noted with the step
    (names of files, tags, who did it), or the step is one of `named` (actions whose words the text fits) or
    touched one of `contacts` (those whom the text finds).
    """

    contact: int = 0
    actions: tuple[str, ...] = ()
    since: int = 0
    until: int = 0
    text: str = ""
    named: tuple[str, ...] = ()
    contacts: tuple[int, ...] = ()


def steps(reader: Reader, wanted: StepFilter, *, before: int = 0, limit: int = 100) -> list[HistoryRow]:
    """Steps, the latest first; `before`: only those before this step, to go on from a page."""
    conditions: list[str] = ["TRUE"]
    params: list[Any] = []

    def add(condition: str, *values: Any) -> None:  # noqa: ANN401 - parameters of SQL
        conditions.append(condition)
        params.extend(values)

    if wanted.contact:
        add("id IN (SELECT history_id FROM history_contact WHERE contact_id = ?)", wanted.contact)
    if before:
        add("id < ?", before)
    if wanted.actions:
        add("action IN carray(?)", carray(wanted.actions))
    if wanted.since:
        add("at >= ? AND id >= ?", wanted.since, _first_id(wanted.since))
    if wanted.until:
        add("at < ?", wanted.until)
    if wanted.text:
        pattern = "%" + wanted.text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        ways = [f"{column} LIKE ? ESCAPE '\\'" for column in ("data", "author", "device")]
        values: list[Any] = [pattern] * len(ways)
        if wanted.named:
            ways.append("action IN carray(?)")
            values.append(carray(wanted.named))
        if wanted.contacts:
            ways.append("id IN (SELECT history_id FROM history_contact WHERE contact_id IN carray(?))")
            values += id_array(wanted.contacts)
        add(f"({' OR '.join(ways)})", *values)
    sql = f"{SELECT} WHERE {' AND '.join(conditions)} ORDER BY id DESC LIMIT ?"
    return [as_row(row) for row in reader.query(sql, (*params, limit))]


def count(reader: Reader) -> int:
    """How many steps the history has."""
    return reader.id_list("SELECT count(*) FROM history")[0]


def _first_id(at: int) -> int:
    """The least id that a step of this moment can have; a day earlier, for clocks that were set."""
    return max(0, at - EPOCH_2020 - 86_400_000) << COUNTER_BITS
