"""Wild bytes break neither the reader nor the writer; whatever once did stands among the samples."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contactbook.formats import vcard_lines, vcard_property
from tests.bench import fuzz_vcard

FOUND = Path(__file__).resolve().parents[1] / "samples" / "vcard_found"
FRAME = (b"BEGIN:VCARD\r\nVERSION:", b"\r\nEND:VCARD\r\n")


@pytest.mark.parametrize("path", sorted(FOUND.glob("*.vcf")), ids=lambda path: path.stem)
def test_what_was_found_stays_mended(path: Path) -> None:
    fuzz_vcard.check(path.read_bytes(), strict=True)


@settings(max_examples=150, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 1 << 32))
def test_changed_samples(seed: int) -> None:
    """The same ones each time: new ones are looked for by `dev.py bench --fuzz`, and become samples."""
    dice = random.Random(seed)
    samples = sorted(fuzz_vcard.SAMPLES.glob("*.vcf"))
    fuzz_vcard.check(fuzz_vcard.mutated(dice.choice(samples).read_bytes(), dice), strict=True)


@pytest.mark.parametrize("start", range(0, 300, 30))
def test_changed_samples_lose_nothing(start: int) -> None:
    samples = sorted(fuzz_vcard.SAMPLES.glob("*.vcf"))
    for seed in range(start, start + 30):
        dice = random.Random(seed)
        fuzz_vcard.check(fuzz_vcard.mutated(dice.choice(samples).read_bytes(), dice), strict=True)


@settings(max_examples=100)
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    fuzz_vcard.check(data)


@settings(max_examples=100)
@given(st.sampled_from([b"2.1", b"3.0", b"4.0"]), st.lists(st.sampled_from(fuzz_vcard.WORDS), max_size=30))
def test_words_of_the_format_in_any_order(version: bytes, words: list[bytes]) -> None:
    fuzz_vcard.check(FRAME[0] + version + b"\r\n" + b"".join(words) + FRAME[1])


@pytest.mark.parametrize(
    "piece",
    [
        b'A;B="',
        b"=http:a",
        b"\\;",
        b"=\r\n",
        b"\r\n ",
        b"X:\r\n",
        b"AGENT:\r\nBEGIN:VCARD\r\n",
        b"=C3",
        b"\xc3",
        b";",
    ],
)
def test_the_work_grows_with_the_input(piece: bytes) -> None:
    def cost(count: int) -> float:
        card = FRAME[0] + b"2.1\r\nNOTE;QUOTED-PRINTABLE:" + piece * count + FRAME[1]
        start = time.process_time()
        for line in vcard_lines.logical_lines(card):
            vcard_property.split_line(line.data.decode("latin-1"))
        return time.process_time() - start

    few = max(min(cost(4_000) for _ in range(3)), 0.002)
    assert cost(16_000) < 16 * few + 0.2
