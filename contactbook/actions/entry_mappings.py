"""What somebody says of the columns of tables of entries, laid over what is recognised of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from contactbook.actions.import_inspection import inspect
from contactbook.domain.problems import Problem
from contactbook.formats.table_mapping import ENTRY_TARGETS, EXTRA

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from contactbook.actions.import_options import ImportOptions
    from contactbook.formats import table_mapping


def overruled(
    paths: Iterable[Path],
    options: ImportOptions,
    columns: Mapping[str, str],
    currency: str = "",
    source: str = "",
) -> ImportOptions:
    """The options with the fields of columns, by heading, the currency of amounts that name none, the source.

    Raises:
        Problem: those of `import_sources.sources_of`; import.option_unknown for a field or a heading that
            there is not.
    """
    for target in columns.values():
        if target not in ENTRY_TARGETS:
            choices = tuple(sorted(ENTRY_TARGETS))
            raise Problem("import.option_unknown", option="column", value=target, choices=choices)
    files = dict(options.files)
    headings: set[str] = set()
    for file in inspect(paths, options).files:
        said = {table.name: changed(table.mapping, columns, currency, source) for table in file.tables}
        headings |= {heading for mapping in said.values() for heading in mapping.headings}
        if said:
            files[file.key] = replace(file.options, mapping=said)
    if missing := sorted(columns.keys() - headings):
        choices = tuple(sorted(headings))
        raise Problem("import.option_unknown", option="column", value=missing[0], choices=choices)
    return replace(options, files=files)


def changed(
    mapping: table_mapping.Mapping, columns: Mapping[str, str], currency: str = "", source: str = ""
) -> table_mapping.Mapping:
    """A mapping of entries with other fields for some headings; each field has one column."""
    taken = set(columns.values()) - {EXTRA, "skip"}
    found: list[table_mapping.Column] = []
    for column in mapping.columns:
        target = columns.get(column.heading, EXTRA if column.target in taken else column.target)
        sure = 100 if column.heading in columns else column.confidence
        found.append(replace(column, target=target, confidence=sure))
    return replace(
        mapping, columns=found, currency=currency or mapping.currency, source=source or mapping.source
    )
