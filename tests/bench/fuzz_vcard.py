"""Feed wild bytes to the vCard reader and writer: `python3 packaging/dev.py bench --fuzz SECONDS`.

By mutating the samples at random, or guided by coverage (atheris) with `--coverage`. What is found is printed
and kept as a file that becomes a sample.

    python -m tests.bench.fuzz_vcard SECONDS [--seed N] [--keep FOLDER] [--strict] [FILE ...]

With files, only these are tried.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import contactbook.formats
from contactbook.domain import contact_json
from contactbook.formats import vcard_fidelity, vcard_reader, vcard_tolerant, vcard_writer
from contactbook.formats.records import ReadCard
from contactbook.formats.vcard_guess import CharsetGuess

if TYPE_CHECKING:
    from collections.abc import Callable

    from contactbook.domain.contact import Contact

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "vcard"
CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "vcard"
LARGEST = 4096
SLOW = 2.0
"""Seconds for one input of at most LARGEST bytes; far more than any needs, so that only a hang is caught."""

WORDS = (
    b"BEGIN:VCARD", b"END:VCARD", b"VERSION:2.1", b"VERSION:4.0", b"AGENT:", b"QUOTED-PRINTABLE",
    b"BASE64", b"=\r\n", b"\r\n ", b"\r\n", b"\n", b"\r", b":", b";", b",", b"\\", b'"', b"\\n",
    b"item1.", b"X-ABLabel:", b"CHARSET=", b"ENCODING=", b"TYPE=", b"=C3", b"\xc3", b"\xff\xfe", b"\x00",
    b"urn:uuid:", b"data:image/png;base64,", b"=", b"LABEL:", b"N:", b"ADR:", b"X-CONTACTBOOK-CARRY-",
    b"PREF=2", b"=http://", b"^n", b"geo:1,2",
)  # fmt: skip


def check(data: bytes, *, strict: bool = False) -> None:
    """Read bytes, write every card that is found in every version, read it again.

    Args:
        data: a file.
        strict: whether every property has to come back as well, and the same version has to give the same
            contact; that is more than can be asked of bytes that never were a card.

    Raises:
        AssertionError: a card became none or several, something was lost, or it took too long.
        Exception: whatever the reader or writer broke with; only a Problem would be allowed.
    """
    start = time.process_time()
    for record in vcard_reader.read(io.BytesIO(data)):
        if isinstance(record, ReadCard):
            _check_card(record, strict=strict)
    taken = time.process_time() - start
    assert taken < SLOW, f"{taken:.1f} s for {len(data)} bytes"


def _check_card(record: ReadCard, *, strict: bool) -> None:
    own = vcard_tolerant.examine(record.raw, CharsetGuess()).draft.version
    for version in ("2.1", "3.0", "4.0"):
        vcard_writer.card(record.contact, version)
        written = vcard_writer.card(record.contact, version, original=record.raw)
        found = list(vcard_reader.read(io.BytesIO(written)))
        assert len(found) == 1, f"{len(found)} records come of one card written in {version}"
        if strict:
            lost = vcard_fidelity.compare(record.contact, record.raw, version).names
            assert not lost, f"written in {version} it loses {lost}"
        if version == own:
            assert isinstance(found[0], ReadCard)
            same = said(found[0].contact) == said(record.contact)
            assert same or not strict, "the same version gives another contact"
            again = vcard_writer.card(record.contact, version, original=record.raw)
            assert again == written, "writing twice gives two cards"


def said(contact: Contact) -> dict[str, Any]:
    """What a contact says, without the lines that its parts came from; kept properties by name and value."""

    def bare(value: Any) -> Any:  # noqa: ANN401 - any JSON
        if isinstance(value, dict):
            return {
                key: bare(each) for key, each in value.items() if key not in ("origin", "params", "group")
            }
        return [bare(each) for each in value] if isinstance(value, list) else value

    return bare(contact_json.to_json(contact))


def mutated(data: bytes, dice: random.Random) -> bytes:
    """Bytes with a few random changes: cut, repeated, replaced, and words of the format put in."""
    result = bytearray(data[:LARGEST])
    for _ in range(dice.randint(1, 6)):
        place = dice.randrange(len(result) + 1)
        what = dice.random()
        if what < 0.5:
            result[place:place] = dice.choice(WORDS)
        elif what < 0.7:
            del result[place : place + dice.randint(1, 30)]
        elif what < 0.85:
            other = dice.randrange(len(result) + 1)
            result[place:place] = result[other : other + dice.randint(1, 60)]
        elif result:
            result[place % len(result)] = dice.randrange(256)
    return bytes(result[:LARGEST])


def seeds() -> list[bytes]:
    """The samples, and the corpus of real files where it lies beside the checkout."""
    paths = [*SAMPLES.glob("*.vcf"), *(path for path in CORPUS.rglob("*") if path.is_file())]
    return [path.read_bytes()[:LARGEST] for path in sorted(paths)]


def by_chance(
    seconds: float, seed: int, keep: Callable[[bytes, BaseException], None], *, strict: bool = False
) -> tuple[int, int]:
    """Try mutated seeds for so many seconds; how many were tried and how many failed."""
    dice = random.Random(seed)
    known = seeds()
    end = time.monotonic() + seconds
    tried = failed = 0
    while time.monotonic() < end:
        data = mutated(dice.choice(known), dice)
        tried += 1
        try:
            check(data, strict=strict)
        except Exception as error:
            failed += 1
            keep(data, error)
    return tried, failed


def by_coverage(seconds: int, folder: Path) -> None:
    """Let atheris look for inputs that reach new code; it ends the process itself."""
    import atheris

    instrument = getattr(atheris, "instrument_imports")  # noqa: B009 - its types do not know it
    with instrument(include=["contactbook.formats"]):
        for name in [name for name in sys.modules if name.startswith("contactbook.formats.vcard")]:
            delattr(contactbook.formats, name.rpartition(".")[2])
            del sys.modules[name]
        from tests.bench import fuzz_vcard  # anew, so that what it imports is instrumented
    start = folder / "seeds"
    start.mkdir(exist_ok=True)
    for data in seeds():
        (start / hashlib.sha1(data, usedforsecurity=False).hexdigest()).write_bytes(data)
    options = [
        sys.argv[0],
        f"-max_total_time={seconds}",
        f"-max_len={LARGEST}",
        f"-artifact_prefix={folder}/",
        str(start),
    ]
    atheris.Setup(options, fuzz_vcard.check)
    atheris.Fuzz()


def main() -> int:
    """The command; 1 when something was found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("seconds", type=float)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "contactbook-fuzz")
    parser.add_argument("--coverage", action="store_true", help="use atheris")
    parser.add_argument("--strict", action="store_true", help="every property has to come back as well")
    parser.add_argument("files", nargs="*", type=Path)
    given = parser.parse_intermixed_args()
    given.keep.mkdir(parents=True, exist_ok=True)
    for path in given.files:
        check(path.read_bytes(), strict=given.strict)
    if given.files:
        return 0
    if given.coverage:
        by_coverage(round(given.seconds), given.keep)

    def keep(data: bytes, error: BaseException) -> None:
        path = given.keep / f"{hashlib.sha1(data, usedforsecurity=False).hexdigest()[:12]}.vcf"
        path.write_bytes(data)
        print(f"{type(error).__name__}: {error}\n    {path}", flush=True)

    tried, failed = by_chance(
        given.seconds, given.seed or random.randrange(1 << 30), keep, strict=given.strict
    )
    print(f"{tried:,} inputs tried, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
