from __future__ import annotations

import ast
from pathlib import Path

import pytest

from contactbook.formats import table_rows, xlsx_reader
from contactbook.wording import reports
from contactbook.wording.reason_words import REFUSALS, REMARKS

FORMATS = Path(__file__).resolve().parents[2] / "contactbook" / "formats"


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"read": 1_284, "created": 1_284}, "Imported 1,284 contacts."),
        ({"read": 1, "created": 1}, "Imported 1 contact."),
        ({"created": 1_200, "updated": 84}, "Imported 1,284 contacts: 1,200 new and 84 updated."),
        ({"updated": 1}, "Imported 1 contact: 1 updated."),
        (
            {"read": 9, "created": 2, "unchanged": 3, "skipped": 1, "groups": 1, "rejected": 2},
            "Imported 2 contacts. 3 unchanged, 1 skipped, 1 group made a tag, 2 refused.",
        ),
        ({"created": 40, "companies": 2}, "Imported 40 contacts. 2 companies added."),
        ({"read": 4, "unchanged": 4, "groups": 2}, "Nothing was imported. 4 unchanged, 2 groups made tags."),
        ({"rejected": 1}, "Nothing was imported. 1 refused."),
        (
            {"read": 1, "created": 1, "rejected": 3, "unreadable": 2},
            "Imported 1 contact. 1 refused, 2 files cannot be read.",
        ),
        ({"read": 0}, "There were no contacts to import."),
        ({}, "There were no contacts to import."),
    ],
)
def test_an_import_in_one_line(counts: dict[str, int], said: str) -> None:
    assert reports.import_summary(counts) == said


def test_a_dry_run_says_would() -> None:
    assert reports.import_summary({"created": 1}, dry_run=True) == "Would import 1 contact."
    assert reports.import_summary({"created": 5_000}, dry_run=True) == "Would import 5,000 contacts."
    assert reports.import_summary({"unchanged": 5}, dry_run=True) == "Nothing would be imported. 5 unchanged."


def test_an_export_in_one_line() -> None:
    assert reports.export_summary(1, "all.vcf") == "Wrote 1 contact to all.vcf."
    assert reports.export_summary(100_000, "all.vcf") == "Wrote 100,000 contacts to all.vcf."


def test_fidelity_counts_what_became_of_the_properties() -> None:
    told = {"read": 12_000, "mapped": 11_000, "kept_raw": 1_000, "lost": 0}
    assert reports.fidelity(told) == (
        "12,000 properties read, 11,000 understood, 1,000 kept as they are, 0 lost."
    )
    assert reports.fidelity({"read": 1, "mapped": 1}) == "1 property read, 1 understood, 0 lost."


def test_a_refused_file_is_told_by_its_problem() -> None:
    told = reports.refusal("import.is_pdf", "old.pdf")
    assert told == "“old.pdf” is a PDF. Ask for the contacts as vCard or as a table."
    assert reports.refusal("import.empty_file").startswith("“the file” is empty.")


def test_a_refused_card_names_the_place() -> None:
    assert reports.refusal("json_wrong_shape", "text", "emails[0].value") == (
        "It does not have the shape of a contact. emails[0].value should be: text."
    )
    assert "The value should be: text." in reports.refusal("json_wrong_shape", "text")
    assert reports.refusal("json_damaged") == "It is no whole JSON."


def test_codes_without_words_are_still_told() -> None:
    assert "eaten_by_dog" in reports.refusal("eaten_by_dog")
    assert "eaten_by_dog" in reports.remark("eaten_by_dog")


@pytest.mark.parametrize("text", [*REFUSALS.values(), *REMARKS.values()])
def test_reasons_are_short_plain_and_whole(text: str) -> None:
    assert text.endswith((".", ". {detail}"))
    assert "!" not in text
    assert len(text) <= 110


def test_a_remark_names_its_column() -> None:
    assert "“Birthday”" in reports.remark("date_ambiguous", "Birthday")


def _codes(names: set[str], place: int) -> set[str]:
    """The texts that the readers give at this place to the functions of these names."""
    found: set[str] = set()
    for file in FORMATS.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and len(node.args) > place:
                called = (
                    node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                )
                given = node.args[place]
                if called in names and isinstance(given, ast.Constant) and isinstance(given.value, str):
                    found.add(given.value)
    return found


def test_every_reason_that_a_reader_gives_has_words() -> None:
    given = _codes({"RefusedCard"}, 1)
    assert given
    assert given <= REFUSALS.keys(), "write words in wording/reason_words.py"


def test_every_word_has_a_reader_that_gives_it() -> None:
    source = "\n".join(file.read_text("utf-8") for file in FORMATS.glob("*.py"))
    unused = {
        code for code in {*REFUSALS, *REMARKS} if f'"{code}"' not in source and not code.startswith("phone_")
    }
    assert not unused
    assert 'f"phone_{damage}"' in source


def test_every_remark_that_a_reader_makes_has_words() -> None:
    given = _codes({"Remark", "remark", "remember", "_remember"}, 0)
    assert given
    given |= {xlsx_reader.ROUNDED, xlsx_reader.NO_RESULT, xlsx_reader.ERROR, xlsx_reader.REPAIRED}
    given |= {table_rows.MIXED_ENCODING, table_rows.UNCLOSED_QUOTE}
    assert given <= REMARKS.keys(), "write words in wording/reason_words.py"
