"""The middle of the window: search on top, the list with its letters, what to do with a selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from contactbook.qtmodels.contact_table import ContactTable
from contactbook.qtmodels.marked_text import QT_TRANSLATE_NOOP
from contactbook.qtmodels.row_source import StoreRows
from contactbook.ui.contacts.card_view import CardView
from contactbook.ui.contacts.contact_list_view import ContactListView
from contactbook.ui.contacts.letter_strip import LetterStrip
from contactbook.ui.contacts.list_title import ListTitle
from contactbook.ui.contacts.search_field import SearchField
from contactbook.ui.contacts.selection_bar import SelectionBar
from contactbook.ui.segments.query_row import QueryRow
from contactbook.ui.widgets import icons, theme
from contactbook.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from contactbook.domain.changes import Changes
    from contactbook.qtmodels.row_source import RowSource
    from contactbook.qtmodels.sidebar_model import Entry

BEST_MS = 180
"""Milliseconds without a key after which the first match of a search is shown in the pane."""


class ListPage(QWidget):
    """Lists one part of the book; hears of changes through `refresh`, says whom the person is looking at."""

    contact_shown = Signal(object)
    """The contact that the pane should show; None for none or several."""
    contact_opened = Signal(object)
    """The contact to go into: Enter or a double click."""
    sorted_by = Signal(str, bool)
    """Somebody sorted: the store's name of the order, and whether backwards."""
    new_wanted = Signal()
    import_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.table = ContactTable(self)
        self.cards = CardView(self.table)  # before the list, which mends the selection after every reset
        self.view = ContactListView(self.table)
        self.cards.setSelectionModel(self.view.selectionModel())
        self.search = SearchField()
        self.query_row = QueryRow()
        self.selection_bar = SelectionBar()
        self.strip = LetterStrip(self.table)
        self.empty = EmptyState()
        self.top_row = QHBoxLayout()
        self.title = ListTitle()
        self._entry: Entry | None = None
        self._best_soon = QTimer(self, singleShot=True, interval=BEST_MS)
        self._lay_out()
        self._connect()

    def open(self, source: RowSource | None) -> None:
        """Lists a book from now on (None: nothing at all)."""
        self.search.forget()
        self.query_row.show_text("")
        self._entry = None
        self.table.open(source)

    def open_reader(self, reader: object) -> None:
        """Lists the book of a store reader."""
        self.open(StoreRows(reader))

    def show_entry(self, entry: Entry, *, sort: str = "", descending: bool = False) -> None:
        """Lists another part of the book; the search is kept, so that one can look for it elsewhere."""
        if entry.view is None:
            return
        self._entry = entry
        self.table.show(entry.view, sort=sort, descending=descending, text=self.search.text())
        self._show_sorting()

    def refresh(self, changes: Changes) -> None:
        """Takes in what an action changed."""
        self.table.refresh(changes)

    def sort_by(self, sort: str, *, descending: bool) -> None:
        """Sorts by the store's name of an order, as if its heading had been clicked."""
        self.table.sort_by(sort, descending=descending)
        self._show_sorting()
        self.sorted_by.emit(sort, descending)

    @property
    def shown(self) -> ContactListView | CardView:
        """The way in which the contacts are shown now; selection and order are the same in both."""
        return self.view if self.cards.isHidden() else self.cards

    def show_cards(self, cards: bool) -> None:
        """Shows the contacts as cards, or as a list."""
        had_focus, here = self.shown.hasFocus(), self.view.currentIndex()
        self.view.setHidden(cards)
        self.cards.setVisible(cards)
        if here.isValid():
            self.shown.scrollTo(here)
        if had_focus:
            self.shown.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_scrolled()

    def focus_list(self) -> None:
        """Puts the keyboard into the list, on the first contact when there was none; or on what to do."""
        if not self.table.rowCount() and self.empty.take_focus():
            return
        nobody = not self.view.currentIndex().isValid()  # Qt makes the first current with the focus
        self.shown.setFocus(Qt.FocusReason.OtherFocusReason)
        if nobody:
            self.view.go_to_row(0)

    def _lay_out(self) -> None:
        self.top_row.setContentsMargins(theme.SPACE_16, theme.SPACE_12, theme.SPACE_16, theme.SPACE_8)
        self.top_row.setSpacing(theme.SPACE_8)
        self.top_row.addWidget(self.search, 1)
        self.new_button = QPushButton(icons.icon("add", "on_accent"), self.tr("New"))
        self.new_button.setProperty("kind", "primary")
        self.new_button.setAutoDefault(True)
        self.new_button.setAccessibleName(self.tr("New contact"))
        self.new_button.clicked.connect(self.new_wanted)
        self.top_row.addWidget(self.new_button)
        line = QHBoxLayout()
        line.setContentsMargins(theme.SPACE_16, 0, theme.SPACE_16, theme.SPACE_4)
        line.setSpacing(theme.SPACE_8)
        line.addWidget(self.title)
        rows = QWidget()
        beside = QHBoxLayout(rows)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.view, 1)
        beside.addWidget(self.cards, 1)
        self.cards.hide()
        beside.addWidget(self.strip)
        self._pages = QStackedWidget()
        self._pages.addWidget(rows)
        self._pages.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self.top_row)
        layout.addWidget(self.query_row)
        layout.addLayout(line)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.selection_bar)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_searched)
        self.query_row.text_wanted.connect(self.search.setText)
        self._best_soon.timeout.connect(self._on_search_rests)
        self.search.down_pressed.connect(self.focus_list)
        self.search.open_pressed.connect(self._on_open_first)
        self.search.left.connect(self.focus_list)
        for shown in (self.view, self.cards):
            shown.left_upwards.connect(self.search.take_focus)
            shown.opened.connect(self.contact_opened)
            shown.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.view.current_changed.connect(self._on_current)
        self.view.selected.changed.connect(self._on_selected)
        self.view.header.sort_wanted.connect(
            lambda column, backwards: self.sort_by(self.table.columns[column].sort, descending=backwards)
        )
        self.strip.row_wanted.connect(lambda row: self.shown.show_at_top(row))
        self.table.listed.connect(self._on_listed)

    def _show_sorting(self) -> None:
        sort, descending = self.table.sorting
        column = next((at for at, column in enumerate(self.table.columns) if column.sort == sort), -1)
        if column >= 0:
            self.view.header.show_sorting(column, backwards=descending)

    def _on_searched(self, text: str) -> None:
        self.query_row.show_text(text)
        self.table.search(text)
        if text.strip():
            self._best_soon.start()
        else:
            self._best_soon.stop()

    def _on_search_rests(self) -> None:
        """When the typing pauses, the first match is in hand: the pane shows it, Enter opens it."""
        if self.search.hasFocus():
            self.view.go_to_row(0)

    def _on_open_first(self) -> None:
        """Enter in the search field opens the contact in hand if it is still listed, or the first."""
        if self._best_soon.isActive() or not self.view.current_id():
            self._best_soon.stop()
            self.view.go_to_row(0)
        if self.view.current_id():
            self.contact_opened.emit(self.view.current_id())

    def _on_current(self, contact_id: int) -> None:
        self.contact_shown.emit(contact_id or None)

    def _on_selected(self, count: int) -> None:
        self.selection_bar.show_count(count)

    def _on_scrolled(self) -> None:
        self.strip.show_place(self.shown.top_row())

    def _on_listed(self) -> None:
        count, total = self.table.rowCount(), self.table.total
        locale = QLocale()
        if self.table.text.strip():
            said = (
                self.tr("%1 of %2")
                .replace("%1", locale.toString(count))
                .replace("%2", locale.toString(total))
            )
        else:
            said = locale.toString(total)
        self.title.say(self._entry.label if self._entry else "", said if self._entry else "")
        had_focus = self.empty.isAncestorOf(self.window().focusWidget() or self)
        self._pages.setCurrentIndex(0 if count else 1)
        if not count:
            self._say_why_empty()
        elif had_focus:
            self.focus_list()
        self._on_scrolled()

    def _say_why_empty(self) -> None:
        kind = self._entry.key.partition(":")[0] if self._entry else ""
        if self.table.text.strip():
            self.empty.say(
                "search",
                self.tr("Nobody matches “%1”").replace("%1", self.table.text.strip()),
                self.tr(
                    "Any part of a name, company, e-mail address, phone number, place or tag finds a contact."
                ),
                [(self.tr("Clear the search"), self.search.clear)],
            )
        elif kind == "all":
            self.empty.say(
                "address_book",
                self.tr("Nobody here yet"),
                self.tr("Drop a vCard, CSV or Excel file anywhere on this window, or choose one."),
                [
                    (self.tr("Import files …"), self.import_wanted.emit),
                    (self.tr("Try the sample contacts"), self.sample_wanted.emit),
                ],
            )
        else:
            icon, title, text = _WHY_EMPTY.get(kind, ("all", "Nobody here", ""))
            self.empty.say(icon, self.tr(title), self.tr(text))


