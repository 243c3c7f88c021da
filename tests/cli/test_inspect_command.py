"""What files are, as text and as JSON, and the mapping of it (contactbook.cli.inspect_command)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Result

TABLE = 'Vorname;Nachname;Firma;Stadt;Notiz\nADA;LOVELACE;-;MÃ¼nchen;"a\nb"\nBo;Berg;Acme;Graz;\n'


def _table(folder: Path) -> Path:
    path = folder / "list.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_columns_and_cleaning_are_told(run: Callable[..., Result], tmp_path: Path) -> None:
    result = run("inspect", _table(tmp_path))
    assert result.status == 0
    assert "2 rows" in result.out
    assert "Vorname\tgiven\t" in result.out
    assert "a b" in result.out
    assert "fillers: 1 cell, such as - -> (blank)" in result.out
    assert "--clean mend does it" in result.out


def test_the_document_says_the_same(run: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "page.csv").write_text("<!DOCTYPE html><html><body>no</body></html>", encoding="utf-8")
    result = run("inspect", _table(tmp_path), tmp_path / "page.csv", "--json")
    assert result.status == 1
    table, page = result.json["files"]
    assert (table["format"], table["delimiter"], table["problem"]) == ("csv", ";", None)
    assert [one["becomes"] for one in table["tables"][0]["columns"]][:3] == [
        "given",
        "family",
        "organization",
    ]
    assert page["problem"]["code"] == "import.is_html"
    assert page["problem"]["remedy"]
    cleaning = {one["rule"]: one for one in result.json["cleaning"]}
    assert (cleaning["shouted"]["on"], cleaning["shouted"]["cells"]) == (False, 2)
    assert cleaning["mend"]["examples"][0]["after"] == "München"


def test_the_mapping_is_written_and_used(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "list.json"
    assert run("inspect", _table(tmp_path), "--clean", "shouted,mend", "--mapping-to", mapping).status == 0
    assert json.loads(mapping.read_text(encoding="utf-8"))["shouted"] is True
    run("import", book, _table(tmp_path), "--mapping", mapping)
    (ada,) = (
        one for one in run("list", book, "--query", "city:München", "--json").json if one["kind"] == "person"
    )
    assert ada["name"]["given"] == "Ada"
    assert run("inspect", _table(tmp_path), _table(tmp_path).rename(tmp_path / "b.csv")).status != 0
