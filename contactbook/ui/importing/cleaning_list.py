"""The cleaning rules of a table: a switch each, how many cells it changes, and one of them as an example."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from contactbook.ui.tasks import Job
from contactbook.ui.widgets import theme
from contactbook.wording.speech import say_number

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.actions.import_cleaning import CleaningPreview
    from contactbook.actions.import_options import ImportOptions
    from contactbook.ui.tasks import Tasks

_SOON_MS = 250
_SHOWN = 60


class CleaningList(QWidget):
    """Looks through the rows on a thread of its own whenever the mapping has changed."""

    switched = Signal(str, bool)
    """The name of a rule (see `actions.import_cleaning`), and whether it is on."""

    offered = Signal(int)
    """How many rules are off that would change something."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._wanted: tuple[list[Path], ImportOptions] | None = None
        self._job: Job[Any] | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._look)
        self.boxes: dict[str, QCheckBox] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.SPACE_16)
        self._grid.setVerticalSpacing(theme.SPACE_8)
        self._grid.setColumnStretch(1, 1)
        self._nothing = QLabel(self.tr("Nothing needs cleaning."))
        self._nothing.setProperty("tone", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._grid)
        layout.addWidget(self._nothing)
        self._nothing.hide()

    def look(self, paths: list[Path], options: ImportOptions) -> None:
        """Show soon what the rules would do to these files."""
        self._wanted = (paths, options)
        self._soon.start()

    def stop(self) -> None:
        """Nobody wants to know any more."""
        self._soon.stop()
        self._wanted = None
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _look(self) -> None:
        if self._wanted is None:
            return
        if self._job is not None:
            self._job.cancel()
        paths, options = self._wanted

        def work(job: Job[Any]) -> list[CleaningPreview]:
            from contactbook.actions.import_cleaning import preview_cleaning

            return preview_cleaning(paths, options, cancelled=job.is_cancelled)

        job: Job[Any] = Job(work=work, owner=self)
        job.on_done = lambda found: self._show(found) if job is self._job else None
        job.on_problem = lambda _problem: None  # the list of files says what is wrong with one
        self._job = job
        self._tasks.start(job)

    def _show(self, found: list[CleaningPreview]) -> None:
        self._job = None
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self.boxes.clear()
        shown = [one for one in found if one.count]
        for row, one in enumerate(shown):
            self._add(row, one)
        self._nothing.setVisible(not shown)
        self.offered.emit(sum(not one.on for one in shown))

    def _add(self, row: int, one: CleaningPreview) -> None:
        words = self._words(one.rule)
        count = say_number(one.count, "1 cell", "{n} cells")
        example = QLabel(_example(one))
        example.setProperty("tone", "muted")
        example.setTextFormat(Qt.TextFormat.PlainText)
        example.setToolTip(
            "\n".join(f"{each.heading}, {each.line}: {each.before} → {each.after}" for each in one.examples)
        )
        first: QWidget
        if one.rule in _ALWAYS:
            first = QLabel(f"{words}  ({count})")
        else:
            first = box = QCheckBox(f"{words}  ({count})")
            box.setChecked(one.on)
            box.toggled.connect(lambda on, rule=one.rule: self.switched.emit(rule, on))
            self.boxes[one.rule] = box
        self._grid.addWidget(first, row, 0)
        self._grid.addWidget(example, row, 1)

    def _words(self, rule: str) -> str:
        words = {
            "trim": self.tr("Take off blanks at both ends"),
            "fillers": self.tr("Leave out n/a, - and the like"),
            "entities": self.tr("Turn web codes such as &amp; into letters").replace("&", "&&"),
            "mend": self.tr("Repair text that was encoded twice"),
            "unprotect": self.tr("Take off the signs that protect formulas in Excel"),
            "shouted": self.tr("Write NAMES IN CAPITALS as usual"),
            "emails": self.tr("Take off what surrounds e-mail addresses"),
            "zeros": self.tr("Give postal codes their first zeros back"),
            "numbers": self.tr("Numbers that a spreadsheet spoiled"),
            "phones": self.tr("Phone numbers, as they are compared"),
        }
        return words.get(rule, rule)


_ALWAYS = ("numbers", "phones")


def _example(one: CleaningPreview) -> str:
    if not one.examples:
        return ""
    first = one.examples[0]
    before, after = (" ".join(text.split()) if text.strip() else text for text in (first.before, first.after))
    if one.rule == "trim":
        before, after = first.before.replace(" ", "␣"), first.after
    if one.rule == "fillers":
        before, after = ", ".join(dict.fromkeys(each.before for each in one.examples)), "␣"
    text = f"{before} → {after}" if after else f"{before} → ?"
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]} …"
