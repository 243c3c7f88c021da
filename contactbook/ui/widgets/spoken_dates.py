"""Days and moments as people say them: "9 May", "today 14:05", "3 weeks ago"."""

from __future__ import annotations

from datetime import UTC, date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from contactbook.domain import partial_dates

_ANY_LEAP_YEAR = 2000


def day(text: str) -> str:
    """A partial date in the words of the system's language; prose comes back as it is."""
    if not partial_dates.is_valid(text):
        return text
    year, month, number = partial_dates.parts(text)
    locale = QLocale()
    if month is None:
        return str(year) if year is not None else text
    if number is None:
        return locale.toString(QDate(year or _ANY_LEAP_YEAR, month, 1), "MMMM yyyy" if year else "MMMM")
    if year is None:
        return locale.toString(QDate(_ANY_LEAP_YEAR, month, number), "d MMMM")
    return locale.toString(QDate(year, month, number), "d MMMM yyyy")


def age(text: str, today: date | None = None) -> int | None:
    """Whole years since a full date, None when the year (or day) is not known or lies ahead."""
    if not partial_dates.is_valid(text):
        return None
    year, month, number = partial_dates.parts(text)
    if year is None or month is None or number is None:
        return None
    now = today or datetime.now().astimezone().date()
    years = now.year - year - ((now.month, now.day) < (month, number))
    return years if years >= 0 else None


def moment(milliseconds: int, now: datetime | None = None) -> str:
    """A time in the past (milliseconds since 1970 UTC) as it is said today; `exact` is for tool tips."""
    then = datetime.fromtimestamp(milliseconds / 1000, UTC).astimezone()
    present = (now or datetime.now(UTC)).astimezone()
    days = (present.date() - then.date()).days
    clock = QLocale().toString(_qt(milliseconds).time(), QLocale.FormatType.ShortFormat)
    if days == 0:
        return _tr("today %1").replace("%1", clock)
    if days == 1:
        return _tr("yesterday %1").replace("%1", clock)
    if 1 < days < 14:
        return QCoreApplication.translate("dates", "%n days ago", "", days).replace("%n", str(days))
    if 14 <= days < 60:
        return QCoreApplication.translate("dates", "%n weeks ago", "", days // 7).replace(
            "%n", str(days // 7)
        )
    return QLocale().toString(_qt(milliseconds).date(), QLocale.FormatType.LongFormat)


def exact(milliseconds: int) -> str:
    """Day and time in full, for tool tips."""
    return QLocale().toString(_qt(milliseconds), QLocale.FormatType.LongFormat)


def _qt(milliseconds: int) -> QDateTime:
    return QDateTime.fromMSecsSinceEpoch(milliseconds)


def _tr(text: str) -> str:
    return QCoreApplication.translate("dates", text)
