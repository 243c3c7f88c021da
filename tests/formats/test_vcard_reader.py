"""Every dialect of vCard that real programs write becomes the contact that was meant."""

from __future__ import annotations

import hashlib
import io
import json
import tracemalloc
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain import contact_json
from contactbook.formats import vcard_frames, vcard_plain, vcard_reader, vcard_tolerant
from contactbook.formats.records import ReadCard, ReadGroup, ReadOptions, Record, RefusedCard
from contactbook.formats.vcard_guess import CharsetGuess

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "vcard"
BESIDE_THE_CONTACT = ("id", "display_name", "position", "origin")


def read(data: bytes) -> list[Record]:
    return list(vcard_reader.read(io.BytesIO(data)))


def one(body: str, version: str = "3.0") -> ReadCard:
    text = f"BEGIN:VCARD\r\nVERSION:{version}\r\n{body}\r\nEND:VCARD\r\n"
    (record,) = read(text.encode())
    assert isinstance(record, ReadCard)
    return record


def slim(value: object) -> object:
    """JSON without what is empty, as the samples show it; long texts by their digest."""
    if isinstance(value, dict):
        inside = {key: slim(each) for key, each in value.items() if key not in BESIDE_THE_CONTACT}
        times = {"created_at": 0, "updated_at": 0}
        return {
            key: each
            for key, each in inside.items()
            if each not in ("", [], {}, None, False) and times.get(key) != each
        }
    if isinstance(value, list):
        return [slim(each) for each in value]
    if isinstance(value, str) and len(value) > 400:
        return "sha256:" + hashlib.sha256(value.encode()).hexdigest()
    return value


def described(record: Record) -> dict[str, Any]:
    if isinstance(record, ReadGroup):
        return {"group": record.line, "name": record.name, "uid": record.uid, "members": record.members}
    if isinstance(record, RefusedCard):
        return {"refused": record.line, "reason": record.reason}
    assert isinstance(record, ReadCard)
    found: dict[str, Any] = {
        "card": record.line,
        "contact": slim(contact_json.to_json(record.contact)),
        "kept_raw": record.kept_raw,
        "properties": record.properties,
    }
    if record.remarks:
        found["remarks"] = [[remark.code, remark.line, remark.detail] for remark in record.remarks]
    return found


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.vcf")), ids=lambda path: path.stem)
def test_every_dialect(sample: Path) -> None:
    expected = json.loads(sample.with_suffix(".json").read_text("utf-8"))
    with sample.open("rb") as stream:
        assert [described(record) for record in vcard_reader.read(stream)] == expected


def test_the_samples_cover_every_row_of_the_dialects() -> None:
    numbers = {int(path.stem[:2]) for path in SAMPLES.glob("[0-9][0-9]*.vcf")}
    assert numbers >= set(range(1, 54))


def corpus_files(corpus: Path) -> Iterator[Path]:
    return (path for path in sorted((corpus / "vcard").rglob("*")) if path.is_file())


REFUSED_IN_THE_CORPUS = {
    "caldavtester__vcarderrors__4.vcf": "begin_missing",
    "txdav__carddav__datastore__test__addressbook_store__ho__me__home_bad__addressbook__1.vcf": "empty_card",
    "Cropped_2_1.vcf": "end_missing",
    "unparsable.vcf": "end_missing",
}


def test_every_card_of_the_corpus_is_read_or_named(corpus: Path) -> None:
    refused: dict[str, str] = {}
    for path in corpus_files(corpus):
        there = path.read_bytes().replace(b"\0", b"").upper().count(b"BEGIN:VCARD")
        with path.open("rb") as stream:
            records = list(vcard_reader.read(stream))
        assert len(records) == there, path
        for each in records:
            if isinstance(each, RefusedCard):
                refused[path.name] = each.reason
    assert refused == REFUSED_IN_THE_CORPUS


