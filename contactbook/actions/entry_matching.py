"""Whose row it is, in a table of purchases and other entries: by id, e-mail, phone, or name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain import emails, phones
from contactbook.domain.contact import EMAIL, PHONE
from contactbook.domain.folding import fold
from contactbook.store import bulk, identity_queries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.formats.records import ReadEntry
    from contactbook.store.reader import Reader


class EntryMatching:
    """Looks rows up by the batch.

    Args:
        reader: of the running step.
        country: where phones without a country belong, "" when nobody knows.
    """

    def __init__(self, reader: Reader, country: str = "") -> None:
        self._reader = reader
        self._country = country
        self._names: dict[str, list[int]] | None = None

    def match(self, rows: Sequence[ReadEntry]) -> list[list[int]]:
        """Who each row may be of, by the first of its keys that anybody has."""
        reader = self._reader
        ids = [row.values.get("id", "") for row in rows]
        numbers = [int(each) for each in ids if each.isdecimal() and len(each) < 19]
        by_id = {str(key): [key] for key in identity_queries.living(reader, numbers)}
        by_uid = {uid: [key] for uid, key in bulk.existing_by_uid(reader, [*filter(None, ids)]).items()}
        mail = [emails.key(row.values.get("email", "")) for row in rows]
        calls = [phones.key(row.values.get("phone", ""), self._country) for row in rows]
        by_mail = identity_queries.by_point(reader, EMAIL, {each for each in mail if each})
        by_phone = identity_queries.by_point(reader, PHONE, {each for each in calls if each})
        found: list[list[int]] = []
        for row, key, address, number in zip(rows, ids, mail, calls, strict=True):
            hits = (
                by_id.get(key)
                or by_uid.get(key)
                or by_mail.get(address)
                or by_phone.get(number)
                or self._named(row.values)
            )
            found.append(hits)
        return found

    def _named(self, values: dict[str, str]) -> list[int]:
        name = values.get("name") or " ".join(
            part for part in (values.get("given", ""), values.get("family", "")) if part
        )
        if not name:
            return []
        if self._names is None:
            self._names = {}
            for contact_id, shown in identity_queries.display_names(self._reader):
                self._names.setdefault(fold(shown), []).append(contact_id)
        return self._names.get(fold(name), [])
