"""Writing how often one wants to be in touch: with contacts, and with everybody who carries a tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain.problems import Problem
from contactbook.store.sqlite import id_array

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.store.step import Step

LONGEST_DAYS = 3660


def set_for_contacts(step: Step, contact_ids: Sequence[int], days: int | None) -> None:
    """The wish for these contacts; None takes it away."""
    if contact_ids:
        sql = "UPDATE contact SET rhythm_days = ? WHERE id IN carray(?) AND rhythm_days IS NOT ?"
        step.connection.execute(sql, (days, *id_array(contact_ids), days))
        step.touch(contact_ids)


def set_for_tag(step: Step, tag_id: int, days: int | None) -> str:
    """The wish for a tag; gives its name. Raises Problem `store.no_such_tag`."""
    row = step.reader.one("SELECT name FROM tag WHERE id = ?", (tag_id,))
    if row is None:
        raise Problem("store.no_such_tag", tag=tag_id)
    step.connection.execute("UPDATE tag SET rhythm_days = ? WHERE id = ?", (days, tag_id))
    step.touch(step.reader.id_list("SELECT contact_id FROM contact_tag WHERE tag_id = ?", (tag_id,)))
    return row[0]