def test_both_ways_of_reading_agree_on_the_corpus(corpus: Path) -> None:
    plain = 0
    for path in corpus_files(corpus):
        with path.open("rb") as stream:
            for kind, raw, line in vcard_frames.frames(stream):
                if kind == vcard_frames.CLEAN:
                    plain += _check_both_ways(raw, line)
    assert plain > 1000


def _check_both_ways(stretch: bytes, line: int) -> int:
    count = 0
    for raw, record in vcard_plain.read_plain(stretch, line):
        if record is not None:
            count += 1
            assert record == vcard_tolerant.read_tolerantly(raw, line, CharsetGuess())
        line += raw.count(b"\n")
    return count


NAMES = st.sampled_from(
    "N FN TEL EMAIL ADR LABEL NOTE ORG TITLE item1.TEL item1.X-ABLabel item1.ORG BDAY PHOTO UID REV "
    "CATEGORIES IMPP X-AIM RELATED AGENT KIND MEMBER GENDER X-FOO x-messaging/a-All VERSION BEGIN END "
    "PROFILE FN".split()
)
PARAMETERS = st.lists(
    st.sampled_from(
        [
            "",
            ";TYPE=HOME",
            ";HOME",
            ";PREF=2",
            ';X="a:b"',
            ";BASE64",
            ";CHARSET=UTF-8",
            ';TYPE="a,b"',
            ";ALTID=1",
        ]
    ),
    max_size=2,
)
VALUES = st.sampled_from(
    [
        "",
        "a",
        "a;b;c",
        "a\\;b",
        "a\\nb",
        "é",
        "1604-05-09",
        "/9j/4AAQ",
        "a\r\n b",
        "a\r\n\tb",
        "x:y",
        " sp ",
        "\\",
    ]
)
BODIES = st.lists(st.tuples(NAMES, PARAMETERS, VALUES), min_size=1, max_size=6)


@given(st.lists(BODIES, min_size=1, max_size=3), st.sampled_from(["2.1", "3.0", "4.0"]), st.booleans())
def test_both_ways_of_reading_agree(bodies: list[Any], version: str, windows: bool) -> None:
    end = "\r\n" if windows else "\n"
    data = b""
    for body in bodies:
        text = "\r\n".join(f"{name}{''.join(parameters)}:{value}" for name, parameters, value in body)
        card = f"BEGIN:VCARD\r\nVERSION:{version}\r\n{text}\r\nEND:VCARD\r\n"
        data += card.replace("\r\n", end).encode()
    for kind, raw, line in vcard_frames.frames(io.BytesIO(data)):
        if kind == vcard_frames.CLEAN:
            _check_both_ways(raw, line)


@pytest.mark.parametrize(
    ("line", "value", "label"),
    [
        ("EMAIL:mailto:ada@post.example", "ada@post.example", ""),
        ("EMAIL;X-CUSTOM(Szkoła):ada@post.example", "ada@post.example", "Szkoła"),
        ("TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=C5=81=61):12", "12", "Ła"),
        ("TEL;X-CUSTOM(Office):12", "12", "Office"),
    ],
)
def test_addresses_and_labels_in_the_spelling_of_single_programs(line: str, value: str, label: str) -> None:
    (point,) = one(line).contact.points
    assert (point.value, point.label) == (value, label)


