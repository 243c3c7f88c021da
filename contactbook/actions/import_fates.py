"""What becomes of every card and row of an import, for the check: compact, and read a page at a time."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from contactbook.actions.import_options import RowRef

if TYPE_CHECKING:
    from collections.abc import Sequence

CREATED, UPDATED, UNCHANGED, SKIPPED, DUPLICATE, REFUSED, GROUP = (
    "new", "updated", "unchanged", "skipped", "duplicate", "refused", "group",
)  # fmt: skip
"""`DUPLICATE`: becomes a new contact, although it looks like one that is there (`CheckedRow.contact`)."""

NOBODY, SEVERAL = "no_contact", "several_contacts"
"""An entry that is left out, as its row names nobody of the book, or may be of several."""

FATES = (CREATED, UPDATED, UNCHANGED, SKIPPED, DUPLICATE, REFUSED, GROUP, NOBODY, SEVERAL)
_NUMBER = {fate: number for number, fate in enumerate(FATES)}
_PACK = 1000


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """One card or row: where it stands (line 1-based), its fate, and who it is about.

    `contact` is the contact of the book that it updates, equals or looks like; 0 for none, or one of the
    same import. `reason` is the code why it is refused, or why it looks like another ("same_name",
    "same_email", "several_matches").
    """

    ref: RowRef
    line: int
    fate: str
    name: str
    contact: int = 0
    reason: str = ""
    sheet: str = ""


class Fates:
    """Takes rows in the order in which they are met and gives them back in that of the files."""

    def __init__(self) -> None:
        self._files, self._places, self._lines = array("l"), array("q"), array("q")
        self._fates, self._contacts = bytearray(), array("q")
        self._names: list[bytes] = []
        self._open_names: list[str] = []
        self._reasons: dict[int, str] = {}
        self._sheets: dict[int, str] = {}
        self._order: Sequence[int] | None = None
        self._last, self._in_order = (-1, -1), True

    def __len__(self) -> int:
        return len(self._fates)

    def note(
        self,
        ref: RowRef,
        line: int,
        fate: str,
        name: str = "",
        contact: int = 0,
        reason: str = "",
        sheet: str = "",
    ) -> None:
        """Note the fate of one row."""
        index = len(self._fates)
        self._files.append(ref.file)
        self._places.append(ref.number)
        self._lines.append(line)
        self._fates.append(_NUMBER[fate])
        self._contacts.append(contact)
        self._open_names.append(name.replace("\n", " "))
        if len(self._open_names) == _PACK:
            self._names.append("\n".join(self._open_names).encode("utf-8", "surrogatepass"))
            self._open_names = []
        if reason:
            self._reasons[index] = reason
        if sheet:
            self._sheets[index] = sheet
        here = (ref.file, ref.number)
        self._in_order = self._in_order and here > self._last
        self._last, self._order = here, None

    def count(self, fate: str) -> int:
        """How many rows have this fate."""
        return self._fates.count(_NUMBER[fate])

    def page(self, fate: str = "", start: int = 0, size: int = 100) -> list[CheckedRow]:
        """Some rows of this fate ("" for all), in the order of the files."""
        order = self._ordered()
        if not fate:
            return [self._row(index) for index in order[start : start + size]]
        number, fates = _NUMBER[fate], self._fates
        chosen: list[int] = []
        for index in order:
            if fates[index] == number:
                if start:
                    start -= 1
                    continue
                chosen.append(index)
                if len(chosen) == size:
                    break
        return [self._row(index) for index in chosen]

    def settle(self) -> None:
        """Put the rows in the order of the files now, off the thread that shows them."""
        if self._order is None:
            files, places = self._files, self._places
            rows = range(len(files))
            if self._in_order:
                self._order = rows
            else:
                self._order = array("q", sorted(rows, key=lambda at: (files[at], places[at])))

    def _ordered(self) -> Sequence[int]:
        self.settle()
        return self._order or ()

    def _row(self, index: int) -> CheckedRow:
        return CheckedRow(
            RowRef(self._files[index], self._places[index]),
            self._lines[index],
            FATES[self._fates[index]],
            self._name(index),
            self._contacts[index],
            self._reasons.get(index, ""),
            self._sheets.get(index, ""),
        )

    def _name(self, index: int) -> str:
        pack, at = divmod(index, _PACK)
        if pack == len(self._names):
            return self._open_names[at]
        return self._names[pack].decode("utf-8", "surrogatepass").split("\n")[at]
