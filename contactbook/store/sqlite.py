"""SQLite as this room uses it: types that the stubs of apsw leave half unknown, arrays as parameters."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# (the stubs of apsw use collections.abc.Buffer, which typeshed has only from Python 3.12 on)

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, cast

import apsw

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence


class Cursor(Protocol):
    """The rows of an answer."""

    @property
    def get(self) -> Any:  # noqa: ANN401 - one value, or a list of them
        """The answer with the least structure: one value, a list of values, None for no row."""

    def fetchall(self) -> list[tuple[Any, ...]]:
        """Every row that is left."""
        ...

    def fetchone(self) -> tuple[Any, ...] | None:
        """The next row."""
        ...

    def __iter__(self) -> Iterator[tuple[Any, ...]]: ...


class Connection(Protocol):
    """An open connection (`apsw.Connection`)."""

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        ...

    def execute(self, statements: str, bindings: Sequence[Any] | None = None) -> Cursor:
        """Run statements."""
        ...

    def executemany(self, statements: str, sequenceofbindings: Iterable[Sequence[Any]]) -> Cursor:
        """Run statements once for every set of bindings."""
        ...

    def pragma(self, name: str, value: Any = None) -> Any:  # noqa: ANN401 - what the pragma gives
        """Read or set a pragma."""
        ...

    def cache_flush(self) -> None:
        """Write the changed pages of the transaction to the log, so that others may have their room."""
        ...

    def set_wal_hook(self, callable: Callable[[Any, str, int], int] | None) -> None:
        """Have this called after every commit, with the pages that the log holds."""
        ...

    def close(self) -> None:
        """Close it."""
        ...


class Change(Protocol):
    """One changed row of a changeset (`apsw.TableChange`); valid only until the next one comes."""

    @property
    def name(self) -> str:
        """The table."""
        ...

    @property
    def opcode(self) -> int:
        """INSERT, UPDATE or DELETE."""
        ...

    @property
    def old(self) -> tuple[Any, ...] | None:
        """The row before; NO_CHANGE for what an update leaves as it is."""
        ...

    @property
    def new(self) -> tuple[Any, ...] | None:
        """The row afterwards; NO_CHANGE for what an update leaves as it is."""
        ...

    @property
    def conflict(self) -> tuple[Any, ...] | None:
        """The row that stands in the way."""
        ...

    @property
    def pk_columns(self) -> set[int]:
        """Ordinals of the primary key's columns."""
        ...


class Session(Protocol):
    """A recording of changes (`apsw.Session`)."""

    enabled: bool
    """Whether it looks at what is written now."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was changed."""
        ...

    def attach(self, name: str | None = None) -> None:
        """Record the changes of a table."""
        ...

    def changeset_stream(self, output: Callable[[bytes], None]) -> None:
        """Hand out the changeset piece by piece."""
        ...

    def close(self) -> None:
        """End the recording."""
        ...


Source: TypeAlias = "bytes | Callable[[int], bytes]"
"""A changeset: whole, or piece by piece of the size asked for."""

STREAM_BYTES = 64 << 10
"""Size of the pieces in which sessions hand out changesets: of 1 KiB, as usual, an import makes 80,000."""

apsw.session_config(apsw.SQLITE_SESSION_CONFIG_STRMSIZE, STREAM_BYTES)

INSERT, UPDATE, DELETE = apsw.SQLITE_INSERT, apsw.SQLITE_UPDATE, apsw.SQLITE_DELETE
NO_CHANGE = apsw.no_change


def new_session(connection: Connection, schema: str = "main") -> Session:
    """Begin to record; tables must be attached."""
    return cast("Session", apsw.Session(cast("Any", connection), schema))


def changes(source: Source) -> Iterator[Change]:
    """The changed rows of a changeset."""
    return cast("Iterator[Change]", apsw.Changeset.iter(cast("Any", source)))


def apply_changeset(
    source: Source,
    connection: Connection,
    *,
    flags: int,
    conflict: Callable[[int, Change], int],
    filter_change: Callable[[Change], bool] | None = None,
) -> None:
    """Apply a changeset (sqlite.org/session/sqlite3changeset_apply.html)."""
    apply: Any = apsw.Changeset.apply
    apply(source, connection, flags=flags, conflict=conflict, filter_change=filter_change)


def id_array(ids: Iterable[int]) -> tuple[Any]:
    """Ids as the one parameter of a statement that says `IN carray(?)`."""
    packed = ids if isinstance(ids, array) else array("q", ids)
    return (carray(packed),)


def carray(values: array[int] | tuple[str, ...] | tuple[bytes, ...]) -> Any:  # noqa: ANN401 - apsw's own
    """Values for `carray(?)`: at least one, all of one type; read without calling back into Python.

    Text that holds a NUL finds nothing: SQLite's array ends text there.
    """
    try:
        return apsw.carray(values)
    except ValueError:
        sound = tuple(value for value in values if not isinstance(value, str) or "\0" not in value)
        if not values or len(sound) == len(values):
            raise
        return apsw.carray(sound or ("\N{REPLACEMENT CHARACTER}",))
