"""What the benchmarks measure with: only ratios count, because a machine's speed swings within seconds."""

from __future__ import annotations

import gc
import os
import re
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


def split_lines(path: Path) -> int:
    """The reference: unfold, decode and split every line of a vCard file in Python; returns the cards.

    Into group, name, parameters and value, minding quotes (RFC 6350, 3.3): what any reader has to do before
    it understands a single property.
    """
    with path.open("rb") as stream:
        return sum(_split(line)[1] == "END" for line in _logical_lines(stream))


def cut_lines(path: Path) -> int:
    """A lesser reference: unfold, decode, and cut at colons and semicolons, the quoted ones as well."""
    with path.open("rb") as stream:
        return sum(_cut(line)[0] == "END" for line in _logical_lines(stream))


def _logical_lines(stream: BinaryIO) -> Iterator[str]:
    """The lines, folded ones put together again."""
    pieces: list[bytes] = []
    for raw in stream:
        line = raw.rstrip(b"\r\n")
        if line[:1] in (b" ", b"\t"):
            pieces.append(line[1:])
        else:
            if pieces:
                yield b"".join(pieces).decode()
            pieces = [line]
    yield b"".join(pieces).decode()


_NAME = re.compile(r"(?:([\w-]+)\.)?([\w-]+)")
_PARAMETER = re.compile(r';([^=;:"]+)(?:=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*))?')


def _split(line: str) -> tuple[str | None, str, list[tuple[str, list[str]]], str]:
    """Group, name, parameters with their values, and value."""
    head = _NAME.match(line)
    assert head
    end = head.end()
    parameters: list[tuple[str, list[str]]] = []
    while line[end : end + 1] == ";" and (found := _PARAMETER.match(line, end)):
        end = found.end()
        parameters.append((found[1], found[2].split(",") if found[2] else []))
    return head[1], head[2], parameters, line[end + 1 :]


def _cut(line: str) -> tuple[str, list[str], str]:
    head, _colon, value = line.partition(":")
    name, *parameters = head.split(";")
    return name, parameters, value


def seconds(work: Callable[[], object]) -> float:
    """How long it takes, garbage of others collected before."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def against(
    reference: Callable[[], object], work: Callable[[], object], runs: int = 5
) -> tuple[float, float, float]:
    """Both in alternating runs: the median of the ratios, then the median seconds of reference and work."""
    pairs = [(seconds(reference), seconds(work)) for _ in range(runs)]
    ratios, references, works = ([pair[1] / pair[0] for pair in pairs], *zip(*pairs, strict=True))
    return median(ratios), median(references), median(works)


def as_installed() -> dict[str, str]:
    """The environment for a process that is measured: its modules are compiled once, as everywhere else."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def report(what: str, figure: str, limit: str, note: str = "") -> None:
    """One line of the result: what was measured, the figure, what was to be reached."""
    print(f"{what:58} {figure:>12}   (to reach: {limit}){'   ' + note if note else ''}", flush=True)


def percentiles(values: Sequence[float]) -> str:
    """Median and worst of durations in seconds, as milliseconds."""
    return f"{median(values) * 1000:.1f} / {max(values) * 1000:.1f} ms"


def resident(pid: int) -> int:
    """Bytes of memory that a process and all below it hold now (Linux)."""
    total = 0
    for process in (pid, *_descendants(pid)):
        try:
            pages = Path(f"/proc/{process}/statm").read_text("ascii").split()[1]
        except (FileNotFoundError, ProcessLookupError, IndexError):
            continue
        total += int(pages) * 4096
    return total


def _descendants(pid: int) -> list[int]:
    found: list[int] = []
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            direct = [int(child) for child in children.read_text("ascii").split()]
        except (FileNotFoundError, ProcessLookupError):
            continue
        found += direct + [below for child in direct for below in _descendants(child)]
    return found
