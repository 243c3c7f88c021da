from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbook.settings import declarations
from contactbook.settings.declarations import Scope, Setting, every, on_page

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
NAMES = [setting.key for setting in every()]


@pytest.mark.parametrize("setting", every(), ids=NAMES)
def test_the_default_is_a_value_that_survives_a_file(setting: Setting[object]) -> None:
    assert setting.accepts(setting.default)
    assert setting.read(json.loads(json.dumps(setting.default))) == setting.default


@pytest.mark.parametrize("setting", every(), ids=NAMES)
@settings(max_examples=40)
@given(raw=JSON)
def test_nothing_in_a_file_breaks_a_setting(setting: Setting[object], raw: object) -> None:
    value = setting.read(raw)
    assert setting.accepts(value)
    assert type(value) is type(setting.default)
    assert setting.read(json.loads(json.dumps(value))) == value


def test_keys_are_there_once_and_texts_are_whole() -> None:
    assert len(set(NAMES)) == len(NAMES) > 12
    for setting in every():
        assert bool(setting.label) == bool(setting.help)
        assert not setting.help or setting.help.endswith(".")
        assert "!" not in setting.label + setting.help
        assert not setting.choices or setting.default in setting.choices


def test_the_page_shows_what_a_person_chooses_by_scope() -> None:
    assert [setting.key for setting in on_page(Scope.BOOK)] == [
        "default_country",
        "name_display",
        "name_sort",
        "trash_days",
        "mail_megabytes",
        "history_days",
        "history_megabytes",
        "name_language",
    ]
    computer = [setting.key for setting in on_page(Scope.COMPUTER)]
    assert computer[:2] == ["theme", "list_density"]
    assert "recent_books" not in computer


@pytest.mark.parametrize(
    ("setting", "good", "bad"),
    [
        (declarations.THEME, ["system", "light", "dark"], ["blue", 1, None]),
        (declarations.IDLE_LOCK_MINUTES, [0, 10, 1440], [-1, 1441, True, "5", 2.0]),
        (declarations.BACKUP_COUNT, [1, 10], [0, -3, None]),
        (declarations.DEFAULT_COUNTRY, ["", "PL", "AT"], ["pl", "POL", "P1", "ŁŁ", 48]),
        (declarations.SIDEBAR_SHOWN, [True, False], [0, 1, "yes"]),
        (declarations.OUTER_SIZES, [(), (220, 1060)], [(-1,), ("a",), 3, (True,)]),
        (declarations.COLUMNS, [(), (("name", 240, True),)], [(("name",),), (("name", 240, 1),), ("name",)]),
        (declarations.SORTS, [{}, {"all": ("name", True)}], [{"all": "name"}, [], {"all": ("name", 1)}]),
    ],
)
def test_what_a_setting_accepts(setting: Setting[object], good: list[object], bad: list[object]) -> None:
    assert all(setting.accepts(value) for value in good)
    assert not any(setting.accepts(value) for value in bad)
    assert all(setting.read(value) == setting.default for value in bad)
