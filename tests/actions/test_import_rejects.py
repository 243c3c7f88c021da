"""What an import refuses goes into files of their own, never over what it reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.actions.import_checking import check_import
from contactbook.actions.import_options import ImportOptions
from contactbook.actions.importing import import_files, save_rejected
from contactbook.domain.entry_columns import ENTRIES
from contactbook.domain.problems import Problem
from contactbook.store import queries

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.store.book import Book

TABLE = "Name,E-mail,Date,Amount\nAda,ada@acme.example,2026-01-02,12\nNobody,,2026-01-02,much\n"


@pytest.mark.parametrize("rows_are", ["", ENTRIES])
def test_the_file_that_is_read_is_not_written_over(book: Book, tmp_path: Path, rows_are: str) -> None:
    path, link = tmp_path / "a.csv", tmp_path / "link.csv"
    path.write_text(TABLE, "utf-8")
    link.symlink_to(path)
    for target in (path, link):
        with pytest.raises(Problem, match=r"export\.same_file"):
            import_files(book, [path], options=ImportOptions(rejects=target, rows_are=rows_are))
    assert path.read_text("utf-8") == TABLE
    assert queries.counts(book.reader).all == 0


def test_nor_is_a_second_one_by_the_rows_of_another_layout(book: Book, tmp_path: Path) -> None:
    first, second = tmp_path / "refused.csv", tmp_path / "refused-2.csv"
    broken = "BEGIN:VCARD\r\nVERSION:3.0\r\nTEL:1\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bo\r\nEND:VCARD\r\n"
    cards = tmp_path / "cards.vcf"
    cards.write_text(broken, newline="")
    second.write_text(
        "Name,E-mail,Spent\nAda,ada@acme.example,1\nBob,bob@acme.example,2\nTotal: 2,,3\n", "utf-8"
    )
    checked = check_import(book, [cards, second])
    assert {one.file for one in checked.report.rejected} == {"cards.vcf", "refused-2.csv"}
    with pytest.raises(Problem, match=r"export\.same_file"):
        save_rejected(checked.report, first, sources=checked.sources)
    assert second.read_text("utf-8").startswith("Name,E-mail")
    assert not first.exists()
