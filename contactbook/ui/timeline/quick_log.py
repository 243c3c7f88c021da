"""Quick log: a panel over the window that takes one entry after the other, without a mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from contactbook.actions import logging, timelines
from contactbook.ui.timeline.entry_form import EntryForm
from contactbook.ui.timeline.people_field import PeopleField
from contactbook.ui.widgets import theme
from contactbook.wording.speech import say_number

if TYPE_CHECKING:
    from contactbook.domain.changes import Changes
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.timeline.entry_draft import Draft

WIDTH = 520


class QuickLog(QFrame):
    """Opens with the contact in hand chosen and the keyboard in the text; Ctrl+Enter logs and stays open."""

    written = Signal(object)
    """`Changes` of an entry that was logged."""

    def __init__(self, session: BookSession, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._count = 0
        self._before: QWidget | None = None
        self.setProperty("card", "true")
        self.setAccessibleName(self.tr("Quick log"))
        self.who = PeopleField()
        self.form = EntryForm()
        self._told = QLabel()
        self._told.setProperty("tone", "success")
        title = QLabel(self.tr("Quick log"))
        title.setFont(theme.heading(self.font()))
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._told)
        self.form.cancel.setText(self.tr("Close"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE_16, theme.SPACE_12, theme.SPACE_16, theme.SPACE_16)
        layout.setSpacing(theme.SPACE_8)
        layout.addLayout(head)
        layout.addWidget(self.who)
        layout.addWidget(self.form)
        self.form.submitted.connect(self._submit)
        self.form.left.connect(self.leave)
        self.who.finished.connect(self._into_text)
        self.who.changed.connect(self._place)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self.who, self.form.submit).setContext(
                Qt.ShortcutContext.WidgetWithChildrenShortcut
            )
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self.who, self.leave).setContext(
            Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        window.installEventFilter(self)
        session.closing.connect(self._forget)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)
        self.hide()

    def open_for(self, people: dict[int, str], kind: str = "") -> None:
        """Opens the panel about these people (by id, with their names); `kind` chooses the kind of entry."""
        if not self._session.is_open or self._session.book.read_only:
            return
        if self.isHidden():
            self._before = self.window().focusWidget()
            self._count = 0
            self._told.clear()
        self.form.set_kinds(logging.own_kinds(self._session.book))
        if kind:
            self.form.choose_kind(kind)
        self.who.open(self._session.reader, people)
        self.show()
        self.raise_()
        self._place()
        if people:
            self._into_text()
        else:
            self.who.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Closes the panel; what was typed stays for the next time, until the book closes."""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """The keyboard went elsewhere in the window: the panel would only stand in the way."""
        if new is None or self.isHidden() or self.isAncestorOf(new) or new.window() is not self.window():
            return
        self._before = None
        self.hide()

    def _into_text(self) -> None:
        self.form.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _submit(self, draft: Draft) -> None:
        people = self.who.ids
        if not people:
            self.who.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self._told.setText(self.tr("Who was it?"))
            return
        draft.entry.contacts = people
        self._session.write(
            logging.log, draft.entry, follow_up=draft.follow_up, files=draft.files, owner=self,
            on_done=self._on_written,
        )  # fmt: skip

    def _on_written(self, changes: Changes) -> None:
        self._count += 1
        self._told.setText(say_number(self._count, "1 entry logged", "{n} entries logged"))
        self.form.clear()
        self.who.open(self._session.reader, {})
        self.who.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._place()
        self.written.emit(changes)

    def _forget(self) -> None:
        """Nothing of the book stays in the panel."""
        self.hide()
        self._before = None
        self.form.clear()
        self.who.forget()
        self._told.clear()

    def names_of(self, contact_ids: list[int]) -> dict[int, str]:
        """What these contacts are called, for `open_for`."""
        return timelines.names(self._session.book, contact_ids)

    def _place(self) -> None:
        """In the upper middle of the window, as the command palette."""
        window = self.window()
        width = min(theme.scaled(WIDTH, self.font()), window.width() - theme.SPACE_32)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((window.width() - width) // 2, max(theme.SPACE_24, window.height() // 10))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False
