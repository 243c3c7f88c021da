"""Folding finds what a person means, whichever way it is spelt."""

# ruff: noqa: RUF001 - letters of many scripts, on purpose
from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain import folding


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Łukasz", "lukasz"),
        ("Straße", "strasse"),
        ("STRAẞE", "strasse"),
        ("Øresund", "oresund"),
        ("Ayşe", "ayse"),
        ("Dalgıç", "dalgic"),
        ("İstanbul", "istanbul"),
        ("Álvaro", "alvaro"),
        ("Đorđe", "dorde"),
        ("Guðrún", "gudrun"),
        ("Þór", "thor"),
        ("Ærø", "aero"),
        ("Œuvre", "oeuvre"),
        ("Ħamrun", "hamrun"),
        ("Máŋŋu", "mannu"),
        ("Nguyễn Thị Hương", "nguyen thi huong"),
        ("Παπαδόπουλος", "παπαδοπουλοσ"),
        ("ΠΑΠΑΔΟΠΟΥΛΟΣ", "παπαδοπουλοσ"),
        ("Семён Щёголев", "семен щеголев"),
        ("ＡＢＣ１２３", "abc123"),
        ("محمّد", "محمد"),
        ("أحمد", "احمد"),
        ("שָׁלוֹם", "שלום"),
        ("O’Brien", "o'brien"),
        ("Meyer–Lansky", "meyer-lansky"),
        ("ﬁne", "fine"),
        ("カタカナ", "かたかな"),
        ("ｶﾞ", "\u304b\u3099"),
        ("٠١٢", "012"),
        ("co\u00adoperate\u200b", "cooperate"),
    ],
)
def test_spellings_fold_alike(text: str, folded: str) -> None:
    assert folding.fold(text) == folded
    assert folding.fold(unicodedata.normalize("NFD", text)) == folded


def test_marks_that_make_another_word_stay() -> None:
    assert folding.fold("が") != folding.fold("か")
    assert folding.fold("किताब") != folding.fold("कतब")


def test_folding_every_character_twice_changes_nothing() -> None:
    everything = "".join(map(chr, range(0x110000)))
    once = folding.fold(everything)
    assert folding.fold(once) == once


def test_composed_and_decomposed_characters_fold_alike() -> None:
    for code in range(0x30000):
        character = chr(code)
        decomposed = unicodedata.normalize("NFD", character)
        if decomposed != character:
            assert folding.fold(decomposed) == folding.fold(character), hex(code)


@given(st.text())
def test_folding_is_idempotent_and_words_survive_it(text: str) -> None:
    folded = folding.fold(text)
    assert folding.fold(folded) == folded
    assert folding.tokens(folded) == folding.tokens(text)


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_text_folds_as_the_table_would(text: str) -> None:
    assert folding.fold(text) == folding.fold(text + "é")[:-1]
    assert folding.tokens(text) == folding.tokens(text + " \u00b1")
    assert folding.digits(text) == folding.digits(text + "é")


def test_tokens_are_the_words() -> None:
    assert folding.tokens("Anna-Maria O’Brien, M.D. (née_Łoś) 3M") == [
        "anna", "maria", "o", "brien", "m", "d", "nee", "los", "3m",
    ]  # fmt: skip
    assert folding.tokens("हिन्दी") == ["हिन्दी"]
    assert folding.tokens(" 🎉 — ") == []


def test_digits_of_any_script_and_nothing_else() -> None:
    assert folding.digits("+43 (664) 123-45") == "4366412345"
    assert folding.digits("٠٦٦٤ १२३ ４") == "06641234"
    assert folding.digits("FLOWERS ² ½") == ""


def test_lists_are_in_the_order_people_expect() -> None:
    names = [
        "Zoe",
        "Łoś",
        "Smith Jones, Ann",
        "Smith, Zoe",
        "Ångström",
        "angstrom",
        "Smithers",
        "O’Brien",
        "obrien",
    ]
    assert sorted(names, key=folding.sort_key) == [
        "angstrom", "Ångström", "Łoś", "O’Brien", "obrien", "Smith, Zoe", "Smith Jones, Ann", "Smithers",
        "Zoe",
    ]  # fmt: skip


def test_blank_text_has_no_sort_key() -> None:
    assert folding.sort_key("  ") == ""
    assert folding.sort_key("???") != ""


@given(st.text(), st.text())
def test_different_texts_have_different_sort_keys(one: str, other: str) -> None:
    if one.strip() != other.strip():
        assert folding.sort_key(one) != folding.sort_key(other)
