from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from contactbook.qtmodels.row_order import FIRST_PAGE, RowOrder, difference

IDS = st.lists(st.integers(1, 400), unique=True, max_size=300).map(lambda ids: array("q", ids))


@given(IDS, st.sets(st.integers(1, 400)))
def test_a_search_keeps_the_order_of_the_base(base: array[int], wanted: set[int]) -> None:
    order = RowOrder(base, wanted)
    expected = [each for each in base if each in wanted]
    assert [order.id_at(row) for row in range(min(FIRST_PAGE, len(expected)))] == expected[:FIRST_PAGE]
    assert list(order.ids) == expected
    assert len(order) == len(expected)
    assert order.rows_of(expected[::3]) == list(range(0, len(expected), 3))


@given(IDS)
def test_the_length_of_a_search_is_known_before_its_end(base: array[int]) -> None:
    order = RowOrder(base, set(base))
    assert len(order) == len(base)
    assert order.id_at(len(base)) == 0
    assert order.row_of(401) == -1


@given(IDS, IDS)
def test_the_difference_of_two_orders_turns_one_into_the_other(old: array[int], new: array[int]) -> None:
    start, gone, came = difference(old, new)
    assert old[:start] + new[start : start + came] + old[start + gone :] == new
    assert min(gone, came) >= 0
    if old == new:
        assert (gone, came) == (0, 0)


@given(IDS, st.data())
def test_one_more_or_one_less_is_found_exactly(ids: array[int], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(ids)))
    longer = ids[:at] + array("q", [500]) + ids[at:]
    assert difference(ids, longer) == (at, 0, 1)
    assert difference(longer, ids) == (at, 1, 0)
