"""The middle of the window: the list, or a place that stands there for some entries of the sidebar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

if TYPE_CHECKING:
    from contactbook.ui.contacts.list_page import ListPage
    from contactbook.ui.contacts.place import Place


class Middle(QStackedWidget):
    """Shows one of them at a time."""

    def __init__(self, page: ListPage) -> None:
        super().__init__()
        self._page = page
        self.places: dict[str, Place] = {}
        self.addWidget(page)

    def add_place(self, key: str, place: Place) -> None:
        """Shows this instead of the list while the sidebar's entry of that key is chosen."""
        self.places[key] = place
        self.addWidget(place)

    def show_place(self, key: str) -> bool:
        """Whether a place stands for this entry, which it shows then; otherwise the list is shown."""
        place = self.places.get(key)
        self.setCurrentWidget(place or self._page)
        if place is not None:
            place.refresh()
        return place is not None

    def focus_shown(self) -> None:
        """Gives the keyboard to what is shown."""
        shown = next((place for place in self.places.values() if place is self.currentWidget()), self._page)
        shown.focus_list()
