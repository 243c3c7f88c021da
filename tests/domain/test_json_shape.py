"""Foreign JSON is read by type, and what is wrong is named by its path."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.domain.json_shape import Shape, loaded
from contactbook.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable


def test_what_is_missing_or_null_counts_as_empty() -> None:
    for shape in (Shape.of({}), Shape.of({"key": None})):
        assert shape.text("key") == ""
        assert shape.number("key", 7) == 7
        assert shape.optional_number("key") is None
        assert shape.flag("key") is False
        assert shape.texts("key") == shape.items("key") == shape.list_of("key") == []
        assert shape.inside("key").data == {}


def test_what_is_there_is_given() -> None:
    shape = Shape.of({"text": "a", "number": 3, "flag": True, "texts": ["b"], "items": [{"text": "c"}]})
    assert (shape.text("text"), shape.number("number"), shape.optional_number("number")) == ("a", 3, 3)
    assert shape.flag("flag") is True
    assert shape.texts("texts") == ["b"]
    assert shape.items("items")[0].text("text") == "c"


@pytest.mark.parametrize(
    ("read", "where"),
    [
        (lambda shape: shape.text("list"), "list"),
        (lambda shape: shape.number("text"), "text"),
        (lambda shape: shape.number("flag"), "flag"),
        (lambda shape: shape.number("huge"), "huge"),
        (lambda shape: shape.flag("text"), "text"),
        (lambda shape: shape.texts("list"), "list[0]"),
        (lambda shape: shape.items("text"), "text"),
        (lambda shape: shape.items("list"), "list[0]"),
        (lambda shape: shape.inside("list"), "list"),
        (lambda shape: shape.inside("deep").items("list")[1].text("key"), "deep.list[1].key"),
    ],
)
def test_what_is_wrong_is_named(read: Callable[[Shape], object], where: str) -> None:
    data = {"text": "a", "flag": True, "list": [1], "deep": {"list": [{}, {"key": 1}]}, "huge": 2**63}
    shape = Shape.of(data)
    with pytest.raises(Problem) as caught:
        read(shape)
    assert caught.value.data["where"] == where


@pytest.mark.parametrize("text", ["[" * 100_000, "9" * 5000, "nothing", b"\xff"])
def test_what_is_no_json_or_cannot_be_read(text: str | bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - every kind of it
        loaded(text)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32-be"])
def test_json_of_any_encoding_is_read(encoding: str) -> None:
    assert loaded('{"a": "ä"}'.encode(encoding)) == {"a": "ä"}


def test_half_a_character_becomes_a_mark() -> None:
    assert loaded(r'["\ud800", "\ud83d\ude00", "\\ud800"]') == ["\ufffd", "\U0001f600", "\\ud800"]
