"""Importing from the command line: counts, refusals, dry run, exit status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.cli import import_command, rejected_told
from tests.cli.conftest import BROKEN, CARDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Result

KEYS = {"read", "created", "updated", "unchanged", "skipped", "rejected", "properties", "step"}


def _written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_an_import_tells_its_counts(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    cards = _written(tmp_path, "more.vcf", CARDS.replace("UID:", "UID:second-"))
    trial = run("import", book, cards, "--dry-run", "--json")
    assert len(run("list", book, "--json").json) == 3
    real = run("import", book, cards, "--json", "--tag", "New", "--tag", "2024")
    assert trial.status == real.status == 0
    assert KEYS <= set(real.json)
    assert set(trial.json) == set(real.json)
    assert real.json["created"] == trial.json["created"] == 3
    assert real.json["properties"]["lost"] == 0
    assert real.json["step"] != 0
    assert run("show", book, "second-ada", "--json").json["tags"] == ["New", "2024"]


def test_the_same_file_again_changes_nothing(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    again = run("import", book, _written(tmp_path, "again.vcf", CARDS), "--json").json
    assert (again["created"], again["updated"], again["unchanged"]) == (0, 0, 3)


def test_a_refused_card_makes_it_done_in_part(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    cards = _written(tmp_path, "broken.vcf", CARDS + BROKEN)
    rejects = tmp_path / "rejects.vcf"
    result = run("import", book, cards, "--rejects", rejects)
    assert result.status == 1
    assert f"broken.vcf:{CARDS.count(chr(10)) + 1}:" in result.err
    assert "Nobody" in rejects.read_text(encoding="utf-8")
    assert run("import", book, cards, "--json").json["rejected"][0]["line"] == CARDS.count("\n") + 1


def test_many_refused_cards_are_not_all_listed(
    run: Callable[..., Result], book: Path, tmp_path: Path
) -> None:
    cards = _written(tmp_path, "broken.vcf", BROKEN * 30 + CARDS)
    result = run("import", book, cards)
    assert result.status == 1
    assert sum("broken.vcf:" in line for line in result.err.splitlines()) <= rejected_told.SHOWN + 3
    assert "more" in result.err


def test_the_country_may_be_a_name(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    path = _written(tmp_path, "again.vcf", CARDS)
    assert run("import", book, path, "--country", "Polska").status == 0
    wrong = run("import", book, path, "--country", "Atlantis")
    assert (wrong.status, wrong.out) == (2, "")


def test_a_file_that_is_none_is_a_problem(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    for path in (tmp_path / "missing.vcf", tmp_path, _written(tmp_path, "empty.vcf", "")):
        result = run("import", book, path, "--json")
        assert result.status == 3
        assert result.json["problem"]["remedy"]


def test_without_json_there_is_one_summary(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    result = run("import", book, _written(tmp_path, "again.vcf", CARDS), "--dry-run")
    assert result.out.splitlines()[1:] == ["14 properties read, 14 understood, 0 lost."]
    assert import_command.import_command.name == "import"
