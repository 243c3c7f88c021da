"""Phones and e-mails; web, chat and social addresses: rows of one line each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from contactbook.domain import emails, phones
from contactbook.domain.contact import CHAT, EMAIL, PHONE, SOCIAL, URL, ContactPoint
from contactbook.domain.service_names import service_name
from contactbook.ui.editor.add_buttons import AddButtons
from contactbook.ui.editor.label_box import LabelBox
from contactbook.ui.editor.part_list import PartList
from contactbook.ui.editor.part_row import PartRow
from contactbook.ui.editor.section_editor import SectionEditor
from contactbook.ui.widgets import theme
from contactbook.ui.widgets.spoken_labels import translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.domain.contact import Contact

WORDS = {
    PHONE: QT_TRANSLATE_NOOP("contact", "Phone"),
    EMAIL: QT_TRANSLATE_NOOP("contact", "E-mail"),
    URL: QT_TRANSLATE_NOOP("contact", "Website"),
    CHAT: QT_TRANSLATE_NOOP("contact", "Chat"),
    SOCIAL: QT_TRANSLATE_NOOP("contact", "Profile"),
}
LABELS = {
    PHONE: ("mobile", "work", "home", "work mobile", "main", "work fax", "home fax", "pager", "assistant",
            "other"),
    EMAIL: ("work", "home", "other"),
    URL: ("work", "home page", "blog", "home", "other"),
    CHAT: ("work", "home", "other"),
    SOCIAL: ("work", "home", "other"),
}  # fmt: skip
"""What is offered first; every other label can be typed."""
SERVICES = ("signal", "whatsapp", "telegram", "threema", "matrix", "skype", "teams", "discord", "jabber")
NETWORKS = ("linkedin", "mastodon", "facebook", "instagram", "x", "xing", "github", "youtube", "bluesky")
FEWEST_DIGITS = 3
"""Shorter numbers are still being typed, or are an extension; nothing is said of them."""


class PointRow(PartRow):
    """One e-mail address, phone number or other point; chats and profiles name their service too."""

    next_wanted = Signal()
    """Enter was pressed: one more of these."""

    def __init__(self, kind: str, region: str, parent: QWidget | None = None) -> None:
        name = translated(str(WORDS[kind]))
        super().__init__(
            name,
            LabelBox(LABELS[kind], _tr("Label of %1").replace("%1", name)),
            can_prefer=True,
            parent=parent,
        )
        self._kind, self.region = kind, region
        self._before = ContactPoint(kind, "")
        self.service: LabelBox | None = None
        if kind in (CHAT, SOCIAL):
            self.service = LabelBox((), _tr("Service"))
            offered = SERVICES if kind == CHAT else NETWORKS
            self.service.set_words([(each, service_name(each)) for each in offered])
            self.service.edited.connect(self._on_changed)
            line = self.service.lineEdit()
            assert line is not None
            line.setPlaceholderText(_tr("Service"))
            assert self.label is not None
            self.label.hide()
            self.beside.addWidget(self.service)
        self.value = QLineEdit()
        self.value.setAccessibleName(name)
        self.value.setPlaceholderText(name)
        if kind != CHAT:
            self.value.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        hints = {
            PHONE: Qt.InputMethodHint.ImhDialableCharactersOnly,
            EMAIL: Qt.InputMethodHint.ImhEmailCharactersOnly,
        }
        self.value.setInputMethodHints(hints.get(kind, Qt.InputMethodHint.ImhNone))
        self.value.textEdited.connect(lambda _text: self._on_changed())
        self.value.returnPressed.connect(self.next_wanted)
        self.beside.addWidget(self.value, 1)

    def show_part(self, part: ContactPoint) -> None:
        self._before = part
        self.value.setText(part.value)
        self.value.setCursorPosition(0)
        if self.label is not None:
            self.label.show_word(part.label)
        if self.service is not None:
            self.service.show_word(part.service)
            assert self.label is not None
            self.label.setVisible(bool(part.label))
            self.service.setVisible(bool(part.service) or not part.label)

    def part(self) -> ContactPoint | None:
        text = self.value.text()
        if not text.strip():
            return None
        before = self._before
        value = before.value if text == before.value.replace("\n", " ") else text.strip()
        assert self.label is not None
        return replace(
            before,
            value=value,
            label=self.label.word,
            preferred=self.preferred,
            service=self.service.word if self.service is not None else before.service,
        )

    def doubt(self) -> str:
        text = self.value.text().strip()
        if self._kind == EMAIL and text:
            return _email_doubt(text)
        if self._kind == PHONE and sum(map(str.isdigit, text)) > FEWEST_DIGITS:
            return _phone_doubt(text, self.region)
        return ""

    def follow_region(self, region: str) -> None:
        """Read numbers without a plus sign as they are dialled in this country from now on."""
        self.region = region
        self.say_doubt()

    def take_focus(self) -> None:
        self.value.setFocus(Qt.FocusReason.OtherFocusReason)


class PointSection(SectionEditor):
    """Rows of some kinds of contact points, one kind under the other."""

    region_changed = Signal(str)
    """Where numbers without a plus sign are dialled now: an ISO code, "" when nobody knows."""

    def __init__(self, title: str, kinds: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.lists = {kind: PartList(lambda kind=kind: self._row(kind)) for kind in kinds}
        self.region = ""
        for points in self.lists.values():
            self.layout_rows(points)
            points.changed.connect(self.changed)
        self.add = AddButtons([(kind, translated(str(WORDS[kind]))) for kind in kinds])
        self.add.wanted.connect(self._on_add)
        self.layout_widget(self.add, outdent=theme.SPACE_4)

    def show_contact(self, contact: Contact) -> None:
        for kind, points in self.lists.items():
            points.show_parts(contact.points_of(kind))

    def set_region(self, region: str) -> None:
        """Tell in which country numbers without a plus sign are dialled."""
        if region != self.region:
            self.region = region
            self.region_changed.emit(region)

    def write_into(self, contact: Contact) -> None:
        for kind, points in self.lists.items():
            contact.points = with_kind(contact.points, kind, points.parts())

    def doubts(self) -> list[str]:
        return [doubt for points in self.lists.values() for doubt in points.doubts()]

    def focus_on(self, attribute: str, index: int) -> bool:
        for kind, points in self.lists.items():
            if attribute == kind:
                if not points.take_focus(index):
                    self._on_add(kind)
                return True
        return False

    def _row(self, kind: str) -> PointRow:
        row = PointRow(kind, self.region)
        self.region_changed.connect(row.follow_region)
        row.next_wanted.connect(lambda: self._on_add(kind))
        return row

    def _on_add(self, kind: str) -> None:
        rows = self.lists[kind].rows
        row = rows[-1] if rows and rows[-1].part() is None else self.lists[kind].add(ContactPoint(kind, ""))
        row.take_focus()


class ReachSection(PointSection):
    """How a contact is reached at once; a new one has a line for each ready."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translated("Phone and e-mail"), (PHONE, EMAIL), parent)

    def show_contact(self, contact: Contact) -> None:
        super().show_contact(contact)
        for kind, points in self.lists.items():
            if not contact.id and not points.rows:
                points.add(ContactPoint(kind, ""))


class WebSection(PointSection):
    """Where a contact is found in the net."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translated("Web and chat"), (URL, CHAT, SOCIAL), parent)


def with_kind(points: Sequence[ContactPoint], kind: str, new: Sequence[ContactPoint]) -> list[ContactPoint]:
    """The points with those of one kind replaced, where they stood; further ones follow the last of them."""
    waiting = list(new)
    result: list[ContactPoint] = []
    last = max((at for at, point in enumerate(points) if point.kind == kind), default=len(points) - 1)
    for at, point in enumerate(points):
        if point.kind != kind:
            result.append(point)
        elif waiting:
            result.append(waiting.pop(0))
        if at == last:
            result += waiting
            waiting = []
    return result + waiting


def _email_doubt(text: str) -> str:
    if "@" not in text:
        return _tr("An e-mail address has an @.")
    return "" if emails.is_address(emails.bare(text)) else _tr("This does not look like an e-mail address.")


def _phone_doubt(text: str, region: str) -> str:
    words = {
        "impossible": _tr("There is no such phone number."),
        "unused": _tr("This number is not in use in its country."),
    }
    return words.get(phones.fault(text, region), "")


def _tr(text: str) -> str:
    return QCoreApplication.translate("editor", text)
