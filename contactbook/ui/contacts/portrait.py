"""The picture of the contact in the pane: a small one at once, a large one read and decoded beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from contactbook.qtmodels import contact_reads
from contactbook.ui.editor import photo_scaling
from contactbook.ui.tasks import Job

if TYPE_CHECKING:
    from collections.abc import Iterable

    from contactbook.domain.contact import Contact, Photo
    from contactbook.domain.names import NameStyle
    from contactbook.ui.book_session import BookSession


def picture_of(photos: Iterable[Photo], side: int, largest: int = contact_reads.LARGE) -> QImage:
    """The first picture that can be read, no larger than it is drawn; a null image where there is none.

    Args:
        photos: of a contact.
        side: pixels of the square in which it is drawn.
        largest: bytes of a picture that is looked at.
    """
    for photo in photos:
        image = photo_scaling.image_of(photo.data, side) if 0 < len(photo.data) <= largest else QImage()
        if not image.isNull():
            return image
    return QImage()


class Head(Protocol):
    """Where the picture is shown."""

    @property
    def picture_side(self) -> int: ...
    def show_picture(self, contact: Contact, picture: QImage, style: NameStyle) -> None: ...


class Portrait(QObject):
    """Brings the large picture of whoever is shown to the head, once it is decoded."""

    def __init__(self, session: BookSession, head: Head, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._head = head
        self._job: Job[QImage] | None = None

    def follow(self, contact: Contact) -> None:
        """Read the large pictures of a contact whose head has been filled."""
        self.forget()
        missing = [photo for photo in contact.photos if not photo.url and not photo.data]
        if not missing and all(len(photo.data) <= contact_reads.LARGE for photo in contact.photos):
            return
        book, side = self._session.book, self._head.picture_side
        style = contact_reads.name_style(book)

        def work(job: Job[QImage]) -> QImage:
            found = contact_reads.contact_of(book, contact.id) if missing else contact
            stop = found is None or job.is_cancelled()
            return (
                QImage()
                if found is None or stop
                else picture_of(found.photos, side, photo_scaling.LARGEST_FILE)
            )

        def show(picture: QImage) -> None:
            if self._job is job:
                self._job = None
                self._head.show_picture(contact, picture, style)

        job = self._job = Job(work, self, on_done=show, on_problem=lambda _: None)
        self._session.tasks.start(job)

    def forget(self) -> None:
        """Nobody waits for a picture any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
