from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain import form_moves
from contactbook.domain.form_sections import FormSection

FORM = [FormSection("One", ("a", "b", "c")), FormSection("Two"), FormSection("Three", ("d",))]


def keys(sections: list[FormSection]) -> list[str]:
    return ["".join(section.fields) for section in sections]


def test_a_field_goes_step_by_step_through_the_whole_form() -> None:
    seen = [keys(FORM)]
    form = list(FORM)
    for _ in range(6):
        form = form_moves.shift(form, "a", 1)
        seen.append(keys(form))
    assert seen == [
        ["abc", "", "d"], ["bac", "", "d"], ["bca", "", "d"], ["bc", "a", "d"], ["bc", "", "ad"],
        ["bc", "", "da"], ["bc", "", "da"],
    ]  # fmt: skip
    for expected in reversed(seen[:-2]):
        form = form_moves.shift(form, "a", -1)
        assert keys(form) == expected
    assert keys(form_moves.shift(form, "a", -1)) == keys(FORM)


def test_two_columns_move_by_a_row() -> None:
    assert keys(form_moves.shift(FORM, "a", 2)) == ["bca", "", "d"]
    assert keys(form_moves.shift(FORM, "c", -2)) == ["cab", "", "d"]
    assert form_moves.shift(FORM, "none", 1) == FORM


def test_sections_move() -> None:
    assert [one.title for one in form_moves.shift_section(FORM, 0, 1)] == ["Two", "One", "Three"]
    assert form_moves.shift_section(FORM, 0, -1) == FORM


@given(key=st.sampled_from("abcd"), section=st.integers(0, 2), at=st.integers(0, 4))
def test_nothing_is_lost_wherever_a_field_goes(key: str, section: int, at: int) -> None:
    moved = form_moves.put(FORM, key, section, at)
    assert sorted("".join(keys(moved))) == list("abcd")
    assert form_moves.place_of(moved, key)[0] == section
    assert form_moves.place_of(moved, "none") == (-1, -1)
