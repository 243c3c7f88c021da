"""What is said about files before anything is done with them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from contactbook.actions import import_mappings
from contactbook.actions.import_inspection import inspect
from contactbook.actions.import_options import ImportOptions
from contactbook.domain.problems import Problem
from tests.actions.conftest import card, write

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.store.book import Book

GERMAN = "Vorname;Nachname;E-Mail;Geburtstag;Schuhgr\u00f6\u00dfe\n"


def table(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def test_a_table_is_shown_with_what_was_guessed(tmp_path: Path) -> None:
    text = (
        GERMAN + "J\u00fcrgen;Kr\u00fcger;j@k.example;3/4/1980;44\n;;;;\nAnna;Lind;a@l.example;5/6/1981;38\n"
    )
    [file] = inspect([table(tmp_path / "a.csv", text, "cp1252")]).files
    assert (file.format, file.encoding, file.delimiter, file.problem) == ("csv", "cp1252", ";", None)
    assert "J\u00fcrgen;Kr\u00fcger" in file.text
    [found] = file.tables
    assert (found.header_row, found.row_count, found.counted) == (1, 2, True)
    assert [one.column.target for one in found.columns] == ["given", "family", "email", "date", "field"]
    assert [one.column.confidence >= 70 for one in found.columns] == [True, True, True, True, False]
    assert found.columns[0].samples == ["J\u00fcrgen", "Anna"]
    assert found.ambiguous_dates
    assert [one.ambiguous for one in found.columns] == [False, False, False, True, False]


def test_every_guess_can_be_overruled(tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", "First Name,Mail\nZo\u00eb,z@z.example\n", "cp1252")
    [file] = inspect([path]).files
    said = replace(file.options, encoding="cp1250")
    [again] = inspect([path], ImportOptions(files={file.key: said})).files
    assert (again.encoding, again.tables[0].rows[0][0]) == (
        "cp1250",
        "Zo\u00eb".encode("cp1252").decode("cp1250"),
    )


def test_double_encoding_is_noticed(tmp_path: Path) -> None:
    [file] = inspect([table(tmp_path / "a.csv", "Name,City\nAda,M\u00c3\u00bcnchen\nBob,Ulm\n")]).files
    assert [one.double_encoded for one in file.tables[0].columns] == [0, 1]


def test_cards_show_names(tmp_path: Path) -> None:
    [file] = inspect([write(tmp_path / "a.vcf", card(1), card(2))]).files
    assert (file.format, file.cards, file.tables) == ("vcard3", ["Jo Doe1", "Jo Doe2"], [])
    assert file.text.startswith("BEGIN:VCARD")


def test_a_file_that_cannot_be_read_does_not_hide_the_others(tmp_path: Path) -> None:
    pdf = table(tmp_path / "a.csv", "%PDF-1.4 nothing")
    found = inspect([pdf, write(tmp_path / "b.vcf", card(1))])
    first, second = found.files
    assert isinstance(first.problem, Problem)
    assert (first.problem.code, second.problem, found.readable) == ("import.is_pdf", None, True)


def test_a_kept_mapping_is_offered_for_its_headings(book: Book, tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", GERMAN + "A;B;a@b.example;1.2.1980;44\n")
    [file] = inspect([path], book=book).files
    mapping = file.tables[0].mapping
    mapping.columns[4] = replace(mapping.columns[4], target="field", label="Shoe size", type="number")
    import_mappings.keep_mapping(book, "Shoes", mapping)
    [again] = inspect([path], book=book).files
    [kept] = again.tables[0].kept
    assert (kept.name, kept.mapping.columns[4].label) == ("Shoes", "Shoe size")
    other = table(tmp_path / "b.csv", "Vorname;Nachname;E-Mail\nA;B;a@b.example\n")
    assert inspect([other], book=book).files[0].tables[0].kept == []
    import_mappings.forget_mapping(book, kept.id)
    assert import_mappings.saved_mappings(book) == []


def test_a_mapping_travels_in_a_file(tmp_path: Path) -> None:
    [file] = inspect([table(tmp_path / "a.csv", GERMAN + "A;B;a@b.example;1.2.1980;44\n")]).files
    mapping = file.tables[0].mapping
    import_mappings.save_mapping_file(mapping, tmp_path / "m.json")
    loaded = import_mappings.load_mapping(tmp_path / "m.json")
    assert loaded.to_json() == mapping.to_json()


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b'{"contactbook_mapping": 1, "columns": [{"to": "x"}]}']
)
def test_a_file_that_is_no_mapping(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "m.json").write_bytes(content)
    with pytest.raises(Problem) as caught:
        import_mappings.load_mapping(tmp_path / "m.json")
    assert caught.value.code == "import.mapping_wrong"
    with pytest.raises(Problem) as caught:
        import_mappings.load_mapping(tmp_path / "none.json")
    assert caught.value.code == "import.mapping_unreadable"


def test_dates_with_points_are_never_in_doubt(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Name,Birthday\nAda Kowalska,03.04.1980\nBen Nowak,05.06.1979\n", "utf-8")
    (file,) = inspect([path]).files
    assert not file.tables[0].ambiguous_dates
