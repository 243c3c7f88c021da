"""The row under the search field: how the search was understood, a chip a part, and what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from contactbook.domain import query
from contactbook.domain.problems import Problem
from contactbook.ui.widgets import theme
from contactbook.ui.widgets.chips import Chip, FlowLayout
from contactbook.wording import problems, queries


class QueryRow(QWidget):
    """Visible only for a search that is more than words; its chips take their part out of the text."""

    text_wanted = Signal(str)
    """The search as it is without the chip that was taken away."""
    save_wanted = Signal()
    """The search is to be kept as a segment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.chips: list[Chip] = []
        """In the order of the text."""
        self.complaint = ""
        """What cannot be understood; "" when all is well."""
        inside = QWidget()
        self._flow = FlowLayout(inside, gap=theme.SPACE_8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE_16, 0, theme.SPACE_16, theme.SPACE_8)
        layout.setSpacing(0)
        layout.addWidget(inside)
        self._wrong = QLabel()
        self._wrong.setProperty("tone", "warning")
        self._wrong.setWordWrap(True)
        layout.addWidget(self._wrong)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("How the search was understood"))
        self._may_save = True
        self.hide()

    def allow_saving(self, allowed: bool) -> None:
        """Whether a segment can be saved in this book."""
        self._may_save = allowed

    def show_text(self, text: str) -> None:
        """Shows what was typed."""
        self._empty()
        self._text = text
        try:
            asked = query.parse(text, unfinished=True)
        except Problem as problem:
            self._complain(problem)
            return
        if not isinstance(asked, query.Words):
            for part in query.parts(asked):
                self._add(part)
            if self._may_save:
                self._offer_saving()
        self.setVisible(not isinstance(asked, query.Words))
        self.updateGeometry()

    def _add(self, part: query.Query) -> None:
        chip = Chip(queries.part(part), removable=True)
        chip.setAccessibleDescription(self.tr("Delete takes this part out of the search"))
        for asked in (chip.removed, chip.clicked):
            asked.connect(lambda _checked=False, part=part: self._remove(part))
        self._flow.addWidget(chip)
        self.chips.append(chip)

    def _remove(self, part: query.Query) -> None:
        self.text_wanted.emit(query.without(self._text, part))

    def _offer_saving(self) -> None:
        button = QPushButton(self.tr("Save as segment …"))
        button.setObjectName("save")
        button.setProperty("kind", "link")
        button.setMaximumHeight(self.fontMetrics().height() + theme.SPACE_8)
        button.setStyleSheet("QPushButton { min-height: 0; }")
        button.clicked.connect(self.save_wanted)
        self._flow.addWidget(button)

    def _complain(self, problem: Problem) -> None:
        sentence = problems.sentence(problem)
        self.complaint = f"{sentence.what} {sentence.why}"
        self._wrong.setText(self.complaint)
        self._wrong.setToolTip(sentence.remedy)
        self._wrong.show()
        self.show()
        self.updateGeometry()

    def _empty(self) -> None:
        self.chips.clear()
        self.complaint = ""
        self._wrong.hide()
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
