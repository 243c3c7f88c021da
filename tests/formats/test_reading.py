"""Opening a file of contacts: progress, and a clear problem for everything that is no such file."""

from __future__ import annotations

from pathlib import Path
from typing import IO, Any

import pytest

from contactbook.domain.problems import Problem
from contactbook.formats.reading import Reading, read_file
from contactbook.formats.records import ReadCard, ReadOptions, RefusedCard

HEADING = "First Name,Last Name,E-mail Address\n"


def written(folder: Path, text: str | bytes, name: str = "book.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def contacts(reading: Reading) -> list[ReadCard]:
    records = list(reading)
    assert all(isinstance(record, ReadCard) for record in records)
    return [record for record in records if isinstance(record, ReadCard)]


def test_rows_become_contacts_with_their_line_and_raw_bytes(tmp_path: Path) -> None:
    path = written(tmp_path, HEADING + 'Ada,"Love\nlace",ada@example.com\nBob,Novak,\n')
    with read_file(path) as reading:
        first, second = contacts(reading)
    assert (first.line, first.raw) == (2, b'Ada,"Love\nlace",ada@example.com\n')
    assert (second.line, second.raw) == (4, b"Bob,Novak,\n")
    assert (first.contact.given, first.contact.family) == ("Ada", "Love\nlace")
    assert (first.properties, first.mapped, first.kept_raw) == (3, 3, 0)


def test_a_file_that_goes_away_when_it_is_open_is_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, HEADING + "Ada,Lovelace,ada@example.com\n")
    really = Path.open

    def opened(file: Path, mode: str = "r") -> IO[Any]:
        stream = really(file, mode)
        file.unlink()
        return stream

    monkeypatch.setattr(Path, "open", opened)
    with read_file(path) as reading:
        assert [card.contact.given for card in contacts(reading)] == ["Ada"]


def test_progress_reaches_the_size_of_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, HEADING + "Ada,Lovelace,ada@example.com\n" * 1000)
    seen: list[tuple[int, int]] = []
    with read_file(path, progress=lambda done, total: seen.append((done, total))) as reading:
        assert len(list(reading)) == 1000
    size = path.stat().st_size
    assert seen[-1] == (size, size)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert len(seen) > 2


def test_what_the_person_says_overrules_what_was_found(tmp_path: Path) -> None:
    path = written(tmp_path, "First Name;Birthday\nZoë;03/04/1980\n".encode("cp1250"))
    options = ReadOptions(encoding="cp1250", delimiter=";", date_order="mdy")
    with read_file(path, options) as reading:
        assert (reading.detected.encoding, reading.detected.delimiter) == ("cp1250", ";")
        (card,) = contacts(reading)
    assert card.contact.given == "Zoë"
    assert card.contact.dates[0].value == "1980-03-04"


def test_a_directory_a_missing_and_a_forbidden_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Problem, match=r"import\.is_directory"):
        read_file(tmp_path)
    with pytest.raises(Problem, match=r"import\.file_missing"):
        read_file(tmp_path / "gone.csv")

    def forbidden(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = written(tmp_path, HEADING)
    monkeypatch.setattr(Path, "open", forbidden)
    with pytest.raises(Problem, match=r"import\.unreadable"):
        read_file(path)


def test_a_file_of_nothing_but_refused_rows_is_given_up(tmp_path: Path) -> None:
    with read_file(written(tmp_path, HEADING + "Ada,,\n")) as reading:
        reading._records = iter([RefusedCard(line, "unclosed_quote", b"") for line in range(2000)])
        with pytest.raises(Problem, match=r"import\.not_recognised"):
            list(reading)


def test_a_broken_row_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    path = written(
        tmp_path, HEADING + 'Ada,Lovelace,ada@example.com\n"Bob,Novak\nEve,Weiss,eve@example.com\n'
    )
    with read_file(path) as reading:
        ada, bob, eve = list(reading)
    assert isinstance(ada, ReadCard)
    assert isinstance(bob, RefusedCard)
    assert (bob.line, bob.reason, bob.raw) == (3, "unclosed_quote", b'"Bob,Novak\n')
    assert isinstance(eve, ReadCard)
    assert eve.contact.given == "Eve"
