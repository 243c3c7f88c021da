"""Our own JSON: an array of contacts in the one shape of `domain.contact_json`, written and read as a stream.

The reader also takes JSON Lines, a single contact, and an object that holds the array under "contacts". The
end of each contact is found by counting brackets, so that a broken one is refused alone and a long array
needs no memory.
"""

from __future__ import annotations

import codecs
import json
import re
from typing import TYPE_CHECKING, BinaryIO, cast

from contactbook.domain import contact_json
from contactbook.domain.contact import Contact, Extra
from contactbook.domain.json_shape import loaded
from contactbook.domain.problems import Problem
from contactbook.formats import text_encoding
from contactbook.formats.fidelity import came_through
from contactbook.formats.records import ReadCard, ReadOptions, Record, RefusedCard
from contactbook.formats.vcard_text import param

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contactbook.formats.fidelity import Fidelity

OBJECT_LIMIT = 64 << 20
"""Longest contact in characters, photos included; a longer one is refused."""

_BLOCK = 256 << 10
_RAW_LIMIT = 64 << 10
_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\]"]', re.DOTALL)
_CONTACTS = re.compile(r'\s*\{[^{}\[\]]*"contacts"\s*:\s*\[')
_KEYS = ("id", "uid", "kind", "display_name", "starred", "field_details", "company_id", "parent_id")
"""Keys that are not counted as properties: they stand there always, or repeat others."""

_OF_A_PART = frozenset({"position", "origin", "related_id", "company_id"})
"""Keys of parts that mean something only within one file or book."""

KEPT = "X-CONTACTBOOK-JSON"
"""The kept property for what stands in a JSON file and is none of ours; PATH says where it stood."""

_KNOWN_KEYS = contact_json.to_json(Contact()).keys()


class JsonWriter:
    """Writes contacts one after the other as one JSON array, a contact a line."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._count = 0

    def write(self, contact: Contact) -> Fidelity:
        """One contact more, and what of it is there when the text is read again."""
        text = json.dumps(contact_json.to_json(contact), ensure_ascii=False)
        before = ",\n" if self._count else "[\n"
        self._stream.write((before + text).encode("utf-8", "surrogatepass"))
        self._count += 1
        return came_through(contact, contact_json.from_json(json.loads(text)))

    def finish(self) -> None:
        """What stands after the last contact."""
        self._stream.write(b"\n]\n" if self._count else b"[]\n")


class _Objects:
    """Cuts the text of a stream into its outermost objects, without keeping more than one of them."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._text = ""
        self._at = 0
        self._ended = False
        self._line = 1

    def __iter__(self) -> Iterator[tuple[int, str]]:
        """Line (from 1) and text of each object; "" for one that is too long, "{" for one that never ends."""
        self._more(_BLOCK)
        if found := _CONTACTS.match(self._text):
            self._pass(found.end())
        while True:
            start = self._text.find("{", self._at)
            if start < 0:
                self._pass(len(self._text))
                if self._ended:
                    return
                self._more(_BLOCK)
                continue
            self._pass(start)
            end = self._end_of_object()
            if end < 0:
                yield self._line, "{" if self._ended else ""
                return
            yield self._line, self._text[self._at : end]
            self._pass(end)

    def _end_of_object(self) -> int:
        """Index behind the object that begins here, read on as far as needed; -1 when it never ends."""
        depth, at = 0, self._at
        while True:
            for found in _TOKEN.finditer(self._text, at):
                token = found[0]
                if token == '"':
                    break
                at = found.end()
                if token in "{[":
                    depth += 1
                elif token in "}]":
                    depth -= 1
                    if depth <= 0:
                        return at
            if self._ended or len(self._text) - self._at > OBJECT_LIMIT:
                return -1
            at -= self._at
            length = len(self._text) - self._at
            self._more(max(_BLOCK, min(length, OBJECT_LIMIT + _BLOCK - length)))

    def _more(self, size: int) -> None:
        data = self._stream.read(size)
        self._ended = not data
        self._text = self._text[self._at :] + self._decoder.decode(data, final=self._ended)
        self._at = 0

    def _pass(self, end: int) -> None:
        self._line += self._text.count("\n", self._at, end)
        self._at = end


def read(stream: BinaryIO, options: ReadOptions | None = None) -> Iterator[Record]:
    """Every contact of a JSON file, in order, with bounded memory; a broken one is refused."""
    head = stream.read(4096)
    guess = text_encoding.guess_encoding(head)
    stream.seek(-len(head) + guess.bom, 1)
    encoding = options.encoding if options and options.encoding else guess.encoding
    for line, text in _Objects(stream, encoding):
        yield _record(line, text) if text else RefusedCard(line, "card_too_large", b"")


def _record(line: int, text: str) -> Record:
    raw = text.encode("utf-8", "surrogatepass")
    try:
        data = cast("dict[str, object]", loaded(text))
        contact = contact_json.from_json(data)
        contact.unlink()
    except json.JSONDecodeError as error:
        return RefusedCard(line + error.lineno - 1, "json_damaged", raw[:_RAW_LIMIT], detail=error.msg)
    except Problem as problem:
        where, expected = str(problem.data.get("where", "")), str(problem.data.get("expected", ""))
        return RefusedCard(line, "json_wrong_shape", raw[:_RAW_LIMIT], where, expected)
    except ValueError:  # too deep, or a number of more digits than Python takes
        return RefusedCard(line, "json_damaged", raw[:_RAW_LIMIT])
    if data.keys().isdisjoint(_KNOWN_KEYS):
        return RefusedCard(line, "empty_card", raw[:_RAW_LIMIT])
    said: dict[str, object] = contact_json.to_json(contact)
    left = [(key, value) for key, value in _left_over(data, said, "") if key not in _KEYS]
    contact.extras += [Extra(KEPT, json.dumps(value), param("PATH", path)[1:]) for path, value in left]
    count = sum(bool(value) for key, value in data.items() if key not in _KEYS)
    count += sum(path not in data for path, _ in left)
    return ReadCard(contact, raw, line, count, count - len(left), len(left))


def _left_over(given: object, said: object, path: str) -> Iterator[tuple[str, object]]:
    """Where in the JSON something stands that the contact made of it does not say, and what it is."""
    if isinstance(given, dict) and isinstance(said, dict):
        inside = cast("dict[str, object]", said)
        for key, value in cast("dict[str, object]", given).items():
            if not path or key not in _OF_A_PART:
                yield from _left_over(value, inside.get(key), f"{path}.{key}" if path else key)
    elif isinstance(given, list) and isinstance(said, list) and len(given) == len(said):  # pyright: ignore[reportUnknownArgumentType]
        pairs = zip(cast("list[object]", given), cast("list[object]", said), strict=True)
        for number, (value, other) in enumerate(pairs):
            yield from _left_over(value, other, f"{path}[{number}]")
    elif given and given != said:
        yield path, given
