"""Formats, programs, encodings and delimiters as people know them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from contactbook.qtmodels.marked_text import QT_TRANSLATE_NOOP

_CONTEXT = "FormatWords"

FORMATS = {
    "vcard2.1": "vCard 2.1",
    "vcard3": "vCard 3.0",
    "vcard4": "vCard 4.0",
    "csv": QT_TRANSLATE_NOOP("FormatWords", "Table (CSV)"),
    "xlsx": QT_TRANSLATE_NOOP("FormatWords", "Excel"),
    "ods": QT_TRANSLATE_NOOP("FormatWords", "LibreOffice"),
    "ldif": "LDIF",
    "json": "JSON",
}

ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "cp1252": QT_TRANSLATE_NOOP("FormatWords", "Western European (Windows)"),
    "iso8859_1": QT_TRANSLATE_NOOP("FormatWords", "Western European (ISO)"),
    "mac_roman": QT_TRANSLATE_NOOP("FormatWords", "Western European (Mac)"),
    "cp850": QT_TRANSLATE_NOOP("FormatWords", "Western European (DOS)"),
    "cp1250": QT_TRANSLATE_NOOP("FormatWords", "Central European (Windows)"),
    "iso8859_2": QT_TRANSLATE_NOOP("FormatWords", "Central European (ISO)"),
    "cp1251": QT_TRANSLATE_NOOP("FormatWords", "Cyrillic (Windows)"),
    "koi8_r": QT_TRANSLATE_NOOP("FormatWords", "Cyrillic (KOI8)"),
    "cp1253": QT_TRANSLATE_NOOP("FormatWords", "Greek (Windows)"),
    "cp1254": QT_TRANSLATE_NOOP("FormatWords", "Turkish (Windows)"),
    "cp1255": QT_TRANSLATE_NOOP("FormatWords", "Hebrew (Windows)"),
    "cp1257": QT_TRANSLATE_NOOP("FormatWords", "Baltic (Windows)"),
    "cp932": QT_TRANSLATE_NOOP("FormatWords", "Japanese (Shift-JIS)"),
    "euc_jp": QT_TRANSLATE_NOOP("FormatWords", "Japanese (EUC)"),
    "gb18030": QT_TRANSLATE_NOOP("FormatWords", "Chinese (simplified)"),
    "big5": QT_TRANSLATE_NOOP("FormatWords", "Chinese (traditional)"),
    "cp949": QT_TRANSLATE_NOOP("FormatWords", "Korean"),
}

DELIMITERS = {
    ",": QT_TRANSLATE_NOOP("FormatWords", "Comma"),
    ";": QT_TRANSLATE_NOOP("FormatWords", "Semicolon"),
    "\t": QT_TRANSLATE_NOOP("FormatWords", "Tab"),
    "|": QT_TRANSLATE_NOOP("FormatWords", "Vertical bar"),
}


def said(words: dict[str, str], code: str) -> str:
    """A code of one of these tables in words; a code that is in none as it is."""
    return QCoreApplication.translate(_CONTEXT, words[code]) if code in words else code.upper()


def program_words(program: str) -> str:
    """The name of a program."""
    return program.replace("_", " ").title() if program.islower() else program
