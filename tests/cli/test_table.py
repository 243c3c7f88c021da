"""Tables fit the terminal and begin before their last row is read."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from contactbook.cli import table

TITLES = ("ID", "Name", "E-mail", "Tags")


def _drawn(rows: list[tuple[str, str, str, str]], width: int) -> list[str]:
    return list(table.lines(TITLES, rows, width))


def test_what_fits_is_not_cut() -> None:
    title, row = _drawn([("912180412094077286", "Ada", "ada@acme.example", "Friends")], 80)
    assert row == "912180412094077286  Ada   ada@acme.example  Friends"
    assert "Tags" in title


def test_empty_columns_are_left_out() -> None:
    title, row = _drawn([("1", "Ada", "", "")], 80)
    assert "Tags" not in title
    assert row == "1   Ada"
    assert _drawn([], 80) == []


@pytest.mark.parametrize("width", [30, 40, 60, 200])
def test_the_widest_columns_give_way_and_ids_never(width: int) -> None:
    rows = [("912180412094077286", "山田太郎" * 4, "somebody@acme.example", "Friends, Club")] * 3
    for line in _drawn(rows, width)[1:]:
        assert "912180412094077286" in line
        assert cell_len(line) <= max(width, 18 + 3 * (table.NARROWEST + len(table.GAP)))


def test_rows_are_not_all_read_before_the_first_line() -> None:
    taken: list[int] = []

    def rows() -> object:
        for number in range(table.SAMPLE * 4):
            taken.append(number)
            yield (str(number), "Ada", "", "")

    lines = table.lines(TITLES, rows(), 80)  # pyright: ignore[reportArgumentType]
    next(lines)
    assert len(taken) <= table.SAMPLE + 1
    assert sum(1 for _ in lines) == table.SAMPLE * 4
