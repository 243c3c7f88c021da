"""What is a table of contacts and what only looks like one for a moment."""

from __future__ import annotations

import random

import pytest

from contactbook.domain.problems import Problem
from contactbook.formats import detection, table_shape

BELOW = "\n".join(f"Person {number},p{number}@example.org" for number in range(40))


def test_a_word_of_garbage_that_is_a_heading_somewhere_makes_no_table() -> None:
    source = random.Random(2)
    cells = [["abc"[: source.randrange(4)] for _ in range(source.randrange(1, 9))] for _ in range(300)]
    lines = [",".join(row) for row in cells]
    lines[3] = "Name,Ort"
    text = "\n".join(lines)
    assert table_shape.guess_shape(text).confidence == 0
    with pytest.raises(Problem, match=r"import\.not_recognised"):
        detection.detect(text.encode(), "garbage.csv")


@pytest.mark.parametrize(
    "text",
    [
        f"Name,Contact\n{BELOW}",
        f"Our members\n\nName,Contact\n{BELOW}",
        f"Name,Contact,Phone\n{BELOW}",
        "Name,Contact\nAda,ada@example.org,1,2\nBob,bob@example.org,3,4",
    ],
    ids=["whole", "lines above", "blank cells left out", "few rows"],
)
def test_a_heading_that_its_rows_bear_out_stands(text: str) -> None:
    shape = table_shape.guess_shape(text)
    assert shape.headings[0] == "Name"
    assert shape.confidence >= 40


@pytest.mark.parametrize(
    ("cell", "escape"),
    [
        (r'"a \"big\" firm"', "\\"),
        (r'"\"""', ""),  # a backslash and a quote that is doubled
        ('"C:\\"', ""),
        (r'"ends in a \"quote\""', "\\"),
    ],
)
def test_a_backslash_takes_the_meaning_off_a_quote_only_where_quotes_are_not_doubled(
    cell: str, escape: str
) -> None:
    assert table_shape.guess_shape(f"Name,Note\nAda,{cell}\n{BELOW}\n").escape == escape
