# ruff: noqa: RUF001 - letters of many scripts, on purpose
from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import pytest

from contactbook.domain import collation
from contactbook.qtmodels.contact_table import ContactTable
from contactbook.qtmodels.letter_index import LetterIndex, letters, typed_ahead
from contactbook.qtmodels.row_source import ALL, View
from tests.qtmodels.list_source import ListSource, row

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NAMES = ("007", "Abel", "Anna", "Bob", "Łukasz", "Zoe", "Ωmega", "")


class Folding(ListSource):
    """Sorts as the store does: by letter, nothing last."""

    def ids_of(self, view: View, sort: str, *, descending: bool) -> array[int]:
        part = sorted(
            self.held.values(),
            key=lambda each: collation.sort_key(each.sort_name, self.order) or "\U0010ffff",
            reverse=descending,
        )
        if descending:
            part = [each for each in part if each.sort_name] + [each for each in part if not each.sort_name]
        return array("q", [each.id for each in part])


@pytest.fixture
def table(qtbot: QtBot) -> ContactTable:
    made = ContactTable()
    made.open(Folding(row(at + 1, name, sort_name=name) for at, name in enumerate(NAMES)))
    made.show(ALL)
    return made


def test_letters_of_any_spelling(table: ContactTable) -> None:
    index = LetterIndex(table)
    assert [index.rank(name) for name in ("007", "ábel", "Łukasz", "zoe", "Ωmega", "")] == [
        0,
        1,
        12,
        26,
        27,
        28,
    ]


@pytest.mark.parametrize("descending", [False, True])
def test_each_letter_is_found_by_halving(table: ContactTable, descending: bool) -> None:
    table.sort_by("name", descending=descending)
    index = LetterIndex(table)
    assert index.usable
    present = [index.letters[at] for at in range(len(index.letters)) if index.present(at)]
    assert present == ["#", "A", "B", "L", "Z", "…"]
    for letter in ("#", "A", "L", "…"):
        at = index.letters.index(letter)
        assert index.letter_at(index.start(at)) == at


def test_no_letters_in_an_order_of_numbers(table: ContactTable) -> None:
    table.listing.sort = "created_at"
    assert not LetterIndex(table).usable


def test_typing_goes_on_from_the_row_in_hand_and_round(table: ContactTable) -> None:
    def name_at(row: int) -> str:
        found = table.row(row)
        return found.display_name if found is not None else ""

    first = typed_ahead(table, "a", 0)
    assert name_at(first) == "Abel"
    assert name_at(typed_ahead(table, "a", first + 1)) == "Anna"
    assert name_at(typed_ahead(table, "a", table.rowCount())) == "Abel"
    assert typed_ahead(table, "q", 0) == -1
    assert typed_ahead(table, "", 0) == -1


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize(
    ("language", "names", "shown"),
    [
        ("sv", ("Adam", "Zoe", "Åberg", "Ärlig", "Æble", "Öberg", "Ωmega"), "AZÅÄÖ…"),
        ("da", ("Adam", "Zoe", "Æble", "Ørsted", "Åberg"), "AZÆØÅ"),
        ("et", ("Vello", "Õun", "Ämm", "Zoe"), "VÕÄZ"),
        ("pl", ("Lis", "Łaski", "Mak", "Żak"), "LŁMŻ"),
        ("tr", ("Hale", "Işık", "İnci", "irem", "Jale"), "HIİJ"),
        ("", ("Åberg", "Zoe", "Öberg"), "AOZ"),
    ],
)
def test_the_letters_are_those_of_the_order(
    qtbot: QtBot, language: str, names: tuple[str, ...], shown: str, descending: bool
) -> None:
    source = Folding(row(at + 1, name, sort_name=name) for at, name in enumerate(names))
    source.order = language
    table = ContactTable()
    table.open(source)
    table.show(ALL)
    table.sort_by("name", descending=descending)
    index = LetterIndex(table)
    assert "".join(index.letters[at] for at in range(len(index.letters)) if index.present(at)) == shown
    for letter in shown:
        at = index.letters.index(letter)
        assert index.letter_at(index.start(at)) == at
    table.listing.sort = "organization"
    assert LetterIndex(table).letters == letters()
