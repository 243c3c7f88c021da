"""The rows of a check in the order of their files, whichever way they were met."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from contactbook.actions.import_fates import FATES, Fates, RowRef

REFS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 30)), unique=True, max_size=40)


@given(met=st.one_of(REFS, REFS.map(sorted)), start=st.integers(0, 10), size=st.integers(1, 20))
def test_pages_are_in_the_order_of_the_files(met: list[tuple[int, int]], start: int, size: int) -> None:
    fates = Fates()
    for file, number in met:
        fates.note(RowRef(file, number), number + 2, FATES[number % 3], f"{file}-{number}")
        assert fates.page(size=1)[0].ref in {RowRef(*one) for one in met}  # asked for in between
    fates.settle()
    expected = [RowRef(*one) for one in sorted(met)]
    assert [row.ref for row in fates.page(start=start, size=size)] == expected[start : start + size]
    of_one = [ref for ref in expected if ref.number % 3 == 1]
    assert [row.ref for row in fates.page(FATES[1], start, size)] == of_one[start : start + size]
    assert all(row.name == f"{row.ref.file}-{row.ref.number}" for row in fates.page(size=99))
