"""Labels of phones, dates and relations as people read them: our own words translated, free text as it is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def translated(text: str) -> str:
    """Words about a contact in the person's language."""
    return QCoreApplication.translate("contact", text)


def standard_label(label: str) -> str:
    """A label for people's eyes: our own words translated and capitalised, free text as it is."""
    return translated(label[:1].upper() + label[1:]) if label else ""
