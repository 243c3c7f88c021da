from __future__ import annotations

import errno
import json
import sys
from pathlib import Path

import pytest

from contactbook.domain.problems import Problem
from contactbook.settings import computer, declarations
from contactbook.settings.computer import ComputerSettings, usual_file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def test_what_was_chosen_is_there_at_the_next_start(file: Path) -> None:
    settings = ComputerSettings(file)
    assert settings.get(declarations.THEME) == "system"
    settings.put(declarations.THEME, "dark")
    settings.put(declarations.COLUMNS, (("name", 240, True), ("email", 100, False)))
    settings.put(declarations.SORTS, {"tag:7": ("email", True)})
    settings.save()
    again = ComputerSettings(file)
    assert again.get(declarations.THEME) == "dark"
    assert again.get(declarations.COLUMNS) == (("name", 240, True), ("email", 100, False))
    assert again.get(declarations.SORTS) == {"tag:7": ("email", True)}
    again.reset(declarations.THEME)
    again.save()
    assert ComputerSettings(file).get(declarations.THEME) == "system"
    assert [path.name for path in file.parent.iterdir()] == ["settings.json"]


def test_only_the_owner_may_read_which_books_there_are(file: Path) -> None:
    settings = ComputerSettings(file)
    settings.add_recent(Path("friends.contactbook"))
    settings.save()
    assert file.stat().st_mode & 0o077 == 0 or sys.platform == "win32"


def test_recent_books_are_few_and_the_latest_comes_first(file: Path, tmp_path: Path) -> None:
    settings = ComputerSettings(file)
    books = [tmp_path / f"{number}.contactbook" for number in range(12)]
    for book in [*books, books[8]]:
        settings.add_recent(book)
    assert settings.recent_books() == [books[at] for at in (8, 11, 10, 9, 7, 6, 5, 4)]
    settings.forget_recent(books[11])
    settings.save()
    assert ComputerSettings(file).recent_books() == [books[at] for at in (8, 10, 9, 7, 6, 5, 4)]


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe\x00", b'"text"', b"[" * 100_000, b"null"])
def test_a_damaged_file_is_kept_aside_and_the_defaults_hold(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    settings = ComputerSettings(file)
    assert settings.get(declarations.BACKUP_COUNT) == 10
    assert file.with_name("settings.json.damaged").read_bytes() == content
    settings.put(declarations.BACKUP_COUNT, 20)
    settings.save()
    assert ComputerSettings(file).get(declarations.BACKUP_COUNT) == 20


def test_a_value_that_means_nothing_costs_only_itself(file: Path) -> None:
    file.parent.mkdir()
    file.write_text(json.dumps({"theme": "purple", "backup_count": 3, "from_the_future": [1]}))
    settings = ComputerSettings(file)
    assert settings.get(declarations.THEME) == "system"
    assert settings.get(declarations.BACKUP_COUNT) == 3
    settings.put(declarations.THEME, "light")
    settings.save()
    assert json.loads(file.read_text()) == {"theme": "light", "backup_count": 3, "from_the_future": [1]}


def test_two_windows_do_not_undo_each_other(file: Path) -> None:
    one, other = ComputerSettings(file), ComputerSettings(file)
    one.put(declarations.THEME, "dark")
    other.put(declarations.BACKUP_COUNT, 5)
    one.save()
    other.save()
    both = ComputerSettings(file)
    assert (both.get(declarations.THEME), both.get(declarations.BACKUP_COUNT)) == ("dark", 5)
    assert other.get(declarations.THEME) == "dark"


def test_nothing_is_written_when_nothing_was_changed(file: Path) -> None:
    settings = ComputerSettings(file)
    settings.save()
    assert not file.parent.exists()
    in_memory = ComputerSettings(None)
    in_memory.put(declarations.THEME, "dark")
    in_memory.save()
    assert in_memory.get(declarations.THEME) == "dark"


def test_a_disk_that_is_full_leaves_the_older_settings(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = ComputerSettings(file)
    settings.put(declarations.BACKUP_COUNT, 3)
    settings.save()

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    settings.put(declarations.BACKUP_COUNT, 4)
    with monkeypatch.context() as patch:
        patch.setattr(computer.os, "fsync", full)
        with pytest.raises(Problem) as caught:
            settings.save()
    assert caught.value.code == "settings.not_saved"
    assert [path.name for path in file.parent.iterdir()] == ["settings.json"]
    assert ComputerSettings(file).get(declarations.BACKUP_COUNT) == 3
    settings.save()
    assert ComputerSettings(file).get(declarations.BACKUP_COUNT) == 4


def test_mistakes_of_ours_are_refused(file: Path) -> None:
    settings = ComputerSettings(file)
    with pytest.raises(ValueError, match="cannot be"):
        settings.put(declarations.BACKUP_COUNT, 0)
    with pytest.raises(ValueError, match="kept in the book"):
        settings.get(declarations.DEFAULT_COUNTRY)


def test_the_usual_file_lies_in_the_folder_for_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if sys.platform.startswith("linux"):
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
        assert usual_file() == tmp_path / "Contactbook" / "settings.json"
    assert usual_file().name == "settings.json"
