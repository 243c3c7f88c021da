"""The refused cards of an import as a table: file, line, reason, and how the card begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from contactbook.actions.import_report import text_of
from contactbook.wording import reports

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from contactbook.actions.import_report import Rejected

_Index = QModelIndex | QPersistentModelIndex
_BEGINNING = 120


class RefusedModel(QAbstractTableModel):
    """One row a refused card; the whole text of it is the tool tip."""

    def __init__(self, rejected: list[Rejected], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rejected = rejected

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rejected)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("File"), self.tr("Line"), self.tr("Why"), self.tr("Begins with"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        if not index.isValid():
            return None
        rejected = self._rejected[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(rejected, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return text_of(rejected.raw)[:4000]
        return None

    def _text(self, rejected: Rejected, column: int) -> str:
        if column == 0:
            return rejected.file.replace("\\", "/").rsplit("/", 1)[-1]
        if column == 1:
            return str(rejected.line) if rejected.line else ""
        if column == 2:
            return reports.refusal(rejected.reason, rejected.detail)
        return " ".join(text_of(rejected.raw[:_BEGINNING]).split())
