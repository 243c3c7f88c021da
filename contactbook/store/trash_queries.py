"""What lies in the trash, and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.store.sqlite import id_array

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.store.reader import Reader


def older(reader: Reader, before: int, limit: int = -1) -> list[int]:
    """The contacts put into the trash before a moment (milliseconds since 1970 UTC), the oldest first."""
    sql = """
        SELECT id FROM contact_row WHERE deleted_at IS NOT NULL AND deleted_at < ? ORDER BY deleted_at LIMIT ?
    """
    return reader.id_list(sql, (before, limit))


def among(reader: Reader, contact_ids: Sequence[int]) -> list[int]:
    """Those of some contacts that lie in the trash."""
    if not contact_ids:
        return []
    sql = "SELECT id FROM contact_row WHERE deleted_at IS NOT NULL AND id IN carray(?)"
    return reader.id_list(sql, id_array(contact_ids))


def there(reader: Reader, contact_ids: Sequence[int]) -> list[int]:
    """Those of some ids that are contacts of the book, in the trash or not."""
    if not contact_ids:
        return []
    return reader.id_list("SELECT id FROM contact WHERE id IN carray(?)", id_array(contact_ids))
