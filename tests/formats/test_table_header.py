"""What the columns of a table mean together, and which way round its whole names are written."""

from __future__ import annotations

import pytest

from contactbook.formats.table_header import guess_mapping
from contactbook.formats.table_mapping import FAMILY_FIRST, Column
from tests.formats.test_column_values import read

TURNED = ["Müller Hans", "Brzęk Zyta", "Meier Anna", "van den Berg Jan"]
USUAL = ["Hans Müller", "Zyta Brzęk", "Anna Meier", "Jan van den Berg"]


def column_of(heading: str, names: list[str], mails: list[str] | None = None) -> Column:
    beside = mails or [""] * len(names)
    return guess_mapping([heading, "E-mail"], list(zip(names, beside, strict=True))).columns[0]


@pytest.mark.parametrize(
    ("heading", "names", "target"),
    [
        ("Name", TURNED, FAMILY_FIRST),
        ("Name", USUAL, "full_name"),
        ("Nachname Vorname", TURNED, FAMILY_FIRST),
        ("Nachname Vorname", ["Brzęk Zyta"], FAMILY_FIRST),
        ("Nom et prénom", USUAL, "full_name"),
        ("Vorname Nachname", TURNED, FAMILY_FIRST),
        ("Name", ["Müller Hans"], "full_name"),
        ("Name", ["Thomas Martin", "Paul Simon"], "full_name"),
    ],
)
def test_the_cells_and_the_heading_tell_which_name_is_first(
    heading: str, names: list[str], target: str
) -> None:
    assert column_of(heading, names).target == target


def test_the_address_beside_a_name_tells_it_too() -> None:
    mails = ["zyta.brzek@x.example", "x.qwert@x.example"]
    assert column_of("Name", ["Brzęk Zyta", "Qwert Xymena"], mails).target == FAMILY_FIRST
    assert column_of("Name", ["Zyta Brzęk", "Xymena Qwert"], mails).target == "full_name"


def test_names_in_both_orders_make_it_unsure() -> None:
    mixed = column_of("Name", [*USUAL, *USUAL, "Huber Karin"])
    assert (mixed.target, mixed.confidence) == ("full_name", 95)
    assert column_of("Name", [*USUAL, "Huber Karin", "Wolf Eva"]).confidence < 60


def test_a_name_turned_is_shown_as_the_others_and_nothing_of_it_is_lost() -> None:
    rows = "Name,Phone\nMüller Hans,1\nDr. Brzęk Zyta,2\nvan den Berg Jan Willem,3\nMeier & Söhne GmbH,4\n"
    rows += '"Huber, Karin",5\n"Wolf Eva",6\n'
    contacts = [card.contact for card in read(rows)]
    assert [(one.prefix, one.given, one.middle, one.family) for one in contacts] == [
        ("", "Hans", "", "Müller"),
        ("Dr.", "Zyta", "", "Brzęk"),
        ("", "Jan", "Willem", "van den Berg"),
        ("", "", "", ""),
        ("", "Karin", "", "Huber"),
        ("", "Eva", "", "Wolf"),
    ]
    assert contacts[3].organization == "Meier & Söhne GmbH"
    assert contacts[4].full_name == "Huber, Karin"