_WHY_EMPTY = {
    "people": (
        "person",
        QT_TRANSLATE_NOOP("ListPage", "No people yet"),
        QT_TRANSLATE_NOOP("ListPage", "Import a file, and the people in it appear here."),
    ),
    "companies": (
        "company",
        QT_TRANSLATE_NOOP("ListPage", "No companies yet"),
        QT_TRANSLATE_NOOP("ListPage", "Contacts that have a company name but no personal name appear here."),
    ),
    "starred": (
        "star",
        QT_TRANSLATE_NOOP("ListPage", "Nobody is starred"),
        QT_TRANSLATE_NOOP("ListPage", "Select contacts and press Ctrl+D to keep them at hand here."),
    ),
    "segment": (
        "filter",
        QT_TRANSLATE_NOOP("ListPage", "Nobody is in this segment now"),
        QT_TRANSLATE_NOOP("ListPage", "Everybody that its search finds appears here. F2 changes the search."),
    ),
    "tag": (
        "tag",
        QT_TRANSLATE_NOOP("ListPage", "Nobody has this tag"),
        QT_TRANSLATE_NOOP("ListPage", "Select contacts and press Ctrl+T to tag them."),
    ),
    "import": (
        "import",
        QT_TRANSLATE_NOOP("ListPage", "Nobody is left of this import"),
        QT_TRANSLATE_NOOP("ListPage", "Its contacts were undone, moved to the trash, or merged."),
    ),
    "trash": (
        "trash",
        QT_TRANSLATE_NOOP("ListPage", "The trash is empty"),
        QT_TRANSLATE_NOOP("ListPage", "Contacts that you delete wait here, and can be brought back."),
    ),
}
