"""A small organisation chart: the people of a company under whom they report to, who decides marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from contactbook.domain.contact import PERSON
from contactbook.ui.widgets import avatar, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QContextMenuEvent, QPaintEvent, QResizeEvent

    from contactbook.actions.companies import Person

INDENT, SIDE = 32, 32
"""Pixels from one rank to the next, and of a picture."""


@dataclass(frozen=True, slots=True)
class Place:
    """A person's place in the chart: how deep, and the line of the one above (-1: nobody here)."""

    person: Person
    depth: int
    above: int


def places(people: Sequence[Person]) -> list[Place]:
    """Everybody once, those who report to somebody right under them; a circle is broken at its first."""
    here = {one.id: one for one in people}
    below: dict[int, list[Person]] = {}
    for one in here.values():
        above = one.parent_id if one.parent_id in here and one.parent_id != one.id else None
        below.setdefault(above or 0, []).append(one)
    made: list[Place] = []
    seen: set[int] = set()

    def add(one: Person, depth: int, above: int) -> None:
        if one.id in seen:
            return
        seen.add(one.id)
        line = len(made)
        made.append(Place(one, depth, above))
        for each in below.get(one.id, []):
            add(each, depth + 1, line)

    for one in below.get(0, []):
        add(one, 0, -1)
    for one in here.values():  # only circles are left
        add(one, 0, -1)
    return made


class OrganizationChart(QWidget):
    """Walked with the arrow keys: up and down, to the one above, to the first one below.

    Enter opens a person, the menu key says whom they report to.
    """

    opened = Signal(object)
    """The id of a person."""
    reports_wanted = Signal(object)
    """Somebody is to be placed under somebody else: the id of the person."""
    walked = Signal(QWidget)
    """The card that has the keyboard now, to be scrolled to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Organisation chart"))
        self._places: list[Place] = []
        self._cards: list[_Card] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_people(self, people: Sequence[Person]) -> None:
        """Draws these people; the one with the keyboard keeps it."""
        focused = next((card.place.person.id for card in self._cards if card.hasFocus()), 0)
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._places = places(people)
        self._cards = []
        for line, place in enumerate(self._places):
            card = _Card(place, self._above(place), self)
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if line == 0 else Qt.FocusPolicy.ClickFocus)
            card.clicked.connect(lambda _on=False, one=place.person.id: self.opened.emit(one))
            card.menu_wanted.connect(self.reports_wanted)
            card.show()
            self._cards.append(card)
            if place.person.id == focused:
                card.setFocus()
        self.updateGeometry()
        self._lay_out()

    def focus(self, line: int) -> None:
        """Gives the keyboard to the card of a line, if there is one."""
        if 0 <= line < len(self._cards):
            self._cards[line].setFocus(Qt.FocusReason.TabFocusReason)
            self.walked.emit(self._cards[line])

    def _above(self, place: Place) -> str:
        return self._places[place.above].person.name if place.above >= 0 else ""

    def _row(self) -> int:
        lines = QFontMetrics(self.font()).height() + QFontMetrics(theme.small(self.font())).height()
        return max(SIDE, lines) + theme.SPACE_16

    def _lay_out(self) -> None:
        row, indent = self._row(), theme.scaled(INDENT, self.font())
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for line, card in enumerate(self._cards):
            left = min(card.place.depth * indent, max(0, self.width() - theme.scaled(160, self.font())))
            width = max(60, min(self.width() - left, theme.scaled(360, self.font())))
            at = self.width() - left - width if rtl else left
            card.setGeometry(at, line * (row + theme.SPACE_8), width, row)
        self.update()

    def sizeHint(self) -> QSize:
        rows = max(1, len(self._places))
        return QSize(theme.scaled(420, self.font()), rows * (self._row() + theme.SPACE_8))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines from each card to the one above."""
        painter = QPainter(self)
        painter.setPen(QPen(theme.current().line_strong, 1))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for card in self._cards:
            if card.place.above < 0:
                continue
            above = self._cards[card.place.above].geometry()
            mine = card.geometry()
            x = above.right() - theme.SPACE_16 if rtl else above.left() + theme.SPACE_16
            y = mine.center().y()
            painter.drawLine(QPoint(x, above.bottom()), QPoint(x, y))
            painter.drawLine(QPoint(x, y), QPoint(mine.right() if rtl else mine.left(), y))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = self.focusWidget()
        line = next((at for at, card in enumerate(self._cards) if card is chosen), -1)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        key = event.key()
        if rtl and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            key = Qt.Key.Key_Right if key == Qt.Key.Key_Left else Qt.Key.Key_Left
        below = next((at for at, place in enumerate(self._places) if place.above == line), line)
        target = {
            Qt.Key.Key_Up: line - 1,
            Qt.Key.Key_Down: line + 1,
            Qt.Key.Key_Left: self._places[line].above if line >= 0 else -1,
            Qt.Key.Key_Right: below,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._cards) - 1,
        }.get(Qt.Key(key))
        if target is None:
            super().keyPressEvent(event)
        else:
            self.focus(target)


class _Card(QAbstractButton):
    menu_wanted = Signal(object)

    def __init__(self, place: Place, above: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.place = place
        one = place.person
        self.setText(one.name)
        decides = self.tr("decides") if one.decision_maker else ""
        job = ", ".join(part for part in (one.job_title, one.department) if part)
        self._job = " · ".join(part for part in (job, decides) if part)
        told = [one.name, job, decides]
        told.append(self.tr("reports to %1").replace("%1", above) if above else "")
        self.setAccessibleName(", ".join(part for part in told if part))
        self.setToolTip(self.accessibleName())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        one = self.place.person
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        focused = self.hasFocus()
        painter.setPen(QPen(tokens.accent, 2) if focused else QPen(tokens.line, 1))
        painter.setBrush(tokens.hover if self.underMouse() else tokens.surface)
        painter.drawRoundedRect(ground, theme.RADIUS_CARD, theme.RADIUS_CARD)
        inside = ground.adjusted(theme.SPACE_12, 0, -theme.SPACE_12, 0)
        left = inside.right() - SIDE if rtl else inside.left()
        face = QRectF(left, ground.center().y() - SIDE / 2, SIDE, SIDE)
        avatar.paint(painter, face, name=one.name, kind=PERSON, contact_id=one.id)
        gap = SIDE + theme.SPACE_12
        words = inside.adjusted(0, 0, -gap, 0) if rtl else inside.adjusted(gap, 0, 0, 0)
        name_font, small = theme.strong(self.font()), theme.small(self.font())
        heights = QFontMetrics(name_font).height(), QFontMetrics(small).height() if self._job else 0
        top = ground.center().y() - sum(heights) / 2
        start = theme.leading(self)
        for text, font, colour, y, height in (
            (one.name, name_font, tokens.text, top, heights[0]),
            (self._job, small, tokens.muted, top + heights[0], heights[1]),
        ):
            painter.setFont(font)
            painter.setPen(colour)
            fitted = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(words.width()))
            painter.drawText(QRectF(words.left(), y, words.width(), height), start, fitted)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (
            Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home,
            Qt.Key.Key_End,
        ):  # fmt: skip
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(self.place.person.id)
