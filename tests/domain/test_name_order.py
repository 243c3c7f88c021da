"""Names written family name first: told by the column, and taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain import column_names, name_order
from contactbook.domain.name_order import Votes, count_votes, parse_family_first


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Müller Hans", ("", "Hans", "", "Müller", "")),
        ("van den Berg Jan Willem", ("", "Jan", "Willem", "van den Berg", "")),
        ("GARCÍA LÓPEZ Ximena", ("", "Ximena", "", "GARCÍA LÓPEZ", "")),
        ("García López María José", ("", "María", "José", "García López", "")),
        ("Herr Prof. Dr. Schmidt Karl-Heinz", ("Herr Prof. Dr.", "Karl-Heinz", "", "Schmidt", "")),
        ("Meier Anna Dr.", ("Dr.", "Anna", "", "Meier", "")),
        ("Nagy László Jr.", ("", "László", "", "Nagy", "Jr.")),
        ("Meier", ("", "", "", "Meier", "")),
        ("Meier, Anna", ("", "Anna", "", "Meier", "")),
        ("山田 太郎", ("", "太郎", "", "山田", "")),
        ("", ("", "", "", "", "")),
    ],
)
def test_a_name_is_taken_apart(text: str, parts: tuple[str, ...]) -> None:
    assert tuple(parse_family_first(text)) == parts


@given(st.lists(st.text(st.characters(categories=("Lu", "Ll")), min_size=1), min_size=1, max_size=6))
def test_no_word_of_a_name_is_lost(words: list[str]) -> None:
    found = " ".join(parse_family_first(" ".join(words))).split()
    assert sorted("".join(found)) == sorted("".join(words))


@pytest.mark.parametrize(
    ("name", "address", "votes"),
    [
        ("Müller Hans", "", Votes(1, 0)),
        ("Hans Müller", "", Votes(0, 1)),
        ("DUPONT Yannick", "", Votes(1, 0)),
        ("Yannick DUPONT", "", Votes(0, 1)),
        ("Brzęk Zyta", "zyta.brzek@example.org", Votes(1, 0)),
        ("Brzęk Zyta", "z.brzek@example.org", Votes(1, 0)),
        ("Zyta Brzęk", "zyta.brzek@example.org", Votes(0, 1)),
        ("Zyta Brzęk", "office@example.org", Votes(0, 0)),
        ("Thomas Martin", "", Votes(0, 0)),
        ("Müller, Hans", "", Votes(0, 0)),
        ("Müller Hans GmbH", "", Votes(0, 0)),
        ("山田 太郎", "", Votes(0, 0)),
        ("Cher", "", Votes(0, 0)),
    ],
)
def test_what_a_name_shows_of_its_order(name: str, address: str, votes: Votes) -> None:
    assert count_votes([(name, address)]) == votes


@pytest.mark.parametrize(
    ("heading", "order"),
    [
        ("Nachname, Vorname", "family"),
        ("Name, Vorname", "family"),
        ("Surname First name", "family"),
        ("Nom et prénom", "family"),
        ("Cognome e nome", "family"),
        ("Příjmení a jméno", "family"),
        ("Фамилия Имя", "family"),
        ("Imię i nazwisko", "given"),
        ("First and last name", "given"),
    ],
)
def test_a_heading_that_names_both_parts_is_a_whole_name_and_tells_the_order(
    heading: str, order: str
) -> None:
    assert column_names.match(heading).spec == "full_name"
    assert name_order.order_in_heading(column_names.words_of(heading)) == order


@pytest.mark.parametrize("heading", ["Name", "First name", "Name (first)", "Nome", "Name des Kindes"])
def test_other_headings_tell_no_order(heading: str) -> None:
    assert not name_order.order_in_heading(column_names.words_of(heading))
