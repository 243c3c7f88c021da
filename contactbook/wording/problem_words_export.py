"""Problems with writing and restoring what leaves the book, in words."""

from __future__ import annotations

from typing import Final

EXPORT_PROBLEMS: Final[dict[str, tuple[str, str, str]]] = {
    "export.option_not_for_format": (
        "The option “{option}” does not go with the format {format}.",
        "Other programs want their tables as they are; only tables of our own can be shaped.",
        "Leave the option out, or choose csv or xlsx.",
    ),
    "export.no_such_column": (
        "There is no column “{name}”.",
        "Columns can be about: {choices}.",
        "Correct the name.",
    ),
    "export.no_such_delimiter": (
        "“{value}” cannot stand between cells.",
        "It can be: {choices}.",
        "Choose one of them.",
    ),
    "export.too_many_rows": (
        "One sheet cannot hold that many contacts.",
        "Excel opens no more than 1,048,575 rows under the heading.",
        "Choose CSV, or export parts of the book one after the other.",
    ),
    "output.disk_full": (
        "What was found could not be written down.",
        "The drive that the output goes to is full.",
        "Make room there, or send the output to another drive, and run the command again.",
    ),
    "print.no_printer": (
        "The printer does not answer.",
        "It is switched off or not connected, or the system does not know it any more.",
        "Look at the printer and print again, or save a PDF and print that.",
    ),
    "print.not_drawn": (
        "The pages could not be drawn.",
        "What draws them did not run: {reason}",
        "Write a text (.txt) or a table (.csv) instead, or export the pages from the window.",
    ),
    "archive.damaged": (
        "The archive “{file}” is not whole.",
        "Something in it was changed or is missing, or it is no archive of a book.",
        "Take another copy, or export the archive once more.",
    ),
    "archive.newer": (
        "The archive “{file}” was written by a newer version of Contactbook.",
        "It holds things that this version does not know.",
        "Install the newer version and restore it with that.",
    ),
    "archive.book_not_empty": (
        "The archive can only be restored into an empty book.",
        "It brings its own history, which cannot be joined with that of another book.",
        "Make a new book and import the archive there.",
    ),
    "archive.not_alone": (
        "The archive “{file}” cannot be imported together with other files.",
        "It is a whole book and goes into an empty one.",
        "Import it alone, and the other files afterwards.",
    ),
    "archive.hash_differs": (
        "The archive does not hold what it says.",
        "Something in it was changed after it was written.",
        "Take another copy, or export the archive once more.",
    ),
}
