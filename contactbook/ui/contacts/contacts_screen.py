"""The main screen: sidebar, list and contact side by side; in a narrow window the contact is below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from contactbook.qtmodels.sidebar_model import NOTHING
from contactbook.settings import declarations
from contactbook.ui.contacts.contact_pane import ContactPane
from contactbook.ui.contacts.field_columns import FieldColumns
from contactbook.ui.contacts.list_news import ListNews
from contactbook.ui.contacts.list_page import ListPage
from contactbook.ui.contacts.middle import Middle
from contactbook.ui.contacts.sidebar import Sidebar
from contactbook.ui.contacts.sidebar_counts import SidebarCounts
from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QResizeEvent

    from contactbook.qtmodels.sidebar_model import Entry
    from contactbook.settings.computer import ComputerSettings
    from contactbook.ui.book_session import BookSession

INTO_PANE_MS = 60
"""Milliseconds until the pane, which waits for the selection to rest, shows the contact that was opened."""
LIST_LEAST, PANE_LEAST, SIDEBAR_LEAST = 300, 280, 150


class ContactsScreen(QWidget):
    """Follows one session: fills when a book opens, empties at once when it closes."""

    view_changed = Signal()
    """Another part of the book is listed."""

    def __init__(
        self, session: BookSession, settings: ComputerSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._wide_pane = True
        self.sidebar = Sidebar()
        self.page = ListPage()
        self.pane = ContactPane(session)
        self.middle = Middle(self.page)
        self._content = QSplitter(Qt.Orientation.Horizontal)
        self._outer = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._counts = SidebarCounts(session, self.sidebar)
        self._news = ListNews(session, self.page)
        self._news.taken.connect(lambda: self._counts.renew(self.page.table.total))
        self.sidebar.view_chosen.connect(self._on_view_chosen)
        self.page.contact_shown.connect(self.pane.show_contact)
        self.page.contact_opened.connect(self._on_opened)
        self.page.sorted_by.connect(self._on_sorted)
        self.page.view.header.columns_changed.connect(self._on_columns_changed)
        self.pane.tag_clicked.connect(self._on_tag_clicked)
        self._into_pane = QTimer(self, singleShot=True, interval=INTO_PANE_MS)
        self._into_pane.timeout.connect(self.pane.take_focus)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.pane, self._on_escape)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        QShortcut(QKeySequence(Qt.Key.Key_F6), self, self._focus_next_part)
        FieldColumns(session, self.page, settings)
        session.opened.connect(self._on_book_opened)
        session.closing.connect(self._on_closing)
        session.changed.connect(self._news.take)

    def show_sidebar(self, shown: bool) -> None:
        """Shows or hides the sidebar."""
        self.sidebar.setVisible(shown)
        self._settings.put(declarations.SIDEBAR_SHOWN, shown)

    def show_pane(self, shown: bool) -> None:
        """Shows or hides the contact beside the list."""
        self.pane.setVisible(shown)
        self._settings.put(declarations.PANE_SHOWN, shown)

    def show_cards(self, shown: bool) -> None:
        """Shows the contacts as cards, or as a list."""
        self.page.show_cards(shown)
        self._settings.put(declarations.CARDS_SHOWN, shown)

    def set_compact(self, compact: bool) -> None:
        """Low rows or comfortable ones."""
        self.page.view.set_compact(compact)
        self._settings.put(declarations.DENSITY, "compact" if compact else "comfortable")

    def open_contact(self, contact_id: int) -> None:
        """Goes into a contact: the pane is shown if it was hidden, and takes the keyboard."""
        self.pane.show_contact(contact_id)
        self.pane.setVisible(True)
        self._into_pane.start()

    def step_past(self, contact_ids: Sequence[int]) -> None:
        """Selects the contact after these, before they leave the list."""
        table = self.page.table
        rows = table.rows_of(set(contact_ids))
        if not rows:
            return
        gone = set(rows)
        after = next((row for row in range(rows[0], table.rowCount()) if row not in gone), rows[0] - 1)
        if after >= 0:
            self.page.view.go_to_row(after)

    def show_contacts(self, contact_ids: Collection[int]) -> None:
        """Selects these contacts; where the search or the view hides them, everybody is listed first."""
        if not self.page.table.rows_of(contact_ids):
            self.page.search.clear()
            if not self.page.table.rows_of(contact_ids):
                self.sidebar.choose("all")
        self.page.view.selected.set_ids(contact_ids)

    def remember(self) -> None:
        """Notes the sizes of the parts, while they have any: behind the door nothing is laid out."""
        if not self.isVisible():
            return
        self._settings.put(declarations.OUTER_SIZES, tuple(self._outer.sizes()))
        if self._wide_pane:
            self._settings.put(declarations.CONTENT_SIZES, tuple(self._content.sizes()))

    def _lay_out(self) -> None:
        for splitter in (self._outer, self._content):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        self._content.addWidget(self.middle)
        self._content.addWidget(self.pane)
        self._content.setStretchFactor(0, 1)
        self._outer.addWidget(self.sidebar)
        self._outer.addWidget(self._content)
        self._outer.setStretchFactor(1, 1)
        self.sidebar.setMinimumWidth(theme.scaled(SIDEBAR_LEAST, self.font()))
        self.middle.setMinimumWidth(LIST_LEAST)
        self.pane.setMinimumWidth(PANE_LEAST)
        side, pane = (
            theme.scaled(theme.SIDEBAR_WIDTH, self.font()),
            theme.scaled(theme.PANE_WIDTH, self.font()),
        )
        self._outer.setSizes(list(self._settings.get(declarations.OUTER_SIZES)) or [side, 1060])
        self._content.setSizes(list(self._settings.get(declarations.CONTENT_SIZES)) or [640, pane])
        self.sidebar.setVisible(self._settings.get(declarations.SIDEBAR_SHOWN))
        self.pane.setVisible(self._settings.get(declarations.PANE_SHOWN))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._outer)
        header = self.page.view.header
        header.set_layout_of(self._settings.get(declarations.COLUMNS))
        self.page.view.set_compact(self._settings.get(declarations.DENSITY) == "compact")
        self.page.show_cards(self._settings.get(declarations.CARDS_SHOWN))

    def _fold(self) -> None:
        """Contact beside the list where there is room for it, below the list where there is not."""
        wide = self.width() >= theme.scaled(theme.FOLD_WIDTH, self.font())
        if wide == self._wide_pane:
            return
        if not wide:
            self._settings.put(declarations.CONTENT_SIZES, tuple(self._content.sizes()))
        self._wide_pane = wide
        self._content.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
        if wide:
            pane = theme.scaled(theme.PANE_WIDTH, self.font())
            sizes = list(self._settings.get(declarations.CONTENT_SIZES))
            self._content.setSizes(sizes or [max(LIST_LEAST, self.width() - pane), pane])
        else:
            self._content.setSizes([self.height() * 11 // 20, self.height() * 9 // 20])

    def _on_book_opened(self) -> None:
        self.page.open_reader(self._session.reader)
        self.sidebar.show_counts(NOTHING)
        self._counts.begin(self.page.table.total)
        self.page.focus_list()

    def _on_closing(self) -> None:
        """Nothing of the book stays on the screen."""
        self.remember()
        self._counts.forget()
        self._news.forget()
        self.pane.show_contact(None)
        self.page.open(None)
        self.sidebar.forget()

    def _on_view_chosen(self, entry: Entry) -> None:
        if self.middle.show_place(entry.key):
            self.view_changed.emit()
            return
        sort, descending = self._settings.get(declarations.SORTS).get(_sort_key(entry), ("name", False))
        self.page.show_entry(entry, sort=sort, descending=descending)
        self.view_changed.emit()

    def _on_sorted(self, sort: str, descending: bool) -> None:
        entry = self.sidebar.entry
        if entry is not None:
            sorts = self._settings.get(declarations.SORTS) | {_sort_key(entry): (sort, descending)}
            self._settings.put(declarations.SORTS, sorts)

    def _on_columns_changed(self) -> None:
        self._settings.put(declarations.COLUMNS, tuple(self.page.view.header.layout_of()))

    def _on_opened(self, contact_id: int) -> None:
        self.open_contact(contact_id)
        self.page.focus_list()

    def _on_escape(self) -> None:
        """Out of a form first, then back to the list."""
        if self.pane.is_covered:
            self.pane.escaped.emit()
        else:
            self.middle.focus_shown()

    def _focus_next_part(self) -> None:
        """Search, list, contact, sidebar, and round again."""
        parts = [(self.page.search, self.page.search.take_focus), (self.page.shown, self.page.focus_list)]
        parts += [(place, place.focus_list) for place in self.middle.places.values()]
        parts += [(self.pane, self.pane.take_focus), (self.sidebar, self.sidebar.list.setFocus)]
        here = self.window().focusWidget()
        at = next((at for at, (part, _) in enumerate(parts) if part is here or part.isAncestorOf(here)), -1)
        for step in range(1, len(parts) + 1):
            part, focus = parts[(at + step) % len(parts)]
            if part.isVisible():
                focus()
                if part.isAncestorOf(self.window().focusWidget()) or part.hasFocus():
                    return

    def _on_tag_clicked(self, name: str) -> None:
        for entry in self.sidebar.entries:
            if entry.view is not None and entry.view.kind == "tag" and entry.label == name:
                self.sidebar.choose(entry.key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fold()


def _sort_key(entry: Entry) -> str:
    """Tags share an order, and so do imports: their ids belong to one book, not into a setting."""
    return entry.key.partition(":")[0]
