"""The command that looks into files: what they are, what their columns mean, what cleaning would do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from contactbook.cli.exit_status import DONE, IN_PART
from contactbook.cli.output import json_option, print_json, print_line, print_rows
from contactbook.cli.reading_options import (
    clean_option,
    country_option,
    date_order_option,
    encoding_option,
    mapping_option,
)

if TYPE_CHECKING:
    from contactbook.actions.import_cleaning import CleaningPreview
    from contactbook.actions.import_inspection import InspectedFile, InspectedTable
    from contactbook.actions.import_mappings import Mapping

_FILES = click.Path(path_type=Path, readable=False)
_SAMPLES = 3


@click.command("inspect")
@click.argument("files", nargs=-1, required=True, type=_FILES)
@encoding_option
@mapping_option
@country_option
@date_order_option
@clean_option
@click.option(
    "--mapping-to",
    type=_FILES,
    metavar="FILE.json",
    help="Write what the columns of the table are taken for there, to be corrected and used with --mapping.",
)
@json_option
def inspect_command(
    files: tuple[Path, ...],
    encoding: str,
    mapping: Mapping | None,
    country: str,
    date_order: str | None,
    clean: tuple[str, ...],
    mapping_to: Path | None,
    as_json: bool,
) -> int:
    """Tell what files are and what an import would make of them, without a book.

    Of tables: what each column is taken for, how sure that is, and what the cleaning rules would do.

    The exit status is 1 when one of several files cannot be read.
    """
    from contactbook.actions.import_cleaning import preview_cleaning
    from contactbook.actions.import_inspection import inspect
    from contactbook.actions.import_mappings import save_mapping_file
    from contactbook.actions.import_options import ImportOptions

    options = ImportOptions(
        encoding=encoding,
        country=country,
        date_order=date_order or "",
        mapping=mapping,
        clean=clean,
    )
    found = inspect(files, options).files
    missing = [file.problem for file in found if file.problem is not None and not file.size]
    if len(missing) == len(found):
        raise missing[0]
    tables = [table for file in found for table in file.tables]
    if mapping_to is not None:
        if len(tables) != 1:
            raise click.UsageError(f"--mapping-to is for one table; there are {len(tables)}.")
        save_mapping_file(tables[0].mapping, mapping_to)
    whole = [Path(file.path) for file in found if file.tables and file.problem is None]
    rules = preview_cleaning(dict.fromkeys(whole), options) if whole else []
    if as_json:
        print_json(
            {"files": [_file_json(file) for file in found], "cleaning": [_rule_json(one) for one in rules]}
        )
    else:
        for file in found:
            _tell(file)
        _tell_cleaning(rules)
    return IN_PART if any(file.problem is not None for file in found) else DONE


def _tell(file: InspectedFile) -> None:
    from contactbook.wording import problems

    if file.problem is not None:
        sentence = problems.sentence(file.problem)
        print_line(f"{file.name}: {sentence.what} {sentence.why} {sentence.remedy}".replace("  ", " "))
        return
    parts = [file.format, file.program, file.encoding, _delimiter(file.delimiter)]
    guessed = "  (guessed)" if file.guessed else ""
    print_line(f"{file.name}: {', '.join(part for part in parts if part)}{guessed}")
    for table in file.tables:
        _tell_table(table)
    if file.cards:
        print_line(f"  {', '.join(file.cards[:_SAMPLES])} ...")


def _tell_table(table: InspectedTable) -> None:
    from contactbook.wording.speech import say_number

    count = say_number(table.row_count, "1 row", "{n} rows")
    if not table.counted:
        count = f"more than {count}" if table.name else f"about {count}"
    print_line(f"  {table.name}: {count}" if table.name else f"  {count}")
    print_rows(
        ("Column", "Becomes", "Sure", "First values"),
        (
            (
                one.column.heading,
                _becomes(one.column),
                f"{one.column.confidence} %",
                " | ".join(" ".join(sample.split()) for sample in one.samples[:_SAMPLES]),
            )
            for one in table.columns
        ),
    )
    if table.ambiguous_dates:
        print_line("  Day and month could be either way round: say --date-order.")


def _tell_cleaning(rules: list[CleaningPreview]) -> None:
    from contactbook.wording.speech import say_number

    for rule in rules:
        if rule.count:
            first = rule.examples[0]
            count = say_number(rule.count, "1 cell", "{n} cells")
            example = f"{' '.join(first.before.split())} -> {first.after or '(blank)'}"
            switch = "" if rule.on else f"  (off; --clean {rule.rule} does it)"
            print_line(f"  {rule.rule}: {count}, such as {example}{switch}")


def _becomes(column: Any) -> str:  # noqa: ANN401 - a column of a mapping, whose module is loaded late
    from contactbook.actions.import_mappings import to_spec

    return to_spec(column)


def _delimiter(sign: str) -> str:
    return {",": "comma", ";": "semicolon", "\t": "tab"}.get(sign, sign)


def _file_json(file: InspectedFile) -> dict[str, object]:
    from contactbook.wording import problems

    document: dict[str, object] = {
        "file": file.name,
        "path": file.path,
        "size": file.size,
        "format": file.format,
        "program": file.program,
        "encoding": file.encoding,
        "delimiter": file.delimiter,
        "guessed": file.guessed,
        "problem": None,
        "tables": [_table_json(table) for table in file.tables],
    }
    if file.problem is not None:
        sentence = problems.sentence(file.problem)
        document["problem"] = {
            "code": file.problem.code,
            "what": sentence.what,
            "why": sentence.why,
            "remedy": sentence.remedy,
        }
    return document


def _table_json(table: InspectedTable) -> dict[str, object]:
    return {
        "name": table.name,
        "rows": table.row_count,
        "counted": table.counted,
        "ambiguous_dates": table.ambiguous_dates,
        "double_encoded": table.double_encoded,
        "columns": [
            {
                "heading": one.column.heading,
                "becomes": _becomes(one.column),
                "sure": one.column.confidence,
                "samples": one.samples,
                "filled": one.filled,
            }
            for one in table.columns
        ],
    }


def _rule_json(rule: CleaningPreview) -> dict[str, object]:
    return {
        "rule": rule.rule,
        "on": rule.on,
        "cells": rule.count,
        "examples": [
            {
                "file": one.file,
                "line": one.line,
                "column": one.heading,
                "before": one.before,
                "after": one.after,
            }
            for one in rule.examples[:_SAMPLES]
        ],
    }
