"""What a column can become, in words: the list that is offered, and what is said of a single column."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from contactbook.qtmodels.marked_text import QT_TRANSLATE_NOOP
from contactbook.ui.importing import entry_target_words
from contactbook.ui.widgets.spoken_labels import standard_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contactbook.actions.import_mappings import Column

_CONTEXT = "ImportTargets"
SKIP = "skip"


class Offer(NamedTuple):
    """What a column can become: its spec (see `actions.import_mappings`), place, words, synonyms."""

    spec: str
    place: str
    words: str
    also: str = ""


_NAME = QT_TRANSLATE_NOOP("ImportTargets", "Name")
_WORK = QT_TRANSLATE_NOOP("ImportTargets", "Company")
_REACH = QT_TRANSLATE_NOOP("ImportTargets", "Phone and e-mail")
_PLACE = QT_TRANSLATE_NOOP("ImportTargets", "Address")
_DATES = QT_TRANSLATE_NOOP("ImportTargets", "Dates and people")
_OTHER = QT_TRANSLATE_NOOP("ImportTargets", "Other")

_WORDS: dict[str, tuple[str, str]] = {
    "full_name": (_NAME, QT_TRANSLATE_NOOP("ImportTargets", "Full name, taken apart")),
    "full_name.family_first": (
        _NAME,
        QT_TRANSLATE_NOOP("ImportTargets", "Full name, last name first"),
    ),
    "given": (_NAME, QT_TRANSLATE_NOOP("ImportTargets", "First name")),
    "middle": (_NAME, QT_TRANSLATE_NOOP("ImportTargets", "Middle name")),
    "family": (_NAME, QT_TRANSLATE_NOOP("ImportTargets", "Last name")),
    "prefix": (_NAME, QT_TRANSLATE_NOOP("ImportTargets", "Title before the name")),
    "suffix": (_NAME, QT_TRANSLATE_NOOP("ImportTargets", "Suffix after the name")),
    "nickname": (_NAME, QT_TRANSLATE_NOOP("ImportTargets", "Nickname")),
    "initials": (_NAME, QT_TRANSLATE_NOOP("ImportTargets", "Initials")),
    "phonetic_given": (_NAME, QT_TRANSLATE_NOOP("ImportTargets", "First name as spoken")),
    "phonetic_middle": (_NAME, QT_TRANSLATE_NOOP("ImportTargets", "Middle name as spoken")),
    "phonetic_family": (_NAME, QT_TRANSLATE_NOOP("ImportTargets", "Last name as spoken")),
    "file_as": (_NAME, QT_TRANSLATE_NOOP("ImportTargets", "File as")),
    "organization": (_WORK, QT_TRANSLATE_NOOP("ImportTargets", "Company")),
    "department": (_WORK, QT_TRANSLATE_NOOP("ImportTargets", "Department")),
    "job_title": (_WORK, QT_TRANSLATE_NOOP("ImportTargets", "Job title")),
    "role": (_WORK, QT_TRANSLATE_NOOP("ImportTargets", "Role")),
    "organization.name": (_WORK, QT_TRANSLATE_NOOP("ImportTargets", "Further company")),
    "organization.department": (_WORK, QT_TRANSLATE_NOOP("ImportTargets", "Department there")),
    "organization.title": (_WORK, QT_TRANSLATE_NOOP("ImportTargets", "Job title there")),
    "organization.role": (_WORK, QT_TRANSLATE_NOOP("ImportTargets", "Role there")),
    "email": (_REACH, QT_TRANSLATE_NOOP("ImportTargets", "E-mail")),
    "email.label": (_REACH, QT_TRANSLATE_NOOP("ImportTargets", "Label of an e-mail")),
    "email.type": (_REACH, QT_TRANSLATE_NOOP("ImportTargets", "Kind of e-mail address")),
    "email.name": (_REACH, QT_TRANSLATE_NOOP("ImportTargets", "Name shown with an e-mail")),
    "phone": (_REACH, QT_TRANSLATE_NOOP("ImportTargets", "Phone")),
    "phone.label": (_REACH, QT_TRANSLATE_NOOP("ImportTargets", "Label of a phone")),
    "phone.preferred": (_REACH, QT_TRANSLATE_NOOP("ImportTargets", "Which phone comes first")),
    "url": (_REACH, QT_TRANSLATE_NOOP("ImportTargets", "Web address")),
    "url.label": (_REACH, QT_TRANSLATE_NOOP("ImportTargets", "Label of a web address")),
    "chat": (_REACH, QT_TRANSLATE_NOOP("ImportTargets", "Chat")),
    "chat.label": (_REACH, QT_TRANSLATE_NOOP("ImportTargets", "Label of a chat")),
    "chat.service": (_REACH, QT_TRANSLATE_NOOP("ImportTargets", "Service of a chat")),
    "social": (_REACH, QT_TRANSLATE_NOOP("ImportTargets", "Social profile")),
    "address.line": (_PLACE, QT_TRANSLATE_NOOP("ImportTargets", "Whole address, taken apart")),
    "address.formatted": (_PLACE, QT_TRANSLATE_NOOP("ImportTargets", "Whole address, as it stands")),
    "address.street": (_PLACE, QT_TRANSLATE_NOOP("ImportTargets", "Street")),
    "address.house": (_PLACE, QT_TRANSLATE_NOOP("ImportTargets", "House number")),
    "address.street2": (_PLACE, QT_TRANSLATE_NOOP("ImportTargets", "Street, second line")),
    "address.street3": (_PLACE, QT_TRANSLATE_NOOP("ImportTargets", "Street, third line")),
    "address.extended": (_PLACE, QT_TRANSLATE_NOOP("ImportTargets", "Flat, floor, building")),
    "address.po_box": (_PLACE, QT_TRANSLATE_NOOP("ImportTargets", "Post office box")),
    "address.postal_code": (_PLACE, QT_TRANSLATE_NOOP("ImportTargets", "Postal code")),
    "address.locality": (_PLACE, QT_TRANSLATE_NOOP("ImportTargets", "City")),
    "address.region": (_PLACE, QT_TRANSLATE_NOOP("ImportTargets", "State or region")),
    "address.country": (_PLACE, QT_TRANSLATE_NOOP("ImportTargets", "Country")),
    "address.country_code": (_PLACE, QT_TRANSLATE_NOOP("ImportTargets", "Country code")),
    "address.label": (_PLACE, QT_TRANSLATE_NOOP("ImportTargets", "Label of an address")),
    "date": (_DATES, QT_TRANSLATE_NOOP("ImportTargets", "Date")),
    "date.label": (_DATES, QT_TRANSLATE_NOOP("ImportTargets", "Label of a date")),
    "date.year": (_DATES, QT_TRANSLATE_NOOP("ImportTargets", "Year of a date")),
    "date.month": (_DATES, QT_TRANSLATE_NOOP("ImportTargets", "Month of a date")),
    "date.day": (_DATES, QT_TRANSLATE_NOOP("ImportTargets", "Day of a date")),
    "relation": (_DATES, QT_TRANSLATE_NOOP("ImportTargets", "Related person")),
    "relation.label": (_DATES, QT_TRANSLATE_NOOP("ImportTargets", "How a person is related")),
    "relation.uid": (_DATES, QT_TRANSLATE_NOOP("ImportTargets", "ID of a related person")),
    "note": (_OTHER, QT_TRANSLATE_NOOP("ImportTargets", "Note")),
    "tags": (_OTHER, QT_TRANSLATE_NOOP("ImportTargets", "Tags")),
    "field": (_OTHER, QT_TRANSLATE_NOOP("ImportTargets", "Field of its own")),
    "field.label": (_OTHER, QT_TRANSLATE_NOOP("ImportTargets", "Name of a field")),
    "photo": (_OTHER, QT_TRANSLATE_NOOP("ImportTargets", "Photo (address on the web)")),
    "uid": (_OTHER, QT_TRANSLATE_NOOP("ImportTargets", "ID in the other program")),
    "starred": (_OTHER, QT_TRANSLATE_NOOP("ImportTargets", "Star")),
    "gender": (_OTHER, QT_TRANSLATE_NOOP("ImportTargets", "Gender")),
    "language": (_OTHER, QT_TRANSLATE_NOOP("ImportTargets", "Language")),
    "kind": (_OTHER, QT_TRANSLATE_NOOP("ImportTargets", "Person or company")),
    SKIP: (_OTHER, QT_TRANSLATE_NOOP("ImportTargets", "Leave out")),
}
"""By target: its group and its words. What is not here is said as it is written."""

_ALSO = {
    "given": QT_TRANSLATE_NOOP("ImportTargets", "given name"),
    "family": QT_TRANSLATE_NOOP("ImportTargets", "surname family name"),
    "organization": QT_TRANSLATE_NOOP("ImportTargets", "organisation organization employer"),
    "job_title": QT_TRANSLATE_NOOP("ImportTargets", "position"),
    "phone": QT_TRANSLATE_NOOP("ImportTargets", "telephone cell"),
    "url": QT_TRANSLATE_NOOP("ImportTargets", "website homepage url"),
    "address.postal_code": QT_TRANSLATE_NOOP("ImportTargets", "zip postcode"),
    "address.locality": QT_TRANSLATE_NOOP("ImportTargets", "town place"),
    "note": QT_TRANSLATE_NOOP("ImportTargets", "comment remark"),
    "tags": QT_TRANSLATE_NOOP("ImportTargets", "category group keyword"),
    "field": QT_TRANSLATE_NOOP("ImportTargets", "custom field"),
    SKIP: QT_TRANSLATE_NOOP("ImportTargets", "skip ignore drop do not import"),
}
"""Other words that people type when they look for a target."""

_LABELLED = {
    "email": ("work", "home", "other"),
    "phone": ("mobile", "work", "home", "work fax", "main", "other"),
    "address": ("work", "home", "other"),
    "date": ("birthday", "anniversary"),
    "relation": ("spouse", "assistant", "manager", "child"),
}


_FIRST = {
    "organization.name": "organization",
    "organization.department": "department",
    "organization.title": "job_title",
    "organization.role": "role",
}


def words_of(target: str, label: str = "") -> str:
    """A target in words: "Phone (mobile)", "Birthday"."""
    if target == "date" and label:
        return standard_label(label)
    if target not in _WORDS:
        return entry_target_words.target_words(target) if target in entry_target_words.TARGETS else target
    text = QCoreApplication.translate(_CONTEXT, _WORDS[target][1])
    return f"{text} ({standard_label(label).lower()})" if label else text


def column_words(column: Column) -> str:
    """What a column becomes, in words; a field of its own carries the name of the heading.

    The first of numbered companies is the contact's own.
    """
    if column.target == "field":
        kept = QCoreApplication.translate(_CONTEXT, "Field “%1”")
        return kept.replace("%1", column.label or column.heading)
    return words_of(
        _FIRST.get(column.target, column.target) if column.group == "1" else column.target, column.label
    )


def offers(*, entries: bool = False) -> Iterator[Offer]:
    """Everything that a column can become, the usual labels of repeated things each by themselves.

    `entries`: the column of a table of entries.
    """
    if entries:
        for target in entry_target_words.TARGETS:
            place = entry_target_words.place_words(target)
            yield Offer(target, place, entry_target_words.target_words(target), _also(target))
        return
    for target, (place, _words) in _WORDS.items():
        group = QCoreApplication.translate(_CONTEXT, place)
        labels = _LABELLED.get(target.split(".", maxsplit=1)[0], ()) if not target.endswith("label") else ()
        if target != "date" or not labels:
            yield Offer(target, group, words_of(target), _also(target))
        if target.startswith("address.") or target in _LABELLED:
            for label in labels:
                yield Offer(f"{target}:{label}", group, words_of(target, label))


def _also(target: str) -> str:
    return QCoreApplication.translate(_CONTEXT, _ALSO[target]) if target in _ALSO else ""
