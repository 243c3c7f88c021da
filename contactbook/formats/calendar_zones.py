"""The time zones of a calendar file: by their names in the world's list, else as the file describes them."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from dateutil import tz

if TYPE_CHECKING:
    from datetime import tzinfo

_tz: Any = tz  # it has no types
_DESCRIBED = re.compile(r"(?ims)^BEGIN:VTIMEZONE\s*$.*?^END:VTIMEZONE\s*$")
_MOST_DESCRIBED = 50
_LAST_PARTS = (3, 2)


class Zones:
    """Those of one file; its lines unfolded."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._here: tzinfo = _tz.tzlocal()
        self._known: dict[str, tzinfo] = {}
        self._described: dict[str, tzinfo] | None = None

    def moment(self, value: str, zone: str) -> datetime | None:
        """A time in its zone; of a zone that nobody knows, and of a day, as the computer has it."""
        value = value.strip().upper()
        try:
            if "T" not in value:
                return datetime.strptime(value, "%Y%m%d").replace(tzinfo=self._here)
            if value.endswith("Z"):
                return datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
            naive = datetime.strptime(value, "%Y%m%dT%H%M%S")
            made = naive.replace(tzinfo=self._zone(zone) if zone else self._here)
            made.timestamp()
        except (ValueError, OverflowError, OSError):
            return None
        return made

    def _zone(self, name: str) -> tzinfo:
        if name not in self._known:
            self._known[name] = _listed(name) or self._own().get(name) or self._here
        return self._known[name]

    def _own(self) -> dict[str, tzinfo]:
        """The zones that the file describes (RFC 5545 3.6.5), by name."""
        if self._described is None:
            self._described = {}
            for block in _DESCRIBED.findall(self._text)[:_MOST_DESCRIBED]:
                try:
                    read = _tz.tzical(io.StringIO("\r\n".join(block.splitlines()) + "\r\n"))
                    for name in read.keys():
                        zone: tzinfo = read.get(name)
                        zone.utcoffset(datetime(2020, 1, 1))
                        self._described[name] = zone
                except (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError):
                    continue
        return self._described


def _listed(name: str) -> tzinfo | None:
    """The zone of a name such as "Europe/Vienna", also behind the path of a program."""
    parts = name.strip("/").split("/")
    for count in (len(parts), *_LAST_PARTS):
        try:
            return ZoneInfo("/".join(parts[-count:]))
        except (KeyError, ValueError, OSError):
            continue
    return None