def test_one_broken_card_among_a_thousand() -> None:
    cards = [f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{n}\r\nN:{n};;;;\r\nEND:VCARD\r\n" for n in range(1000)]
    cards[500] = cards[500].replace("END:VCARD\r\n", "")
    counts = Counter(type(record) for record in read("".join(cards).encode()))
    assert counts == {ReadCard: 999, RefusedCard: 1}
    (refused,) = [each for each in read("".join(cards).encode()) if isinstance(each, RefusedCard)]
    assert (refused.line, refused.reason) == (2501, "end_missing")
    assert b"FN:500" in refused.raw


def test_lines_and_raw_bytes_are_those_of_the_file() -> None:
    first = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:A\r\nNOTE:fol\r\n ded\r\nEND:VCARD\r\n"
    second = b"BEGIN:VCARD\nVERSION:2.1\nN:B\nEND:VCARD\n"
    found = read(first + second)
    assert [(record.raw, record.line) for record in found] == [(first, 1), (second, 7)]


def test_the_origin_of_a_part_is_the_ordinal_of_its_property() -> None:
    contact = one("FN:A\r\nTEL:1\r\nNOTE:x\r\n y\r\nEMAIL:a@b.example\r\nX-FOO:z").contact
    assert [point.origin for point in contact.points] == [2, 4]
    assert [extra.origin for extra in contact.extras] == [5]


def test_a_chosen_encoding_is_used_where_the_bytes_are_not_utf8() -> None:
    card = "BEGIN:VCARD\r\nVERSION:2.1\r\nN:Жук\r\nEND:VCARD\r\n"
    (record,) = vcard_reader.read(io.BytesIO(card.encode("koi8_r")), ReadOptions(encoding="koi8_r"))
    assert isinstance(record, ReadCard)
    assert record.contact.family == "Жук"


def test_a_guessed_charset_is_written_into_the_raw_card() -> None:
    note = "NOTE;ENCODING=QUOTED-PRINTABLE:sch=F6n"
    text = f"BEGIN:VCARD\r\nVERSION:2.1\r\nN:Müller;Jörg\r\n{note}\r\nEND:VCARD\r\n"
    (record,) = read(text.encode("cp1252"))
    assert isinstance(record, ReadCard)
    assert [remark.code for remark in record.remarks] == ["charset_guessed"]
    assert "N:Müller;Jörg".encode() in record.raw
    assert b"NOTE;CHARSET=windows-1252;ENCODING=QUOTED-PRINTABLE:sch=F6n" in record.raw
    (again,) = read(record.raw)
    assert isinstance(again, ReadCard)
    assert (again.contact, again.remarks) == (record.contact, [])


def test_a_photo_of_twenty_megabytes() -> None:
    data = bytes(range(256)) * 80_000
    import base64

    text = base64.b64encode(b"\xff\xd8\xff" + data)
    folded = b"\r\n ".join(text[start : start + 74] for start in range(0, len(text), 74))
    card = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:A\r\nPHOTO;ENCODING=b:" + folded + b"\r\nEND:VCARD\r\n"
    (record,) = read(card)
    assert isinstance(record, ReadCard)
    assert record.contact.photos[0].data == b"\xff\xd8\xff" + data


def test_memory_stays_bounded_over_many_cards() -> None:
    card = (
        b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:A\r\nN:A;B;;;\r\nTEL:1\r\nNOTE:"
        + b"x" * 2000
        + b"\r\nEND:VCARD\r\n"
    )

    class Many(io.RawIOBase):
        left = 12_000

        def read(self, size: int = -1) -> bytes:
            count = min(self.left, max(1, size // len(card)))
            self.left -= count
            return card * count

    tracemalloc.start()
    try:
        count = sum(1 for _ in vcard_reader.read(Many()))  # pyright: ignore[reportArgumentType]
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 12_000
    assert peak < 12 << 20


def test_reading_does_not_leave_the_collector_off() -> None:
    import gc

    reading = vcard_reader.read(io.BytesIO(b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:A\r\nEND:VCARD\r\n" * 3))
    next(reading)
    assert gc.isenabled()


def test_text_between_cards_is_a_remark_and_a_lost_begin_is_refused() -> None:
    card = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:A\r\nEND:VCARD\r\n"
    found = read(b"A letter.\r\n" + card + b"BEGN:VCARD\r\nFN:B\r\nEND:VCARD\r\n" + card + b"regards")
    assert [type(record) for record in found] == [ReadCard, RefusedCard, ReadCard, RefusedCard]
    assert [each.reason for each in found if isinstance(each, RefusedCard)] == [
        "begin_missing",
        "text_between_cards",
    ]
    assert isinstance(found[0], ReadCard)
    assert [remark.code for remark in found[0].remarks] == ["text_between_cards"]
