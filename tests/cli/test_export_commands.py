"""Export and convert write whole files in the format that was asked for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from contactbook.cli import export_commands
from tests.cli.conftest import BROKEN, CARDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Result


def test_an_export_gives_the_cards_back(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.vcf"
    result = run("export", book, out, "--json")
    assert result.status == 0
    assert result.json["contacts"] == 3
    text = out.read_text(encoding="utf-8")
    assert text.count("BEGIN:VCARD") == 3
    assert "VERSION:3.0" in text
    assert "FN:Łukasz Żak" in text


def test_the_format_is_that_of_the_option_or_the_name(
    run: Callable[..., Result], book: Path, tmp_path: Path
) -> None:
    four, plain = tmp_path / "four.vcf", tmp_path / "all.json"
    assert run("export", book, four, "--to", "vcard4").status == 0
    assert "VERSION:4.0" in four.read_text(encoding="utf-8")
    assert run("export", book, plain, "--query", "lukasz").status == 0
    assert "lukasz@zak.example" in json.dumps(json.loads(plain.read_text(encoding="utf-8")))
    assert "Lovelace" not in plain.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("to", "version"),
    [
        ("vcard2.1", "2.1"),
        ("vcard3", "3.0"),
        ("vcard4", "4.0"),
        ("vcard3-apple", "3.0"),
        ("vcard3-google", "3.0"),
        ("vcard3-outlook", "3.0"),
        ("vcard2.1-outlook", "2.1"),
    ],
)
def test_vcards_for_every_version_and_program(
    run: Callable[..., Result], book: Path, tmp_path: Path, to: str, version: str
) -> None:
    out = tmp_path / "out.vcf"
    assert run("export", book, out, "--to", to, "--json").json["format"] == to
    assert out.read_text(encoding="utf-8").count(f"VERSION:{version}") == 3
    assert to in run("export", "--help").out.replace("\n", " ").replace("  ", "")


def test_a_dash_is_standard_output(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    assert run("export", book, tmp_path / "all.csv", "--columns", "First Name").status == 0
    result = run("export", book, "-", "--to", "csv", "--columns", "First Name")
    assert result.status == 0
    assert result.out.encode() == (tmp_path / "all.csv").read_bytes()
    assert "3 contacts" in result.err
    assert run("export", book, "-", "--to", "csv", "--json").status == 2
    assert run("export", book, "-", "--to", "archive").status == 2


def test_a_name_that_says_no_format_is_asked_about(
    run: Callable[..., Result], book: Path, tmp_path: Path
) -> None:
    result = run("export", book, tmp_path / "out.xyz")
    assert result.status == 2
    assert "--to" in result.err
    assert not (tmp_path / "out.xyz").exists()
    assert run("export", book, "-").status == 2


def test_an_unknown_format_leaves_no_file(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    result = run("export", book, tmp_path / "out.xyz", "--to", "papyrus")
    assert result.status == 3
    assert not (tmp_path / "out.xyz").exists()


def test_convert_needs_no_book(run: Callable[..., Result], tmp_path: Path) -> None:
    cards, out = tmp_path / "in.vcf", tmp_path / "out.vcf"
    cards.write_text(CARDS, encoding="utf-8")
    result = run("convert", cards, out, "--to", "vcard4", "--json")
    assert result.status == 0
    assert result.json["read"] == 3
    assert out.read_text(encoding="utf-8").count("VERSION:4.0") == 3


def test_convert_tells_what_it_refused(run: Callable[..., Result], tmp_path: Path) -> None:
    cards, out = tmp_path / "in.vcf", tmp_path / "out.vcf"
    cards.write_text(CARDS + BROKEN, encoding="utf-8")
    result = run("convert", cards, out)
    assert result.status == 1
    assert "in.vcf:" in result.err
    assert out.read_text(encoding="utf-8").count("BEGIN:VCARD") == 3


def test_convert_to_nothing_is_wrong_usage(run: Callable[..., Result], tmp_path: Path) -> None:
    assert run("convert", tmp_path / "in.vcf").status == 2
    assert export_commands.convert_command.name == "convert"


def test_a_conversion_reads_as_it_is_told(run: Callable[..., Result], tmp_path: Path) -> None:
    table = tmp_path / "list.csv"
    table.write_bytes("Vorname;Nachname;Geburtstag\nBÖRJE;SÖDERBERG;03/04/1980\n".encode("cp850"))
    out = tmp_path / "out.json"
    reading = ("--encoding", "cp850", "--date-order", "mdy", "--country", "SE", "--clean", "shouted")
    assert run("convert", table, out, *reading).status == 0
    (contact,) = json.loads(out.read_text(encoding="utf-8"))
    assert contact["name"]["family"] == "Söderberg"
    assert contact["dates"][0]["value"] == "1980-03-04"
