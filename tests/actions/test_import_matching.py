"""Which cards are there already."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from contactbook.actions.import_matching import Matching
from contactbook.actions.importing import import_files
from contactbook.store import queries
from contactbook.store.raw_cards import hash_of
from tests.actions.conftest import card, write

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.store.book import Book


def test_same_bytes_same_uid_and_new(book: Book, tmp_path: Path) -> None:
    import_files(book, [write(tmp_path / "a.vcf", card(1), card(2, uid=False))])
    one, two = queries.ids_of(book.reader, queries.View("all"))
    cards = [
        ("uid-1", card(1)),  # 0: there, byte for byte
        ("uid-1", card(1, NOTE="x")),  # 1: there with other content
        ("", card(2, uid=False)),  # 2: there, without a UID
        ("", card(2, uid=False, NOTE="x")),  # 3: new, for nothing but the bytes could tell
        ("uid-3", card(3)),  # 4: new
        ("uid-3", card(3)),  # 5: the twin of 4
        ("uid-3", card(3, NOTE="x")),  # 6: has the UID of 4
        ("", card(2, uid=False, NOTE="x")),  # 7: the twin of 3
    ]
    with book.scratch("import") as step:
        matching = Matching(step)
        found = matching.match([uid for uid, _ in cards], [hash_of(text.encode()) for _, text in cards])
        settled = matching.settle(found, array("q", [0, 0, 0, 103, 104, 0, 0, 0]))
    assert found.same == [0, 2, 5, 7]
    assert found.differing == [1, 6]
    assert found.known == {0, 1, 2, 5, 6, 7}
    assert settled == {0: one, 1: one, 2: two, 5: 104, 6: 104, 7: 103}


def test_a_card_without_uid_is_known_by_its_name_in_its_place_of_the_same_file(
    book: Book, tmp_path: Path
) -> None:
    def file(first: str, second: str) -> Path:
        cards = (
            f"BEGIN:VCARD\r\nVERSION:2.1\r\nN:Doe;Jo\r\nTEL:{number}\r\nEND:VCARD\r\n"
            for number in (first, second)
        )
        return write(tmp_path / "phone.vcf", *cards)

    import_files(book, [file("030 1", "030 2")])
    assert len(queries.ids_of(book.reader, queries.View("all"))) == 2
    report = import_files(book, [file("030 9", "030 2")]).report
    assert (report.created, report.updated, report.unchanged) == (0, 1, 1)
    numbers = [book.reader.query("SELECT value FROM contact_point ORDER BY value")]
    assert [[row[0] for row in rows] for rows in numbers] == [["030 2", "030 9"]]


def test_the_same_name_in_another_file_or_another_line_is_somebody_new(book: Book, tmp_path: Path) -> None:
    card_of = "BEGIN:VCARD\r\nVERSION:2.1\r\nN:Doe;Jo\r\nTEL:{}\r\nEND:VCARD\r\n".format
    import_files(book, [write(tmp_path / "mother.vcf", card_of("030 1"))])
    assert import_files(book, [write(tmp_path / "father.vcf", card_of("030 2"))]).report.created == 1
    moved = write(tmp_path / "mother.vcf", card(7), card_of("030 3"))
    assert import_files(book, [moved]).report.created == 2
