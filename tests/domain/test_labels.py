"""Labels of other programs become ours and theirs again; what somebody wrote freely stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain import folding, label_words, labels


@pytest.mark.parametrize(
    ("types", "label"),
    [
        ("HOME,VOICE", "home"),
        ("CELL", "mobile"),
        ("cell,home", "home mobile"),
        ("WORK,FAX", "work fax"),
        ("CELL,FAX", "fax"),
        ("pref", ""),
        ("INTERNET,WORK,pref", "work"),
        ("x-evolution-callback", "callback"),
        ("TLX", "telex"),
        ("", ""),
        ("X-Spouse", "spouse"),
        ("WORKFAX", "work fax"),
        ("Skiing", "Skiing"),
    ],
)
def test_the_types_of_a_phone_become_a_label(types: str, label: str) -> None:
    assert labels.from_types(types.split(",")) == label


def test_only_phones_have_devices() -> None:
    assert labels.from_types(["HOME", "CELL"], "email") == "home"
    assert labels.to_types("mobile", "email") is None
    assert labels.to_types("work", "email") == ("work",)


@given(st.sampled_from(sorted(labels.STANDARD)))
def test_standard_labels_survive_both_ways(label: str) -> None:
    types = labels.to_types(label)
    assert types is None or labels.from_types(types) == label
    assert labels.from_apple(labels.to_apple(label)) == label
    assert labels.from_word(label.title()) == label
    assert labels.is_standard(label)


@given(st.text(max_size=12))
def test_free_text_stays_free(text: str) -> None:
    label = labels.from_apple(text)
    assert label in (text.strip(), text.strip().lower()) or label in labels.STANDARD
    assert labels.from_apple(labels.to_apple(label)) == label or text.startswith("_$!<")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("_$!<HomePage>!$_", "home page"),
        ("_$!<YoungerSister>!$_", "younger sister"),
        ("_$!<MotherInLaw>!$_", "mother-in-law"),
        ("_$!<WorkFAX>!$_", "work fax"),
        ("_$!<Anniversary>!$_", "anniversary"),
        ("_$!<>!$_", ""),
        ("Firma", "Firma"),
        ('My ; "label", x', 'My ; "label", x'),
        ("", ""),
    ],
)
def test_labels_of_apple(text: str, label: str) -> None:
    assert labels.from_apple(text) == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Mobil", "mobile"),
        ("Work Fax", "work fax"),
        ("Geschäftlich", "work"),
        ("GRAND_CENTRAL", "company main"),
        ("Strona domowa", "home page"),
        ("Assistant's Phone", "assistant"),
        ("Hovercraft", "Hovercraft"),
        ("  ", ""),
    ],
)
def test_words_of_other_programs(text: str, label: str) -> None:
    assert labels.from_word(text) == label


def test_the_spellings_are_written_as_they_are_compared() -> None:
    for spelling, label in label_words.MEANINGS.items():
        assert spelling == " ".join(folding.tokens(spelling))
        assert label in labels.STANDARD
