"""What a person can choose about an import, in one value that windows and command line fill in alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from contactbook.domain.problems import Problem

if TYPE_CHECKING:
    from pathlib import Path

SKIP = "skip"
FILL = "fill"
OVERWRITE = "overwrite"
ADD = "add"
POLICIES = (SKIP, FILL, OVERWRITE, ADD)
MATCH_KEYS = ("uid",)


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """The choices of one import; an empty text means "find out from the file".

    `existing` says what happens to a contact that is in the book already and differs from the file: `skip`
    leaves it, `fill` fills its blanks, `overwrite` takes what the file says (a blank never erases), `add`
    keeps everything and adds the values that are new. `country` is an ISO 3166 code for phone numbers
    without one, `date_order` one of "dmy", "mdy", "ymd". `rejects` receives the refused cards as they stand
    in the file.
    """

    format: str = ""
    encoding: str = ""
    delimiter: str = ""
    country: str = ""
    date_order: str = ""
    mapping: object = None
    tags: tuple[str, ...] = ()
    existing: str = OVERWRITE
    match: tuple[str, ...] = MATCH_KEYS
    dry_run: bool = False
    rejects: Path | None = None

    def check(self) -> None:
        """Refuse choices that mean nothing: Problem("import.option_unknown")."""
        if self.existing not in POLICIES:
            raise Problem("import.option_unknown", option="existing", value=self.existing, choices=POLICIES)
        if self.date_order not in ("", "dmy", "mdy", "ymd"):
            raise Problem(
                "import.option_unknown",
                option="date-order",
                value=self.date_order,
                choices=("dmy", "mdy", "ymd"),
            )
        for key in self.match:
            if key not in MATCH_KEYS:
                raise Problem("import.option_unknown", option="match", value=key, choices=MATCH_KEYS)
