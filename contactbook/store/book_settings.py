"""The settings that travel with a book: JSON values by key, changed in steps like everything else."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# (peewee says nothing about its types)

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from contactbook.vault.failures import explained

if TYPE_CHECKING:
    from contactbook.store.reader import Reader
    from contactbook.store.step import Step


def values(reader: Reader) -> dict[str, object]:
    """Every setting that was ever set in the book."""
    from contactbook.store.models import Setting, bound

    with explained(reader.path):
        rows = Setting.select(Setting.key, Setting.value).tuples().execute(bound(reader.connection))
        return {key: json.loads(value) for key, value in rows}


def put(step: Step, key: str, value: object) -> None:
    """Set a setting."""
    from contactbook.store.models import Setting, bound

    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    change = Setting.insert(key=key, value=text).on_conflict(
        conflict_target=[Setting.key], update={Setting.value: text}
    )
    change.execute(bound(step.connection))


def reset(step: Step, key: str) -> None:
    """Forget a setting, so that its default holds."""
    from contactbook.store.models import Setting, bound

    Setting.delete().where(Setting.key == key).execute(bound(step.connection))
