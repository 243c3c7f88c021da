"""What lists show and sort by of custom fields. Computed from the values, never edited, not journaled.

One row a contact and field, whatever the number of values. `sort_key` is a number or folded text; `name_key`
orders the contacts that say the same. Rows of older books begin as near as SQL comes and are computed anew
with the next change of their contact.
"""

from __future__ import annotations

SQL = """
CREATE TABLE field_row (
    contact_id INTEGER NOT NULL,
    field_id INTEGER NOT NULL,
    sort_key ANY,
    name_key TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (contact_id, field_id)
) STRICT, WITHOUT ROWID;

INSERT INTO field_row (contact_id, field_id, sort_key, name_key, text)
SELECT contact_id, field_id, coalesce(number, lower(substr(value, 1, 24))),
    coalesce((SELECT substr(name_key, 1, 10) FROM contact_row WHERE contact_row.id = contact_id), ''),
    group_concat(value, '; ')
FROM (SELECT * FROM field_value ORDER BY contact_id, field_id, position) GROUP BY contact_id, field_id;

CREATE INDEX field_row_sort ON field_row(field_id, sort_key, name_key);
"""
