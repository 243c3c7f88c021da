"""Who in the book has an e-mail address, a phone number, a custom value or a name: for matching imports."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from contactbook.domain.name_matching import Called
from contactbook.store.sqlite import carray, id_array

if TYPE_CHECKING:
    from collections.abc import Collection

    from contactbook.store.reader import Reader

_TIE = "\x01"


def by_point(reader: Reader, kind: str, keys: Collection[str]) -> dict[str, list[int]]:
    """The contacts outside the trash that have these e-mail addresses or phones (normalised), by key."""
    if not keys:
        return {}
    sql = (
        "SELECT DISTINCT key, contact_id FROM contact_point JOIN contact ON contact.id = contact_id"
        " WHERE key <> '' AND key IN carray(?1) AND contact_point.kind = ?2 AND deleted_at IS NULL"
    )
    found: dict[str, list[int]] = {}
    for key, contact_id in reader.query(sql, (carray(tuple(keys)), kind)):
        found.setdefault(key, []).append(contact_id)
    return found


def by_field(reader: Reader, key: str) -> dict[str, list[int]]:
    """Every value of a custom field with the contacts outside the trash that have it."""
    sql = (
        "SELECT value, contact_id FROM field_value JOIN contact ON contact.id = contact_id"
        " WHERE field_id = (SELECT id FROM field WHERE key = ?) AND deleted_at IS NULL"
    )
    found: dict[str, list[int]] = {}
    for value, contact_id in reader.query(sql, (key,)):
        found.setdefault(value, []).append(contact_id)
    return found


def is_empty(reader: Reader) -> bool:
    """Whether the book has no contact at all."""
    return reader.one("SELECT 1 FROM contact LIMIT 1") is None


def has_field(reader: Reader, key: str) -> bool:
    """Whether a custom field of this key is defined."""
    return reader.one("SELECT 1 FROM field WHERE key = ?", (key,)) is not None


def came_from(reader: Reader, contact_ids: array[int], kind: str, program: str, name: str) -> set[int]:
    """Those of the contacts that came from a file of this format and program; without one, of this name."""
    sql = (
        "SELECT DISTINCT contact_id FROM source_card JOIN import_file ON import_file.id = file_id"
        " WHERE contact_id IN carray(?1) AND import_file.format = ?2 AND program = ?3"
        " AND (program <> '' OR name = ?4)"
    )
    return {row[0] for row in reader.query(sql, (carray(contact_ids), kind, program, name))}


def in_place(
    reader: Reader, origin: tuple[str, str, str, int], lines: Collection[int], *, before: int
) -> dict[int, set[int]]:
    """The contacts outside the trash that came from these lines of a file that was nearly the same.

    Args:
        reader: the book.
        origin: format, program, name and size in bytes of the file; the size may be 2 % off.
        lines: 1-based.
        before: contacts from this id on do not count.
    """
    sql = (
        "SELECT line, contact_id FROM import_file JOIN source_card ON file_id = import_file.id"
        " JOIN contact ON contact.id = contact_id"
        " WHERE import_file.format = ?1 AND program = ?2 AND name = ?3"
        " AND abs(import_file.size - ?4) <= 256 + ?4 / 50 AND line IN carray(?5) AND contact_id < ?6"
        " AND deleted_at IS NULL"
    )
    found: dict[int, set[int]] = {}
    for line, contact_id in reader.query(sql, (*origin, carray(array("q", lines)), before)):
        found.setdefault(line, set()).add(contact_id)
    return found


def read_otherwise(reader: Reader, hashes: Collection[bytes], mapping: str) -> set[bytes]:
    """Those rows of tables, by the hash of their bytes, that so far were only read by another mapping."""
    if not hashes:
        return set()
    sql = (
        "SELECT hash FROM source_card JOIN import_file ON import_file.id = file_id WHERE hash IN carray(?1)"
        " GROUP BY hash HAVING NOT max(mapping IN ('', ?2))"
    )
    return {row[0] for row in reader.query(sql, (carray(tuple(hashes)), mapping))}


def names(reader: Reader, contact_ids: array[int]) -> dict[int, str]:
    """The folded names of contacts ("doe jo"), by contact."""
    sql = "SELECT id, name_key FROM contact_row WHERE id IN carray(?)"
    found = reader.query(sql, id_array(contact_ids)) if contact_ids else ()
    return {key: bare_name(name) for key, name in found}


def called(reader: Reader, contact_ids: array[int]) -> dict[int, Called]:
    """What contacts are called, by contact, as the book has it at this moment of the step."""
    sql = f"SELECT id, {', '.join(Called._fields)} FROM contact WHERE id IN carray(?)"
    found = reader.query(sql, id_array(contact_ids)) if contact_ids else ()
    return {row[0]: Called(*row[1:]) for row in found}


def namesakes(reader: Reader, names: Collection[str], *, before: int, most: int) -> dict[str, list[int]]:
    """The contacts outside the trash with these folded names, by name.

    Names that more than `most` have are left out, as are contacts from the id `before` on.
    """
    sql = """
        SELECT value, (SELECT group_concat(id) FROM (
            SELECT id FROM contact_row WHERE name_key > value || char(1) AND name_key < value || char(2)
            AND deleted_at IS NULL AND id < ?2 LIMIT ?3)) AS found
        FROM carray(?1) WHERE found IS NOT NULL
    """
    wanted = _in_array(names)
    if not wanted:
        return {}
    found = {
        name: listed.split(",") for name, listed in reader.query(sql, (carray(wanted), before, most + 1))
    }
    return {name: [int(each) for each in ids] for name, ids in found.items() if len(ids) <= most}


def namesake(reader: Reader, names: Collection[str], *, before: int) -> dict[str, int]:
    """One contact outside the trash with each of these folded names, of those before this id."""
    sql = """
        SELECT value, (
            SELECT id FROM contact_row WHERE name_key > value || char(1) AND name_key < value || char(2)
            AND deleted_at IS NULL AND id < ?2 LIMIT 1) AS found
        FROM carray(?1) WHERE found IS NOT NULL
    """
    wanted = _in_array(names)
    return dict(reader.query(sql, (carray(wanted), before))) if wanted else {}


def _in_array(names: Collection[str]) -> tuple[str, ...]:
    """Those that an array of SQLite takes."""
    return tuple(name for name in names if name and "\0" not in name)


def bare_name(name_key: str | None) -> str:
    """A sort key without the original spelling that settles ties."""
    return (name_key or "").partition(_TIE)[0]


def in_trash(reader: Reader, contact_ids: array[int]) -> set[int]:
    """Those of the contacts that lie in the trash."""
    sql = "SELECT id FROM contact WHERE id IN carray(?) AND deleted_at IS NOT NULL"
    return set(reader.id_list(sql, id_array(contact_ids)))


def without_card(reader: Reader, contact_ids: array[int]) -> set[int]:
    """Those of the contacts that came with no card or row, as companies do that were made of a name."""
    sql = (
        "SELECT id FROM contact WHERE id IN carray(?)"
        " AND NOT EXISTS (SELECT 1 FROM source_card WHERE contact_id = contact.id)"
    )
    return set(reader.id_list(sql, id_array(contact_ids))) if contact_ids else set()


def living(reader: Reader, contact_ids: Collection[int]) -> list[int]:
    """Those of the ids that contacts outside the trash have."""
    sql = "SELECT id FROM contact WHERE id IN carray(?) AND deleted_at IS NULL"
    return reader.id_list(sql, id_array(contact_ids)) if contact_ids else []


def display_names(reader: Reader) -> list[tuple[int, str]]:
    """Every contact outside the trash, with its name as it is shown."""
    return [
        (*row,) for row in reader.query("SELECT id, display_name FROM contact_row WHERE deleted_at IS NULL")
    ]
