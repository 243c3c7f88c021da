"""Every setting, declared once: the settings page, the command line and the files are made from this list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from contactbook.domain import collation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")


class Scope(Enum):
    """Where a setting is kept: in a file of this computer, or inside the book."""

    COMPUTER = "computer"
    BOOK = "book"


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One setting.

    `label` and `help` are English and are translated where they are shown (context "settings"); a setting
    without a label is memory of the windows and stands on no page. `choices` are the values that are possible
    where only a few are. `check` gives back what it is handed, as the right type, or raises ValueError or
    TypeError.
    """

    key: str
    default: T
    scope: Scope
    check: Callable[[object], T]
    label: str = ""
    help: str = ""
    choices: tuple[T, ...] = ()
    is_folder: bool = False
    """Whether the value is the path of a folder."""

    def read(self, raw: object) -> T:
        """The value that stands in a file, or the default where that means nothing to this version."""
        try:
            return self.check(raw)
        except (ValueError, TypeError):
            return self.default

    def accepts(self, value: object) -> bool:
        """Whether the setting may have this value."""
        try:
            self.check(value)
        except (ValueError, TypeError):
            return False
        return True


def _truth(raw: object) -> bool:
    if not isinstance(raw, bool):
        raise TypeError
    return raw


def _text(raw: object) -> str:
    if not isinstance(raw, str):
        raise TypeError
    return raw


def _whole(least: int, most: int) -> Callable[[object], int]:
    def check(raw: object) -> int:
        if not isinstance(raw, int) or isinstance(raw, bool):
            raise TypeError
        if not least <= raw <= most:
            raise ValueError
        return raw

    return check


def _one_of(choices: Iterable[str]) -> Callable[[object], str]:
    allowed = frozenset(choices)

    def check(raw: object) -> str:
        text = _text(raw)
        if text not in allowed:
            raise ValueError
        return text

    return check


def _country(raw: object) -> str:
    text = _text(raw)
    if text and not (len(text) == 2 and text.isascii() and text.isalpha() and text.isupper()):
        raise ValueError
    return text


def _items(raw: object) -> list[object]:
    if not isinstance(raw, list | tuple):
        raise TypeError
    return list(cast("Iterable[object]", raw))


def _texts(raw: object) -> tuple[str, ...]:
    return tuple(_text(item) for item in _items(raw))


def _sizes(raw: object) -> tuple[int, ...]:
    size = _whole(0, 100_000)
    return tuple(size(item) for item in _items(raw))


def _columns(raw: object) -> tuple[tuple[str, int, bool], ...]:
    width = _whole(0, 10_000)
    columns: list[tuple[str, int, bool]] = []
    for item in _items(raw):
        key, pixels, shown = _items(item)
        columns.append((_text(key), width(pixels), _truth(shown)))
    return tuple(columns)


def _sorts(raw: object) -> dict[str, tuple[str, bool]]:
    if not isinstance(raw, dict):
        raise TypeError
    sorts: dict[str, tuple[str, bool]] = {}
    for place, item in cast("dict[object, object]", raw).items():
        column, descending = _items(item)
        sorts[_text(place)] = (_text(column), _truth(descending))
    return sorts


def _choice(key: str, choices: tuple[str, ...], scope: Scope, label: str, help_text: str) -> Setting[str]:
    return Setting(key, choices[0], scope, _one_of(choices), label, help_text, choices)


# --- what a person chooses

THEME = _choice(
    "theme",
    ("system", "light", "dark"),
    Scope.COMPUTER,
    "Appearance",
    "Light, dark, or as the system is set.",
)
DENSITY = _choice(
    "list_density",
    ("comfortable", "compact"),
    Scope.COMPUTER,
    "Rows of the list",
    "Compact rows show about a third more contacts at once.",
)
IDLE_LOCK_MINUTES = Setting(
    "idle_lock_minutes",
    10,
    Scope.COMPUTER,
    _whole(0, 24 * 60),
    "Lock after",
    "Minutes without a key or the mouse after which the book is locked; 0 never locks it.",
)
BACKUP_FOLDER = Setting(
    "backup_folder",
    "",
    Scope.COMPUTER,
    _text,
    "Backup folder",
    "Where backups of the book are kept. Empty: a folder “backups” beside the book.",
    is_folder=True,
)
BACKUP_COUNT = Setting(
    "backup_count",
    10,
    Scope.COMPUTER,
    _whole(1, 1_000),
    "Backups to keep",
    "When there are more, the oldest is removed.",
)
WATCH_FOLDER = Setting(
    "watch_folder",
    "",
    Scope.COMPUTER,
    _text,
    "Watched folder",
    "Files of contacts that appear in this folder are offered for import. Empty: none is watched.",
    is_folder=True,
)
DEFAULT_COUNTRY = Setting(
    "default_country",
    "",
    Scope.BOOK,
    _country,
    "Country",
    "Phone numbers without a country code are taken to be of this one. Empty: they stay as they are.",
)
NAME_DISPLAY = _choice(
    "name_display",
    ("given_first", "family_first"),
    Scope.BOOK,
    "Names are shown",
    "Given name first, or family name first.",
)
NAME_SORT = _choice(
    "name_sort",
    ("family_first", "given_first"),
    Scope.BOOK,
    "Names are sorted",
    "By family name, or by given name.",
)
TRASH_DAYS = Setting(
    "trash_days",
    30,
    Scope.BOOK,
    _whole(0, 3650),
    "Empty the trash after",
    "Days after which what lies in the trash is deleted; 0 keeps it until you empty it.",
)
MAIL_MEGABYTES = Setting(
    "mail_megabytes",
    25,
    Scope.BOOK,
    _whole(0, 200),
    "Keep e-mails as they came",
    "Megabytes up to which the original is kept beside the words and files of an e-mail. 0: never.",
)

