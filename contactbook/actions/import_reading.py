"""The reading side of an import: files in, messages out that any process boundary can carry.

A message is a plain tuple that begins with its kind:

    (FILE, number, {format, program, encoding, delimiter, guessed})    a file was recognised
    (UNREADABLE, number, code, data)                                   nothing (more) of it can be read
    (BATCH, number, batch)                                             cards ready for the tables: `Batch`
    (FAILED, detail)                                                   the reader broke: our bug
"""

from __future__ import annotations

import time
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from contactbook.actions.import_opening import open_source, records_of
from contactbook.domain import point_keys
from contactbook.domain.problems import Problem
from contactbook.formats.records import ReadCard, ReadGroup
from contactbook.store import bulk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from contactbook.actions.import_sources import Source
    from contactbook.domain.contact import Contact
    from contactbook.formats.detection import Detected
    from contactbook.formats.records import ReadOptions, Record

FILE, UNREADABLE, BATCH, FAILED = "file", "unreadable", "batch", "failed"
Message: TypeAlias = tuple[Any, ...]
Batch: TypeAlias = dict[str, Any]
"""What a batch holds, all of it plain values:

`cards`: what `store.bulk.prepare` made of them (None without cards); `files`: the number of each card's file;
`position`: bytes read so far; `refused`, `groups`, `remarks`: tuples that begin with the number of the file;
`counts`: (file, cards, groups, refused, properties read, mapped, kept raw)."""
Tick: TypeAlias = "Callable[[int], None]"

BATCH_CARDS = 400
BATCH_BYTES = 1 << 20
TICK_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class ReadingJob:
    """Everything that the reader needs to know, whichever process it runs in."""

    sources: tuple[Source, ...]
    options: ReadOptions
    tags: tuple[str, ...] = ()

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
        with open_source(source, self._job.options) as reading:
            yield (FILE, number, _described(reading.detected))
            for record in records_of(reading, source):
                self._take(number, record)
                if len(self._cards) >= BATCH_CARDS or self._bytes >= BATCH_BYTES:
                    yield self._batch(self._before + reading.position)
                now = time.monotonic()
                if now >= self._next_tick:
                    self._next_tick = now + TICK_SECONDS
                    self._tick(self._before + reading.position)

    def _take(self, number: int, record: Record) -> None:
        counts = self._counts.setdefault(number, [0] * 6)
        self._bytes += len(record.raw)
        if isinstance(record, ReadCard):
            point_keys.fill(record.contact, self._job.options.country)
            if self._job.tags:
                record.contact.tags += self._job.tags
            self._cards.append((number, record))
            for position, value in enumerate((1, 0, 0, record.properties, record.mapped, record.kept_raw)):
                counts[position] += value
            self._remarks += [(number, remark.line, remark.code, remark.detail) for remark in record.remarks]
        elif isinstance(record, ReadGroup):
            counts[1] += 1
            self._groups.append((number, record.name, list(record.members)))
        else:
            counts[2] += 1
            self._refused.append(
                (number, record.line, record.reason, bytes(record.raw), record.column, record.detail)
            )

    def _start_batch(self) -> None:
        self._cards: list[tuple[int, ReadCard]] = []
        self._groups: list[tuple[Any, ...]] = []
        self._refused: list[tuple[Any, ...]] = []
        self._remarks: list[tuple[Any, ...]] = []
        self._counts: dict[int, list[int]] = {}
        self._bytes = 0

    def _batch(self, position: int) -> Message:
        batch: Batch = {
            "cards": bulk.prepare(self._cards) if self._cards else None,
            "files": [number for number, _ in self._cards],
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


def _described(detected: Detected) -> dict[str, Any]:
    return {
        "format": detected.format,
        "program": detected.program,
        "encoding": detected.encoding,
        "delimiter": detected.delimiter,
        "guessed": bool(detected.guessed),
    }


def _plain(data: dict[str, object]) -> dict[str, Any]:
    return {
        key: value if isinstance(value, (str, int, float, bytes, bool, type(None))) else str(value)
        for key, value in data.items()
    }
