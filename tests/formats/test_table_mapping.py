"""A mapping survives its file, and finds its columns again in another table."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.formats import table_mapping
from contactbook.formats.table_mapping import (
    TARGETS,
    Column,
    Mapping,
    applied,
    fingerprint,
    from_json,
    from_spec,
    to_spec,
)

WORD = st.text(st.characters(categories=("Lu", "Ll", "Nd")), max_size=6)
COLUMNS = st.builds(
    Column,
    heading=WORD,
    target=st.sampled_from(sorted(TARGETS)),
    label=WORD,
    group=WORD.filter(bool),
    separator=st.sampled_from(["", ";", " ::: "]),
    ignore=st.lists(WORD, max_size=2).map(tuple),
    type=st.sampled_from(["text", "date", "number"]),
)


@given(st.lists(COLUMNS, max_size=6), st.booleans(), st.lists(st.tuples(st.just("tags"), WORD), max_size=2))
def test_a_mapping_comes_back_from_its_file(
    columns: list[Column], trim: bool, constants: list[tuple[str, str]]
) -> None:
    mapping = Mapping(
        columns, "outlook", "company", "x-", "dmy", "cp1252", ";", "DE", trim, constants=constants
    )
    assert from_json(json.loads(json.dumps(mapping.to_json()))) == mapping


@pytest.mark.parametrize(
    "spec", ["given", "phone:work fax", "email#2", "phone.label#1", "address.street:home", "field=date"]
)
def test_the_short_text_of_a_column_is_stable(spec: str) -> None:
    assert to_spec(from_spec("x", spec)) == spec


@pytest.mark.parametrize(
    "data", [None, [], {}, {"contactbook_mapping": 99, "columns": []}, {"contactbook_mapping": 1}]
)
def test_what_is_no_mapping_is_refused(data: object) -> None:
    with pytest.raises(ValueError, match="mapping"):
        from_json(data)


def test_a_target_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="telephone"):
        from_spec("x", "telephone:home")


def test_fingerprints_ignore_case_spacing_and_trailing_columns() -> None:
    assert fingerprint(["First Name", "E-mail"]) == fingerprint(["first  name", "E-MAIL ", ""])
    assert fingerprint(["First Name", "E-mail"]) != fingerprint(["E-mail", "First Name"])


def test_a_saved_mapping_is_laid_over_columns_in_another_order() -> None:
    saved = Mapping(
        [from_spec("Tel", "phone:work"), from_spec("Name", "full_name"), from_spec("Tel", "phone:home")]
    )
    found = applied(saved, ["NAME", "Tel", "New", "Tel"])
    assert [to_spec(column) for column in found.columns] == ["full_name", "phone:work", "field", "phone:home"]
    assert [column.heading for column in found.columns] == ["NAME", "Tel", "New", "Tel"]


def test_confidence_is_the_mean_of_what_was_mapped() -> None:
    sure, unsure = from_spec("a", "given", 100), from_spec("b", "family", 60)
    assert Mapping([sure, unsure, Column("c", confidence=0)]).confidence == 80
    assert Mapping([replace(sure, target="field")]).confidence == 0


def test_every_scalar_is_a_field_of_a_contact() -> None:
    from contactbook.domain.contact import Contact

    assert all(hasattr(Contact(), name) for name in table_mapping.SCALARS)
