"""Rows out of bytes: nothing between them is lost, and what is broken stays small."""

from __future__ import annotations

import csv
import io
from typing import BinaryIO, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.formats import table_rows
from contactbook.formats.table_rows import RowReader, TableForm, TableRow

CELLS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0\ufeff"), max_size=8)
TABLES = st.lists(st.lists(CELLS, min_size=1, max_size=5), max_size=8)


class Endless:
    """A stream of one byte, over and over, that keeps nothing."""

    def __init__(self, piece: bytes, size: int) -> None:
        self.piece, self.left = piece, size

    def read(self, size: int = -1) -> bytes:
        size = min(size, self.left)
        self.left -= size
        return self.piece * (size // len(self.piece) + 1) if size else b""


def rows(data: bytes, form: TableForm | None = None) -> list[TableRow]:
    return list(RowReader(io.BytesIO(data), form or TableForm()))


@given(TABLES, st.sampled_from(",;\t|"), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_what_csv_writes_is_read_again(
    table: list[list[str]], delimiter: str, end: str, everything: bool
) -> None:
    if not everything:  # csv itself forgets to quote a lone carriage return
        table = [[cell.replace("\r", "") for cell in row] for row in table]
    text = io.StringIO(newline="")
    quoting = csv.QUOTE_ALL if everything else csv.QUOTE_MINIMAL
    csv.writer(text, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows(table)
    data = text.getvalue().encode()
    found = rows(data, TableForm(delimiter=delimiter))
    assert [row.cells for row in found if row.cells] == table
    assert b"".join(row.raw for row in found) == data


@given(TABLES, st.sampled_from(["utf-16-le", "utf-16-be", "utf-32-le"]))
def test_wide_encodings_give_the_same_rows_and_raw_text_in_utf8(
    table: list[list[str]], encoding: str
) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(table)
    found = rows(text.getvalue().encode(encoding), TableForm(encoding))
    assert [row.cells for row in found] == table
    assert b"".join(row.raw for row in found) == text.getvalue().encode()


@given(st.binary(max_size=400), st.sampled_from(["utf-8", "cp1252", "cp932", "utf-16-le"]))
def test_no_bytes_stop_the_reader(data: bytes, encoding: str) -> None:
    found = rows(data, TableForm(encoding))
    assert [row.line for row in found] == sorted(row.line for row in found)


def test_lines_count_from_one_and_a_row_knows_where_it_begins() -> None:
    found = rows(b'a,b\r\n"x\r\ny",2\r\n\r\nlast,4')
    assert [(row.line, row.cells) for row in found] == [
        (1, ["a", "b"]),
        (2, ["x\r\ny", "2"]),
        (4, []),
        (5, ["last", "4"]),
    ]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_all_three_line_ends(end: bytes) -> None:
    assert [row.cells for row in rows(end.join([b"a,b", b"c,d", b""]))] == [["a", "b"], ["c", "d"]]


def test_a_quote_that_is_never_closed_costs_one_line() -> None:
    found = rows(b'a,b\n"open,3\nc,d\ne,f\n')
    assert [(row.line, row.cells, row.problem) for row in found] == [
        (1, ["a", "b"], ""),
        (2, ["open", "3"], "unclosed_quote"),
        (3, ["c", "d"], ""),
        (4, ["e", "f"], ""),
    ]


def test_an_open_quote_does_not_run_on_over_a_whole_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_rows, "OPEN_QUOTE_LIMIT", 1000)
    monkeypatch.setattr(table_rows, "_BLOCK", 500)
    data = b'"open,1\n' + b"c,d\n" * 2000 + b'"late",2\n'
    found = rows(data)
    assert len(found) == 2002
    assert [row.line for row in found if row.problem] == [1]


def test_bytes_of_another_code_page_in_a_utf8_file_are_read_as_windows_text() -> None:
    first, second = rows("a,Zoë\n".encode() + "b,Zoë\n".encode("cp1252"))
    assert (first.cells, first.problem) == (["a", "Zoë"], "")
    assert (second.cells, second.problem, second.raw) == (["b", "Zoë"], "encoding_mixed", "b,Zoë\n".encode())


def test_a_legacy_file_gives_its_raw_rows_in_utf8() -> None:
    (row,) = rows("テスト,山田\n".encode("cp932"), TableForm("cp932"))
    assert row.cells == ["テスト", "山田"]
    assert row.raw == "テスト,山田\n".encode()


def test_zero_bytes_are_dropped_from_cells_but_not_from_the_raw_row() -> None:
    (row,) = rows(b"a\0b,c\n")
    assert (row.cells, row.raw) == (["ab", "c"], b"a\0b,c\n")


def test_a_line_without_end_is_refused_and_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_rows, "LINE_LIMIT", 100_000)
    stream = cast("BinaryIO", Endless(b"x", 3_000_000))
    (row,) = RowReader(stream, TableForm())
    assert (row.problem, len(row.raw)) == ("card_too_large", 1000)


def test_a_long_line_among_others_is_refused_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_rows, "LINE_LIMIT", 5000)
    monkeypatch.setattr(table_rows, "_BLOCK", 1000)
    found = rows(b"a,b\n" + b"x" * 20_000 + b"\nc,d\n")
    assert [row.problem for row in found] == ["", "card_too_large", ""]
    assert found[2].cells == ["c", "d"]


def test_lines_before_the_table_can_be_skipped_and_still_count() -> None:
    (row,) = rows(b"sep=;\na;b\n", TableForm(delimiter=";", skip_lines=1))
    assert (row.line, row.cells) == (2, ["a", "b"])


def test_backslashes_before_quotes_when_the_form_says_so() -> None:
    (row,) = rows(b'"5\\" disk",b\n', TableForm(escape="\\"))
    assert row.cells == ['5" disk', "b"]
