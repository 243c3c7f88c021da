"""Choosing the square of a picture that is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QSlider, QVBoxLayout, QWidget

from contactbook.ui.editor import photo_scaling
from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent

_ROOM = 360
_LEAST = 0.2
"""The smallest square, as a share of the largest."""


class CropDialog(QDialog):
    """The picture with a square on it that is moved by mouse or arrows and resized by wheel, + and -."""

    def __init__(self, parent: QWidget, image: QImage) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Cut the picture"))
        self.picture = CropView(image)
        words = QLabel(self.tr("Drag the square to the part to keep."))
        words.setProperty("tone", "muted")
        self.size_slider = QSlider(Qt.Orientation.Horizontal)
        self.size_slider.setAccessibleName(self.tr("Size of the square"))
        self.size_slider.setRange(round(_LEAST * 100), 100)
        self.size_slider.setValue(100)
        self.size_slider.valueChanged.connect(lambda value: self.picture.set_share(value / 100))
        self.picture.resized.connect(lambda share: self.size_slider.setValue(round(share * 100)))
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setProperty("kind", "quiet")
        cancel.clicked.connect(self.reject)
        take = QPushButton(self.tr("Use this"))
        take.setProperty("kind", "primary")
        take.setDefault(True)
        take.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.SPACE_24,) * 4)
        layout.setSpacing(theme.SPACE_12)
        layout.addWidget(words)
        layout.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self.size_slider)
        layout.addLayout(buttons)

    @classmethod
    def open_for(
        cls, parent: QWidget, image: QImage, on_done: Callable[[QImage, QRect], object]
    ) -> CropDialog:
        """Open for a picture; `on_done(picture, square)` is called when a square was chosen."""
        dialog = cls(parent, image)
        dialog.accepted.connect(lambda: on_done(image, dialog.picture.square))
        dialog.open()
        dialog.picture.setFocus()
        return dialog


class CropView(QWidget):
    """Draws the picture, darker outside of the square."""

    resized = Signal(float)

    def __init__(self, image: QImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = image
        shown = image.size().scaled(QSize(_ROOM, _ROOM), Qt.AspectRatioMode.KeepAspectRatio)
        self.setFixedSize(shown)
        self._scale = shown.width() / image.width()
        self._pixmap = QPixmap.fromImage(
            image.scaled(
                shown, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        )
        self._share = 1.0
        self._held = QPoint()
        self.square = photo_scaling.middle_square(image.size())
        """What is kept, in pixels of the picture."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self.setAccessibleName(self.tr("Picture with the square that is kept"))

    def set_share(self, share: float) -> None:
        """Make the square so large, as a share of the largest one, around the same middle."""
        share = min(1.0, max(_LEAST, share))
        if round(share, 3) == round(self._share, 3):
            return
        self._share = share
        side = max(1, round(min(self._image.width(), self._image.height()) * share))
        middle = self.square.center()
        self._put(QRect(middle.x() - side // 2, middle.y() - side // 2, side, side))
        self.resized.emit(share)

    def move_square(self, by: QPoint) -> None:
        """Move the square by pixels of the picture."""
        self._put(self.square.translated(by))

    def _put(self, square: QRect) -> None:
        most_x = self._image.width() - square.width()
        most_y = self._image.height() - square.height()
        square.moveTo(min(most_x, max(0, square.x())), min(most_y, max(0, square.y())))
        self.square = square
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._pixmap)
        inside = QRectF(
            self.square.x() * self._scale,
            self.square.y() * self._scale,
            self.square.width() * self._scale,
            self.square.height() * self._scale,
        )
        around = QPainterPath()
        around.addRect(QRectF(self.rect()))
        around.addRect(inside)
        tokens = theme.current()
        shade = theme.mix(tokens.text if not tokens.dark else tokens.window, tokens.surface, 0.9)
        shade.setAlphaF(0.6)
        painter.fillPath(around, shade)
        pen = painter.pen()
        pen.setColor(tokens.accent)
        pen.setWidth(2)
        painter.setPen(pen)
        painter.drawRect(inside.adjusted(1, 1, -1, -1))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        moved = at - self._held
        self._held = at
        self.move_square(QPoint(round(moved.x() / self._scale), round(moved.y() / self._scale)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.set_share(self._share + (0.05 if event.angleDelta().y() > 0 else -0.05))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        far = max(1, self._image.width() // 50)
        moves = {
            Qt.Key.Key_Left: QPoint(-far, 0),
            Qt.Key.Key_Right: QPoint(far, 0),
            Qt.Key.Key_Up: QPoint(0, -far),
            Qt.Key.Key_Down: QPoint(0, far),
        }
        key = Qt.Key(event.key())
        if key in moves:
            self.move_square(moves[key])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.set_share(self._share + (0.05 if key == Qt.Key.Key_Plus else -0.05))
        else:
            super().keyPressEvent(event)
