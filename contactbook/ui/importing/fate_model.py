"""The rows of a check as a list, read a page at a time: where each stands, who it is, what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from contactbook.ui.widgets import theme
from contactbook.wording import reports

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from contactbook.actions.import_checking import CheckResult
    from contactbook.actions.import_fates import CheckedRow
    from contactbook.ui.importing.import_draft import ImportDraft

_Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
PLACE, NAME, FATE = range(3)
_PAGE = 200
_LEFT_OUT = ("refused", "no_contact", "several_contacts")
"""Fates that keep a row out of the book unless somebody decides."""


class FateModel(QAbstractTableModel):
    """Shows one kind of fate ("" for all) of a `CheckResult`, and what the person decided since."""

    def __init__(self, draft: ImportDraft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._result: CheckResult | None = None
        self._fate = ""
        self._count = 0
        self._pages: dict[int, list[CheckedRow]] = {}

    def show_rows(self, result: CheckResult | None, fate: str = "") -> None:
        """The rows of this fate from now on."""
        self.beginResetModel()
        self._result, self._fate = result, fate
        self._pages.clear()
        self._count = 0
        if result is not None:
            self._count = result.count(fate) if fate else len(result.fates)
        self.endResetModel()

    def row_at(self, row: int) -> CheckedRow | None:
        """The card or row in a row of the list."""
        if self._result is None or not 0 <= row < self._count:
            return None
        page, at = divmod(row, _PAGE)
        if page not in self._pages:
            self._pages[page] = self._result.page(self._fate, page * _PAGE, _PAGE)
        return self._pages[page][at] if at < len(self._pages[page]) else None

    def refresh(self) -> None:
        """Something was decided."""
        if self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, FATE))

    def rowCount(self, parent: _Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: _Index = NOWHERE) -> int:
        return 0 if parent.isValid() else FATE + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        several = len(self._draft.files) > 1
        place = self.tr("File / line") if several else self.tr("Line")
        who = self.tr("Who and what") if self._draft.of_entries else self.tr("Who")
        return (place, who, self.tr("What happens"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (self._place(row), row.name or self.tr("(no name)"), self._words(row))[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and index.column() != NAME:
            tokens = theme.current()
            if index.column() == FATE and row.ref in self._draft.decisions:
                return tokens.accent
            return tokens.danger if index.column() == FATE and row.fate in _LEFT_OUT else tokens.muted
        return None

    def _place(self, row: CheckedRow) -> str:
        place = f"{row.sheet} {row.line}" if row.sheet else str(row.line)
        return f"{row.ref.file + 1} / {place}" if len(self._draft.files) > 1 else place

    def _words(self, row: CheckedRow) -> str:
        decided = self._draft.decisions.get(row.ref)
        if decided is not None:
            if decided.skip:
                return self.tr("Left out")
            if decided.cells is not None or decided.raw is not None:
                return self.tr("Corrected")
            if decided.into:
                other = self.tr("Brought into the other contact")
                return self.tr("Goes to whom you chose") if self._draft.of_entries else other
            return self.tr("A new contact")
        said = {
            "new": self.tr("New"),
            "updated": self.tr("Changes a contact"),
            "unchanged": self.tr("There already"),
            "skipped": self.tr("Left out"),
            "group": self.tr("Becomes a tag"),
        }
        if row.fate in _LEFT_OUT:
            return self._left_out(row)
        if row.fate == "duplicate":
            return reports.likeness(row.reason)
        if row.fate == "updated" and self._draft.of_entries:
            return self.tr("Changes an entry")
        return said.get(row.fate, row.fate)

    def _left_out(self, row: CheckedRow) -> str:
        if row.fate == "no_contact":
            return self.tr("Nobody has this address or name")
        if row.fate == "several_contacts":
            return self.tr("Several contacts have it")
        return reports.refusal(row.reason)
