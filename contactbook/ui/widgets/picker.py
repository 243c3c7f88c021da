"""One line to type in and a list that narrows: behind the command palette and behind choosing a tag."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from contactbook.domain.folding import fold, tokens
from contactbook.ui.widgets import icons, theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WIDTH, ROWS = 560, 9
NOWHERE = QModelIndex()
ChoiceRole = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Choice:
    """One line: what it says, a hint at its end (a shortcut, a count), where it belongs, what it does.

    `also` are other words by which it is found, which are not shown.
    """

    label: str
    do: Callable[[], object]
    hint: str = ""
    place: str = ""
    icon: QIcon | str = ""
    also: str = ""


class Picker(QDialog):
    """Type, arrow, Enter. `create` makes an extra line out of a text that is not among the choices."""

    def __init__(
        self,
        parent: QWidget,
        choices: Sequence[Choice],
        *,
        prompt: str,
        create: Callable[[str], Choice] | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(prompt)
        self.setProperty("surface", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._choices = list(choices)
        self._create = create
        self._model = _ChoiceModel(self)
        self.line = QLineEdit()
        self.line.setPlaceholderText(prompt)
        self.line.setAccessibleName(prompt)
        self.line.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.line.textChanged.connect(self._narrow)
        self.line.installEventFilter(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(_ChoiceDelegate(self.list))
        self.list.setAccessibleName(self.tr("Choices"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.clicked.connect(lambda _index: self._take())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE_8, theme.SPACE_8, theme.SPACE_8, theme.SPACE_8)
        layout.setSpacing(theme.SPACE_8)
        self.nothing = QLabel(self.tr("Nothing is called that."))
        self.nothing.setProperty("tone", "muted")
        self.nothing.setContentsMargins(theme.SPACE_8, 0, theme.SPACE_8, 0)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        layout.addWidget(self.nothing)
        self._narrow("")

    def show_over(self, window: QWidget) -> None:
        """Opens in the upper middle of a window, with the keyboard in the line."""
        width = min(theme.scaled(WIDTH, self.font()), window.width() - theme.SPACE_32)
        self.resize(width, self.sizeHint().height())
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(
            corner.x() + (window.width() - width) // 2, corner.y() + max(theme.SPACE_24, window.height() // 9)
        )
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def found(self, text: str) -> list[Choice]:
        """The lines that fit a text, the best first."""
        words = tokens(text)
        found = [(score, at) for at, each in enumerate(self._choices) if (score := _score(each, words)) >= 0]
        return [self._choices[at] for _score_, at in sorted(found)]

    def _narrow(self, text: str) -> None:
        choices = self.found(text)
        wanted = text.strip()
        if (
            self._create is not None
            and wanted
            and not any(fold(each.label) == fold(wanted) for each in choices)
        ):
            choices.append(self._create(wanted))
        self._model.show(choices)
        if choices:
            self.list.setCurrentIndex(self._model.index(0))
        rows = max(1, min(ROWS, len(choices)))
        self.list.setFixedHeight(rows * _row_height(QFontMetrics(self.font())) + 2)
        self.nothing.setFixedHeight(self.list.height())
        self.list.setVisible(bool(choices))
        self.nothing.setHidden(bool(choices))
        self.resize(self.width(), self.sizeHint().height())

    def _take(self) -> None:
        """Closes first: what is done may open a window of its own."""
        choice = self._model.choice(self.list.currentIndex().row())
        self.close()
        if choice is not None:
            choice.do()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
                self.list.event(event)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        return False

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, self.line.sizeHint().height() + self.list.height() + 3 * theme.SPACE_8)


def _score(choice: Choice, words: Sequence[str]) -> int:
    """How well a line fits: 0 best, -1 not at all. Every word must begin a word of it, or stand within it."""
    label = fold(choice.label)
    whole = f"{label} {fold(choice.place)} {fold(choice.also)}"
    starts = tokens(whole)
    score = 0
    for word in words:
        if label.startswith(word):
            continue
        if any(start.startswith(word) for start in starts):
            score += 1
        elif word in whole:
            score += 3
        else:
            return -1
    return score


def _row_height(metrics: QFontMetrics) -> int:
    return max(32, metrics.height() + theme.SPACE_16)


class _ChoiceModel(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._choices: list[Choice] = []

    def show(self, choices: list[Choice]) -> None:
        """Lists these."""
        self.beginResetModel()
        self._choices = choices
        self.endResetModel()

    def choice(self, row: int) -> Choice | None:
        """The line in a row; None outside of the list."""
        return self._choices[row] if 0 <= row < len(self._choices) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._choices)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if not index.isValid() or index.row() >= len(self._choices):
            return None
        choice = self._choices[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{choice.label} {choice.hint}".strip()
        return {Qt.ItemDataRole.DisplayRole: choice.label, ChoiceRole: choice}.get(role)


class _ChoiceDelegate(QStyledItemDelegate):
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        choice: Choice | None = index.data(ChoiceRole)
        if choice is None:
            return
        drawn = theme.current()
        rect: QRect = option.rect
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(drawn.soft_accent if chosen else drawn.hover)
            painter.drawRoundedRect(QRectF(rect), theme.RADIUS_FIELD, theme.RADIUS_FIELD)
        side = theme.scaled(theme.ICON_SMALL, option.font)
        inside = rect.adjusted(theme.SPACE_8, 0, -theme.SPACE_8, 0)
        left = inside.right() - side if mirrored else inside.left()
        square = QRect(left, inside.center().y() - side // 2, side, side)
        if isinstance(choice.icon, QIcon):
            choice.icon.paint(painter, square)
        elif choice.icon:
            icons.paint(painter, QRectF(square), choice.icon, drawn.muted)
        gap = side + theme.SPACE_12
        words = inside.adjusted(0, 0, -gap, 0) if mirrored else inside.adjusted(gap, 0, 0, 0)
        end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        start = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(drawn.muted)
        painter.setFont(theme.small(option.font))
        hint = choice.hint or choice.place
        painter.drawText(words, end, hint)
        taken = QFontMetrics(painter.font()).horizontalAdvance(hint) + theme.SPACE_12
        words = words.adjusted(taken, 0, 0, 0) if mirrored else words.adjusted(0, 0, -taken, 0)
        painter.setPen(drawn.text)
        painter.setFont(option.font)
        fitted = QFontMetrics(option.font).elidedText(
            choice.label, Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, start, fitted)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, _row_height(QFontMetrics(option.font)))
