"""Every dialect of which there is a sample is read to exactly the contacts that stand beside it."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest

from contactbook.domain import contact_json
from contactbook.formats import (
    dialect_thunderbird,
    dialects,
    outlook_languages,
    table_header,
    table_mapping,
    table_shape,
)
from contactbook.formats.dialect import key_of
from contactbook.formats.reading import read_file
from contactbook.formats.records import ReadCard, RefusedCard

SAMPLES = sorted((Path(__file__).parents[1] / "samples" / "tables").glob("*.csv"))
HEADERS = json.loads((Path(__file__).parents[1] / "samples" / "headers.json").read_text("utf-8"))
"""Headers that programs are known to write, with what each column means; "field" is kept as it is."""

FRAGMENTS = {
    "Marketing contact status",  # properties of HubSpot that are added to a header
    "OtherStreet",
    "BillingCountry",  # columns of Salesforce that are added to a header
    "",  # a blank row of LinkedIn
    "...",
    "UNSUB_TIME",  # columns of Mailchimp that are added to a header
    "Work County",  # columns of the UK in a header of Yahoo
    "name",
    "Business/Home/Other Street 2+3",  # columns that other programs leave out
    "Response ID",  # answers to a survey, without a layout of their own
}
"""First cells of lists of columns in the facts that are no whole header."""

NOT_SHOWN = {"display_name", "field_details", "position"}


def lean(value: Any) -> Any:  # noqa: ANN401 - JSON
    """JSON without what is empty, derived or repeated."""
    if isinstance(value, dict):
        shown = {key: lean(part) for key, part in value.items() if key not in NOT_SHOWN}
        return {key: part for key, part in shown.items() if part not in ("", [], {}, None, False, 0)}
    return [lean(part) for part in value] if isinstance(value, list) else value


def read(path: Path) -> dict[str, Any]:
    with read_file(path) as reading:
        found = reading.detected
        result: dict[str, Any] = {
            "format": found.format,
            "program": found.program,
            "encoding": found.encoding,
            "delimiter": found.delimiter,
            "contacts": [],
            "remarks": [],
            "refused": [],
        }
        for record in reading:
            if isinstance(record, ReadCard):
                assert record.properties == record.mapped
                result["contacts"].append(lean(contact_json.to_json(record.contact)) | {"line": record.line})
                result["remarks"] += [[remark.line, remark.code, remark.detail] for remark in record.remarks]
            elif isinstance(record, RefusedCard):
                result["refused"].append([record.line, record.reason])
    return {key: value for key, value in result.items() if value != []}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_gives_the_contacts_beside_it(path: Path) -> None:
    assert read(path) == json.loads(path.with_suffix(".json").read_text("utf-8"))


@pytest.mark.parametrize(
    "header", HEADERS, ids=lambda header: f"{header['program']}-{header['columns'][0][0]}"
)
def test_every_column_of_a_known_header_has_its_meaning(header: dict[str, Any]) -> None:
    headings = [heading for heading, _ in header["columns"]]
    assert table_shape.shape_of_rows([headings]).header == 0
    mapping = table_header.guess_mapping(headings, [], ",", "")
    assert mapping.dialect == header["program"]
    assert [[one.heading, table_mapping.to_spec(one)] for one in mapping.columns] == header["columns"]


def test_no_header_of_the_facts_is_left_out(corpus: Path) -> None:
    known = [[heading for heading, _ in header["columns"]] for header in HEADERS]
    left_out: list[list[str]] = []
    in_block = False
    for line in (corpus.parent / "facts" / "csv_headers.md").read_text("utf-8").splitlines():
        if line.startswith("```"):
            in_block = not in_block
        for text in [line] if in_block else re.findall(r"`([^`]+)`", line):
            cells = [cell.strip() for cell in next(csv.reader([text], skipinitialspace=True), [])]
            header = [cell for cell in cells if cell != "..."]
            sentence = any(len(cell) > 80 for cell in cells)
            if len(cells) > 4 and not sentence and cells[0] not in FRAGMENTS and header not in known:
                left_out.append(cells)
    assert left_out == []


def test_an_export_of_civicrm_is_none_of_salesforce() -> None:
    headings = [
        "Contact ID",
        "Display Name",
        "First Name",
        "Last Name",
        "Street Address",
        "City",
        "Postal Code",
    ]
    assert dialects.recognise(headings) == (None, 0.0)
    mapping = table_header.guess_mapping(headings, [], ",", "")
    assert [table_mapping.to_spec(one) for one in mapping.columns[-3:]] == [
        "address.street",
        "address.locality",
        "address.postal_code",
    ]


@pytest.mark.parametrize("language", outlook_languages.HEADINGS)
def test_outlook_in_every_language_means_the_same(language: str) -> None:
    headings = outlook_languages.headings_of(language)
    assert len(headings) == len(outlook_languages.SPECS)
    written = [heading for heading in headings if heading]
    dialect, share = dialects.recognise(written)
    assert dialect is not None
    assert (dialect.name, share) == ("outlook", 1.0)
    wanted = [
        spec.removesuffix("?")
        for heading, spec in zip(headings, outlook_languages.SPECS, strict=True)
        if heading
    ]
    found = [table_mapping.to_spec(column) for column in dialect.columns_of(written) if column]
    assert found == wanted


@pytest.mark.parametrize("language", dialect_thunderbird.HEADINGS)
def test_thunderbird_in_every_language_means_the_same(language: str) -> None:
    headings = dialect_thunderbird.headings_of(language)
    dialect, share = dialects.recognise([*headings, ""])
    assert dialect is not None
    assert (dialect.name, share) == ("thunderbird", 1.0)
    assert [table_mapping.to_spec(column) for column in dialect.columns_of(headings) if column] == list(
        dialect_thunderbird.SPECS
    )


def test_a_heading_that_is_repeated_means_the_next_thing() -> None:
    dialect, _ = dialects.recognise(outlook_languages.headings_of("fr"))
    assert dialect is not None
    first, second = dialect.columns_of(["Titre", "Titre"])
    assert first is not None
    assert second is not None
    assert (first.target, second.target) == ("prefix", "job_title")


def test_no_dialect_claims_another_ones_header() -> None:
    for path in SAMPLES:
        expected = json.loads(path.with_suffix(".json").read_text("utf-8"))["program"]
        with read_file(path) as reading:
            assert reading.mapping is not None
            claims = {dialect.name for dialect in dialects.ALL if dialect.score(reading.mapping.headings)}
        assert claims <= {expected}


def test_every_dialect_speaks_of_targets_that_exist() -> None:
    for dialect in dialects.ALL:
        for key, specs in dialect.columns.items():
            assert key == key_of(key)
            for spec in specs:
                table_mapping.from_spec(key, spec.removesuffix("?"))
