"""Changing one field of 10,000 contacts at once in a book of 100,000, and taking it back."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from contactbook.actions import books, bulk_editing, fields, undoing
from contactbook.domain.bulk_change import ADD, REPLACE, BulkChange
from contactbook.domain.field_definition import FieldDefinition
from contactbook.store import queries
from tests.bench.book_files import KEY, big_book
from tests.bench.measuring import report, seconds

CONTACTS = 100_000
EDITED = 10_000
CHANGES = (
    ("a custom field", BulkChange("field.stage", "Won")),
    ("the company", BulkChange("organization", "Acme Corporation")),
    ("a tag", BulkChange("tag", "bench", ADD)),
    ("find and replace in a field", BulkChange("field.stage", "Lost", REPLACE, find="won")),
)


def main() -> None:
    """Print how long each change and its undo take, and sorting by the field."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bulk.contactbook"
        shutil.copy(big_book(CONTACTS), path)
        book = books.open_book(path, KEY)
        try:
            fields.add_field(book, FieldDefinition("Stage"))
            ids = list(queries.ids_of(book.reader, queries.View()))[:EDITED]
            for words, change in CHANGES:
                preview = seconds(lambda change=change: bulk_editing.preview(book, ids, [change]))
                edit = seconds(lambda change=change: bulk_editing.bulk_edit(book, ids, [change]))
                undo = seconds(lambda: undoing.undo(book))
                note = f"preview {preview:.2f} s"
                report(f"{words} of {EDITED:,} contacts", f"{edit:.2f} s", "2 s", note)
                report("   and back", f"{undo:.2f} s", "2 s")
                if change.key:
                    undoing.redo(book)
            everybody = list(queries.ids_of(book.reader, queries.View()))
            bulk_editing.bulk_edit(book, everybody, [BulkChange("field.stage", "Won")])
            sort = seconds(lambda: queries.ids_of(book.reader, queries.View(), sort="field.stage"))
            report(f"ids of {CONTACTS:,} contacts by a custom field", f"{sort * 1000:.0f} ms", "100 ms")
            rows = seconds(lambda: queries.rows(book.reader, everybody[:64]))
            report("rows of two pages with the field", f"{rows * 1000:.1f} ms", "5 ms")
        finally:
            books.close_book(book)


if __name__ == "__main__":
    main()
