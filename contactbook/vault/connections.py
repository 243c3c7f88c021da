"""One keyed SQLite connection to the encrypted file, set the way every connection of the program is set."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# (the stubs of apsw use collections.abc.Buffer, which typeshed has only from Python 3.12 on)

from __future__ import annotations

from typing import TYPE_CHECKING

import apsw

from contactbook.domain.problems import Problem
from contactbook.vault.drives import is_network
from contactbook.vault.failures import explained

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.vault.key_derivation import BookKey

APPLICATION_ID = int.from_bytes(b"CtBk", "big")
"""PRAGMA application_id of every Contactbook book."""

_BUSY_MILLISECONDS = 5_000
_CACHE_KIBIBYTES, _READING_KIBIBYTES = 16_000, 2_000
"""What is kept of the file, decrypted: of little use to a search, which looks elsewhere with every letter."""
_NO_ROOM_FOR_INDEX = {apsw.SQLITE_IOERR_SHMOPEN, apsw.SQLITE_IOERR_SHMSIZE, apsw.SQLITE_IOERR_SHMMAP}
"""Also for reading SQLite wants some kilobytes beside the file (sqlite.org/walformat.html, section 2)."""
_LOGS = ("-wal", "-journal")


def connect(path: Path, key: BookKey, *, read_only: bool = False) -> apsw.Connection:
    """A connection that reads and writes (or only reads) the book.

    The writing kind keeps a write-ahead log, or a rollback journal where the folder cannot carry one (a
    network share).

    Raises:
        Problem: those of `failures`.
    """
    with explained(path):
        if read_only:
            return _connect_to_read(path, key)
        if is_network(path.parent):
            return _connect_without_log(path, key)
        connection = keyed(path, key, apsw.SQLITE_OPEN_READWRITE)
        try:
            mode = connection.pragma("journal_mode", "wal")
            connection.pragma("synchronous", "normal" if mode == "wal" else "full")
            _set_up(connection)
        except (apsw.CantOpenError, apsw.IOError, apsw.ProtocolError):
            connection.close(True)
            return _connect_without_log(path, key)
        except BaseException:
            connection.close(True)
            raise
        return connection


def keyed(path: Path, key: BookKey, flags: int, parameters: str = "") -> apsw.Connection:
    """A connection with the cipher and the key set and nothing read yet."""
    name = path.absolute().as_uri() + parameters
    connection = apsw.Connection(name, flags=flags | apsw.SQLITE_OPEN_URI)
    connection.pragma("cipher", "sqlcipher")
    connection.pragma("legacy", 4)
    connection.execute(f'PRAGMA key = "{key.pragma()}"')
    connection.pragma("temp_store", "memory")
    connection.set_busy_timeout(_BUSY_MILLISECONDS)
    return connection


def _connect_to_read(path: Path, key: BookKey) -> apsw.Connection:
    # With the right to write, SQLite takes the log away again when the last one leaves.
    connection = keyed(path, key, apsw.SQLITE_OPEN_READWRITE)
    try:
        connection.pragma("query_only", True)
        _set_up(connection)
    except (apsw.CantOpenError, apsw.ReadOnlyError, apsw.IOError) as error:
        connection.close(True)
        full = isinstance(error, apsw.IOError)
        if full and getattr(error, "extendedresult", 0) not in _NO_ROOM_FOR_INDEX:
            raise
        if log_waits(path):
            raise Problem("vault.disk_full" if full else "vault.unfinished", path=str(path)) from error
        # Nobody writes where there is no room or no right to: the file alone is the whole book.
        connection = keyed(path, key, apsw.SQLITE_OPEN_READONLY, "?immutable=1")
        _set_up(connection)
    except BaseException:
        connection.close(True)
        raise
    return connection


def logs(path: Path) -> list[Path]:
    """Where SQLite keeps what is not in the file yet: the write-ahead log and the rollback journal."""
    return [path.with_name(path.name + ending) for ending in _LOGS]


def log_waits(path: Path) -> bool:
    """Whether a log holds something that may not be in the file yet."""
    return any(log.exists() and log.stat().st_size for log in logs(path))


def _connect_without_log(path: Path, key: BookKey) -> apsw.Connection:
    """A writing connection with a rollback journal; a book that has a log still is brought over to that."""
    connection = keyed(path, key, apsw.SQLITE_OPEN_READWRITE)
    try:
        # Alone on the file, even a write-ahead log can be read where no memory can be shared.
        connection.pragma("locking_mode", "exclusive")
        connection.pragma("journal_mode", "delete")
        connection.pragma("locking_mode", "normal")
        connection.pragma("synchronous", "full")
        _set_up(connection)
    except BaseException:
        connection.close(True)
        raise
    return connection


def _set_up(connection: apsw.Connection) -> None:
    connection.pragma("secure_delete", True)
    connection.pragma("foreign_keys", True)
    reads = connection.readonly("main") or connection.pragma("query_only")
    kept = _READING_KIBIBYTES if reads else _CACHE_KIBIBYTES
    connection.pragma("cache_size", -kept)
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
