"""How the parts of a contact lie in tables: one description for writing, reading and bulk import."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from contactbook.domain import contact as domain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

CONTACT_COLUMNS = (
    "kind", "uid", "prefix", "given", "middle", "family", "suffix", "nickname", "phonetic_given",
    "phonetic_middle",
    "phonetic_family", "full_name", "file_as", "organization", "department", "job_title", "role", "gender",
    "language", "note", "starred", "checked_at", "deleted_at", "created_at", "updated_at", "company_id",
    "parent_id",
)  # fmt: skip
"""The contact's own columns after `id`, named like the attributes of `domain.contact.Contact`."""

contact_values: Callable[[domain.Contact], tuple[Any, ...]] = attrgetter(*CONTACT_COLUMNS)
"""The values of `CONTACT_COLUMNS`."""


PAYLOAD = "payload_id"
"""The column of a table whose bytes lie in the table `payload`."""

_PAYLOAD_DATA = f"(SELECT payload.data FROM payload WHERE payload.id = {PAYLOAD})"


@dataclass(frozen=True, slots=True)
class PartTable:
    """A table whose rows are parts of a contact: `id, contact_id, position` and then `columns`.

    `attribute` is the list on the contact; `fields` are the fields of the part's class `make` in their
    order, and `columns` those of the table that hold them. `flags` are those that hold yes or no; `by_kind`:
    the first column says what kind of part it is.
    """

    table: str
    attribute: str
    make: Callable[..., Any]
    fields: tuple[str, ...]
    columns: tuple[str, ...]
    values: Callable[[Any], tuple[Any, ...]]
    flags: tuple[str, ...]
    by_kind: bool

    def read(self, values: Sequence[Any]) -> Any:  # noqa: ANN401 - one of the part classes
        """A part from the values of `fields`."""
        part = self.make(*values)
        for name in self.flags:
            setattr(part, name, bool(getattr(part, name)))
        return part

    def reads(self, *, outline: bool = False) -> str:
        """SQL expressions for `fields`; in an `outline` the bytes of payloads are left out."""
        data = "x''" if outline else _PAYLOAD_DATA
        return ", ".join(data if name == PAYLOAD else f'"{name}"' for name in self.columns)

    def select_sql(self, *, outline: bool = False) -> str:
        """Selects the contact id, then the fields, of the contacts in a bound array, in order."""
        return (
            f"SELECT contact_id, {self.reads(outline=outline)} FROM {self.table}"
            " WHERE contact_id IN carray(?) ORDER BY contact_id, position, id"
        )


def _part(table: str, attribute: str, make: Callable[..., Any], columns: str) -> PartTable:
    fields = tuple(columns.split())
    names = tuple(PAYLOAD if name == "data" else name for name in fields)
    flags = tuple(name for name in fields if name in ("preferred", "decision_maker"))
    return PartTable(table, attribute, make, fields, names, attrgetter(*fields), flags, names[0] == "kind")


PARTS = (
    _part("contact_point", "points", domain.ContactPoint, "kind value label preferred service key origin"),
    _part(
        "address",
        "addresses",
        domain.Address,
        "po_box extended street locality region postal_code country country_code formatted label preferred"
        " origin",
    ),
    _part("contact_date", "dates", domain.ContactDate, "value label origin"),
    _part("relation", "relations", domain.Relation, "text label uid origin related_id"),
    _part(
        "affiliation",
        "affiliations",
        domain.Affiliation,
        "organization department job_title role since until decision_maker origin company_id",
    ),
    _part("photo", "photos", domain.Photo, "data media_type url label origin"),
    _part("extra", "extras", domain.Extra, "name value params group origin"),
)
"""Every part that is stored alike; tags and custom fields, which point to a definition, are not."""
