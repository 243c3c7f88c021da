"""What is exported can be imported again and is the same; untouched cards come out as they came in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from contactbook.actions import books, browsing, editing
from contactbook.actions.export_formats import FORMATS, ExportFormat
from contactbook.actions.exporting import ExportWarning, export, losses
from contactbook.actions.importing import import_files
from contactbook.domain import contact_json
from contactbook.domain.problems import Cancelled, Problem
from contactbook.formats import fidelity
from contactbook.store import queries
from tests.actions.conftest import card, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import BinaryIO

    from contactbook.domain.contact import Contact
    from contactbook.store.book import Book

NOT_CONTENT = ("id", "uid", "created_at", "updated_at", "extras")
LINKS = ("company_id", "parent_id", "related_id")


def shape(value: Any) -> Any:  # noqa: ANN401 - any JSON
    """JSON without what a new book gives anew."""
    if isinstance(value, dict):
        kept = {key: one for key, one in value.items() if key not in (*NOT_CONTENT, "origin")}
        return {key: bool(one) if key in LINKS else shape(one) for key, one in kept.items()}
    return [shape(one) for one in value] if isinstance(value, list) else value


def content(book: Book) -> list[Any]:
    ids = [row.id for row in browsing.list_contacts(book)]
    shapes = [shape(contact_json.to_json(contact)) for contact in browsing.contacts(book, ids)]
    for one in shapes:
        one["full_name"] = one["full_name"] or one["display_name"]  # a vCard must have one
    return shapes


@pytest.mark.parametrize("to", ["vcard3", "vcard4", "vcard2.1", "json"])
def test_the_sample_there_and_back(new_book: Callable[[], Book], tmp_path: Path, to: str) -> None:
    first, second = new_book(), new_book()
    books.make_sample(first)
    out = tmp_path / ("out.json" if to == "json" else "out.vcf")
    report = export(first, out, to=to)
    assert report.contacts == browsing.counts(first).all
    assert report.size == out.stat().st_size
    assert out.stat().st_mode & 0o077 == 0
    assert not report.changes
    assert import_files(second, [out]).report.rejected == []
    assert content(second) == content(first)


def test_untouched_cards_come_out_byte_for_byte(book: Book, tmp_path: Path) -> None:
    odd = card(1, NOTE="kept\\, as it is").replace("TEL;TYPE=CELL", "item1.tel;type=CELL;type=pref")
    import_files(book, [write(tmp_path / "in.vcf", odd)])
    export(book, tmp_path / "out.vcf")
    assert (tmp_path / "out.vcf").read_bytes() == odd.encode()


def test_only_the_edited_line_differs(book: Book, tmp_path: Path) -> None:
    path = write(tmp_path / "in.vcf", card(1, NOTE="x").replace("NOTE:", "X-UNKNOWN;A=1:kept\r\nNOTE:"))
    import_files(book, [path])
    contact_id = queries.find(book.reader, "uid-1")
    editing.edit_contact(book, contact_id, {"phone": "+15550177"})
    export(book, tmp_path / "out.vcf")
    before = set(path.read_text().splitlines())
    after = set((tmp_path / "out.vcf").read_text().splitlines())
    changed = {line for line in before ^ after if not line.startswith(("REV", "PRODID"))}
    assert len(changed) == 2
    assert all(line.startswith("TEL") for line in changed)


def test_the_card_of_the_same_version_is_restored_from_a_file_of_several(book: Book, tmp_path: Path) -> None:
    old = card(1, version="2.1").replace("TEL;TYPE=CELL", "Tel;cell;x-odd")
    import_files(book, [write(tmp_path / "several.vcf", card(2), old)])
    import_files(book, [write(tmp_path / "new.vcf", card(1, version="4.0", NOTE="new"))])
    contact_id = queries.find(book.reader, "uid-1")
    assert len(queries.source_cards(book.reader, contact_id)) == 2
    export(book, tmp_path / "out.vcf", to="vcard2.1", ids=[contact_id])
    whole = old.replace("END:VCARD", "NOTE:new\r\nEND:VCARD")
    assert (tmp_path / "out.vcf").read_bytes() == whole.encode()


def test_some_contacts_in_an_order(book: Book, tmp_path: Path) -> None:
    import_files(book, [write(tmp_path / "in.vcf", *(card(number) for number in range(5)))])
    ids = [queries.find(book.reader, f"uid-{number}") for number in (3, 1)]
    assert export(book, tmp_path / "out.json", to="json", ids=ids).contacts == 2
    text = (tmp_path / "out.json").read_text("utf-8")
    assert text.index("Jo Doe3") < text.index("Jo Doe1")
    json.loads(text)


def test_the_trash_stays_out(book: Book, tmp_path: Path) -> None:
    import_files(book, [write(tmp_path / "in.vcf", card(1), card(2))])
    editing.trash(book, [queries.find(book.reader, "uid-1")])
    assert export(book, tmp_path / "out.vcf").contacts == 1


def test_cancelling_leaves_the_old_file(book: Book, tmp_path: Path) -> None:
    import_files(book, [write(tmp_path / "in.vcf", card(1))])
    out = tmp_path / "out.vcf"
    out.write_bytes(b"old")
    with pytest.raises(Cancelled):
        export(book, out, cancelled=lambda: True)
    assert out.read_bytes() == b"old"


def test_progress(book: Book, tmp_path: Path) -> None:
    import_files(book, [write(tmp_path / "in.vcf", card(1), card(2))])
    seen: list[tuple[int, int]] = []
    export(book, tmp_path / "out.vcf", progress=lambda done, total: seen.append((done, total)))
    assert seen[0] == (0, 2)
    assert seen[-1] == (2, 2)


def test_problems(book: Book, tmp_path: Path) -> None:
    for out, to, code in (
        (tmp_path / "out.vcf", "vcard9", "export.format_unknown"),
        (book.path, "vcard3", "export.same_file"),
        (tmp_path, "vcard3", "export.is_directory"),
    ):
        with pytest.raises(Problem) as caught:
            export(book, out, to=to)
        assert caught.value.code == code
    assert not (tmp_path / "out.vcf").exists()


def test_vcards_hold_everything(book: Book) -> None:
    assert losses(book, to="vcard3") == []


@pytest.mark.parametrize("to", list(FORMATS))
def test_what_was_written_is_counted_by_reading_it(book: Book, tmp_path: Path, to: str) -> None:
    books.make_sample(book)
    report = export(book, tmp_path / "out", to=to)
    counts = report.to_json()["properties"]
    assert isinstance(counts, dict)
    assert bool(counts["lost"]) == bool(report.warnings)
    assert FORMATS[to].unheld is not None or not counts["lost"]
    assert counts["read"] == counts["mapped"] + counts["kept_raw"] + counts["lost"] > 500


def test_what_a_format_has_no_place_for_is_said_before_writing(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Names:
        def __init__(self, stream: BinaryIO) -> None:
            self.stream = stream

        def write(self, contact: Contact, original: bytes | None) -> fidelity.Fidelity:
            self.stream.write(contact.family.encode())
            return fidelity.without(contact, unheld(contact))

        def finish(self) -> None:
            pass

    def unheld(contact: Contact) -> list[str]:
        return [code for code, _ in fidelity.items(contact) if code in ("phone", "email")]

    monkeypatch.setitem(FORMATS, "names", ExportFormat(".txt", Names, unheld))
    import_files(book, [write(tmp_path / "in.vcf", card(1), card(2).replace("EMAIL:", "TEL:"))])
    out, told = tmp_path / "out.txt", list[ExportWarning]()

    def warn(warnings: list[ExportWarning]) -> None:
        assert not out.exists()
        told.extend(warnings)

    report = export(book, out, to="names", warn=warn)
    assert [(one.code, one.contacts) for one in told] == [("phone", 2), ("email", 1)]
    assert report.warnings == told == losses(book, to="names")
    assert report.properties.lost == 4
    ids = [queries.find(book.reader, "uid-2")]
    assert [one.code for one in losses(book, ids, to="names")] == ["phone"]
    with pytest.raises(Cancelled):
        losses(book, to="names", cancelled=lambda: True)


@pytest.mark.parametrize("to", [name for name, each in FORMATS.items() if each.version])
def test_cards_that_nothing_identifies_are_known_again_when_they_come_back(
    book: Book, tmp_path: Path, to: str
) -> None:
    start = "BEGIN:VCARD\r\nVERSION:3.0\r\n"
    cards = [
        f"{start}N:;;;;\r\nFN:-\r\nNOTE:only a note\\, and a comma\r\nEND:VCARD\r\n",
        f"{start}N:Doe;Jo;;;\r\nFN:Jo Doe\r\nEND:VCARD\r\n",
        f"{start}N:Doe;Jo;;;\r\nFN:Jo Doe\r\nTITLE:Boss\r\nEND:VCARD\r\n",
        f"{start}ORG:No names at all\r\nX-A;B:mended when it is written\r\nEND:VCARD\r\n",
    ]
    import_files(book, [write(tmp_path / "in.vcf", *cards)])
    export(book, tmp_path / "out.vcf", to=to)
    written = (tmp_path / "out.vcf").read_bytes()
    assert all((one.encode() in written) == (to == "vcard3") for one in cards[:3])
    again = import_files(book, [tmp_path / "out.vcf"]).report
    assert (again.created, again.updated) == (0, 0)
