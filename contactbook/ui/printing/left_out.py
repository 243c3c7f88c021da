"""Who gets no label, and why: told before anything is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QVBoxLayout, QWidget

from contactbook.domain import postal
from contactbook.qtmodels.marked_text import QT_TRANSLATE_NOOP
from contactbook.ui.widgets import theme
from contactbook.wording.speech import joined, say, say_number

if TYPE_CHECKING:
    from contactbook.actions.printing import Mailing

_LISTED = 200
_LINES = 4
WORDS = {
    postal.NO_ADDRESS: ("1 has no address", "{n} have no address"),
    postal.GONE_ADDRESS: ("1 has only an address marked as old", "{n} have only an address marked as old"),
    postal.DEAD: ("1 is dead", "{n} are dead"),
    postal.NO_MAIL: ("1 wants no mail", "{n} want no mail"),
    postal.TRASHED: ("1 is in the trash", "{n} are in the trash"),
}
"""By reason: for one, for several."""
ONE = {
    postal.NO_ADDRESS: QT_TRANSLATE_NOOP("Print", "no address"),
    postal.GONE_ADDRESS: QT_TRANSLATE_NOOP("Print", "the address is marked as old"),
    postal.DEAD: QT_TRANSLATE_NOOP("Print", "dead"),
    postal.NO_MAIL: QT_TRANSLATE_NOOP("Print", "wants no mail"),
    postal.TRASHED: QT_TRANSLATE_NOOP("Print", "in the trash"),
}


class LeftOutNote(QWidget):
    """Says nothing where nobody is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setProperty("tone", "warning")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Left out"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(theme.row_height(self.font(), compact=True) * _LINES)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_4)
        column.addWidget(self.words)
        column.addWidget(self.list)
        self.hide()

    def tell(self, found: Mailing | None) -> None:
        """Who is left out of a mailing; None: of nothing."""
        self.list.clear()
        parts: list[str] = []
        if found is not None and found.left_out:
            parts = [say_number(count, *WORDS[reason]) for reason, count in found.reasons]
        told = [say("Left out: {parts}.", parts=joined(parts))] if parts else []
        if found is not None and found.doubles:
            told.append(
                say_number(
                    found.doubles,
                    "1 has the name and address of another and is printed once.",
                    "{n} have the name and address of others and are printed once.",
                )
            )
        self.words.setText(" ".join(told))
        for one in found.left_out[:_LISTED] if found is not None else ():
            words = f"{one.name}: {say(ONE[one.reason])}"
            self.list.addItem(words)
            self.list.item(self.list.count() - 1).setToolTip(words)
        self.list.setVisible(bool(parts))
        self.setVisible(bool(told))
