"""The form: sections of fields, saving it to a file, loading one, and the templates that come along."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from contactbook.actions.chosen_file import TooLarge, bytes_of
from contactbook.actions.target_file import replacing
from contactbook.domain.form_file import SUFFIX, Form, merged
from contactbook.domain.problems import Problem
from contactbook.store import field_changes, field_definitions, forms, queries

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from contactbook.domain.changes import Changes
    from contactbook.domain.form_sections import FormSection
    from contactbook.store.book import Book

ARRANGE = "form_arrange"
ADD, CHANGE, REMOVE = "form_section_add", "form_section_change", "form_section_remove"

_PACKAGE = Path(__file__).resolve().parent.parent
_FOLDERS = (_PACKAGE / "resources" / "forms", _PACKAGE.parent / "resources" / "forms")
TEMPLATES = ("sales", "shop", "property", "subscriptions", "donors", "club")
"""Names of the forms that come with the program."""

LARGEST_FILE = 4 << 20
"""Bytes; a form is a few kilobytes."""


def sections(book: Book) -> list[FormSection]:
    """The sections of the form, in order."""
    return queries.sections(book.reader)


def form_of(book: Book) -> Form:
    """Every field and section of the book."""
    return Form(book.path.stem, tuple(queries.fields(book.reader)), tuple(queries.sections(book.reader)))


def arrange(book: Book, sections: Sequence[FormSection], *, what: str = ARRANGE, label: str = "") -> Changes:
    """Make these the sections of the form; fields that none of them names stay, and stand at its end.

    Args:
        book: the open book.
        sections: all of them, in order; those without id are new.
        what: what the person did, ARRANGE, ADD, CHANGE or REMOVE; for the history.
        label: title of the section that it was done to.
    """
    with book.step(what, label=label) as step:
        forms.write(step, sections)
    return step.changes


def save_form(book: Book, path: Path) -> None:
    """Write fields and sections to a file that another book understands (see `domain.form_file`).

    Raises:
        Problem: those of `target_file.replacing`.
    """
    with replacing(path) as stream:
        stream.write(form_of(book).to_text().encode())


def read_form(path: Path, translate: Callable[[str], str] = str) -> Form:
    """The form in a file.

    Raises:
        Problem: import.file_missing, import.not_readable, and those of `Form.from_text` with `path`.
    """
    try:
        return Form.from_text(bytes_of(path, LARGEST_FILE).decode("utf-8-sig"), translate)
    except FileNotFoundError:
        raise Problem("import.file_missing", path=str(path)) from None
    except (TooLarge, UnicodeDecodeError):
        raise Problem("fields.not_a_form", path=str(path)) from None
    except OSError as error:
        raise Problem("import.not_readable", path=str(path), reason=error.strerror or "") from error
    except Problem as problem:
        problem.data.setdefault("path", str(path))
        raise


def template(name: str, translate: Callable[[str], str] = str) -> Form:
    """One of TEMPLATES, with its labels in the language that `translate` speaks."""
    for folder in _FOLDERS:
        if (file := folder / f"{name}{SUFFIX}").is_file():
            return read_form(file, translate)
    raise Problem("import.file_missing", path=f"{name}{SUFFIX}")


def load_form(book: Book, form: Form) -> Changes:
    """Add the fields and sections of a form to those of the book, merged by key; nothing is lost."""
    here = form_of(book)
    after = merged(form, here)
    before = {field.key: field for field in here.fields}
    with book.step("form_load", label=form.name) as step:
        for field in after.fields:
            old = before.get(field.key)
            if old is None:
                field_definitions.add(step, field)
            elif old != field:
                field_definitions.write(step, field)
                field_changes.rename_values(step, field, {})
        if after.sections != here.sections:
            forms.write(step, after.sections)
    return step.changes
