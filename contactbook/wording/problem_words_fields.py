"""Problems with custom fields and forms, in words."""

from __future__ import annotations

from typing import Final

FIELD_PROBLEMS: Final[dict[str, tuple[str, str, str]]] = {
    "fields.no_such_field": (
        "There is no field “{key}”.",
        "The name is mistyped, or the field was removed.",
        "Look up the names of the fields and try again.",
    ),
    "fields.key_taken": (
        "There is a field with the key “{key}” already.",
        "The key tells fields apart.",
        "Choose another key.",
    ),
    "fields.bad_key": (
        "“{key}” cannot be the key of a field.",
        "A key begins with a letter or digit and holds only letters, digits, “_” and “-”.",
        "Choose another key.",
    ),
    "fields.without_label": (
        "The field has no name.",
        "Its name is what people read beside the value.",
        "Enter a name.",
    ),
    "fields.unknown_type": (
        "There is no type of field “{type}”.",
        "The name is mistyped, or a newer version of Contactbook wrote it.",
        "Choose one of: {choices}.",
    ),
    "fields.not_a_form": (
        "“{file}” does not hold a form.",
        "A form is a file that “Save form” of Contactbook wrote.",
        "Choose another file.",
    ),
    "fields.form_damaged": (
        "“{file}” is a form that cannot be read.",
        "At {where} there should be: {expected}.",
        "Correct that place, or save the form again.",
    ),
    "fields.newer_form": (
        "The form cannot be read.",
        "A newer version of Contactbook wrote it.",
        "Install the newer version, and load the form then.",
    ),
    "fields.choice_twice": (
        "The choice “{choice}” is there twice.",
        "Upper and lower case and accents make no difference.",
        "Give one of them another name, or take it away.",
    ),
}
