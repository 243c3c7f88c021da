"""What was bought and given, added up, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain import money, periods
from contactbook.domain.interactions import DONATION
from contactbook.wording.speech import say, say_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from contactbook.domain.giving import Total

PERIODS = {
    periods.EVER: "Any time",
    periods.THIS_YEAR: "This year",
    periods.LAST_YEAR: "Last year",
    periods.TWELVE_MONTHS: "12 months",
}


def count(total: Total) -> str:
    """How many: "3 purchases", "1 donation"."""
    if total.kind == DONATION:
        return say_number(total.entries, "1 donation", "{n} donations")
    return say_number(total.entries, "1 purchase", "{n} purchases")


def lines(total: Total, day: Callable[[int], str]) -> list[str]:
    """How many and their sum; below it the average of several, and when the last one was."""
    head = [count(total)]
    if total.priced:
        head.append(money.grouped(total.amount, total.currency))
    below = [say("last {day}", day=day(total.last_at))]
    if total.priced > 1:
        below.insert(0, say("average {amount}", amount=money.grouped(total.average, total.currency)))
    return [" · ".join(head), ", ".join(below)]
