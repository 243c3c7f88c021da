"""Writes what an import refused into files that can be corrected and imported: same layout, with the reason.

Cards stand there as they stood in their file. Rows of tables stand below their own headings, with one more
column in front that says why; the readers of tables know it and pass over it.
"""

from __future__ import annotations

import csv
import io
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from contactbook.actions.import_report import text_of
from contactbook.actions.target_file import is_one_of, replacing
from contactbook.domain.problems import Problem
from contactbook.formats.table_header import REASON_HEADING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from types import TracebackType
    from typing import BinaryIO

    from contactbook.actions.import_sources import Source

_BOM = b"\xef\xbb\xbf"
_Layout = tuple[str, ...]


class Rejects:
    """Refused cards and rows on their way to `path`; layouts after the first go to "name-2.csv" and so on.

    `say` makes a sentence of the code of a reason; `sources` are the files that are read. Raises as
    `target_file.replacing` does, and Problem("export.same_file") rather than write over a source.
    """

    def __init__(
        self, path: Path, say: Callable[[str], str] | None = None, sources: Iterable[Source] = ()
    ) -> None:
        self._path = path
        self._sources = [Path(source.path) for source in sources]
        self._say = say or str
        self._stack = ExitStack()
        self._files: dict[int, Mapping[str, Any]] = {}
        self._targets: dict[_Layout, BinaryIO] = {}
        self._first: BinaryIO | None = None

    def begin(self, number: int, recognised: Mapping[str, Any]) -> None:
        """A file was recognised: its `delimiter`, and the `headings` of its tables by sheet."""
        self._files[number] = recognised

    def write(self, number: int, sheet: str, reason: str, raw: bytes, cells: Sequence[str]) -> None:
        """Write one refused card or row; `reason` is its code."""
        recognised = self._files.get(number, {})
        headings: list[str] | None = recognised.get("headings", {}).get(sheet)
        if headings is None:
            kind = str(recognised.get("format", ""))
            together = "vcard" if not kind or kind.startswith("vcard") else kind
            self._target(("", together)).write(raw if raw.endswith(b"\n") else raw + b"\n")
            return
        delimiter = str(recognised.get("delimiter", "")) or ","
        target = self._targets.get(tuple(headings))
        if target is None:
            target = self._target(tuple(headings))
            target.write(_BOM + _line([REASON_HEADING, *headings], delimiter))
        target.write(_line([self._say(reason), *(cells or [text_of(raw)])], delimiter))

    def _target(self, layout: _Layout) -> BinaryIO:
        target = self._targets.get(layout)
        if target is None:
            number = len(self._targets) + 1
            if number == 1 and self._first is not None:
                target = self._first
            else:
                path = self._path.with_name(f"{self._path.stem}-{number}{self._path.suffix}")
                target = self._open(path)
            self._targets[layout] = target
        return target

    def __enter__(self) -> Self:
        self._first = self._open(self._path)
        return self

    def _open(self, path: Path) -> BinaryIO:
        if is_one_of(path, self._sources):
            raise Problem("export.same_file", path=str(path))
        return self._stack.enter_context(replacing(path))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.__exit__(kind, error, trace)


def _line(cells: Sequence[str], delimiter: str) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerow(cells)
    return text.getvalue().encode("utf-8", "surrogatepass")
