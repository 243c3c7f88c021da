"""What the types of fields, their conditions and their warnings are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from contactbook.domain import field_values, fields, numbers
from contactbook.domain.contact import COMPANY, PERSON
from contactbook.domain.field_definition import TAG_PREFIX, FieldDefinition
from contactbook.qtmodels.marked_text import QT_TRANSLATE_NOOP
from contactbook.ui.widgets import spoken_dates

TYPE_WORDS = {
    fields.TEXT: (QT_TRANSLATE_NOOP("Fields", "Text"), "edit"),
    fields.LONG_TEXT: (QT_TRANSLATE_NOOP("Fields", "Long text"), "note"),
    fields.NUMBER: (QT_TRANSLATE_NOOP("Fields", "Number"), "hash"),
    fields.MONEY: (QT_TRANSLATE_NOOP("Fields", "Money"), "card"),
    fields.DATE: (QT_TRANSLATE_NOOP("Fields", "Date"), "calendar"),
    fields.YES_NO: (QT_TRANSLATE_NOOP("Fields", "Yes or no"), "check"),
    fields.CHOICE: (QT_TRANSLATE_NOOP("Fields", "Choice"), "done"),
    fields.CHOICES: (QT_TRANSLATE_NOOP("Fields", "Several choices"), "select_all"),
    fields.URL: (QT_TRANSLATE_NOOP("Fields", "Web address"), "globe"),
    fields.EMAIL: (QT_TRANSLATE_NOOP("Fields", "E-mail"), "email"),
    fields.PHONE: (QT_TRANSLATE_NOOP("Fields", "Phone"), "phone"),
    fields.CONTACT: (QT_TRANSLATE_NOOP("Fields", "Link to a contact"), "person"),
    fields.RATING: (QT_TRANSLATE_NOOP("Fields", "Rating"), "star"),
}
"""By type: what it is called, and its icon."""

_WARNINGS = {
    "not_a_number": QT_TRANSLATE_NOOP("Fields", "This is not a number."),
    "not_an_amount": QT_TRANSLATE_NOOP("Fields", "This is not an amount of money."),
    "not_a_date": QT_TRANSLATE_NOOP("Fields", "This is not a date, or it can be read in two ways."),
    "not_yes_or_no": QT_TRANSLATE_NOOP("Fields", "This is neither yes nor no."),
    "not_a_choice": QT_TRANSLATE_NOOP("Fields", "This is none of the choices."),
    "not_a_web_address": QT_TRANSLATE_NOOP("Fields", "This is not a web address."),
    "not_an_email": QT_TRANSLATE_NOOP("Fields", "This is not an e-mail address."),
    "not_a_phone": QT_TRANSLATE_NOOP("Fields", "This is not a phone number."),
    "not_a_rating": QT_TRANSLATE_NOOP("Fields", "This is not a rating."),
    "not_linked": QT_TRANSLATE_NOOP("Fields", "Not linked: choose a contact from the list."),
    "too_small": QT_TRANSLATE_NOOP("Fields", "Less than the field allows."),
    "too_large": QT_TRANSLATE_NOOP("Fields", "More than the field allows."),
    "too_short": QT_TRANSLATE_NOOP("Fields", "Shorter than the field asks for."),
    "too_long": QT_TRANSLATE_NOOP("Fields", "Longer than the field allows."),
    "missing": QT_TRANSLATE_NOOP("Fields", "Something is missing here."),
}


def translated(text: str) -> str:
    """A text of this table in the language in force."""
    return QCoreApplication.translate("Fields", text)


def type_name(kind: str) -> str:
    """What a type is called."""
    return translated(TYPE_WORDS[kind][0])


def warning_words(definition: FieldDefinition, value: str) -> str:
    """What is wrong with a value, in words; "" for nothing."""
    code = field_values.warning(definition, value)
    return translated(_WARNINGS[code]) if code else ""


def shown_for_words(shown_for: str) -> str:
    """For whom something is shown, in words; "" for everyone."""
    if shown_for == PERSON:
        return translated("people")
    if shown_for == COMPANY:
        return translated("companies")
    return "#" + shown_for.removeprefix(TAG_PREFIX) if shown_for.startswith(TAG_PREFIX) else ""


def spoken_value(definition: FieldDefinition, value: str) -> str:
    """A stored value as people of this place write it."""
    if definition.type == fields.CONTACT:
        return field_values.link(value)[0]
    if field_values.parse(definition, value) is None:
        return value
    match definition.type:
        case fields.NUMBER:
            return local_number(value)
        case fields.MONEY:
            amount, code = numbers.split_money(value)
            return f"{local_number(amount)} {code}".strip()
        case fields.DATE:
            return spoken_dates.day(field_values.plain(definition, value))
        case fields.YES_NO:
            yes = field_values.parse(definition, value) == field_values.YES
            return translated("Yes") if yes else translated("No")
        case fields.RATING:
            stars = int(field_values.plain(definition, value))
            return "\N{BLACK STAR}" * stars + "\N{WHITE STAR}" * (definition.stars - stars)
        case _:
            return value


def local_number(plain: str) -> str:
    """A plain number with the decimal mark of the place, every digit kept."""
    return plain.replace(".", QLocale().decimalPoint())
