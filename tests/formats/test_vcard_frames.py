"""Cards are found in a stream whatever stands around them, in bounded memory and linear time."""

from __future__ import annotations

import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.formats import vcard_frames, vcard_stream
from contactbook.formats.vcard_frames import CARD, CLEAN, LOOSE, TOO_LARGE, UNFINISHED, frames


def _card(name: str, end: str = "\r\n") -> bytes:
    return f"BEGIN:VCARD{end}VERSION:3.0{end}FN:{name}{end}END:VCARD{end}".encode()


def _kinds(data: bytes) -> list[tuple[str, int]]:
    return [(kind, line) for kind, _, line in frames(io.BytesIO(data))]


def test_clean_cards_come_together() -> None:
    found = list(frames(io.BytesIO(_card("A") + _card("B"))))
    assert found == [(CLEAN, _card("A") + _card("B"), 1)]
    assert vcard_frames.single_cards(found[0][1]) == [_card("A"), _card("B")]


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_every_line_end_is_understood(end: str) -> None:
    found = list(frames(io.BytesIO(_card("A", end) + _card("B", end))))
    assert b"".join(raw for _, raw, _ in found) == _card("A", end) + _card("B", end)
    assert {kind for kind, _, _ in found} <= {CLEAN, CARD}


def test_text_between_cards_is_told_apart() -> None:
    data = b"hello\r\n" + _card("A") + b"\r\n\r\n" + _card("B") + b"bye"
    assert _kinds(data) == [(LOOSE, 1), (CLEAN, 2), (CLEAN, 8), (LOOSE, 12)]


def test_byte_order_marks_and_blanks_are_nothing() -> None:
    assert _kinds(b"\xef\xbb\xbf" + _card("A") + b"\x1a\x00") == [(CLEAN, 1)]
    assert _kinds(_card("A") + b"\xef\xbb\xbf" + _card("B")) == [(CLEAN, 1), (CARD, 5)]


def test_a_card_without_an_end_stops_where_the_next_begins() -> None:
    data = b"BEGIN:VCARD\nFN:A\n" + _card("B") + b"BEGIN:VCARD\nFN:C"
    assert _kinds(data) == [(UNFINISHED, 1), (CLEAN, 3), (UNFINISHED, 7)]


def test_an_agent_stays_in_its_card() -> None:
    inner = b"BEGIN:VCARD\r\nFN:Inner\r\nEND:VCARD\r\n"
    outer = b"BEGIN:VCARD\r\nFN:Outer\r\nAGENT:\r\n" + inner + b"TEL:1\r\nEND:VCARD\r\n"
    assert [raw for _, raw, _ in frames(io.BytesIO(outer))] == [outer]


def test_files_put_one_behind_the_other_without_a_line_end() -> None:
    """`cat a.vcf b.vcf` where the first ends without a line end."""
    data = b"BEGIN:VCARD\r\nFN:A\r\nEND:VCARDBEGIN:VCARD\r\nFN:B\r\nEND:VCARD\r\n"
    found = list(vcard_frames.frames(io.BytesIO(data * 2)))
    assert [kind for kind, _, _ in found].count(vcard_frames.LOOSE) == 0
    assert b"".join(raw for _, raw, _ in found) == data * 2
    cards = [card for _, raw, _ in found for card in raw.split(b"BEGIN:VCARD")[1:]]
    assert [card.count(b"FN:") for card in cards] == [1] * 4
    assert [line for _, _, line in found] == [1, 3, 6, 8]


def test_a_card_nested_by_mistake_is_taken_out() -> None:
    inner = b"BEGIN:VCARD\r\nFN:Inner\r\nEND:VCARD\r\n"
    found = list(frames(io.BytesIO(b"BEGIN:VCARD\r\nFN:Outer\r\n" + inner + b"TEL:1\r\nEND:VCARD\r\n")))
    assert [(raw, line) for _, raw, line in found] == [
        (b"BEGIN:VCARD\r\nFN:Outer\r\nTEL:1\r\nEND:VCARD\r\n", 1),
        (inner, 3),
    ]


def test_lower_case_and_stray_blanks_in_the_frame() -> None:
    assert _kinds(b"begin:vcard \nFN:A\nEnd : VCard\n" + _card("B")) == [(CARD, 1), (CLEAN, 4)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings_become_utf8(encoding: str) -> None:
    data = _card("Zoë").decode().encode(encoding)
    assert [raw for _, raw, _ in frames(io.BytesIO(data))] == [_card("Zoë")]


def test_a_card_that_never_ends_is_refused_with_bounded_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vcard_frames, "LARGEST_CARD", 1 << 20)
    data = b"BEGIN:VCARD\r\n" + b"X:y\r\n" * 900_000 + b"END:VCARD\r\n" + _card("B")
    found = list(frames(io.BytesIO(data)))
    assert [kind for kind, _, _ in found] == [TOO_LARGE, CLEAN]
    assert len(found[0][1]) == vcard_frames.KEPT_OF_REFUSED


def test_only_a_part_of_endless_garbage_is_kept() -> None:
    class Endless(io.RawIOBase):
        left = 40

        def readable(self) -> bool:
            return True

        def read(self, size: int = -1) -> bytes:
            self.left -= 1
            return b"A" * vcard_stream.CHUNK if self.left > 0 else b""

    found = list(frames(Endless()))  # pyright: ignore[reportArgumentType]
    assert [(kind, len(raw)) for kind, raw, _ in found] == [(LOOSE, vcard_frames.KEPT_OF_REFUSED)]


@given(
    st.lists(st.sampled_from([_card("A"), b"x\n", b"BEGIN:VCARD\n", b"END:VCARD\r\n", b"\r", b"AGENT:\r\n"]))
)
def test_nothing_is_lost_or_invented(pieces: list[bytes]) -> None:
    data = b"".join(pieces)
    found = b"".join(raw for _, raw, _ in frames(io.BytesIO(data)))
    assert sorted(found.replace(b"\r", b"").replace(b"\n", b"")) == sorted(
        data.replace(b"\r", b"").replace(b"\n", b"")
    )


@given(st.binary(max_size=300), st.integers(1, 40))
def test_the_size_of_the_pieces_makes_no_difference(data: bytes, size: int) -> None:
    class Dripping(io.BytesIO):
        def read(self, _size: int | None = -1) -> bytes:
            return super().read(size)

    whole = _card("A") + data + b"\r\n" + _card("B")
    together = b"".join(raw for _, raw, _ in frames(io.BytesIO(whole)))
    assert b"".join(raw for _, raw, _ in frames(Dripping(whole))) == together


@pytest.mark.parametrize(
    "piece", [b"BEGIN:VCARD\n", b"BEGIN:VCARD\nAGENT:\n", b"END:VCARD\n", b"A:", b"\n", b"BEGIN:VCARD\r"]
)
def test_the_work_grows_with_the_input(piece: bytes) -> None:
    def cost(count: int) -> float:
        start = time.process_time()
        for _ in frames(io.BytesIO(piece * count)):
            pass
        return time.process_time() - start

    few = max(min(cost(4_000) for _ in range(3)), 0.002)
    assert cost(16_000) < 16 * few + 0.2
