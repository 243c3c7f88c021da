"""Files of contacts that are chosen or dropped: their endings, and those in what is dragged over a window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

ENDINGS = ("vcf", "vcard", "csv", "tsv", "txt", "xlsx", "xlsm", "ods", "ldif", "json", "zip")


def dropped_files(data: QMimeData) -> list[Path]:
    """The local files and folders in something that is dragged over the window."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
