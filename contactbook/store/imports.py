"""Import runs, the files they read, and the original cards of contacts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from contactbook.domain.ids import ids
from contactbook.store import raw_cards
from contactbook.store.part_changes import add_payload

if TYPE_CHECKING:
    from contactbook.store.reader import Reader
    from contactbook.store.step import Step


class KeptRun(NamedTuple):
    """An import that was made: its report (JSON), and its step in the history (0 when that is gone)."""

    report: str
    step: int


def find_run(reader: Reader, run_id: int) -> KeptRun | None:
    """An import by its id; None when it is not in the book (any more)."""
    row = reader.one(
        """
        SELECT report, coalesce((SELECT history.id FROM history
            WHERE history.at = import_run.at AND action IN ('import', 'entries')
            ORDER BY history.id LIMIT 1), 0)
        FROM import_run WHERE id = ?
        """,
        (run_id,),
    )
    return KeptRun(*row) if row is not None else None


def start_run(step: Step, name: str) -> int:
    """Note that an import begins; gives its id. `name` is what the sidebar shows (the file's name)."""
    run_id = ids.one()
    step.connection.execute("INSERT INTO import_run (id, at, name) VALUES (?, ?, ?)", (run_id, step.at, name))
    return run_id


def add_file(
    step: Step,
    run_id: int,
    name: str,
    *,
    format: str = "",
    program: str = "",
    encoding: str = "",
    delimiter: str = "",
    size: int = 0,
    mapping: str = "",
) -> int:
    """Note a file of an import (its name without folder) and what it was recognised as; gives its id.

    `mapping` stands for what the columns of a table were taken for (`table_mapping.digest`).
    """
    file_id = ids.one()
    step.connection.execute(
        "INSERT INTO import_file (id, run_id, name, format, program, encoding, delimiter, size, mapping)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (file_id, run_id, name, format, program, encoding, delimiter, size, mapping),
    )
    return file_id


def finish_run(step: Step, run_id: int, report: dict[str, object]) -> None:
    """Keep the report (JSON) of an import with it."""
    text = json.dumps(report, ensure_ascii=False)
    step.connection.execute("UPDATE import_run SET report = ? WHERE id = ?", (text, run_id))


def add_source(step: Step, contact_id: int, file_id: int, line: int, raw: bytes, *, uid: str = "") -> int:
    """Keep another original card of a contact.

    `uid` is the card's UID where it is not the contact's own.
    """
    source_id = ids.one()
    payload = add_payload(step.connection, raw_cards.pack(raw))
    step.connection.execute(
        "INSERT INTO source_card (id, contact_id, file_id, line, uid, hash, payload_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (source_id, contact_id, file_id, line, uid, raw_cards.hash_of(raw), payload),
    )
    step.touch((contact_id,))
    return source_id
