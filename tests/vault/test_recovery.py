from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain.problems import Problem
from contactbook.vault import recovery

KEYS = st.binary(min_size=32, max_size=32)
SALTS = st.binary(min_size=16, max_size=16)
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SAMPLE = recovery.code(bytes(range(32)), bytes(range(16)))


def problem_of(text: str) -> Problem:
    with pytest.raises(Problem) as caught:
        recovery.parse(text)
    return caught.value


@given(key=KEYS, salt=SALTS)
def test_the_code_gives_key_and_salt_back(key: bytes, salt: bytes) -> None:
    text = recovery.code(key, salt)
    assert re.fullmatch(r"(([0-9A-Z]{6}-){3}[0-9A-Z]{6}\n){3}([0-9A-Z]{6}-){3}[0-9A-Z]{6}", text)
    assert recovery.parse(text) == key + salt


@given(key=KEYS, salt=SALTS, data=st.data())
def test_it_may_be_typed_sloppily(key: bytes, salt: bytes, data: st.DataObject) -> None:
    letters = re.sub(r"\W", "", recovery.code(key, salt))
    gaps = st.sampled_from(["", " ", "-", "\n", "\u2013", "  ", "."])
    typed = "".join(
        data.draw(gaps) + data.draw(st.sampled_from([letter, letter.lower()])) for letter in letters
    )
    if data.draw(st.booleans()):
        typed = typed.replace("0", "O").replace("1", "l")
    assert recovery.parse(typed) == key + salt


@given(at=st.integers(0, 95), letter=st.sampled_from(ALPHABET + "U?%"))
def test_one_wrong_character_is_found_in_its_group(at: int, letter: str) -> None:
    letters = SAMPLE.replace("-", "").replace("\n", "")
    if letters[at] == letter:
        return
    problem = problem_of(letters[:at] + letter + letters[at + 1 :])
    assert problem.code == "vault.recovery_code_typo"
    assert problem.data == {"group": at // 6 + 1}


@given(key=KEYS, salt=SALTS, at=st.integers(0, 94))
def test_two_swapped_neighbours_are_found(key: bytes, salt: bytes, at: int) -> None:
    letters = re.sub(r"\W", "", recovery.code(key, salt))
    swapped = letters[:at] + letters[at + 1] + letters[at] + letters[at + 2 :]
    if swapped != letters:
        assert problem_of(swapped).code == "vault.recovery_code_typo"


def test_swapped_groups_are_found() -> None:
    groups = re.split(r"\W", SAMPLE)
    groups[2], groups[9] = groups[9], groups[2]
    assert problem_of(" ".join(groups)).data == {"group": 0}


def test_a_missing_character_is_counted_and_its_group_named() -> None:
    groups = re.split(r"\W", SAMPLE)
    groups[4] = groups[4][:-1]
    assert problem_of("-".join(groups)).data == {"found": 95, "expected": 96, "group": 5}
    assert problem_of("".join(groups)).data == {"found": 95, "expected": 96, "group": 0}
    assert problem_of("").data["found"] == 0
    assert problem_of(SAMPLE + "\n" + SAMPLE).code == "vault.recovery_code_length"


def test_the_form_of_the_code_stays_as_it_was_printed() -> None:
    assert SAMPLE.split("\n")[0] == "000G42-0R40MH-30E20R-9185G3"
    with pytest.raises(ValueError, match="32 bytes"):
        recovery.code(b"short", bytes(16))


@given(st.text(max_size=120))
def test_any_other_text_is_a_problem_and_nothing_worse(text: str) -> None:
    assert problem_of(text).code in ("vault.recovery_code_typo", "vault.recovery_code_length")
