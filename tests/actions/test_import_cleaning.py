"""The cleaning rules, shown before anything is done with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.actions.import_cleaning import preview_cleaning
from contactbook.actions.import_inspection import inspect
from contactbook.actions.import_options import ImportOptions
from contactbook.domain.problems import Cancelled
from tests.actions.conftest import card, write

if TYPE_CHECKING:
    from pathlib import Path

TABLE = """Name,Email,Phone,ZIP,Country,Company
 ADA LOVELACE ,<mailto:ada@x.example>;,0664 1234567,1067,Germany,Smith &amp; Sons
Bob Roe,bob@x.example,4.41E+11,01067,Germany,MÃ¼ller
Cy Fox,cy@x.example,n/a,01067,Germany,Fox
"""


def test_every_rule_shows_before_and_after(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(TABLE, encoding="utf-8")
    found = {one.rule: one for one in preview_cleaning([path, write(tmp_path / "b.vcf", card(1))])}
    told = {
        rule: [(one.line, one.heading, one.before, one.after) for one in preview.examples]
        for rule, preview in found.items()
    }
    assert told == {
        "trim": [(2, "Name", " ADA LOVELACE ", "ADA LOVELACE")],
        "fillers": [(4, "Phone", "n/a", "")],
        "entities": [(2, "Company", "Smith &amp; Sons", "Smith & Sons")],
        "mend": [(3, "Company", "MÃ¼ller", "Müller")],
        "unprotect": [],
        "shouted": [(2, "Name", "ADA LOVELACE", "Ada Lovelace")],
        "emails": [(2, "Email", "<mailto:ada@x.example>;", "ada@x.example")],
        "zeros": [(2, "ZIP", "1067", "01067")],
        "numbers": [(3, "Phone", "4.41E+11", "")],
        "phones": [(2, "Phone", "0664 1234567", "+496641234567")],
    }
    assert {rule for rule, one in found.items() if one.on} == {
        "trim", "fillers", "entities", "emails", "numbers", "phones",
    }  # fmt: skip
    assert all(one.count == len(one.examples) for one in found.values())


def test_a_switched_rule_is_told_as_on(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(TABLE, encoding="utf-8")
    [file] = inspect([path]).files
    mapping = file.tables[0].mapping
    mapping.shouted, mapping.trim = True, False
    found = preview_cleaning([path], ImportOptions(mapping=mapping))
    assert {one.rule: one.on for one in found if one.rule in ("shouted", "trim")} == {
        "shouted": True,
        "trim": False,
    }


def test_it_can_be_stopped(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(TABLE, encoding="utf-8")
    with pytest.raises(Cancelled):
        preview_cleaning([path], cancelled=lambda: True)
