"""Names in the order of a language."""

# ruff: noqa: RUF001 - letters of many scripts, on purpose
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain import collation, folding

ORDERS = {
    "": ["Adam", "Åberg", "Abrahamsson", "Zoe"],
    "sv": ["Adam", "Zoe", "Åberg", "Ärlig", "Öberg"],
    "da": ["Zoe", "Æble", "Ørsted", "Åberg"],
    "pl": ["Czech", "Ćma", "Dudek", "Lis", "Luz", "Łaski", "Mak", "Zych", "Źdźbło", "Żak"],
    "cs": ["Cyril", "Čapek", "Dvořák", "Hus", "Chalupa", "Ivan"],
    "es": ["Nuria", "Ñoño", "Oscar"],
    "tr": ["Hale", "Işık", "İnci", "Jale"],
    "hu": ["Cukor", "Csaba", "Dóra"],
}


@pytest.mark.parametrize("language", ORDERS)
def test_letters_stand_where_the_language_puts_them(language: str) -> None:
    order = ORDERS[language]
    if not language:
        assert sorted(order, key=collation.sort_key) == ["Åberg", "Abrahamsson", "Adam", "Zoe"]
    else:
        assert sorted(reversed(order), key=lambda name: collation.sort_key(name, language)) == order


@given(st.text(max_size=20), st.sampled_from(collation.LANGUAGES))
def test_a_key_ends_with_the_text_itself(text: str, language: str) -> None:
    key = collation.sort_key(text, language)
    assert (key == "") == (text.strip() == "")
    if key:
        assert key.endswith(folding.TIE + text.strip())


@given(st.text(alphabet=st.characters(max_codepoint=127), max_size=20))
def test_plain_letters_are_ordered_as_ever(text: str) -> None:
    assert collation.sort_key(text, "sv") == folding.sort_key(text)


@given(
    st.text(min_size=1, max_size=6),
    st.text(min_size=1, max_size=6),
    st.sampled_from(["", *collation.LANGUAGES]),
)
def test_names_are_filed_in_the_order_in_which_they_stand(one: str, other: str, language: str) -> None:
    places = ["#", *collation.alphabet(language), "…", ""]
    first, second = sorted((one, other), key=lambda text: collation.sort_key(text, language))
    filed = [collation.letter(text, language) for text in (first, second)]
    if all(text.strip() for text in (one, other)):
        assert places.index(filed[0]) <= places.index(filed[1])
