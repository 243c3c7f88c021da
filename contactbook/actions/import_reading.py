"""The reading side of an import: files in, messages out that any process boundary can carry.

A message is a plain tuple that begins with its kind:

    (FILE, number, {format, program, ...})                             a file was recognised: `_described`
    (UNREADABLE, number, code, data)                                   nothing (more) of it can be read
    (BATCH, number, batch)                                             cards ready for the tables: `Batch`
    (FAILED, detail)                                                   the reader broke: our bug
"""

from __future__ import annotations

import time
import traceback
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from contactbook.actions.import_opening import open_source, records_of
from contactbook.actions.import_options import Decision, RowRef
from contactbook.domain import point_keys
from contactbook.domain.problems import Problem
from contactbook.formats import table_mapping
from contactbook.formats.records import ReadCard, ReadGroup, ReadOptions, RefusedCard
from contactbook.store import bulk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from contactbook.actions.import_sources import Source
    from contactbook.domain.contact import Contact
    from contactbook.formats.reading import Reading
    from contactbook.formats.records import Record

FILE, UNREADABLE, BATCH, FAILED = "file", "unreadable", "batch", "failed"
Message: TypeAlias = tuple[Any, ...]
Batch: TypeAlias = dict[str, Any]
"""What a batch holds, all of it plain values:

`cards`: what `store.bulk.prepare` made of them (None without cards); `files`, `places`: the number of each
card's file, and its own within it; `sheets`: by ordinal, where a workbook has some; `position`: bytes read so
far; `refused`, `groups`, `skipped`: tuples that begin with file and place; `remarks`: tuples that begin with
the file; `counts`: (file, cards, groups, refused, skipped, properties read, mapped, kept raw)."""
Tick: TypeAlias = "Callable[[int], None]"

BATCH_CARDS = 400
BATCH_BYTES = 1 << 20
BATCH_PROPERTIES = 20_000
"""Of wide tables a batch takes fewer: unpacking one is a single call that lets no window paint meanwhile."""
TICK_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class ReadingJob:
    """Everything that the reader needs to know, whichever process it runs in."""

    sources: tuple[Source, ...]
    options: ReadOptions
    tags: tuple[str, ...] = ()
    per_file: Mapping[int, ReadOptions] = field(default_factory=dict[int, ReadOptions])
    decisions: Mapping[RowRef, Decision] = field(default_factory=dict[RowRef, Decision])

    @property
    def size(self) -> int:
        """Bytes to read in all."""
        return sum(source.size for source in self.sources)


