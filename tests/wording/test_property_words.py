"""Every property that a file may have no place for has a word."""

from __future__ import annotations

from contactbook.domain.contact import POINT_KINDS
from contactbook.formats import fidelity
from contactbook.wording import reports
from contactbook.wording.property_words import PROPERTY_WORDS
from tests.formats.test_vcard_writer import everything


def test_every_code_has_a_word() -> None:
    codes = {code for code, _ in fidelity.items(everything())}
    assert codes | {*POINT_KINDS, "kind", fidelity.EXTRA, fidelity.LABEL} == PROPERTY_WORDS.keys()


def test_a_warning_names_what_and_for_how_many() -> None:
    assert reports.export_warning("photo", 1200) == "The file has no place for: photos (1,200 contacts)."
    assert reports.export_warning("photo", 1) == "The file has no place for: photos (1 contact)."
