"""The picture of a contact in the form: chosen from a file, pasted or dropped, cut square, taken away."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMenu, QWidget

from contactbook.ui.editor import photo_scaling
from contactbook.ui.widgets import avatar, icons, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent

    from contactbook.domain.contact import Contact, Photo

SIDE = 72


class PhotoEditor(QAbstractButton):
    """A button that shows the picture; pressing it asks what to do. Nothing is ever fetched from the web."""

    changed = Signal()
    failed = Signal(str)
    """What came was no picture; carries the words for it."""
    details_wanted = Signal()
    """Every picture with its label shall be seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photos: list[Photo] = []
        self._name, self._kind, self._contact_id = "", "", 0
        self._drawn: QPixmap | None = None
        self.setFixedSize(QSize(SIDE, SIDE))
        self.setAcceptDrops(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(self.tr("Picture"))
        self.setToolTip(self.tr("Picture: choose a file, paste, or drop one here"))
        self.clicked.connect(self._on_clicked)

    def show_contact(self, contact: Contact) -> None:
        """Show the pictures of this contact."""
        self._photos = list(contact.photos)
        self._contact_id = contact.id
        self.show_name(contact.full_name or contact.organization, contact.kind)
        self._draw()

    def show_name(self, name: str, kind: str) -> None:
        """Whose initials stand there without a picture."""
        self._name, self._kind = name, kind
        self.update()

    def take_photos(self, photos: Sequence[Photo]) -> None:
        """Hold these, the first one shown, as if they had been there before."""
        self._photos = list(photos)
        self._draw()

    @property
    def photos(self) -> list[Photo]:
        """The pictures as they now are."""
        return list(self._photos)

    def take_image(self, image: QImage) -> None:
        """Make a picture the one that is shown, cut square where it is not."""
        if image.isNull():
            self.failed.emit(self.tr("This is no picture that can be read."))
            return
        if image.width() == image.height():
            self._put(photo_scaling.photo_of(image))
            return
        from contactbook.ui.editor.crop_dialog import CropDialog

        CropDialog.open_for(self.window(), image, self._put_square)

    def take_file(self, path: Path) -> None:
        """Make the picture in a file the one that is shown; a square one goes in as it is."""
        self.take_image(photo_scaling.image_in_file(path))

    def remove(self) -> None:
        """Take the picture away that is shown; one behind it comes up."""
        if self._photos:
            del self._photos[0]
            self._draw()
            self.changed.emit()

    def paste(self) -> None:
        """Take the picture on the clipboard."""
        self._take_data(QGuiApplication.clipboard().mimeData())

    def _put_square(self, image: QImage, square: object) -> None:
        self._put(photo_scaling.photo_of(image, square))  # type: ignore[arg-type]

    def _put(self, photo: Photo) -> None:
        label = self._photos[0].label if self._photos else ""
        self._photos[:1] = [replace(photo, label=label)]
        self._draw()
        self.changed.emit()

    def _draw(self) -> None:
        self._drawn = None
        side = round(SIDE * self.devicePixelRatioF())
        for photo in self._photos:
            image = photo_scaling.image_of(photo.data, side)
            if not image.isNull():
                self._drawn = QPixmap.fromImage(image)
                break
        self.update()

    def _on_clicked(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icons.icon("folder"), self.tr("Choose a file …"), self.choose_file)
        paste = menu.addAction(icons.icon("copy"), self.tr("Paste"), self.paste)
        data = QGuiApplication.clipboard().mimeData()
        paste.setEnabled(data is not None and (data.hasImage() or data.hasUrls()))
        remove = menu.addAction(icons.icon("trash"), self.tr("Remove"), self.remove)
        remove.setEnabled(bool(self._photos))
        menu.addSeparator()
        menu.addAction(icons.icon("edit"), self.tr("Labels and further pictures"), self.details_wanted.emit)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def choose_file(self) -> None:
        """Ask for a file."""
        dialog = QFileDialog(self.window(), self.tr("Choose a picture"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Pictures") + " (*.jpg *.jpeg *.png *.webp *.gif *.bmp *.heic)", "*"])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.take_file(Path(name)))
        dialog.open()

    def _take_data(self, data: QMimeData | None) -> None:
        if data is None:
            return
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if files:
            self.take_file(Path(files[0]))
        elif data.hasImage():
            self.take_image(QImage(data.imageData()))
        else:
            self.failed.emit(self.tr("There is no picture on the clipboard."))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = theme.current()
        rect = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        avatar.paint(
            painter, rect, name=self._name, kind=self._kind, contact_id=self._contact_id, photo=self._drawn
        )
        badge = QRectF(rect.right() - 22, rect.bottom() - 22, 22, 22)
        painter.setPen(tokens.line_strong)
        painter.setBrush(tokens.surface)
        painter.drawEllipse(badge)
        icons.paint(painter, badge.adjusted(4, 4, -4, -4), "camera", tokens.text)
        if self.hasFocus():
            pen = painter.pen()
            pen.setColor(tokens.accent)
            pen.setWidth(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.RADIUS_CARD, theme.RADIUS_CARD
            )
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if data.hasImage() or any(url.isLocalFile() for url in data.urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._take_data(event.mimeData())
