"""Lines of totals are told from people."""

from __future__ import annotations

import io

import pytest

from contactbook.formats import table_reader
from contactbook.formats.records import ReadCard, ReadOptions, RefusedCard

HEAD = "Name,E-mail,Phone,Umsatz,Rabatt\nAda Nowak,ada@x.example,+48 12 345 67 89,120.50,5 %\n"


def last_of(line: str, head: str = HEAD) -> ReadCard | RefusedCard:
    *_, last = table_reader.read(io.BytesIO(f"{head}{line}\n".encode()), ReadOptions())
    assert isinstance(last, (ReadCard, RefusedCard))
    return last


@pytest.mark.parametrize(
    "line",
    [
        'Summe,,,"1.234,50 €",',
        "Total,,,120.50,5 %",
        "Gesamtsumme:,,,120.50,",
        ",,Razem,120.50,",
        "Total: 25,,,,",
        "Total 2 contacts,,,,",
        "Suma,,,$1 200,",
    ],
)
def test_a_line_of_totals_is_refused_with_its_reason(line: str) -> None:
    refused = last_of(line)
    assert isinstance(refused, RefusedCard)
    assert refused.reason == "total"
    assert any(cell for cell in refused.cells)


@pytest.mark.parametrize(
    "line",
    [
        "Total,,,,",
        "Total,,+33 1 47 44 45 46,120.50,",
        "Total,info@total.example,,120.50,",
        "Total Energies,,,120.50,",
        "Suma Patel,,,120.50,",
        "Ada Summe,,,120.50,",
        "Count Olaf,,,120.50,",
    ],
)
def test_somebody_of_such_a_name_is_a_contact(line: str) -> None:
    assert isinstance(last_of(line), ReadCard)


def test_the_word_alone_is_one_behind_a_blank_line() -> None:
    refused = last_of(",,,,\nSumme,,,,")
    assert isinstance(refused, RefusedCard)
    assert refused.reason == "total"
    assert isinstance(last_of(",,,,\nSumma Oy,,,,"), ReadCard)


def test_a_layout_that_is_known_has_no_totals() -> None:
    head = "First Name,Last Name,Company,E-mail Address,Business Phone,Account\n"
    assert isinstance(last_of("Summe,,,,,12", head), ReadCard)