class BatchReader:
    """Reads the files of a job one after the other and packs what is in them into batches.

    The contacts of a batch stay here until it is released, to be asked for when a card meets a contact that
    is in the book already.
    """

    def __init__(self, job: ReadingJob, tick: Tick) -> None:
        self._job = job
        self._tick = tick
        self._next_tick = 0.0
        self._before = 0
        self._number = 0
        self._country = ""
        self._by_contact = True
        self._kept: dict[int, list[ReadCard]] = {}
        self._start_batch()

    def messages(self) -> Iterator[Message]:
        """Every message of the job, in the order of the files."""
        for number, source in enumerate(self._job.sources):
            try:
                yield from self._file(number, source)
            except Problem as problem:
                yield (UNREADABLE, number, problem.code, _plain(problem.data))
            self._before += source.size
        yield self._batch(self._before)

    def contacts(self, batch: int, wanted: Sequence[int]) -> list[tuple[Contact, bytes]]:
        """Some contacts, and the bytes of their cards, of a batch that was not released yet."""
        kept = self._kept[batch]
        return [(kept[index].contact, kept[index].raw) for index in wanted]

    def release(self, batch: int) -> None:
        """Forget the contacts of a batch."""
        self._kept.pop(batch, None)

    def _file(self, number: int, source: Source) -> Iterator[Message]:
        options = self._job.per_file.get(number, self._job.options)
        decisions = {ref.number: found for ref, found in self._job.decisions.items() if ref.file == number}
        with open_source(source, options) as reading:
            self._regions(options, reading)
            yield (FILE, number, _described(reading))
            for place, record in enumerate(records_of(reading, source)):
                if decisions and place in decisions:
                    self._decided(number, place, reading, record, decisions[place])
                else:
                    self._take(number, place, record)
                if self._is_full():
                    yield self._batch(self._before + reading.position)
                now = time.monotonic()
                if now >= self._next_tick:
                    self._next_tick = now + TICK_SECONDS
                    self._tick(self._before + reading.position)

    def _is_full(self) -> bool:
        return (
            len(self._cards) >= BATCH_CARDS
            or self._bytes >= BATCH_BYTES
            or self._properties >= BATCH_PROPERTIES
        )

    def _regions(self, options: ReadOptions, reading: Reading) -> None:
        """By which country phones of a file are compared that have none (R33)."""
        mapping = reading.mapping
        self._country = options.country or (mapping.country if mapping else "")
        self._by_contact = mapping is None or mapping.phones == table_mapping.BY_CONTACT
        if mapping is not None and mapping.phones == table_mapping.BY_NONE:
            self._country = ""

    def _decided(self, number: int, place: int, reading: Reading, record: Record, decision: Decision) -> None:
        """Take a record as the person wants it."""
        if decision.skip:
            self._skipped.append((number, place, record.line))
            self._counts.setdefault(number, [0] * 7)[3] += 1
            return
        text = decision.raw if decision.cells is None else decision.cells
        if text is not None and not isinstance(record, ReadGroup):
            record = reading.again(record, text)
        self._take(number, place, record)

    def _take(self, number: int, place: int, record: Record) -> None:
        counts = self._counts.setdefault(number, [0] * 7)
        self._bytes += len(record.raw)
        if isinstance(record, ReadCard):
            point_keys.fill(record.contact, self._country, by_contact=self._by_contact)
            if self._job.tags:
                record.contact.tags += self._job.tags
            self._cards.append((number, record))
            self._places.append(place)
            counts[0] += 1
            self._properties += record.properties
            counts[4] += record.properties
            counts[5] += record.mapped
            counts[6] += record.kept_raw
            if record.remarks:
                self._remarks += [(number, note.line, note.code, note.detail) for note in record.remarks]
        elif isinstance(record, ReadGroup):
            counts[1] += 1
            self._groups.append((number, place, record.line, record.name, list(record.members)))
        elif isinstance(record, RefusedCard):
            counts[2] += 1
            raw = bytes(record.raw)
            told = (record.line, record.reason, raw, record.column, record.detail, record.sheet, record.cells)
            self._refused.append((number, place, *told))

    def _start_batch(self) -> None:
        self._cards: list[tuple[int, ReadCard]] = []
        self._places: list[int] = []
        self._skipped: list[tuple[Any, ...]] = []
        self._groups: list[tuple[Any, ...]] = []
        self._refused: list[tuple[Any, ...]] = []
        self._remarks: list[tuple[Any, ...]] = []
        self._counts: dict[int, list[int]] = {}
        self._bytes = 0
        self._properties = 0

    def _batch(self, position: int) -> Message:
        batch: Batch = {
            "cards": bulk.prepare(self._cards) if self._cards else None,
            "files": [number for number, _ in self._cards],
            "places": self._places,
            "sheets": {at: card.sheet for at, (_, card) in enumerate(self._cards) if card.sheet},
            "skipped": self._skipped,
            "position": position,
            "groups": self._groups,
            "refused": self._refused,
            "remarks": self._remarks,
            "counts": [(number, *counts) for number, counts in self._counts.items()],
        }
        self._number += 1
        self._kept[self._number] = [card for _, card in self._cards]
        self._start_batch()
        return (BATCH, self._number, batch)


def failure(error: BaseException) -> str:
    """What broke, by kinds and places only: an error's own words may hold a contact's."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {frames[-1].filename.rsplit('/', 1)[-1]}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"


def _described(reading: Reading) -> dict[str, Any]:
    detected = reading.detected
    return {
        "format": detected.format,
        "program": detected.program,
        "encoding": detected.encoding,
        "delimiter": detected.delimiter,
        "guessed": bool(detected.guessed),
        "mapping": " ".join(table_mapping.digest(table.mapping) for table in reading.tables),
        "headings": {table.name: table.shape.headings for table in reading.tables},
    }


def _plain(data: dict[str, object]) -> dict[str, Any]:
    return {
        key: value if isinstance(value, (str, int, float, bytes, bool, type(None))) else str(value)
        for key, value in data.items()
    }
