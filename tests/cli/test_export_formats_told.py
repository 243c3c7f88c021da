"""Every format on the command line (contactbook.cli.export_commands)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.actions.export_formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Result


@pytest.mark.parametrize("to", list(FORMATS))
def test_export_and_convert_write_every_format(
    run: Callable[..., Result], book: Path, tmp_path: Path, to: str
) -> None:
    out = tmp_path / "out"
    result = run("export", book, out, "--to", to, "--json")
    assert result.status in (0, 1)
    assert (result.json["format"], result.json["contacts"], result.json["size"]) == (
        to,
        3,
        out.stat().st_size,
    )
    assert (result.status == 1) == bool(result.json["warnings"])
    again = run("convert", out, tmp_path / "again", "--to", "json", "--json")
    assert again.status in (0, 1)
    assert again.json["created"] == 3
    back = run("convert", tmp_path / "again", tmp_path / "back", "--to", to, "--json")
    assert (back.json["format"], back.json["created"]) == (to, 3)
    assert to in " ".join(run("export", "--help").out.split()).replace("- ", "-")


def test_the_ending_chooses_the_format(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    for ending, to in ((".csv", "csv"), (".xlsx", "xlsx"), (".ldif", "ldif"), (".zip", "archive")):
        assert run("export", book, tmp_path / f"out{ending}", "--json").json["format"] == to


def test_a_query_and_columns_shape_the_table(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    options = ("--columns", "First Name, Last Name", "--delimiter", "comma")
    assert run("export", book, out, "--query", "company:acme is:person", *options).status == 0
    assert out.read_text("utf-8-sig").splitlines() == ["First Name,Last Name", "Ada,Lovelace"]


def test_for_excel_goes_with_csv_only(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    assert run("export", book, tmp_path / "out.csv", "--for-excel", "--delimiter", "comma").status == 0
    assert "'+43 (664)" in (tmp_path / "out.csv").read_text("utf-8-sig")
    result = run("export", book, tmp_path / "out.vcf", "--for-excel", "--json")
    assert (result.status, result.json["problem"]["code"]) == (3, "export.option_not_for_format")


def test_an_archive_says_that_it_is_not_encrypted_and_comes_back(
    run: Callable[..., Result], book: Path, tmp_path: Path
) -> None:
    out = tmp_path / "all.zip"
    told = run("export", book, out, "--to", "archive")
    assert told.status == 0
    assert "not encrypted" in told.err
    assert run("new", tmp_path / "new.contactbook").status == 0
    assert run("import", tmp_path / "new.contactbook", out, "--json").json["created"] == 3
    for each in ("list", "history"):
        assert run(each, book, "--json").out == run(each, tmp_path / "new.contactbook", "--json").out
    again = run("import", book, out, "--json")
    assert (again.status, again.json["problem"]["code"]) == (3, "archive.book_not_empty")


def test_an_archive_takes_no_query(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    assert run("export", book, tmp_path / "all.zip", "--query", "ada").status == 2
