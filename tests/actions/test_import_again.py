"""Cards without UID that were there before are known again, and nobody is taken for somebody else."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from contactbook.actions import editing, tagging
from contactbook.actions.export_formats import FORMATS
from contactbook.actions.exporting import export
from contactbook.actions.import_again import MOST_NAMESAKES
from contactbook.actions.import_options import ImportOptions
from contactbook.actions.importing import import_files
from contactbook.domain.ids import ids
from contactbook.store import queries
from contactbook.store.book import Book
from contactbook.vault.credentials import Credential
from tests.actions.conftest import card, write

if TYPE_CHECKING:
    from pathlib import Path

OURS = ("vcard3", "vcard4", "vcard2.1", "vcard3-apple", "json", "csv", "xlsx")
ODD = """BEGIN:VCARD
VERSION:3.0
FN:Cleo Odd
N:Odd;Cleo;;;
NOTE:rings the bell \x07 here _x0041_
CATEGORIES:FRIENDS
PHOTO;VALUE=uri:https://example.org/cleo.png
LOGO;VALUE=uri:https://example.org/logo.png
TEL;TYPE=HOME:030 5550100
TEL;TYPE=WORK:030 5550101
END:VCARD
"""
BARE = "BEGIN:VCARD\nVERSION:{}\nFN:Nothing More\nEND:VCARD\n"


def again(book: Book, path: Path, *, dry: bool = True) -> tuple[int, int, int]:
    """What an import does: created, updated, unchanged."""
    report = import_files(book, [path], options=ImportOptions(dry_run=dry)).report
    return report.created, report.updated, report.unchanged


def everybody(book: Book) -> list[int]:
    return list(queries.ids_of(book.reader, queries.View("all")))


@pytest.mark.parametrize("to", OURS)
def test_what_we_export_comes_back_as_nothing_new(book: Book, tmp_path: Path, to: str) -> None:
    """Whole and edited cards, with and without UID, of several versions, added to and merged (R1)."""
    import_files(
        book,
        [
            write(tmp_path / "a.vcf", card(1), card(2, uid=False), card(2, uid=False, version="4.0"), ODD),
            write(tmp_path / "b.vcf", BARE.format("3.0"), BARE.format("2.1"), card(3, uid=False, NOTE="x")),
        ],
    )
    import_files(book, [write(tmp_path / "c.vcf", card(1, phone="+15550199"), card(1, version="2.1"))])
    for number, contact_id in enumerate(everybody(book)):
        contact, edited = (queries.load(book.reader, contact_id) for _ in range(2))
        if number % 2 and contact.points:
            edited.points = [*edited.points[1:], edited.points[0]]
            edited.points[0].value += "9"
        edited.note += "edited" if number % 3 else ""
        editing.save_edits(book, contact, edited)
    tagging.rename_tag(book, tagging.tag_id(book, "FRIENDS"), "Friends")
    out = tmp_path / f"out{FORMATS[to].suffix}"
    export(book, out, to=to)
    assert again(book, out) == (0, 0, len(everybody(book)))


def test_a_card_edited_in_the_book_gets_no_uid_and_is_known_all_the_same(book: Book, tmp_path: Path) -> None:
    import_files(book, [write(tmp_path / "in.vcf", *(card(number, uid=False) for number in range(3)))])
    contact_id = everybody(book)[1]
    editing.edit_contact(book, contact_id, {"phone": "+15550177"})
    export(book, tmp_path / "out.vcf")
    assert b"UID" not in (tmp_path / "out.vcf").read_bytes()
    assert again(book, tmp_path / "out.vcf") == (0, 0, 3)
    text = (tmp_path / "out.vcf").read_text("utf-8")
    other = write(tmp_path / "from a phone.vcf", text.replace("+15550177", "+15550188"))
    assert again(book, other, dry=False) == (0, 1, 2)
    numbers = [point.value for point in queries.load(book.reader, contact_id).points_of("phone")]
    assert numbers == ["+15550188", "+15550177"], "what was typed into the book is taken away by no file"


def test_of_two_namesakes_the_one_that_says_more_of_it_is_meant(book: Book, tmp_path: Path) -> None:
    one = card(1, uid=False, NOTE="likes tea", TITLE="Smith", ORG="Forge").replace("jo1@", "first@")
    two = card(1, uid=False, phone="+15550123", NOTE="likes tea", TITLE="Smith", ORG="Forge")
    import_files(book, [write(tmp_path / "in.vcf", one, two.replace("EMAIL:", "X-OTHER:"))])
    assert len(everybody(book)) == 2
    changed = write(tmp_path / "other.vcf", one.replace("+15550100001", "+15550100009"))
    import_files(book, [changed])
    phones = [queries.load(book.reader, each).points_of("phone")[0].value for each in everybody(book)]
    assert phones == ["+15550100009", "+15550123"]


def test_the_name_to_the_letter_comes_first(book: Book, tmp_path: Path) -> None:
    plain = BARE.format("3.0").replace("Nothing More", "Jose Diaz")
    accented = BARE.format("3.0").replace("Nothing More", "José Díaz")
    import_files(book, [write(tmp_path / "in.vcf", plain, accented)])
    assert again(book, write(tmp_path / "new.vcf", accented.replace("3.0", "4.0"))) == (0, 0, 1)


@pytest.mark.parametrize(
    "other",
    [
        card(1, uid=False, phone="+15550999").replace("jo1@", "junior@"),  # nothing but the name
        card(1, uid=False).replace("jo1@", "junior@"),  # one phone in common
        card(1, uid=False, ORG="Forge", TITLE="Smith", phone="+15550999").replace("EMAIL:", "X-A:"),  # a firm
    ],
)
def test_a_namesake_is_somebody_else(book: Book, tmp_path: Path, other: str) -> None:
    import_files(book, [write(tmp_path / "in.vcf", card(1, uid=False, ORG="Forge", TITLE="Smith"))])
    assert again(book, write(tmp_path / "other.vcf", other)) == (1, 0, 0)


def test_a_son_of_his_fathers_name_address_and_telephone_is_somebody_else(book: Book, tmp_path: Path) -> None:
    home = {"ADR": ";;12 Oak St;Boston;;02108;US", "X-ABLABEL": "Home"}
    father, son = (
        card(1, uid=False, BDAY=day, **home).replace("EMAIL:", "X-MAIL:")
        for day in ("1950-01-02", "1980-03-04")
    )
    import_files(book, [write(tmp_path / "in.vcf", father)])
    assert again(book, write(tmp_path / "other.vcf", son)) == (1, 0, 0)
    assert again(book, write(tmp_path / "third.vcf", father.replace("02108", "02109"))) == (0, 1, 0)


def test_a_name_that_very_many_have_tells_nobody(book: Book, tmp_path: Path) -> None:
    cards = [BARE.format("3.0").replace("END", f"X-A:{number}\nEND") for number in range(MOST_NAMESAKES + 1)]
    import_files(book, [write(tmp_path / "in.vcf", *cards)])
    assert again(book, write(tmp_path / "other.vcf", cards[0].replace("3.0", "4.0"))) == (1, 0, 0)


def test_who_is_there_is_known_again_by_a_clock_that_was_set_back(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_files(book, [write(tmp_path / "a.vcf", card(1, uid=False))])
    book.close()
    year_before = time.time_ns() - 365 * 86_400 * 10**9
    monkeypatch.setattr(time, "time_ns", lambda: year_before)
    monkeypatch.setattr(ids, "_millisecond", 0)  # as in a program that has just started
    with Book.open(book.path, Credential(raw_key=bytes(range(32)))) as later:
        path = write(tmp_path / "a.vcf", card(1, uid=False, phone="+15550177"))
        assert again(later, path, dry=False) == (0, 1, 0)
