"""What a person can choose about an import, in one value that windows and command line fill in alike."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from contactbook.domain import fields
from contactbook.domain.entry_columns import CONTACTS
from contactbook.domain.problems import Problem
from contactbook.formats.records import ReadOptions
from contactbook.formats.table_mapping import CLEANING_RULES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from contactbook.actions.import_sources import Source

SKIP = "skip"
FILL = "fill"
OVERWRITE = "overwrite"
ADD = "add"
POLICIES = (SKIP, FILL, OVERWRITE, ADD)
"""Leave it as it is, fill blanks, take what the file says, keep everything and add what is new."""

UID, EMAIL, PHONE, SOURCE = "uid", "email", "phone", "source"
MATCH_KEYS = (UID, SOURCE)
"""How a contact is recognised when nobody says otherwise.

`source` is for cards and rows without UID: one of the same name is the same one when it says the same, or
came from the same program before and shares an e-mail address or a phone number (see `import_again`).
"""

ALSO_NEW, LEAVE_OUT, UPDATE = "new", "skip", "update"
LOOKALIKES = (ALSO_NEW, LEAVE_OUT, UPDATE)
"""What becomes of a card that looks like a contact which it is not for certain (see `import_lookalikes`)."""

NEW = 0
"""As `Decision.into`: a new contact, whatever it matches."""

CREATE, LINK, NONE = "create", "link", "none"
COMPANIES = ("", CREATE, LINK, NONE)


class RowRef(NamedTuple):
    """A card or row of an import: the number of its file and its own number in that file, both from 0."""

    file: int
    number: int


@dataclass(frozen=True, slots=True)
class Decision:
    """What the person decided about one card or row in the check.

    `skip` leaves it out. `cells` are the corrected cells of a table's row, `raw` the corrected text of a
    card. `into` is the contact that it is brought into, `NEW` for a new one whatever it matches, None to go
    by the rules.
    """

    skip: bool = False
    cells: tuple[str, ...] | None = None
    raw: bytes | None = None
    into: int | None = None


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """The choices of one import; an empty text means "find out from the file".

    `existing` says what happens to a contact that is in the book already and differs from the file: `skip`
    leaves it, `fill` fills its blanks, `overwrite` takes what the file says (a blank never erases; a row or
    another program's card takes the place of values with the same label only, and is added to a note), `add`
    keeps everything and adds the values that are new. `policies` says otherwise for single things, by their
    names (see `import_merging.policy_of`): "note", "job_title", "email", "phone", "address", "birthday",
    "tags", "field.shoe_size" ...

    `match` lists how contacts are recognised: "uid", "email", "phone", "source", or the key of a custom
    field. `country` is an ISO 3166 code for phone numbers without one, `date_order` one of "dmy", "mdy",
    "ymd". `mapping` is a `table_mapping.Mapping` for every table; `files` are all choices of reading for
    single files by `Source.key`, which then count instead of those here. `decisions` are about single cards.
    `lookalikes` says what becomes of cards that perhaps are of somebody who is there: they become contacts of
    their own (`new`), are left out (`skip`), or are brought into the one whom they look like, if that is just
    one (`update`).
    `companies` says what becomes of the companies that people are in: `create` makes each name one company,
    `link` only links to companies that are there, `none`; "" creates for tables and links for cards.
    `rows_are` says what the rows of tables are, as `ReadOptions.rows_are`; those of entries are brought onto
    the contacts that are there (see `entry_import`). `clean` switches cleaning rules of tables, as
    `ReadOptions.clean`.
    `rejects` receives the refused cards and rows, ready to be corrected and imported.
    `checked` are the files as they were when the person was shown what will happen: when they are not the
    same any more, nothing is imported.
    """

    format: str = ""
    encoding: str = ""
    delimiter: str = ""
    country: str = ""
    date_order: str = ""
    mapping: object = None
    tags: tuple[str, ...] = ()
    existing: str = OVERWRITE
    policies: Mapping[str, str] = field(default_factory=dict[str, str])
    match: tuple[str, ...] = MATCH_KEYS
    files: Mapping[str, ReadOptions] = field(default_factory=dict[str, ReadOptions])
    decisions: Mapping[RowRef, Decision] = field(default_factory=dict[RowRef, Decision])
    companies: str = ""
    lookalikes: str = ALSO_NEW
    dry_run: bool = False
    rejects: Path | None = None
    checked: tuple[Source, ...] = ()
    rows_are: str = CONTACTS
    clean: tuple[str, ...] = ()

    def check(self) -> None:
        """Refuse choices that mean nothing: Problem("import.option_unknown")."""
        for value in (self.existing, *self.policies.values()):
            _among("existing", value, POLICIES)
        _among("date-order", self.date_order, ("", "dmy", "mdy", "ymd"))
        _among("companies", self.companies, COMPANIES)
        for rule in self.clean:
            _among("clean", rule.removeprefix("-"), CLEANING_RULES)
        _among("lookalikes", self.lookalikes, LOOKALIKES)
        for key in self.match:
            if not key or fields.key_of(key) != key:
                raise Problem("import.option_unknown", option="match", value=key, choices=MATCH_CHOICES)

    def reading(self, source: Source) -> ReadOptions:
        """How a file is to be read."""
        said = self.files.get(source.key)
        if said is None:
            return self.reading_of_all
        return replace(said, proved=True, rows_are=said.rows_are or self.rows_are)

    @property
    def reading_of_all(self) -> ReadOptions:
        """How files are to be read about which nothing else is said."""
        return ReadOptions(
            format=self.format,
            encoding=self.encoding,
            delimiter=self.delimiter,
            country=self.country,
            date_order=self.date_order,
            mapping=self.mapping,
            proved=True,
            rows_are=self.rows_are,
            clean=self.clean,
        )

    @property
    def of_entries(self) -> bool:
        """Whether the tables list purchases and the like."""
        return self.rows_are not in ("", CONTACTS) or bool(getattr(self.mapping, "entries", ""))


MATCH_CHOICES = (UID, EMAIL, PHONE, SOURCE)


def _among(option: str, value: str, choices: tuple[str, ...]) -> None:
    if value not in choices:
        shown = tuple(choice for choice in choices if choice)
        raise Problem("import.option_unknown", option=option, value=value, choices=shown)
