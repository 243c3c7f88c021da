"""Peewee models of the tables that hold a person's definitions: few rows, where queries should read well.

The tables are made by the migrations; a test compares. Bulk and hot paths use SQL on the same connection.
Queries run on the connection that they are given (`.execute(bound(connection))`), because a program may have
several books and threads; so no model has a database of its own. Import this module only where it is used: it
costs 0.05 s.
"""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportMissingTypeStubs=false, reportUntypedBaseClass=false
# (peewee says nothing about its types)

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peewee import BigIntegerField, Model, TextField
from playhouse.apsw_ext import APSWDatabase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.store.sqlite import Connection


class BoundDatabase(APSWDatabase):
    """Peewee on a connection that somebody else opened, and will close. Errors stay those of SQLite."""

    def __init__(self, connection: Connection) -> None:
        super().__init__("", autoconnect=False, thread_safe=False)
        self._bound = connection

    def execute_sql(self, sql: str, params: Sequence[Any] | None = None) -> Any:  # noqa: ANN401 - a cursor
        """Run a statement that peewee has put together."""
        return self._bound.execute(sql, params or ())


def bound(connection: Connection) -> BoundDatabase:
    """What a query takes to run on this connection."""
    return BoundDatabase(connection)


class Definition(Model):
    """A row that a person defined, with an id of `domain.ids`."""

    id = BigIntegerField(primary_key=True)


class Setting(Model):
    """A setting of the book: JSON text by key."""

    key = TextField(primary_key=True)
    value = TextField()

    class Meta:
        """The table."""

        table_name = "setting"


class Segment(Definition):
    """A saved search."""

    name = TextField()
    query = TextField()
    position = BigIntegerField(default=0)
    created_at = BigIntegerField()

    class Meta:
        """The table."""

        table_name = "segment"


class Form(Definition):
    """How fields are laid out for people, companies, or a tag; `layout` is JSON."""

    name = TextField()
    applies_to = TextField(default="")
    layout = TextField(default="{}")
    position = BigIntegerField(default=0)

    class Meta:
        """The table."""

        table_name = "form"


class Field(Definition):
    """A custom field; `settings` is JSON (choices, default, limits)."""

    key = TextField()
    label = TextField()
    type = TextField()
    help = TextField(default="")
    settings = TextField(default="{}")
    position = BigIntegerField(default=0)
    created_at = BigIntegerField()

    class Meta:
        """The table."""

        table_name = "field"


class Tag(Definition):
    """A tag; `key` is its folded name."""

    name = TextField()
    key = TextField()
    color = TextField(default="")
    rhythm_days = BigIntegerField(null=True)
    created_at = BigIntegerField()

    class Meta:
        """The table."""

        table_name = "tag"


class ImportMapping(Definition):
    """How columns become fields, by the fingerprint of the table's header; `mapping` is JSON."""

    name = TextField()
    fingerprint = TextField()
    mapping = TextField()
    used_at = BigIntegerField()

    class Meta:
        """The table."""

        table_name = "import_mapping"


MODELS: tuple[type[Model], ...] = (Setting, Segment, Form, Field, Tag, ImportMapping)
