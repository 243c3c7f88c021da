"""Whose row it is, in a table of purchases and other entries: by id, e-mail, phone, or a unique name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain import emails, phones
from contactbook.domain.contact import EMAIL, PHONE
from contactbook.domain.folding import fold
from contactbook.store import bulk, identity_queries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.formats.entry_table import EntryRow
    from contactbook.store.reader import Reader

NOBODY, SEVERAL = "no_contact", "several_contacts"


class EntryMatching:
    """Looks rows up by the batch; a key that several contacts have counts for nobody.

    Args:
        reader: of the running step.
        country: where phones without a country belong, "" when nobody knows.
    """

    def __init__(self, reader: Reader, country: str = "") -> None:
        self._reader = reader
        self._country = country
        self._names: dict[str, int] | None = None

    def match(self, rows: Sequence[EntryRow]) -> list[int | str]:
        """The contact of each row, or why there is none."""
        reader = self._reader
        ids = [row.values.get("id", "") for row in rows]
        numbers = [int(each) for each in ids if each.isdecimal() and len(each) < 19]
        by_id = {str(key): [key] for key in identity_queries.living(reader, numbers)}
        by_uid = {uid: [key] for uid, key in bulk.existing_by_uid(reader, [*filter(None, ids)]).items()}
        mail = [emails.key(row.values.get("email", "")) for row in rows]
        calls = [phones.key(row.values.get("phone", ""), self._country) for row in rows]
        by_mail = identity_queries.by_point(reader, EMAIL, {each for each in mail if each})
        by_phone = identity_queries.by_point(reader, PHONE, {each for each in calls if each})
        found: list[int | str] = []
        for row, key, address, number in zip(rows, ids, mail, calls, strict=True):
            hits = (
                by_id.get(key)
                or by_uid.get(key)
                or by_mail.get(address)
                or by_phone.get(number)
                or self._named(row.values)
            )
            found.append(NOBODY if not hits else hits[0] if len(hits) == 1 else SEVERAL)
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
                key = fold(shown)
                self._names[key] = 0 if key in self._names else contact_id
        contact_id = self._names.get(fold(name))
        return [] if contact_id is None else [contact_id] if contact_id else [0, 0]