HISTORY_DAYS = Setting(
    "history_days",
    1_095,
    Scope.BOOK,
    _whole(0, 36_500),
    "Steps can be undone for",
    "Days after which a step can no longer be undone; what was done and when stays in the history. 0: never.",
)
HISTORY_MEGABYTES = Setting(
    "history_megabytes",
    500,
    Scope.BOOK,
    _whole(0, 1_000_000),
    "Room for undoing",
    "Megabytes that the history may fill; beyond, the oldest steps can no longer be undone. 0: no limit.",
)

NAME_LANGUAGE = Setting(
    "name_language",
    "",
    Scope.BOOK,
    _one_of(("", *collation.LANGUAGES)),
    "Letters are ordered as in",
    "Where Å, Ł, Ñ and their like stand in lists. Empty: with A, L and N.",
    ("", *collation.LANGUAGES),
)

# --- what windows remember

REMINDERS = Setting(
    "reminders",
    False,
    Scope.COMPUTER,
    _truth,
    "Reminders on the desktop",
    "Tell of follow-ups that come due while a book is open. A locked book tells nothing.",
)
RECENT_BOOKS: Setting[tuple[str, ...]] = Setting("recent_books", (), Scope.COMPUTER, _texts)
WATCHED = Setting("watched", "", Scope.COMPUTER, _text)
"""The folder that `WATCH_SEEN` is about."""
WATCH_SEEN = Setting("watch_seen", 0, Scope.COMPUTER, _whole(0, 1 << 62))
"""Files that arrived in the watched folder up to then were offered; milliseconds since 1970 UTC."""
WINDOW_GEOMETRY = Setting("window_geometry", "", Scope.COMPUTER, _text)
"""What QWidget.saveGeometry gave, in base 64."""
SIDEBAR_SHOWN = Setting("sidebar_shown", True, Scope.COMPUTER, _truth)
CARDS_SHOWN = Setting("cards_shown", False, Scope.COMPUTER, _truth)
PANE_SHOWN = Setting("pane_shown", True, Scope.COMPUTER, _truth)
OUTER_SIZES: Setting[tuple[int, ...]] = Setting("outer_sizes", (), Scope.COMPUTER, _sizes)
"""Widths of the sidebar and the rest, in pixels; empty: not moved yet."""
CONTENT_SIZES: Setting[tuple[int, ...]] = Setting("content_sizes", (), Scope.COMPUTER, _sizes)
"""Sizes of the list and the contact's pane, in pixels; empty: not moved yet."""
COLUMNS: Setting[tuple[tuple[str, int, bool], ...]] = Setting("columns", (), Scope.COMPUTER, _columns)
"""The columns of the list in order: key, width in pixels, whether shown; empty: as they start."""
SORTS: Setting[dict[str, tuple[str, bool]]] = Setting("sorts", {}, Scope.COMPUTER, _sorts)
"""By entry of the sidebar: the column that the list is sorted by, and whether descending."""

EXPORT_FORMAT = Setting("export_format", "vcard3", Scope.COMPUTER, _text)
EXPORT_COLUMNS: Setting[tuple[str, ...]] = Setting("export_columns", (), Scope.COMPUTER, _texts)
"""What the columns of an exported table are about; empty: all. Custom fields by number, unnamed."""
EXPORT_FOR_EXCEL = Setting("export_for_excel", False, Scope.COMPUTER, _truth)
EXPORT_FOLDER = Setting("export_folder", "", Scope.COMPUTER, _text)
PRINT_KIND = Setting("print_kind", "labels", Scope.COMPUTER, _text)
PRINT_LABELS = Setting("print_labels", "", Scope.COMPUTER, _text)
"""Key of a sheet of `domain.stationery`; "" for what this country sells. So are the two that follow."""
PRINT_ENVELOPE = Setting("print_envelope", "", Scope.COMPUTER, _text)
PRINT_PAPER = Setting("print_paper", "", Scope.COMPUTER, _text)
PRINT_SENDER = Setting("print_sender", "", Scope.BOOK, _text)
"""What stands at the upper left of envelopes."""


def every() -> tuple[Setting[object], ...]:
    """All settings, in the order of the settings page."""
    return tuple(cast("Setting[object]", value) for value in globals().values() if isinstance(value, Setting))


def on_page(scope: Scope) -> tuple[Setting[object], ...]:
    """The settings of one scope that a person chooses, in the order of the settings page."""
    return tuple(setting for setting in every() if setting.scope is scope and setting.label)
