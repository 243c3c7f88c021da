"""The columns of the contact list: what each shows, by what it sorts, how wide it starts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, overload

from PySide6.QtCore import QCoreApplication

from contactbook.domain import fields
from contactbook.qtmodels.marked_text import QT_TRANSLATE_NOOP
from contactbook.qtmodels.row_source import FIELD_SORT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from contactbook.domain.field_definition import FieldDefinition
    from contactbook.qtmodels.row_source import Row

_FIGURES = frozenset({fields.NUMBER, fields.MONEY, fields.DATE, fields.PHONE})


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `key` names it in the remembered layout; `sort` is the store's name of its order.

    Without `sort` the list cannot be put in the order of the column. `width` is in pixels at the usual font
    size; `figures` asks for digits of one width; `shown` says whether the column stands there before
    anybody chose; `definition` is the custom field that it shows.
    """

    key: str
    heading: str
    field: str
    sort: str
    width: int
    shown: bool = True
    figures: bool = False
    moment: bool = False
    definition: FieldDefinition | None = None

    def title(self) -> str:
        """The heading in the language in force."""
        if self.definition is not None:
            return self.definition.label
        return QCoreApplication.translate("Columns", self.heading)

    def text(self, row: Row) -> str:
        """What a row says in this column; moments and dates come as they are stored (see `moment`)."""
        if self.definition is not None:
            return row.fields.get(self.definition.id, "")
        value = getattr(row, self.field)
        return str(value) if value else ""


FIXED = (
    Column("name", QT_TRANSLATE_NOOP("Columns", "Name"), "display_name", "name", 210),
    Column("organization", QT_TRANSLATE_NOOP("Columns", "Company"), "organization", "organization", 150),
    Column("email", QT_TRANSLATE_NOOP("Columns", "E-mail"), "email", "email", 185),
    Column("phone", QT_TRANSLATE_NOOP("Columns", "Phone"), "phone", "phone", 150, figures=True),
    Column("locality", QT_TRANSLATE_NOOP("Columns", "City"), "locality", "locality", 120, shown=False),
    Column("tags", QT_TRANSLATE_NOOP("Columns", "Tags"), "tags", "", 150, shown=False),
    Column("job_title", QT_TRANSLATE_NOOP("Columns", "Title"), "job_title", "job_title", 150, shown=False),
    Column("country", QT_TRANSLATE_NOOP("Columns", "Country"), "country", "country", 120, shown=False),
    Column(
        "birthday",
        QT_TRANSLATE_NOOP("Columns", "Birthday"),
        "birthday",
        "birthday",
        110,
        shown=False,
        figures=True,
    ),
    Column(
        "created_at",
        QT_TRANSLATE_NOOP("Columns", "Added"),
        "created_at",
        "created_at",
        130,
        shown=False,
        moment=True,
    ),
    Column(
        "updated_at",
        QT_TRANSLATE_NOOP("Columns", "Changed"),
        "updated_at",
        "updated_at",
        130,
        shown=False,
        moment=True,
    ),
    Column("last_at", QT_TRANSLATE_NOOP("Columns", "Last contact"), "last_at", "last_at", 130, shown=False),
    Column(
        "next_due_at",
        QT_TRANSLATE_NOOP("Columns", "Follow-up"),
        "next_due_at",
        "next_due_at",
        130,
        shown=False,
    ),
    Column(
        "rhythm", QT_TRANSLATE_NOOP("Columns", "Rhythm"), "rhythm_due_at", "rhythm_due_at", 180, shown=False
    ),
    Column(
        "purchases",
        QT_TRANSLATE_NOOP("Columns", "Purchases"),
        "purchases",
        "purchases",
        90,
        shown=False,
        figures=True,
    ),
    Column(
        "purchase_total",
        QT_TRANSLATE_NOOP("Columns", "Spent"),
        "purchase_total",
        "purchase_total",
        120,
        shown=False,
        figures=True,
    ),
    Column(
        "purchase_average",
        QT_TRANSLATE_NOOP("Columns", "Average purchase"),
        "purchase_average",
        "purchase_average",
        130,
        shown=False,
        figures=True,
    ),
    Column(
        "purchased_at",
        QT_TRANSLATE_NOOP("Columns", "Last purchase"),
        "purchased_at",
        "purchased_at",
        130,
        shown=False,
    ),
    Column(
        "donations",
        QT_TRANSLATE_NOOP("Columns", "Donations"),
        "donations",
        "donations",
        90,
        shown=False,
        figures=True,
    ),
    Column(
        "donation_total",
        QT_TRANSLATE_NOOP("Columns", "Donated"),
        "donation_total",
        "donation_total",
        120,
        shown=False,
        figures=True,
    ),
    Column(
        "donated_at",
        QT_TRANSLATE_NOOP("Columns", "Last donation"),
        "donated_at",
        "donated_at",
        130,
        shown=False,
    ),
)

NAME = 0
"""Index of the name column: it carries the avatar and the star, and cannot be hidden."""


class ContactColumns(Sequence[Column]):
    """The columns of one list: those of every contact, then the custom fields of its book."""

    def __init__(self) -> None:
        self._columns = FIXED

    @property
    def definitions(self) -> list[FieldDefinition]:
        """The custom fields that have columns."""
        return [column.definition for column in self._columns if column.definition is not None]

    def take_fields(self, definitions: Iterable[FieldDefinition]) -> None:
        """Make these the custom fields that have columns; for the model, within its reset."""
        self._columns = (*FIXED, *map(_of_field, definitions))

    def index_of(self, key: str) -> int:
        """Position of a column; -1 for a key of another version."""
        return next((at for at, column in enumerate(self._columns) if column.key == key), -1)

    @overload
    def __getitem__(self, index: int) -> Column: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Column]: ...
    def __getitem__(self, index: int | slice) -> Column | Sequence[Column]:
        return self._columns[index]

    def __len__(self) -> int:
        return len(self._columns)


def _of_field(one: FieldDefinition) -> Column:
    return Column(
        f"{FIELD_SORT}{one.key}",
        one.label,
        "fields",
        f"{FIELD_SORT}{one.key}",
        120,
        shown=False,
        figures=one.type in _FIGURES,
        definition=one,
    )
