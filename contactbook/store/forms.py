"""The sections of forms: one row of `form` each, which names its fields by id, so that keys may change."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from contactbook.domain.form_sections import COLUMNS, FormSection
from contactbook.domain.ids import ids

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.store.sqlite import Connection
    from contactbook.store.step import Step


def every(connection: Connection) -> list[FormSection]:
    """Every section in order; fields that are gone are left out."""
    keys = dict(connection.execute("SELECT id, key FROM field").fetchall())
    rows = connection.execute("SELECT id, name, applies_to, layout FROM form ORDER BY position, id")
    return [_section(keys, *row) for row in rows.fetchall()]


def write(step: Step, sections: Sequence[FormSection]) -> None:
    """Make these the sections, in this order; those without an id are new, those not named go.

    Only rows that say something else are written.
    """
    connection = step.connection
    field_ids = dict(connection.execute("SELECT key, id FROM field").fetchall())
    sql = "SELECT id, name, applies_to, layout, position FROM form"
    stored = {row[0]: row[1:] for row in connection.execute(sql).fetchall()}
    for position, section in enumerate(sections):
        layout = json.dumps(
            {
                "columns": section.columns,
                "fields": [field_ids[key] for key in section.fields if key in field_ids],
            },
            sort_keys=True,
        )
        row = (section.title, section.shown_for, layout, position)
        if section.id not in stored:
            connection.execute("INSERT INTO form VALUES (?, ?, ?, ?, ?)", (section.id or ids.one(), *row))
        elif stored.pop(section.id) != row:
            connection.execute(
                "UPDATE form SET name = ?, applies_to = ?, layout = ?, position = ? WHERE id = ?",
                (*row, section.id),
            )
    connection.executemany("DELETE FROM form WHERE id = ?", [(gone,) for gone in stored])


def _section(keys: dict[int, str], section_id: int, title: str, shown_for: str, layout: str) -> FormSection:
    said = json.loads(layout)
    columns = said.get("columns", 1)
    names = tuple(keys[field_id] for field_id in said.get("fields", ()) if field_id in keys)
    return FormSection(title, names, columns if columns in COLUMNS else 1, shown_for, section_id)
