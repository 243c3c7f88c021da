"""One contact's timeline as a PDF: days as headings, entries with their facts and full text.

The command line, which never loads Qt, runs this module as a program: `python -m ... FILE`, with the name,
the entries and the person's own kinds pickled on its standard input.
"""

from __future__ import annotations

import html
import pickle
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from contactbook.actions.target_file import replacing
from contactbook.domain.interactions import kind_of
from contactbook.domain.problems import Problem
from contactbook.ui.timeline import entry_words
from contactbook.wording import timeline_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from contactbook.domain.interactions import Interaction, Kind

_STYLE = (
    "h1 { font-size: 18pt } h2 { font-size: 11pt; color: #57606A } p { font-size: 10pt; margin: 0 0 6pt }"
)
_MILLIMETRES, _DOTS = 18, 300


def write(path: Path, name: str, entries: Iterable[Interaction], own: tuple[Kind, ...]) -> int:
    """Write the pages; gives how many entries there were. Raises as `replacing` does."""
    parts = [f"<h1>{html.escape(name)}</h1>"]
    day, count = None, 0
    for entry in entries:
        local = datetime.fromtimestamp(entry.occurred_at / 1000).astimezone().date()
        if local != day:
            day = local
            parts.append(f"<h2>{html.escape(entry_words.day_heading(day))}</h2>")
        parts.append(_paragraph(entry, own))
        count += 1
    document = QTextDocument()
    document.setDefaultStyleSheet(_STYLE)
    document.setHtml("".join(parts))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pages = QPdfWriter(buffer)
    pages.setTitle(name)
    pages.setResolution(_DOTS)
    pages.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(_MILLIMETRES, _MILLIMETRES, _MILLIMETRES, _MILLIMETRES)
    pages.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    document.print_(pages)
    del pages
    with replacing(path) as stream:
        stream.write(bytes(buffer.data().data()))
    return count


def _paragraph(entry: Interaction, own: tuple[Kind, ...]) -> str:
    kind = timeline_words.kind(kind_of(entry.kind, own))
    facts = [entry_words.clock(entry.occurred_at), kind, *timeline_words.facts(entry)]
    head = html.escape(" · ".join(part for part in facts if part))
    said = [*entry.text.splitlines(), *timeline_words.beside(entry)]
    text = html.escape("\n".join(said)).replace("\n", "<br>")
    return f"<p><b>{head}</b><br>{text}</p>"


def main() -> None:
    """Draw what comes on standard input; a problem goes back, pickled, on standard output."""
    application = QGuiApplication(sys.argv[:1])
    name, entries, own = pickle.load(sys.stdin.buffer)
    try:
        write(Path(sys.argv[1]), name, entries, own)
    except Problem as problem:
        pickle.dump((problem.code, problem.data), sys.stdout.buffer)
    del application


if __name__ == "__main__":
    main()
