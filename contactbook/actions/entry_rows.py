"""What one row of a table of purchases, donations, tickets or survey answers says, as an entry."""

from __future__ import annotations

import hashlib
from collections import Counter
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import TYPE_CHECKING

from contactbook.domain import entry_columns, interactions, money, numbers
from contactbook.domain.interactions import Interaction
from contactbook.formats import table_cells

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contactbook.formats.records import ReadEntry

_MARK = 16
_SAYING = frozenset(("subject", "body", "amount", "quantity", "score", "outcome", "external"))
"""A row that has none of them says nothing."""


class RowKeys:
    """Numbers the rows of one order, so that each is an entry of its own."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._seen: Counter[str] = Counter()

    def key(self, row: ReadEntry) -> str:
        """The same for the same row of the same order, whenever the table comes; in the order of the rows."""
        known = row.values.get("external", "")
        if not known:
            known = hashlib.sha256("\0".join(row.cells).encode("utf-8", "surrogatepass")).hexdigest()[:32]
        key = f"{self._kind}:{known}"
        self._seen[key] += 1
        return key if self._seen[key] == 1 else f"{key}/{self._seen[key]}"


def who_of(values: Mapping[str, str]) -> str:
    """Everything that a row says of whose it is; rows of which it is the same are the same person's."""
    return "\0".join(values.get(name, "").casefold() for name in entry_columns.WHO)


def name_of(values: Mapping[str, str]) -> str:
    """Whose a row says that it is, for a person's eyes."""
    whole = values.get("name") or f"{values.get('given', '')} {values.get('family', '')}".strip()
    return whole or next((values[key] for key in ("email", "phone", "id") if key in values), "")


def about(values: Mapping[str, str]) -> str:
    """Whose a row is and what it is about, in a line."""
    amount = " ".join(filter(None, (values.get("amount", ""), values.get("currency", ""))))
    said = (
        name_of(values),
        values.get("subject", ""),
        amount,
        values.get("score", ""),
        values.get("date", ""),
    )
    return "  ·  ".join(filter(None, said))


def marks_of(row: ReadEntry, kind: str, currency: str) -> list[str]:
    """Two short sums, of whose a row is and of what it says: whether it was changed since it was read."""
    said = [kind, currency, *(row.values.get(name, "") for name in entry_columns.WHAT)]
    said += (f"{heading}\n{cell}" for heading, cell in row.extra.items())
    return [_sum(who_of(row.values)), _sum("\0".join(said))]


def entry_of(row: ReadEntry, kind: str, currency: str, date_order: str) -> Interaction:
    """The entry, of nobody yet. `currency` is for an amount that names none.

    Raises:
        ValueError: with the reason: amount, score, date, date_order, empty.
    """
    values = row.values
    entry = Interaction(kind=kind)
    entry.subject, entry.body = values.get("subject", ""), values.get("body", "")
    entry.outcome = values.get("outcome", "")
    if "date" in values:
        entry.occurred_at = _moment(values["date"], date_order)
    if "amount" in values:
        try:
            entry.amount, entry.currency = _amount(values["amount"], values.get("currency", "") or currency)
        except ValueError:
            raise ValueError("amount") from None
    extra = dict(row.extra)
    if "quantity" in values:
        entry.quantity = numbers.value(numbers.parse(values["quantity"]) or "")
        if entry.quantity is None:
            extra["quantity"] = values["quantity"]
    if "score" in values:
        score = numbers.value(numbers.parse(values["score"].partition("/")[0]) or "")
        if score is None or not 0 <= score <= interactions.BEST_SCORE:
            raise ValueError("score")
        entry.score = round(score)
        if entry.score != score:
            extra["score"] = values["score"]
    if not values.keys() & _SAYING:
        raise ValueError("empty")
    if extra:
        entry.details[interactions.COLUMNS] = extra
    return entry


def apply(row: ReadEntry, said: Interaction, entry: Interaction) -> bool:
    """Bring what a row says into the entry that it became before; whether that changed anything."""
    names = {"kind"} | {
        name for name in ("subject", "body", "outcome", "quantity", "score") if name in row.values
    }
    if "amount" in row.values:
        names |= {"amount", "currency"}
    if "date" in row.values:
        names.add("occurred_at")
    before = [getattr(entry, name) for name in sorted(names)]
    for name in names:
        setattr(entry, name, getattr(said, name))
    changed = before != [getattr(entry, name) for name in sorted(names)]
    if said.columns != entry.columns:
        changed = True
    if said.contacts and not set(said.contacts) <= set(entry.contacts):
        entry.contacts, changed = list(said.contacts), True
    return changed


def _sum(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_MARK]


_amount = lru_cache(maxsize=4096)(money.read)


@lru_cache(maxsize=4096)
def _moment(text: str, order: str) -> int:
    """Milliseconds since 1970 UTC; of a day without a time its beginning here. Raises ValueError("date")."""
    try:
        moment = datetime.fromisoformat(text.removesuffix(" UTC"))
        if text.endswith(" UTC"):
            moment = moment.replace(tzinfo=UTC)
    except ValueError:
        day = table_cells.date_of(text, order)
        try:
            moment = datetime.combine(date.fromisoformat(day), time())
        except ValueError:
            reason = "date_order" if table_cells.is_ambiguous_date(text) else "date"
            raise ValueError(reason) from None
    try:
        return round(moment.astimezone().timestamp() * 1000)
    except (OverflowError, OSError, ValueError):
        raise ValueError("date") from None
