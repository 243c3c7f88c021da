"""What is printed and on what: the left side of the print dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPlainTextEdit, QSpinBox, QWidget

from contactbook.domain import stationery
from contactbook.settings import declarations
from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.settings.computer import ComputerSettings
    from contactbook.ui.exporting.export_dialog import Scope

LABELS, ENVELOPES, SHEETS, PHONES = "labels", "envelopes", "sheets", "phones"
_PAPERS = {"a4": stationery.A4, "letter": stationery.LETTER}
_SENDER_LINES = 4


class PrintForm(QWidget):
    """Remembers everything but the first label, which is another one each time."""

    changed = Signal()

    def __init__(
        self, scopes: Sequence[Scope], settings: ComputerSettings, sender: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._scopes, self._settings = list(scopes), settings
        self.scope, self.kind, self.labels = QComboBox(), QComboBox(), QComboBox()
        self.envelope, self.paper = QComboBox(), QComboBox()
        self.first = QSpinBox()
        self.sender_text = QPlainTextEdit(sender)
        self._rows: list[tuple[QLabel, QWidget, tuple[str, ...]]] = []
        self._fill()
        self._lay_out()
        for box in (self.scope, self.kind, self.labels, self.envelope, self.paper):
            box.currentIndexChanged.connect(self._on_changed)
        self.first.valueChanged.connect(lambda _value: self.changed.emit())
        self.sender_text.textChanged.connect(self.changed)
        self._show()

    @property
    def chosen_scope(self) -> Scope:
        """Whose addresses or sheets."""
        return self._scopes[max(0, self.scope.currentIndex())]

    @property
    def what(self) -> str:
        """LABELS, ENVELOPES, SHEETS or PHONES."""
        return str(self.kind.currentData())

    @property
    def sheet(self) -> stationery.LabelSheet:
        """The sheet of labels that is chosen."""
        return stationery.label_sheet(str(self.labels.currentData()))

    @property
    def envelope_chosen(self) -> stationery.Envelope:
        """The envelope that is chosen."""
        return stationery.envelope(str(self.envelope.currentData()))

    @property
    def page(self) -> tuple[float, float]:
        """Width and height of the paper that is chosen, in millimetres."""
        return _PAPERS[str(self.paper.currentData())]

    def remember(self) -> None:
        """Keep what is chosen for the next time."""
        for setting, box in self._kept():
            self._settings.put(setting, str(box.currentData()))

    def _kept(self) -> list[tuple[declarations.Setting[str], QComboBox]]:
        return [
            (declarations.PRINT_KIND, self.kind),
            (declarations.PRINT_LABELS, self.labels),
            (declarations.PRINT_ENVELOPE, self.envelope),
            (declarations.PRINT_PAPER, self.paper),
        ]

    def _fill(self) -> None:
        for scope in self._scopes:
            count = f"  ·  {QLocale().toString(scope.count)}" if scope.count >= 0 else ""
            self.scope.addItem(f"{scope.label}{count}")
        for key, words in (
            (LABELS, self.tr("Address labels")),
            (ENVELOPES, self.tr("Envelopes")),
            (SHEETS, self.tr("A sheet for each contact")),
            (PHONES, self.tr("A list of names and numbers")),
        ):
            self.kind.addItem(words, key)
        for sheet in stationery.LABEL_SHEETS:
            size = f"{_figure(sheet.width)} × {_figure(sheet.height)} mm"  # noqa: RUF001 - the sign of sizes
            self.labels.addItem(_figures(f"{size}  ·  {sheet.count}  ·  {sheet.name}"), sheet.key)
        for one in stationery.ENVELOPES:
            size = f"{_figure(one.page[0])} × {_figure(one.page[1])} mm"  # noqa: RUF001
            self.envelope.addItem(_figures(f"{one.name}  ·  {size}"), one.key)
        self.paper.addItem("A4", "a4")
        self.paper.addItem("US Letter", "letter")
        if QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem:
            for box in (self.labels, self.envelope, self.paper):
                box.setCurrentIndex(box.count() - 1)
        for setting, box in self._kept():
            if (at := box.findData(self._settings.get(setting))) >= 0:
                box.setCurrentIndex(at)
        for box in (self.scope, self.kind, self.labels, self.envelope, self.paper):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(16)
        self.first.setMinimum(1)
        self.first.setMinimumHeight(self.kind.sizeHint().height())
        self.sender_text.setTabChangesFocus(True)
        self.sender_text.setFixedHeight(self.fontMetrics().lineSpacing() * _SENDER_LINES + theme.SPACE_16)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(theme.SPACE_4)
        for words, control, kinds in (
            (self.tr("&Whom"), self.scope, ()),
            (self.tr("&What"), self.kind, ()),
            (self.tr("&Labels"), self.labels, (LABELS,)),
            (self.tr("&First label"), self.first, (LABELS,)),
            (self.tr("&Envelope"), self.envelope, (ENVELOPES,)),
            (self.tr("&Sender, if not printed already"), self.sender_text, (ENVELOPES,)),
            (self.tr("&Paper"), self.paper, (SHEETS, PHONES)),
        ):
            caption = QLabel(words)
            caption.setProperty("tone", "muted")
            caption.setFont(theme.small(self.font()))
            caption.setBuddy(control)
            control.setAccessibleName(words.replace("&", ""))
            row = grid.rowCount()
            grid.addWidget(caption, row, 0)
            grid.addWidget(control, row + 1, 0)
            self._rows.append((caption, control, kinds))
        grid.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _on_changed(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        """Only what matters for what is printed."""
        self.first.setMaximum(self.sheet.count)
        for caption, control, kinds in self._rows:
            caption.setVisible(not kinds or self.what in kinds)
            control.setVisible(not kinds or self.what in kinds)


def _figures(text: str) -> str:
    """Names of paper and sizes, which run from left to right in every language (UAX 9)."""
    return f"\u2066{text}\u2069"


def _figure(millimetres: float) -> str:
    return QLocale().toString(float(round(millimetres, 1)), "g", 6)
