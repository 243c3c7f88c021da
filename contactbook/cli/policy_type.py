"""The type of options that say what becomes of one thing about a contact that is in the book already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from contactbook.domain.contact import POINT_KINDS, TEXTS

if TYPE_CHECKING:
    from click import Context, Parameter

POLICIES: Final = ("skip", "fill", "overwrite", "add")
_OWN_FIELD = "field."
_NAMES: Final = (
    *TEXTS, *POINT_KINDS, "address", "date", "birthday", "anniversary", "relation", "affiliation", "photo",
    "tags", "field",
)  # fmt: skip


class PolicyType(click.ParamType[tuple[str, str]]):
    """Takes THING=POLICY and gives the two (see `import_merging.policy_of`)."""

    name = "THING=POLICY"

    def convert(self, value: object, param: Parameter | None, ctx: Context | None) -> tuple[str, str]:
        """Raises BadParameter for what names no thing or no policy."""
        thing, _, policy = str(value).partition("=")
        if policy not in POLICIES:
            self.fail(f"{policy!r} is none of {', '.join(POLICIES)}", param, ctx)
        if thing not in _NAMES and not thing.startswith(_OWN_FIELD):
            self.fail(f"{thing!r} is none of {', '.join(_NAMES)}, {_OWN_FIELD}KEY", param, ctx)
        return thing, policy


POLICY: Final = PolicyType()
