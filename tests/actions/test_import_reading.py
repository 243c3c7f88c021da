"""Batches: how big they get, what they tell, and how long cards are kept."""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING

import pytest

from contactbook.actions.import_reading import (
    BATCH,
    BATCH_BYTES,
    BATCH_CARDS,
    BATCH_PROPERTIES,
    FILE,
    UNREADABLE,
    BatchReader,
    ReadingJob,
    failure,
)
from contactbook.actions.import_sources import sources_of
from contactbook.formats.records import ReadOptions
from tests.actions.conftest import card, write

if TYPE_CHECKING:
    from pathlib import Path


def reader_of(*paths: Path, tags: tuple[str, ...] = ()) -> BatchReader:
    return BatchReader(ReadingJob(tuple(sources_of(paths)), ReadOptions(), tags), lambda position: None)


def test_batches_are_bounded_in_cards_and_bytes(tmp_path: Path) -> None:
    small = write(tmp_path / "small.vcf", *(card(number) for number in range(BATCH_CARDS + 1)))
    large = write(
        tmp_path / "large.vcf", *(card(number, NOTE="x" * (BATCH_BYTES // 3)) for number in range(5))
    )
    for path, sizes in ((small, [BATCH_CARDS, 1]), (large, [3, 2])):
        batches = [message[2] for message in reader_of(path).messages() if message[0] == BATCH]
        assert [batch["cards"]["size"] for batch in batches] == sizes
        assert batches[-1]["position"] == path.stat().st_size


def test_a_batch_of_a_wide_table_takes_fewer_rows(tmp_path: Path) -> None:
    wide, rows = BATCH_PROPERTIES // 10, 25
    lines = ["First Name," + ",".join(f"Column {at}" for at in range(wide))]
    lines += [f"Given{row}," + ",".join(["x"] * wide) for row in range(rows)]
    path = tmp_path / "wide.csv"
    path.write_text("\n".join(lines), "utf-8")
    batches = [message[2]["cards"] for message in reader_of(path).messages() if message[0] == BATCH]
    assert [batch["size"] for batch in batches] == [10, 10, 5]


def test_small_files_share_a_batch_and_all_of_it_travels(tmp_path: Path) -> None:
    for number in range(3):
        write(tmp_path / f"{number}.vcf", card(number, CATEGORIES="Club"), "BEGIN:VCARD\r\nFN:cut\r\n")
    (tmp_path / "bad.vcf").write_bytes(b"")
    messages = list(reader_of(tmp_path, tags=("new",)).messages())
    assert marshal.loads(marshal.dumps(messages)) == messages
    assert [message[0] for message in messages] == [FILE, FILE, FILE, UNREADABLE, BATCH]
    batch = messages[-1][2]
    assert batch["files"] == [0, 1, 2]
    assert sorted(batch["cards"]["tags"]) == ["Club", "new"]
    assert [one[:4] for one in batch["refused"]] == [(number, 1, 10, "end_missing") for number in range(3)]
    assert [counts[:4] for counts in batch["counts"]] == [(number, 1, 0, 1) for number in range(3)]
    assert messages[3][1:3] == (3, "import.empty_file")


def test_cards_are_kept_until_their_batch_is_released(tmp_path: Path) -> None:
    reader = reader_of(write(tmp_path / "a.vcf", card(0), card(1)))
    numbers = [message[1] for message in reader.messages() if message[0] == BATCH]
    [(contact, raw)] = reader.contacts(numbers[0], [1])
    assert (contact.uid, raw) == ("uid-1", card(1).encode())
    reader.release(numbers[0])
    with pytest.raises(KeyError):
        reader.contacts(numbers[0], [1])


def test_a_failure_is_told_without_its_words() -> None:
    try:
        raise ValueError("Jo Doe, 5 Secret Lane")
    except ValueError as error:
        told = failure(error)
    assert told.startswith("ValueError at test_import_reading.py:")
    assert "Secret" not in told
    assert failure(KeyError("x")) == "KeyError"
